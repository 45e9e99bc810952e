"""How many people followed an account, day by day: told and drawn, never judged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reading:
    """A number of followers, and the day it was read on, where that is known."""

    followers: int
    taken_on: date | None = None


def in_order(readings: Iterable[Reading]) -> list[Reading]:
    """The oldest first; what has no day comes before what has one, for nobody knows how old it is."""
    return sorted(readings, key=lambda reading: (reading.taken_on is not None, reading.taken_on or date.min))


def curve(readings: Sequence[tuple[date, int]]) -> list[tuple[float, float]]:
    """Readings, the oldest first, as points between 0 and 1: days to the right, followers upwards.

    The lowest lies at 0 and the highest at 1; where all are as high, they lie at 0.
    """
    if not readings:
        return []
    first, days = readings[0][0], max((readings[-1][0] - readings[0][0]).days, 1)
    lowest = min(number for _day, number in readings)
    height = max(max(number for _day, number in readings) - lowest, 1)
    return [((day - first).days / days, (number - lowest) / height) for day, number in readings]
