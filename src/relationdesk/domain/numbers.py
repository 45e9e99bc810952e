"""The numbers that the rules of coming back go by; each is a setting, these are what they begin as."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final, Self

LEAST: Final = 1
MOST: Final = 999


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many a day may hold, as the user wants it.

    A day is full above `full_day` follow-ups, and of those that have been waiting at most `daily_cap` are
    shown at once.
    """

    full_day: int = 8
    daily_cap: int = 5

    @classmethod
    def of(cls, kept: Mapping[str, object]) -> Self:
        """The numbers with these names; what is missing or out of bounds is as it begins."""
        told = {field.name: kept.get(field.name) for field in fields(cls)}
        return cls(
            **{name: value for name, value in told.items() if type(value) is int and LEAST <= value <= MOST}
        )
