"""When a backup is due, and which backups stay."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

KEPT_WHOLE = timedelta(days=2)
"""How long every backup stays."""
DAYS_KEPT = 7
WEEKS_KEPT = 4
OVERDUE = timedelta(days=7)
"""A last good backup older than this is worth a warning."""
_BYTES_A_MINUTE = 10_000_000
"""How much a large desk may add to its backups."""
_CLOCKS_DIFFER = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How long to wait before a backup.

    It comes `pause` after the last change, when work rests, and at the latest `longest` after the first
    change that it would hold; but never sooner than `apart` after the one before.
    """

    pause: timedelta = timedelta(minutes=5)
    longest: timedelta = timedelta(minutes=30)
    apart: timedelta = timedelta(minutes=20)

    @classmethod
    def of_desk(cls, size: int) -> "Rhythm":
        """The rhythm of a desk of so many bytes: a large one comes less often, for all of two days stay."""
        return cls(apart=max(cls().apart, size / _BYTES_A_MINUTE * timedelta(minutes=1)))

    def due_at(self, *, last: datetime | None, first_change: datetime, last_change: datetime) -> datetime:
        """When the changes since the `last` backup have to be in one."""
        due = min(last_change + self.pause, first_change + self.longest)
        return due if last is None or last > first_change else max(due, last + self.apart)


def kept(moments: Collection[datetime], now: datetime, zone: tzinfo) -> frozenset[datetime]:
    """Of the moments at which backups were made, those whose backups stay.

    Kept are all of the last two days; of what is older, the last of each of the latest seven days that
    have one; and of what is older still, the last of each of the latest four weeks that have one. So a
    computer that was off for a month loses nothing by its first backup afterwards. A moment that lies ahead
    was told by a clock that went wrong, and stays. Days and weeks (ISO 8601) are those of `zone`.
    """
    older = sorted((moment for moment in moments if now - moment > KEPT_WHOLE), reverse=True)
    whole = {moment for moment in moments if now - moment <= KEPT_WHOLE}
    of_days = _last_of_each(older, lambda moment: moment.astimezone(zone).date())
    of_weeks = _last_of_each(of_days[DAYS_KEPT:], lambda moment: moment.astimezone(zone).isocalendar()[:2])
    return frozenset([*whole, *of_days[:DAYS_KEPT], *of_weeks[:WEEKS_KEPT]])


def latest_trusted(moments: Iterable[datetime], now: datetime) -> datetime | None:
    """The latest moment that is not ahead of the clock; None when there is none."""
    return max((moment for moment in moments if moment <= now + _CLOCKS_DIFFER), default=None)


def is_overdue(last: datetime | None, now: datetime) -> bool:
    """Whether the last good backup, None for no backup at all, is so old that the user should know."""
    return last is None or now - last > OVERDUE


def _last_of_each(latest_first: list[datetime], period_of: Callable[[datetime], object]) -> list[datetime]:
    """The latest of each period that has one, the latest first."""
    chosen: dict[object, datetime] = {}
    for moment in latest_first:
        chosen.setdefault(period_of(moment), moment)
    return list(chosen.values())
