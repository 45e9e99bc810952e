"""How close a relationship is, counted from the last contact that went both ways."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

ANY_GAP_DAYS: Final = 36_500
"""The longest gap, without an ideal one, of a person with whom it does not matter how often."""


class Closeness(StrEnum):
    """How a relationship stands against the gap the user wished for."""

    NO_CADENCE = "no_cadence"
    WARM = "warm"
    COOLING = "cooling"
    DISTANT = "distant"


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often the user wants to be in touch, in days; `longest` is the gap not to go past."""

    ideal: int
    longest: int


def closeness(cadence: Cadence | None, last_two_way: date | None, today: date) -> Closeness:
    """Warm inside the ideal gap, cooling up to the longest, distant past it or when never in touch."""
    if cadence is None:
        return Closeness.NO_CADENCE
    if last_two_way is None:
        return Closeness.DISTANT
    gap = (today - last_two_way).days
    if gap <= cadence.ideal:
        return Closeness.WARM
    return Closeness.COOLING if gap <= cadence.longest else Closeness.DISTANT
