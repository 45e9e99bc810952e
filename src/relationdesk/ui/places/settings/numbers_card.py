"""The numbers that the days go by, each with what it is for."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from relationdesk.domain.numbers import LEAST, MOST, Numbers
from relationdesk.language.words import _
from relationdesk.ui.places.settings.page import setting_line
from relationdesk.ui.theme.tokens import Space


class NumbersCard(QWidget):
    """Says `chosen` with the numbers when the user changes one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = Numbers()
        self._fields = {name: self._field(name, words) for name, words in _words().items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        for name, words in _words().items():
            column.addLayout(setting_line(words, self._fields[name]))

    def show_numbers(self, numbers: Numbers) -> None:
        """Show the numbers that are in force."""
        self._numbers = numbers
        for name, field in self._fields.items():
            with QSignalBlocker(field):
                field.setValue(getattr(numbers, name))

    def _field(self, name: str, words: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(LEAST, MOST)
        field.setAccessibleName(words)
        field.setObjectName(f"settings.{name}")
        field.setKeyboardTracking(False)
        field.lineEdit().setTextMargins(Space.SMALL, 0, 0, 0)
        field.valueChanged.connect(self._on_changed)
        return field

    @Slot()
    def _on_changed(self) -> None:
        told = {name: field.value() for name, field in self._fields.items()}
        self._numbers = replace(self._numbers, **told)
        self.chosen.emit(self._numbers)


def _words() -> dict[str, str]:
    return {
        "daily_cap": _("Of what has been waiting, Today shows at once"),
        "full_day": _("Follow-ups above which a day is full"),
    }
