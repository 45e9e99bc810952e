"""The keys that lead from a filter into the list below it, and back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from relationdesk.ui.widgets.row_table import RowTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterKeys(QObject):
    """Letters that are typed in the list go into the filter, and Up at its top leads there.

    Says `left_down` for Up, Down and Enter in the filter, True for Enter; `emptied` for Escape where
    something stands in it, and `typed` when letters came from the list.
    """

    left_down = Signal(bool)
    emptied = Signal()
    typed = Signal()

    def __init__(self, field: QLineEdit, table: RowTable) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)
        table.typed.connect(self._on_typed)
        table.left_upwards.connect(field.setFocus)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._leads_on(Qt.Key(event.key()))
        return False

    def _leads_on(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape and self._field.text():
            self.emptied.emit()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, *_ENTER):
            self.left_down.emit(key in _ENTER)
            return True
        return False

    @Slot(str)
    def _on_typed(self, letters: str) -> None:
        self._field.setFocus()
        self._field.setText(self._field.text() + letters)
        self.typed.emit()
