"""What a filter says, once it is read."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from dateutil.relativedelta import relativedelta

from relationdesk.domain.filters.operators import AnyOperator

MOST_UNITS: Final = 9_999


class Unit(StrEnum):
    """What a span of time is counted in."""

    DAY = "d"
    WEEK = "w"
    MONTH = "m"
    YEAR = "y"


@dataclass(frozen=True, slots=True)
class Ago:
    """Longer ago than so many units, or within them."""

    is_longer: bool
    count: int
    unit: Unit

    def since(self, today: date) -> date:
        """The first day of the span that ends today; the first day there is where it would be before that."""
        try:
            return today - self._span()
        except (OverflowError, ValueError):
            return date.min

    def _span(self) -> relativedelta | timedelta:
        match self.unit:
            case Unit.DAY:
                return timedelta(days=self.count)
            case Unit.WEEK:
                return timedelta(weeks=self.count)
            case Unit.MONTH:
                return relativedelta(months=self.count)
            case Unit.YEAR:
                return relativedelta(years=self.count)


class Never(StrEnum):
    """That something never happened."""

    NEVER = "never"


class Due(StrEnum):
    """When the next step with a person is."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    WEEK = "week"
    LATE = "late"
    NONE = "none"


class Owes(StrEnum):
    """To whom something is owed."""

    ME = "me"
    THEM = "them"


class Has(StrEnum):
    """What there may be about a person."""

    PICTURE = "picture"
    NOTE = "note"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    ADDRESS = "address"
    HANDLE = "handle"
    BIRTHDAY = "birthday"
    TOPIC = "topic"
    TAG = "tag"
    ORGANISATION = "organisation"
    PREFERENCE = "preference"
    FACT = "fact"
    RELATION = "relation"
    FILE = "file"
    FOLLOW_UP = "followup"
    PROMISE = "promise"
    PARTNERSHIP = "partnership"
    RHYTHM = "rhythm"


class Is(StrEnum):
    """How it stands with a person."""

    ARCHIVED = "archived"
    WARM = "warm"
    DISTANT = "distant"
    DO_NOT_CONTACT = "dnc"


class Sign(StrEnum):
    """How a number or a day is compared with the one that is typed."""

    EQUAL = "="
    OVER = ">"
    UNDER = "<"
    AT_LEAST = ">="
    AT_MOST = "<="


_SIGNED: Final = re.compile(r"(?P<sign>>=|<=|[=<>≥≤]?)\s*(?P<rest>.*)", re.DOTALL)


def signed(typed: str) -> tuple[str, str]:
    """The sign of comparison at the head of what is typed, or none, and what follows it."""
    found = _SIGNED.match(typed)
    return (found["sign"], found["rest"]) if found else ("", typed)


@dataclass(frozen=True, slots=True)
class Compared:
    """More, less or as much as a number or a day, written as `domain.own_values` keeps it."""

    sign: Sign
    value: str


Value = str | StrEnum | Ago | date | Compared
"""Words for what the user names, a word of a closed list, a span of time, a day, or what is compared."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition: what `operator` asks of a person, or with `is_not` its opposite."""

    operator: AnyOperator
    value: Value
    is_not: bool = False


class Wrong(StrEnum):
    """Why a part of a filter was left out."""

    OPERATOR = "operator"
    FIELD = "field"
    VALUE = "value"
    EMPTY = "empty"
    SEVERAL = "several"
    TRASH = "trash"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A part of a filter that was left out: where it stands, and why; `operator` where it is known."""

    start: int
    end: int
    why: Wrong
    typed: str
    operator: AnyOperator | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter as it was understood.

    `words` are the free words, `without` those that must not lead to a person, `clauses` the conditions and
    `mistakes` what was left out.
    """

    words: str = ""
    without: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def is_words_alone(self) -> bool:
        """Whether it asks for nothing but words."""
        return not self.without and not self.clauses
