"""The step in which a picture is cut to the square that is shown of somebody."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.people.header.frame_view import FrameView
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look


class FrameDialog(QDialog):
    """Accepted when `part` is to be kept; Enter keeps it."""

    def __init__(self, image: QImage, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Picture of {name}").format(name=name)
        self.setWindowTitle(title)
        self.setObjectName("frame.dialog")
        self._view = FrameView(image)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        for label in (
            Label(title, Look.TITLE, wraps=True),
            Label(_("Move the picture until the face is in the circle."), Look.SECONDARY, wraps=True),
        ):
            label.setFixedWidth(self._view.width())
            column.addWidget(label)
        column.addWidget(self._view, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._ways())
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._view.setFocus()

    @property
    def part(self) -> QRect:
        """The square that is kept, in pixels of the picture."""
        return self._view.part

    def _ways(self) -> QHBoxLayout:
        smaller = Button("", Role.QUIET, Icon.MINUS, name=_("Smaller"))
        smaller.setObjectName("frame.smaller")
        smaller.clicked.connect(lambda: self._view.zoom(-1))
        larger = Button("", Role.QUIET, Icon.PLUS, name=_("Larger"))
        larger.setObjectName("frame.larger")
        larger.clicked.connect(lambda: self._view.zoom(1))
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        keep = Button(_("Keep"), Role.PRIMARY)
        keep.setObjectName("frame.keep")
        keep.clicked.connect(self.accept)
        for button in (smaller, larger, cancel):
            button.setAutoDefault(False)
        keep.setDefault(True)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addWidget(smaller)
        line.addWidget(larger)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(keep)
        return line
