"""What a place shows when there is nothing in it yet: what it is for, and one action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look

_WIDTH = 380


class EmptyState(QWidget):
    """An icon, a title, a sentence, and a button when `action` names one."""

    acted = Signal()

    def __init__(
        self, icon: Icon, title: str, text: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        column.setSpacing(Space.MEDIUM)
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconMark(icon, Tint.INK3, IconSize.LARGE), 0, centre)
        column.addWidget(_centred(title, Look.HEADING), 0, centre)
        column.addWidget(_centred(text, Look.SECONDARY), 0, centre)
        if action:
            button = Button(action, Role.PRIMARY)
            button.clicked.connect(self.acted)
            column.addWidget(button, 0, centre)
        column.addStretch(2)


def _centred(text: str, look: Look) -> Label:
    label = Label(text, look, wraps=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMinimumWidth(_WIDTH)
    label.setMaximumWidth(_WIDTH)
    return label
