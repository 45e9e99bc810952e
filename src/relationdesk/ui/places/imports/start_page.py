"""The first page: choosing files, or dropping them, and why one of them could not be read."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.imports.notice import Notice
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import IconSize, Radius, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look

_TEXT_WIDTH = 440


class DropArea(QFrame):
    """A dashed ground that shows where files may be dropped; the dialog takes them anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_hovered = False

    def show_hover(self, *, is_hovered: bool) -> None:
        """Show that a file is being carried over the window."""
        self._is_hovered = is_hovered
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_now()
        pen = QPen(QColor(tokens.accent if self._is_hovered else tokens.ink3), 1)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.accent_bg if self._is_hovered else tokens.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.CARD, Radius.CARD)
        painter.end()


class StartPage(QWidget):
    """Says `choosing` when the user wants to choose files."""

    choosing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = DropArea()
        self.choose = Button(_("Choose files…"), Role.PRIMARY, Icon.FOLDER_OPEN)
        self.choose.setObjectName("import.choose")
        self.choose.clicked.connect(self.choosing)
        self.notice = Notice()
        self._arrange()

    def show_refusals(self, sentences: Sequence[str]) -> None:
        """Say why files could not be read; nothing for none."""
        self.notice.show_sentences(sentences)

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        page.setSpacing(Space.MEDIUM)
        page.addWidget(Label(_("Bring in people"), Look.DISPLAY))
        came = _("Contacts from a phone, Google, Outlook, LinkedIn or Thunderbird, or a table of your own.")
        page.addWidget(Label(came, Look.SECONDARY, wraps=True))
        page.addSpacing(Space.TIGHT)
        page.addWidget(self.notice)
        page.addWidget(self.area, 1)
        column = QVBoxLayout(self.area)
        column.setSpacing(Space.MEDIUM)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(IconMark(Icon.DOWNLOAD, Tint.INK3, IconSize.LARGE), 0, centre)
        column.addWidget(_centred(_("Drop a .vcf or .csv file here"), Look.HEADING), 0, centre)
        promise = _("You see line by line what it holds. Nothing is written before you agree.")
        column.addWidget(_centred(promise, Look.SECONDARY), 0, centre)
        column.addWidget(self.choose, 0, centre)
        column.addStretch(1)


def _centred(text: str, look: Look) -> Label:
    label = Label(text, look, wraps=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setFixedWidth(_TEXT_WIDTH)
    return label
