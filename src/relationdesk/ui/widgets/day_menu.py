"""The days that a follow-up is put off to: those people say, and any other."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from relationdesk.language.dates import clock_time, short_day, short_weekday
from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.ui.theme.tokens import Tint

EVENING: Final = time(19)
_WEEK = 7
_LONGEST: Final = 32


@dataclass(frozen=True, slots=True)
class DayChoice:
    """A day, or an hour of it, and what people call it."""

    name: str
    day: date
    at: time | None = None


def day_choices(now: datetime) -> list[DayChoice]:
    """What can be chosen at `now`, the user's local time, the soonest first and no day twice."""
    today = now.date()
    after_weekend = today + timedelta(days=_WEEK - today.weekday())
    tonight = [DayChoice(_("Tonight"), today, EVENING)] if now.time() < EVENING else []
    later = [
        DayChoice(_("Tomorrow"), today + timedelta(days=1)),
        DayChoice(_("After the weekend"), after_weekend),
        DayChoice(_("In two weeks"), today + timedelta(days=2 * _WEEK)),
    ]
    days = {choice.day: choice for choice in reversed(later)}
    return tonight + sorted(days.values(), key=lambda choice: choice.day)


class DayMenu(QMenu):
    """Says `chosen` with a day and an hour or None, or `other_asked` for a day that is not in it.

    With `can_drop` the menu ends with giving the thing up. It goes when it is closed.
    """

    chosen = Signal(object, object)
    other_asked = Signal()
    drop_asked = Signal()

    def __init__(self, now: datetime, parent: QWidget, *, can_drop: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._today = now.date()
        for choice in day_choices(now):
            self._add_choice(choice)
        self._other = self.addAction(_("Another day…"))
        self._other.triggered.connect(self.other_asked)
        if can_drop:
            self.addSeparator()
            self.addAction(_("Drop it, with a word why…")).triggered.connect(self.drop_asked)

    def offer_after(self, what: str, met_on: date) -> None:
        """Offer the day after something that lies ahead, by its name."""
        words = " ".join(what.split())
        name = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
        choice = DayChoice(_("After “{what}”").format(what=name), met_on + timedelta(days=1))
        self.insertAction(self._other, self._add_choice(choice))

    def point_out(self, words: str) -> None:
        """Say something above the days, which cannot be chosen."""
        remark = QAction(line_icon(Icon.BELL_OFF, Tint.WARN), words.replace("&", "&&"), self)
        remark.setEnabled(False)
        first = self.actions()[0]
        self.insertAction(first, remark)
        self.insertSeparator(first)

    def _add_choice(self, choice: DayChoice) -> QAction:
        action = self.addAction(f"{choice.name}\t{_when(choice, self._today)}".replace("&", "&&"))
        action.triggered.connect(lambda: self.chosen.emit(choice.day, choice.at))
        return action


def _when(choice: DayChoice, today: date) -> str:
    if choice.at is not None:
        return clock_time(choice.at)
    return _("{weekday} {day}").format(weekday=short_weekday(choice.day), day=short_day(choice.day, today))
