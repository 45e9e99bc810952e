"""A quiet bar above everything: one sentence, and one thing that may be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Height, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.undo_line import announce


class QuietBar(QFrame):
    """Says `acted`; one that `may_go` can be closed, which it says by `went`, and does so when acted on."""

    acted = Signal()
    went = Signal()

    def __init__(
        self, text: str, action: str, object_name: str, parent: QWidget | None = None, *, may_go: bool
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "rail")
        self._told = Label(text, Look.SECONDARY, wraps=True)
        act = Button(action, icon=Icon.ARROW_RIGHT, compact=True)
        act.setObjectName(object_name)
        act.clicked.connect(self.acted)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.LARGE, Space.TIGHT, Space.LARGE, Space.TIGHT)
        line.setSpacing(Space.SMALL)
        line.addWidget(IconMark(Icon.INFO, Tint.INK3))
        line.addWidget(self._told, 1)
        line.addWidget(act)
        if may_go:
            close = Button("", Role.QUIET, Icon.X, compact=True, name=_("Not now"))
            close.setObjectName(f"{object_name}.not_now")
            close.setFixedWidth(Height.HIT)
            close.clicked.connect(self.went)
            for button in (act, close):
                button.clicked.connect(self.hide)
            line.addWidget(close)

    def offer(self) -> None:
        """Come into view, without taking the focus."""
        self.show()
        announce(self._told, self._told.text())
