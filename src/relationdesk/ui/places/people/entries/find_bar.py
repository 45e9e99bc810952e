"""A quiet line to look for words in a history: what is looked for, how often it is there, and the way."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label, Look

_LEAST_COUNT = 64
"""The room for the count, so that the buttons stay where they are while it grows."""


class FindBar(QWidget):
    """Says `edited` with what is looked for, `stepped` with 1 to go on or -1 to go back, and `left`."""

    edited = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = Field(_("Find in the history"), _("Words in the history"), Icon.SEARCH)
        self.field.setObjectName("timeline.find")
        self.field.edited.connect(self.edited)
        self.field.installEventFilter(self)
        self.count = Label("", Look.HINT)
        self.count.setObjectName("timeline.find.count")
        self.count.setMinimumWidth(_LEAST_COUNT)
        back = self._way(Icon.CHEVRON_UP, _("The match before"), -1)
        onward = self._way(Icon.CHEVRON_DOWN, _("The match after"), 1)
        leave = Button("", Role.QUIET, Icon.X, compact=True, name=_("Close"))
        leave.clicked.connect(self.left)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.WIDE, Space.TIGHT, Space.WIDE, Space.TIGHT)
        line.setSpacing(Space.TIGHT)
        line.addWidget(self.field, 1)
        line.addSpacing(Space.TIGHT)
        for part in (self.count, back, onward, leave):
            line.addWidget(part)
        self.hide()

    def begin(self) -> None:
        """Take the keys; what was looked for is chosen, so that typing replaces it."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def show_count(self, at: int | None, count: int) -> None:
        """Say which of how many matches is shown; nothing while nothing is looked for."""
        words = ""
        if self.field.text().strip():
            words = _("{number} of {all}").format(number=at, all=count) if at else _("Nothing found")
        self.count.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, with Shift back; Escape leaves, and goes no further."""
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        is_press = event.type() == QEvent.Type.KeyPress
        if event.key() == Qt.Key.Key_Escape:
            if is_press:
                self.left.emit()
            event.accept()
            return is_press
        if is_press and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return super().eventFilter(watched, event)

    def _way(self, icon: Icon, name: str, step: int) -> Button:
        button = Button("", Role.QUIET, icon, compact=True, name=name)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button
