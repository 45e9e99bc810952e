"""The numbers that the rules go by, each with what it is for."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from relationdesk.domain.numbers import LEAST, MOST, Numbers
from relationdesk.language.words import _
from relationdesk.ui.places.settings.page import setting_line
from relationdesk.ui.theme.tokens import Space

_WIDTH: Final = 84
"""So that the fields stand one below the other."""


class NumbersCard(QWidget):
    """Shows the numbers named, with what each is for; says `chosen` with all of them when one is changed."""

    chosen = Signal(object)

    def __init__(self, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = Numbers()
        self._fields = {name: self._field(name, told) for name, told in words.items()}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.TIGHT)
        for name, told in words.items():
            self._column.addLayout(setting_line(told, self._fields[name]))

    def show_numbers(self, numbers: Numbers) -> None:
        """Show the numbers that are in force."""
        self._numbers = numbers
        for name, field in self._fields.items():
            with QSignalBlocker(field):
                field.setValue(getattr(numbers, name))

    def put_below(self, widget: QWidget) -> None:
        """Show something below the numbers."""
        self._column.addWidget(widget)

    def _field(self, name: str, words: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(LEAST, MOST)
        field.setAccessibleName(words)
        field.setObjectName(f"settings.{name}")
        field.setFixedWidth(_WIDTH)
        field.setKeyboardTracking(False)
        field.lineEdit().setTextMargins(Space.SMALL, 0, 0, 0)
        field.valueChanged.connect(self._on_changed)
        return field

    @Slot()
    def _on_changed(self) -> None:
        told = {name: field.value() for name, field in self._fields.items()}
        self._numbers = replace(self._numbers, **told)
        self.chosen.emit(self._numbers)


def enough_words() -> dict[str, str]:
    """What the numbers are for that say how much a day may hold."""
    return {
        "daily_cap": _("Of what has been waiting, Today shows at once"),
        "full_day": _("Follow-ups above which a day is full"),
    }


def touch_words() -> dict[str, str]:
    """What the numbers are for by which being in touch is counted."""
    return {
        "answer_days": _("Days within which a message counts as answered"),
        "peace_days": _("Days of peace after a third request or reminder in a row"),
    }


def age_words() -> dict[str, str]:
    """What the numbers are for from which on something known is old."""
    return {
        "preference_months": _("Months after which a preference is old"),
        "fact_months": _("Months after which a fact is old"),
        "reading_months": _("Months after which a number of followers is old"),
    }
