"""The quiet line at the bottom that says what just happened, and takes it back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Height, Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Look


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say a change of state, politely."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - not for first paint

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class UndoLine(QFrame):
    """Shows one message at a time and stays until the next; empty, it takes no room."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "rail")
        self.setAccessibleName(_("What just happened"))
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.LARGE, Space.TIGHT, Space.MEDIUM, Space.TIGHT)
        line.setSpacing(Space.MEDIUM)
        self._message = ElidedLabel("", Look.SECONDARY, self)
        self._message.setObjectName("status.message")
        self._undo = Button(
            _("Undo"),
            Role.QUIET,
            Icon.UNDO_2,
            QKeySequence(QKeySequence.StandardKey.Undo),
            self,
            compact=True,
        )
        self._undo.clicked.connect(self.undo_asked)
        line.addWidget(self._message, 1)
        line.addWidget(self._undo)
        self.setFixedHeight(Height.HIT + 2 * Space.TIGHT)
        self.hide()

    def show_message(self, text: str, *, can_undo: bool = True) -> None:
        """Say what happened, on screen and to a screen reader."""
        self._message.setText(text)
        self._message.setAccessibleName(text)
        self._undo.setVisible(can_undo)
        self.show()
        announce(self._message, text)

    def clear(self) -> None:
        """Say nothing any more."""
        self._message.setText("")
        self._message.setAccessibleName("")
        self.hide()
