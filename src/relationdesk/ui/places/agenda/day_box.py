"""A day: its name and number, a word when it is full, and what stands on it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from relationdesk.language.dates import full_day, short_weekday
from relationdesk.language.words import _
from relationdesk.ui.places.agenda.day_list import DayList
from relationdesk.ui.places.agenda.words import day_told, full_told
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.chip import Chip, ChipText
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import plain_tip
from relationdesk.ui.widgets.restyling import restyle
from relationdesk.work.agenda.queries import AgendaItem, ItemKind

_HEAD_WIDTH = 76
_LEAST_LOW = 52


class DayBox(QFrame):
    """Tall in a row of seven, or low with its head at the left, one below the other."""

    def __init__(self, *, is_compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_compact = is_compact
        self._is_low = False
        self.list = DayList(is_compact=is_compact)
        self._name = Label("", Look.TINY)
        self._number = Label("", Look.STRONG if is_compact else Look.HEADING)
        self._full = Chip(ChipText(_("full"), Tone.WARN))
        self._full.hide()
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(Space.TIGHT, 0, Space.TIGHT, 0)
        head.setSpacing(Space.TIGHT)
        for part in (self._name, self._number) if not is_compact else (self._number,):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self._full)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(Space.TIGHT, Space.TIGHT + 2, Space.TIGHT, Space.TIGHT)
        self._layout.setSpacing(Space.TIGHT)
        self._layout.addWidget(self._head, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self.list, 1)

    def show_day(
        self, day: date, items: Sequence[AgendaItem], *, today: date, is_pale: bool, full_above: int
    ) -> None:
        """Show a day; `is_pale` when it belongs to another month than the one looked at."""
        count = sum(item.kind is ItemKind.FOLLOW_UP for item in items)
        self.setProperty("ground", "today" if day == today else "other" if is_pale else "day")
        restyle(self)
        self._name.setText(short_weekday(day))
        self._number.setText(str(day.day))
        self._number.setEnabled(not is_pale)
        self.list.setAccessibleName(day_told(day, len(items)))
        self._head.setToolTip(plain_tip(full_day(day)))
        self._full.setVisible(count > full_above)
        self._full.tell_exactly(full_told(count, full_above))
        self.list.show_day(day, items, takes_drops=day >= today)
        self._fit()

    def fold(self, *, is_low: bool) -> None:
        """Stand low, one below the other, or tall beside one another."""
        self._is_low = is_low
        direction = QBoxLayout.Direction.LeftToRight if is_low else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(direction)
        self._head.setMinimumWidth(_HEAD_WIDTH if is_low else 0)
        self._head.setMaximumWidth(_HEAD_WIDTH if is_low else self.maximumWidth())
        self._fit()

    def _fit(self) -> None:
        if self._is_low:
            self.setFixedHeight(max(_LEAST_LOW, self.list.content_height() + 3 * Space.TIGHT))
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(self.maximumWidth())


def week_heads(days: Sequence[date]) -> QWidget:
    """The names of the weekdays above a month."""
    heads = QWidget()
    line = QHBoxLayout(heads)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    for day in days:
        label = Label(short_weekday(day), Look.TINY)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line.addWidget(label, 1)
    return heads
