"""The pages of the dialogs on which there is one thing to wait for, or one to decide."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.progress import Step
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look

_PARTS = 1000
_WIDTH = 440


class WaitingPage(QWidget):
    """How far the work is. Says `cancelled` when the user wants no more of it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = Label("", Look.HEADING, wraps=True)
        self._told.setFixedWidth(_WIDTH)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_WIDTH)
        self.cancel = Button(_("Cancel"))
        self.cancel.setObjectName("bundle.cancel")
        self.cancel.clicked.connect(self.cancelled)
        column = _middle(self)
        for part in (self._told, self._bar, self.cancel):
            column.addWidget(part)

    def begin(self, told: str) -> None:
        """Say what is going on."""
        self._told.setText(told)
        self._bar.setAccessibleName(told)
        self._bar.setRange(0, 0)
        self.cancel.setFocus()

    def show_step(self, step: Step) -> None:
        """Show how far it is."""
        if step.total:
            self._bar.setRange(0, _PARTS)
            self._bar.setValue(_PARTS * step.done // step.total)


class AskingPage(QWidget):
    """A sentence and two ways: says `agreed` or `declined`."""

    agreed = Signal()
    declined = Signal()

    def __init__(
        self, icon: Icon, agree: str, decline: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = Label("", Look.TITLE, wraps=True)
        self._told = Label("", Look.SECONDARY, wraps=True)
        for label in (self._title, self._told):
            label.setFixedWidth(_WIDTH)
        self.agree = Button(agree, Role.PRIMARY)
        self.agree.setObjectName(f"{name}.agree")
        self.agree.clicked.connect(self.agreed)
        self.decline = Button(decline)
        self.decline.setObjectName(f"{name}.decline")
        self.decline.clicked.connect(self.declined)
        ways = QHBoxLayout()
        ways.setSpacing(Space.SMALL)
        for button in (self.agree, self.decline):
            ways.addWidget(button)
        ways.addStretch(1)
        column = _middle(self)
        column.addWidget(IconMark(icon, Tint.ACCENT, IconSize.LARGE))
        column.addWidget(self._title)
        column.addWidget(self._told)
        column.addSpacing(Space.SMALL)
        column.addLayout(ways)

    def ask(self, title: str, told: str) -> None:
        """Ask this."""
        self._title.setText(title)
        self._told.setText(told)
        self._told.setAccessibleName(told)
        self.setAccessibleName(title)
        self.decline.setFocus()


def _middle(page: QWidget) -> QVBoxLayout:
    """A column in the middle of a page."""
    column = QVBoxLayout()
    column.setSpacing(Space.MEDIUM)
    across = QHBoxLayout()
    across.addStretch(1)
    across.addLayout(column)
    across.addStretch(1)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
    whole.addStretch(2)
    whole.addLayout(across)
    whole.addStretch(3)
    column.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return column
