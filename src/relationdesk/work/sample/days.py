"""The days of a story, counted from the desk's today."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from relationdesk.domain.clock import Clock, today

_NOTED_AT = time(18)


@dataclass(frozen=True, slots=True)
class StoryDays:
    """Turns distances into days and moments of the user's calendar."""

    clock: Clock

    def ahead(self, days: int) -> date:
        """The day so many days from today; a negative distance looks back."""
        return today(self.clock) + timedelta(days=days)

    def ahead_or_none(self, days: int | None) -> date | None:
        """The day so many days from today, if it was told."""
        return None if days is None else self.ahead(days)

    def past(self, days_ago: int) -> date:
        """The day so many days ago."""
        return self.ahead(-days_ago)

    def past_or_none(self, days_ago: int | None) -> date | None:
        """The day so many days ago, if it was told."""
        return None if days_ago is None else self.past(days_ago)

    def evening(self, days_ago: int) -> datetime:
        """When something of that day was noted: its evening, or now when that is still to come."""
        evening = datetime.combine(self.past(days_ago), _NOTED_AT, self.clock.zone())
        return min(self.clock.now(), evening)
