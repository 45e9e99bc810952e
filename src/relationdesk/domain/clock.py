"""Time comes in through one door, so that rules can be tried on any day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the moment and where on earth the user's day is counted."""

    def now(self) -> datetime:
        """This moment, in UTC."""

    def zone(self) -> ZoneInfo:
        """The user's time zone."""


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still until it is set, for tests and the sample desk."""

    moment: datetime
    place: ZoneInfo

    def now(self) -> datetime:
        """The moment it was set to, in UTC."""
        return self.moment.astimezone(UTC)

    def zone(self) -> ZoneInfo:
        """The zone it was made with."""
        return self.place


def today(clock: Clock) -> date:
    """The user's day at this moment."""
    return clock.now().astimezone(clock.zone()).date()
