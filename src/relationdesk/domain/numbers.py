"""The numbers that the rules of coming back go by; each is a setting, these are what they begin as."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final, Self

KEPT_AS: Final = "numbers"
"""The setting under which the desk keeps them, as JSON with the names of the fields."""
LEAST: Final = 1
MOST: Final = 999


@dataclass(frozen=True, slots=True)
class Numbers:
    """How much is enough and how long is long, as the user wants it.

    A day is full above `full_day` follow-ups, and of those that have been waiting at most `daily_cap` are
    shown at once. A message counts as answered within `answer_days`, and somebody is left in peace for
    `peace_days`. A preference, a fact and a reading of an audience are old after so many months.
    """

    full_day: int = 8
    daily_cap: int = 5
    answer_days: int = 30
    peace_days: int = 30
    preference_months: int = 18
    fact_months: int = 12
    reading_months: int = 6

    @classmethod
    def told_by(cls, value: object) -> Self:
        """The numbers that a remembered value tells; those that one begins with where it cannot be read."""
        return cls.of(value) if isinstance(value, dict) else cls()

    @classmethod
    def of(cls, kept: Mapping[str, object]) -> Self:
        """The numbers with these names; what is missing or out of bounds is as it begins."""
        told = {field.name: kept.get(field.name) for field in fields(cls)}
        return cls(
            **{name: value for name, value in told.items() if type(value) is int and LEAST <= value <= MOST}
        )
