"""On which days and between which hours a person is to be left in peace."""

from datetime import time

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from relationdesk.domain.suiting.record import Quiet
from relationdesk.language.calendar import calendar
from relationdesk.language.words import _
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.time_field import TimeField

_EVENING, _MORNING = time(20), time(8)


class QuietTimes(QWidget):
    """Says `chosen` with the days and hours, and only when the user chose them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = [QCheckBox(name) for name in calendar().weekdays]
        self._hours = QCheckBox(_("Also between these hours"))
        self._hours.setObjectName("quiet.hours")
        self._starts = TimeField(_("Quiet from"), _EVENING)
        self._ends = TimeField(_("Quiet until"), _MORNING)
        self._zone = Label("", Look.HINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL)
        column.setSpacing(Space.SMALL)
        for fields in (self._days, [self._hours, self._starts, self._ends, self._zone]):
            room = QWidget()
            line = FlowLayout(room, Space.MEDIUM, Space.SMALL)
            for field in fields:
                line.addWidget(field)
            column.addWidget(room)
        for number, box in enumerate(self._days):
            box.setObjectName(f"quiet.day.{number}")
        for box in (*self._days, self._hours):
            box.toggled.connect(self._on_changed)
        for field in (self._starts, self._ends):
            field.time_chosen.connect(self._on_changed)

    @property
    def holds_any(self) -> bool:
        """Whether there is a quiet day or hour."""
        return any(box.isChecked() for box in (*self._days, self._hours))

    def take_focus(self) -> None:
        """Take the keyboard, on the first day."""
        self._days[0].setFocus()

    def show_quiet(self, quiet: Quiet) -> None:
        """Show what is kept, without announcing it."""
        for number, box in enumerate(self._days):
            with QSignalBlocker(box):
                box.setChecked(number in quiet.weekdays)
        with QSignalBlocker(self._hours):
            self._hours.setChecked(quiet.has_hours)
        if quiet.starts is not None and quiet.ends is not None:
            self._starts.show_time(quiet.starts)
            self._ends.show_time(quiet.ends)
        self._zone.setText(quiet.zone)
        self._show_hours()

    def _show_hours(self) -> None:
        for field in (self._starts, self._ends):
            field.setEnabled(self._hours.isChecked())

    @Slot()
    def _on_changed(self) -> None:
        self._show_hours()
        days = tuple(number for number, box in enumerate(self._days) if box.isChecked())
        has_hours = self._hours.isChecked()
        starts, ends = (field.shown if has_hours else None for field in (self._starts, self._ends))
        self.chosen.emit(Quiet(days, starts, ends, self._zone.text()))
