"""A framed panel with a heading, and the hairline between its rows."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from relationdesk.ui.theme.icons import Icon, paint_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.label import Label, Look


class IconMark(QWidget):
    """An icon as a widget, beside the word that it illustrates; it says nothing by itself."""

    def __init__(
        self,
        icon: Icon,
        tint: Tint = Tint.INK2,
        size: IconSize = IconSize.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tint = tint
        self.setFixedSize(QSize(int(size), int(size)))

    def show_icon(self, icon: Icon, tint: Tint) -> None:
        """Show another icon, in a colour that means something."""
        self._icon, self._tint = icon, tint
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._icon, QRectF(self.rect()), tokens_now().colour(self._tint))
        painter.end()


class Hairline(QFrame):
    """A line of one pixel between two rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "line")
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class Card(QFrame):
    """A panel for things that belong together; put them into `body`.

    Rows that reach from edge to edge go in by `add_row`, which draws the hairlines between them.
    """

    def __init__(
        self,
        heading: str = "",
        icon: Icon | None = None,
        parent: QWidget | None = None,
        *,
        has_rows: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self.body = QVBoxLayout(self)
        margin = 1 if has_rows else Space.LARGE - 2
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(0 if has_rows else Space.SMALL)
        if heading:
            self.setAccessibleName(heading)
            self.body.addLayout(self._heading_line(heading, icon))

    def add_row(self, row: QWidget) -> None:
        """Add a row below the others, with a hairline between."""
        if self.body.count():
            self.body.addWidget(Hairline(self))
        self.body.addWidget(row)

    def take_rows_out(self) -> None:
        """Forget the order of the rows, which stay in the card until they are added again or taken."""
        while (item := self.body.takeAt(0)) is not None:
            line = item.widget()
            if isinstance(line, Hairline):
                line.hide()
                line.deleteLater()

    def _heading_line(self, heading: str, icon: Icon | None) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.TIGHT + 2)
        if icon is not None:
            line.addWidget(IconMark(icon, Tint.INK, parent=self))
        line.addWidget(Label(heading, Look.HEADING, self, wraps=True), 1)
        return line
