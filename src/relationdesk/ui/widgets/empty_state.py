"""What a place shows when there is nothing in it yet: what it is for, and how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look

_WIDEST = 400


class EmptyState(QWidget):
    """An icon, a title, a sentence, and a button when `action` names one; more come by `add_action`."""

    acted = Signal()

    def __init__(
        self, icon: Icon, title: str, text: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.SMALL)
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(IconMark(icon, Tint.INK3, IconSize.LARGE), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(_centred(title, Look.HEADING))
        column.addWidget(_centred(text, Look.SECONDARY))
        column.addLayout(self._buttons)
        self._place(inside)
        if action:
            self.add_action(action, Role.PRIMARY).clicked.connect(self.acted)

    def add_action(self, text: str, role: Role = Role.SECONDARY, icon: Icon | None = None) -> Button:
        """A further button, after those that are there."""
        button = Button(text, role, icon)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def _place(self, inside: QWidget) -> None:
        """Somewhat above the middle, where the eye rests."""
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inside, 100)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)


def _centred(text: str, look: Look) -> Label:
    label = Label(text, look, wraps=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
