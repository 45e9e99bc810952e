"""Reading a filter from what was typed; there is no text on which it fails."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from relationdesk.domain.filters.clauses import MOST_UNITS, Ago, Clause, Filter, Mistake, Unit, Value, Wrong
from relationdesk.domain.filters.operators import (
    NAME,
    AnyOperator,
    Operator,
    OwnOperator,
    operator_named,
    own_operator_named,
)
from relationdesk.domain.filters.values import means_trash, values_begun
from relationdesk.domain.folding import letters

MOST_TYPED: Final = 500
MOST_CLAUSES: Final = 12
_NAMED: Final = frozenset(
    {Operator.TOPIC, Operator.TAG, Operator.PLATFORM, Operator.CITY, Operator.ORGANISATION}
)
"""Operators whose values are words of the user's own."""

_QUOTED = r'"[^"]*"?|“[^”]*”?|«[^»]*»?'
_QUOTED_NAME = r'"[^"]+"|“[^”]+”|«[^»]+»'
_PART = re.compile(
    rf"(?P<minus>-?)(?:(?:(?P<name>{NAME})|(?P<own>{_QUOTED_NAME})):)?(?P<value>{_QUOTED}|\S*)"
)
_QUOTES: Final = '"“”«»\u00a0\u202f '
_AGO = re.compile(r"(?P<sign>[<>]?)\s*(?P<count>\d{1,9})\s*(?P<unit>[^\W\d_]+)", re.ASCII)
_UNITS: Final = {
    **dict.fromkeys(("d", "day", "days", "j", "jour", "jours"), Unit.DAY),
    **dict.fromkeys(("w", "week", "weeks", "s", "sem", "semaine", "semaines"), Unit.WEEK),
    **dict.fromkeys(("m", "month", "months", "mois"), Unit.MONTH),
    **dict.fromkeys(("y", "year", "years", "a", "an", "ans"), Unit.YEAR),
}
_DAYS: Final = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII),
    re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})", re.ASCII),
)
_Read = Value | Wrong


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a filter between two spaces, quotes kept together: `-name:value`, or a word with no name.

    A name in quotes `is_own`: it can only be that of a field of the user's.
    """

    start: int
    end: int
    is_not: bool
    name: str
    value: str
    value_start: int
    is_own: bool = False

    def operator(self, own: Collection[OwnOperator] = ()) -> AnyOperator | None:
        """What it is a condition about: what is built in, or else one of the user's `own` fields."""
        built_in = None if self.is_own or not self.name else operator_named(self.name)
        return built_in or (own_operator_named(self.name, own) if self.name else None)


def parts_of(typed: str) -> Iterator[Part]:
    """The pieces of a filter, in their order."""
    place, most = 0, min(len(typed), MOST_TYPED)
    while place < most:
        if typed[place].isspace():
            place += 1
            continue
        found = _PART.match(typed, place, most)
        if found is None or found.end() == place:
            place += 1
            continue
        place = found.end()
        yield Part(
            found.start(),
            place,
            bool(found["minus"]),
            found["name"] or unquoted(found["own"] or ""),
            found["value"],
            found.start("value"),
            found["own"] is not None,
        )


def may_name_own_field(typed: str) -> bool:
    """Whether something is named in `typed` that is not built in, and may be a field of the user's."""
    return any(part.name and part.operator() is None for part in parts_of(typed))


def read_filter(typed: str, own: Collection[OwnOperator] = ()) -> Filter:
    """What `typed` asks for on a desk with these fields of the user's `own`."""
    words: list[str] = []
    without: list[str] = []
    clauses: list[Clause] = []
    mistakes: list[Mistake] = []
    for part in parts_of(typed):
        operator = part.operator(own)
        if operator is None:
            _take_words(part, typed, words, without, mistakes)
            continue
        read = _value(operator, unquoted(part.value))
        if isinstance(read, Wrong):
            mistakes.append(Mistake(part.start, part.end, read, unquoted(part.value), operator))
        elif len(clauses) == MOST_CLAUSES:
            mistakes.append(Mistake(part.start, part.end, Wrong.TOO_MANY, typed[part.start : part.end]))
        else:
            clauses.append(Clause(operator, read, part.is_not))
    return Filter(" ".join(words), tuple(without), tuple(clauses), tuple(mistakes))


def unquoted(value: str) -> str:
    """A value without the quotes round it."""
    return value.strip(_QUOTES)


def _take_words(
    part: Part, typed: str, words: list[str], without: list[str], mistakes: list[Mistake]
) -> None:
    whole = typed[part.start : part.end]
    is_address = part.value.startswith("/")
    if part.name and part.value and not is_address:
        why = Wrong.FIELD if part.is_own else Wrong.OPERATOR
        mistakes.append(Mistake(part.start, part.end, why, part.name))
    elif part.is_not and not part.name and unquoted(part.value)[:1].isalpha():
        without.append(letters(part.value))
    else:
        words += unquoted(whole).split()


def _value(operator: AnyOperator, typed: str) -> _Read:
    if not typed:
        return Wrong.EMPTY
    if isinstance(operator, OwnOperator):
        from relationdesk.domain.filters.own_values import asked_value  # noqa: PLC0415 - only for own fields

        return asked_value(operator.kind, typed) or Wrong.VALUE
    own: _Read | None = None
    if operator in _NAMED:
        own = letters(typed) or Wrong.VALUE
    elif operator is Operator.LAST:
        own = _ago(typed)
    elif operator is Operator.DUE:
        own = _day(typed)
    elif operator is Operator.IS and means_trash(typed):
        own = Wrong.TRASH
    return own or _listed_value(operator, typed)


def _listed_value(operator: Operator, typed: str) -> _Read:
    begun = values_begun(operator, typed)
    if len(begun) > 1:
        return Wrong.SEVERAL
    return begun[0] if begun else Wrong.VALUE


def _ago(typed: str) -> Ago | None:
    found = _AGO.fullmatch(typed.casefold())
    unit = _UNITS.get(found["unit"]) if found else None
    if found is None or unit is None:
        return None
    return Ago(found["sign"] == ">", min(int(found["count"]), MOST_UNITS), unit)


def _day(typed: str) -> date | None:
    for form in _DAYS:
        if found := form.fullmatch(typed):
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                return None
    return None
