"""The numbers that the rules of coming back go by; each is a setting, these are what they begin as."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final, Self

LEAST: Final = 1
MOST: Final = 999


@dataclass(frozen=True, slots=True)
class Numbers:
    """How long and how many, as the user wants it.

    `answer_days`: an answer within so many days of a message makes a contact go both ways. `peace_days`: how
    long to leave somebody in peace who was asked too often. A preference, a fact and a reading of an audience
    are old after so many months. A day is full above `full_day` follow-ups, and at most `daily_cap` of those
    that have been waiting are shown at once.
    """

    answer_days: int = 30
    peace_days: int = 30
    preference_months: int = 18
    fact_months: int = 12
    reading_months: int = 6
    full_day: int = 8
    daily_cap: int = 5

    @classmethod
    def of(cls, kept: Mapping[str, object]) -> Self:
        """The numbers with these names; what is missing or out of bounds is as it begins."""
        told = {field.name: kept.get(field.name) for field in fields(cls)}
        return cls(
            **{name: value for name, value in told.items() if type(value) is int and LEAST <= value <= MOST}
        )
