"""How values are written in the file, and the kinds of column that tables are made of.

Everything is readable as plain text by the reading thread: days as `2026-11-23`, past moments as
`2026-11-23T17:00:00.000Z` in UTC, amounts as exact decimals, words of the vocabulary as their values.
"""

from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

from relationdesk.desk.moments import moment_text


class MomentText(TypeDecorator[datetime]):
    """An aware moment, kept as text in UTC."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the base class's signature
        """Write a moment."""
        return None if value is None else moment_text(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the base class's signature
        """Read a moment."""
        return None if value is None else datetime.fromisoformat(value)


class DayText(TypeDecorator[date]):
    """A day, kept as ISO 8601 text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the base class's signature
        """Write a day."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:  # noqa: ARG002 - the base class's signature
        """Read a day."""
        return None if value is None else date.fromisoformat(value)


class HourText(TypeDecorator[time]):
    """An hour of the wall clock, kept as `17:00`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the base class's signature
        """Write an hour."""
        return None if value is None else value.isoformat(timespec="minutes")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> time | None:  # noqa: ARG002 - the base class's signature
        """Read an hour."""
        return None if value is None else time.fromisoformat(value)


class AmountText(TypeDecorator[Decimal]):
    """An exact decimal, kept as text without exponent."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the base class's signature
        """Write an amount."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002 - the base class's signature
        """Read an amount."""
        return None if value is None else Decimal(value)


class WordText(TypeDecorator[StrEnum]):
    """A word of a closed list, kept as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the base class's signature
        """Write a word."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002 - the base class's signature
        """Read a word."""
        return None if value is None else self.words(value)


def identity() -> Any:
    """The identity of a row, given by `Desk.fresh_id`."""
    return Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


def belongs_to(table: str) -> Any:
    """A link to the row without which this one has no meaning: it goes when that goes."""
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", index=True)


def part_of(table: str) -> Any:
    """A link that is half of a pair's identity and goes with either end.

    The first half is found by the primary key; the second half needs an index of its own, which holds
    the first as well where pairs are found by it.
    """
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", primary_key=True)


def mentions(table: str) -> Any:
    """A link that may be empty and is emptied when what it points to goes."""
    return Field(default=None, foreign_key=f"{table}.id", ondelete="SET NULL", index=True)


def plain_text() -> Any:
    """A text; empty when nothing is known."""
    return Field(default="", sa_type=Text)


def account_name() -> Any:
    """The name of an account; platforms do not tell capitals from small letters."""
    return Field(default="", sa_type=cast("type[Text]", Text(collation="NOCASE")))


def word(words: type[StrEnum], *, index: bool = False, primary_key: bool = False) -> Any:
    """A word that is always known."""
    return Field(sa_type=cast("type[WordText]", WordText(words)), index=index, primary_key=primary_key)


def word_or_none(words: type[StrEnum]) -> Any:
    """A word that may be unknown."""
    return Field(default=None, sa_type=cast("type[WordText]", WordText(words)))


def day_or_none(*, index: bool = False) -> Any:
    """A day that may be unknown."""
    return Field(default=None, sa_type=DayText, index=index)


def moment() -> Any:
    """A past moment that is always known."""
    return Field(sa_type=MomentText)


def moment_or_none() -> Any:
    """A past moment that may not have come."""
    return Field(default=None, sa_type=MomentText)
