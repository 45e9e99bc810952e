"""The days of a week or of a month, side by side."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.agenda.day_box import DayBox, week_heads
from relationdesk.ui.places.agenda.day_list import DayList
from relationdesk.ui.theme.tokens import Space
from relationdesk.work.agenda.queries import AgendaItem

WEEK: Final = 7
MONTH: Final = 6 * WEEK
_SIDE_BY_SIDE_FROM: Final = 780
Days = Mapping[date, Sequence[AgendaItem]]


class _Days(QObject):
    """The boxes of a view, and what they say together."""

    person_asked = Signal(object)
    moved = Signal(object, object)

    def __init__(self, boxes: Sequence[DayBox], parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes = tuple(boxes)
        for box in self.boxes:
            box.list.person_asked.connect(self.person_asked)
            box.list.moved.connect(self.moved)
            box.list.left.connect(self._on_left)

    @Slot(object, object)
    def _on_left(self, left: DayList, step: timedelta) -> None:
        lists = [box.list for box in self.boxes]
        beside = lists.index(left) + step.days
        if 0 <= beside < len(lists):
            lists[beside].setFocus(Qt.FocusReason.TabFocusReason)

    def take_focus(self, day: date) -> None:
        """Give the keys to a day that is shown."""
        for box in self.boxes:
            if box.list.day == day:
                box.list.setFocus(Qt.FocusReason.TabFocusReason)


class WeekView(QScrollArea):
    """Seven days from Monday, one below the other where there is no room beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Week"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.days = _Days([DayBox(is_compact=False) for _day in range(WEEK)], self)
        inside = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._line.setContentsMargins(Space.WIDE, Space.SMALL, Space.WIDE, Space.WIDE)
        self._line.setSpacing(Space.TIGHT)
        for box in self.days.boxes:
            self._line.addWidget(box, 1)
        self._end = QWidget()
        self._line.addWidget(self._end)
        self.setWidget(inside)

    def show_days(self, days: Days, *, today: date, full_above: int) -> None:
        """Show seven days."""
        for box, (day, items) in zip(self.days.boxes, days.items(), strict=True):
            box.show_day(day, items, today=today, is_pale=False, full_above=full_above)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.width() < _SIDE_BY_SIDE_FROM
        direction = QBoxLayout.Direction.TopToBottom if is_low else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(direction)
        for box in self.days.boxes:
            box.fold(is_low=is_low)
        self._line.setStretchFactor(self._end, 1 if is_low else 0)


class MonthView(QWidget):
    """Six weeks, which hold any month."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Month"))
        self.days = _Days([DayBox(is_compact=True) for _day in range(MONTH)], self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.TIGHT, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.TIGHT)
        monday = date(2026, 11, 23)
        column.addWidget(week_heads([monday + timedelta(days=ahead) for ahead in range(WEEK)]))
        grid = QGridLayout()
        grid.setSpacing(Space.TIGHT)
        for place, box in enumerate(self.days.boxes):
            grid.addWidget(box, place // WEEK, place % WEEK)
            grid.setRowStretch(place // WEEK, 1)
            grid.setColumnStretch(place % WEEK, 1)
        column.addLayout(grid, 1)

    def show_days(self, days: Days, month: date, *, today: date, full_above: int) -> None:
        """Show six weeks; the days of other months than `month` are pale."""
        for box, (day, items) in zip(self.days.boxes, days.items(), strict=True):
            is_pale = day.month != month.month
            box.show_day(day, items, today=today, is_pale=is_pale, full_above=full_above)
