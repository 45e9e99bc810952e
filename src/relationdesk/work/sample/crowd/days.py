"""The days of the crowd as the file holds them, each written once."""

from dataclasses import dataclass

from relationdesk.desk.moments import moment_text
from relationdesk.domain.clock import Clock
from relationdesk.work.sample.days import StoryDays

LONGEST_AGO = 3660
FARTHEST_AHEAD = 400


@dataclass(frozen=True, slots=True)
class DayTexts:
    """Days and evenings by their distance from today, up to ten years back."""

    past: tuple[str, ...]
    ahead: tuple[str, ...]
    evening: tuple[str, ...]


def day_texts(clock: Clock) -> DayTexts:
    """The days around the clock's today."""
    days = StoryDays(clock)
    return DayTexts(
        tuple(days.past(ago).isoformat() for ago in range(LONGEST_AGO + 1)),
        tuple(days.ahead(ahead).isoformat() for ahead in range(FARTHEST_AHEAD + 1)),
        tuple(moment_text(days.evening(ago)) for ago in range(LONGEST_AGO + 1)),
    )
