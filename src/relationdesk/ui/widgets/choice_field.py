"""One value out of a few, each with its word."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

T = TypeVar("T")


class ChoiceField(QComboBox, Generic[T]):
    """Says `chosen` with the value, and only when the user chose it; the wheel scrolls the page over it."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Iterable[tuple[T, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))
        self._values: list[T] = []
        self.show_choices(choices)
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> T | None:
        """The value shown, None while there is none."""
        row = self.currentIndex()
        return self._values[row] if row >= 0 else None

    def show_choices(self, choices: Iterable[tuple[T, str]]) -> None:
        """Offer other values, keeping the one shown where it is still offered."""
        kept = self.value
        self.clear()
        pairs = list(choices)
        self._values = [value for value, _word in pairs]
        self.addItems([word for _value, word in pairs])
        if kept in self._values:
            self.show_value(kept)

    def show_value(self, value: T) -> None:
        """Show a value without announcing it; nothing is shown for one that is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot(int)
    def _on_activated(self, row: int) -> None:
        self.chosen.emit(self._values[row])
