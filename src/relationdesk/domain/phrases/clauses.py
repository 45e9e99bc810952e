"""A line cut into clauses, with the days and hours that each of them names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from relationdesk.domain.phrases.days import DayFound, day_at, held
from relationdesk.domain.phrases.hours import HourFound, hour_at
from relationdesk.domain.phrases.tokens import Token, word_set

_ENDS = frozenset(',;:!?()[]{}…•*→«»"“”|\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029')
_DASHES = frozenset("-–—")
_TITLES = word_set("m, mr, mrs, ms, mme, mlle, dr, st, ste, prof")


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` to `after` of a line, the sign that ends them, and the days and hours in them."""

    tokens: Sequence[Token]
    first: int
    after: int
    ended_by: str
    days: tuple[DayFound, ...]
    hours: tuple[HourFound, ...]
    own: frozenset[str] = frozenset()
    """The words of the name of whom the line is about; none when that is not known."""

    @property
    def times(self) -> tuple[DayFound | HourFound, ...]:
        """Its days and its hours."""
        return (*self.days, *self.hours)

    @property
    def is_only_time(self) -> bool:
        """It holds a day or an hour and no other word."""
        covered = sum(span.after - span.first for span in self.times)
        return bool(self.times) and covered == self.after - self.first

    @property
    def begins_with_hour(self) -> bool:
        """Its first word belongs to an hour."""
        return any(hour.first == self.first for hour in self.hours)

    def starts_time(self, index: int) -> bool:
        """A day or an hour begins at `index`."""
        return any(span.first == index for span in self.times)

    def part(self, first: int, after: int) -> "Clause":
        """Tokens `first` to `after` of this clause as one of their own."""
        days = tuple(day for day in self.days if first <= day.first < after)
        hours = tuple(hour for hour in self.hours if first <= hour.first < after)
        return replace(self, first=first, after=after, days=days, hours=hours)

    def joined(self, following: "Clause") -> "Clause":
        """This clause and the one after it as one."""
        return replace(
            self,
            after=following.after,
            ended_by=following.ended_by,
            days=self.days + following.days,
            hours=self.hours + following.hours,
        )


def clauses_of(tokens: Sequence[Token], today: date, own: frozenset[str] = frozenset()) -> list[Clause]:
    """The clauses of a line in order; signs inside a day or an hour (12.01.2027, 17:30) end nothing."""
    found: list[Clause] = []
    days: list[DayFound] = []
    hours: list[HourFound] = []
    first = index = 0
    while index < len(tokens):
        hour = hour_at(tokens, index)
        day = day_at(tokens, index, today) if hour is None else None
        if hour is not None:
            hours.append(hour)
            index = hour.after
        elif day is not None:
            floor = max(first, *(day.after for day in days[-1:]), *(hour.after for hour in hours[-1:]), 0)
            days.append(held(day, tokens, floor))
            index = day.after
        elif _ends_clause(tokens, index):
            found.append(Clause(tokens, first, index, tokens[index].plain, tuple(days), tuple(hours), own))
            days, hours = [], []
            first = index = index + 1
        else:
            index += 1
    found.append(Clause(tokens, first, index, "", tuple(days), tuple(hours), own))
    return [clause for clause in found if clause.after > clause.first]


def _ends_clause(tokens: Sequence[Token], index: int) -> bool:
    sign = tokens[index].typed
    glued_after = index + 1 < len(tokens) and tokens[index + 1].glued
    if sign == ".":
        return not glued_after and not (index and tokens[index - 1].plain in _TITLES)
    if sign == "," and glued_after:
        return not (tokens[index + 1].plain.isdigit() and index and tokens[index - 1].plain.isdigit())
    if sign in _DASHES:
        glued_before = tokens[index].glued and tokens[index - 1].exact.isalnum()
        return not (glued_before and glued_after) and not glued_after
    return sign in _ENDS
