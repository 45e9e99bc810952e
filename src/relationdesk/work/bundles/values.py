"""What stands in a row, as a user reads it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Boolean
from sqlmodel import SQLModel

from relationdesk.desk.reader import Reader
from relationdesk.desk.shapes import shapes
from relationdesk.desk.tables.columns import DayText, MomentText, WordText
from relationdesk.domain.comparing.differences import Difference, Row, Value
from relationdesk.domain.comparing.matters import links
from relationdesk.domain.terms import term
from relationdesk.language.calendar import calendar
from relationdesk.language.dates import birthday_text, long_day, whole_number
from relationdesk.language.names import country_name, language_name
from relationdesk.language.words import _, plural
from relationdesk.work.bundles.labels import Thing, thing

_LONGEST = 140
_AT_ONCE = 1000
_NAMING = {
    "person": ("display_name",),
    "organisation": ("name",),
    "topic": ("name",),
    "own_field": ("name",),
    "tag": ("name",),
    "handle": ("platform", "name"),
    "interaction": ("title", "text"),
    "partnership": ("title",),
    "import_batch": ("file_name",),
}
"""By which columns a row is named where another one points to it."""
_DERIVED = ("_key", "doubtful", "addressed_by_title")


@dataclass(frozen=True, slots=True)
class Names:
    """What the rows are called that others point to, by table and identity."""

    known: Mapping[tuple[str, Value], str]

    def of(self, table: str, identity: Value) -> str:
        """The name of a row; a dash for one that is nowhere."""
        return self.known.get((table, identity), "—")


def names_for(reader: Reader, found: Iterable[Difference]) -> Names:
    """The names of every row that the differences, or what is told of them, point to."""
    known: dict[tuple[str, Value], str] = {}
    wanted: dict[str, set[int]] = {table: set() for table in _NAMING}
    for one in found:
        shape = shapes()[one.table]
        for row in (one.origin, one.there, one.here):
            if row is None:
                continue
            if one.table in _NAMING:
                known[one.table, one.key[0]] = _named(row, shape.places, _NAMING[one.table])
            for _column, (table, (identity,)) in links(shape, row, {**shape.parents, **shape.mentions}):
                if table in wanted and isinstance(identity, int):
                    wanted[table].add(identity)
    for table, identities in wanted.items():
        for row in rows_by_id(reader, table, _NAMING[table], identities):
            known.setdefault((table, row[0]), _one_line(" ".join(str(value) for value in row[1:] if value)))
    return Names(known)


def rows_by_id(
    reader: Reader, table: str, columns: tuple[str, ...], identities: Iterable[int], *, by: str = "id"
) -> Iterator[tuple[Any, ...]]:
    """Some columns, `by` before them, of those rows of a table that are there."""
    wanted = sorted(identities)
    for first in range(0, len(wanted), _AT_ONCE):
        listed = ", ".join(map(str, wanted[first : first + _AT_ONCE]))
        yield from reader.stream(f"SELECT {by}, {', '.join(columns)} FROM {table} WHERE {by} IN ({listed})")  # noqa: S608 - our own names, whole numbers


def told_thing(table: str, row: Row, names: Names) -> str:
    """A row in a few words: `fact: shoe size 39`; none for a person, who is named beside it."""
    told = thing(table) if table != "person" else None
    if told is None:
        return ""
    what = " · ".join(part for part in (shown(table, row, (column,), names) for column in told.shown) if part)
    word = _word(table, told, row)
    return _("{thing}: {what}").format(thing=word, what=what) if what else word


def shown(table: str, row: Row, columns: tuple[str, ...], names: Names, *, is_whole: bool = False) -> str:
    """What stands in some columns of a row, which are one thing to the user; empty for nothing.

    A long text is cut unless it `is_whole`.
    """
    values = {column: row[shapes()[table].places[column]] for column in columns}
    if "birth_day" in values:
        return _birthday(values)
    if "ideal_gap_days" in values:
        return _rhythm(values)
    say = str if is_whole else _one_line
    parts = [
        _plain(table, column, value, names, say) for column, value in values.items() if _is_shown(column)
    ]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _word(table: str, told: Thing, row: Row) -> str:
    if told.word_in is None:
        return told.word
    return _plain(table, told.word_in, row[shapes()[table].places[told.word_in]], Names({}), str)


def _plain(table: str, column: str, value: Value, names: Names, say_text: Callable[[str], str]) -> str:
    if value is None or value in {"", b""}:
        return ""
    target = _target(table, column)
    if target is not None:
        return names.of(target, value)
    kind = _kind(table, column)
    for told, say in _SAYING.items():
        if isinstance(kind, told):
            return say(kind, value)
    if column in _NAMED_BY:
        return _NAMED_BY[column](str(value))
    return whole_number(value) if isinstance(value, int) else say_text(str(value))


_SAYING: Mapping[type, Callable[[Any, Any], str]] = {
    WordText: lambda kind, value: term(kind.words(value)),
    DayText: lambda _kind, value: long_day(date.fromisoformat(value)),
    MomentText: lambda _kind, value: long_day(datetime.fromisoformat(value).astimezone().date()),
    Boolean: lambda _kind, value: _("yes") if value else _("no"),
}
"""How values are said, by the kind of their column."""


@cache
def _kind(table: str, column: str) -> object:
    return SQLModel.metadata.tables[table].columns[column].type


@cache
def _target(table: str, column: str) -> str | None:
    shape = shapes()[table]
    return {**shape.parents, **shape.mentions}.get(column)


def _is_shown(column: str) -> bool:
    return not column.endswith(_DERIVED)


def _birthday(values: Mapping[str, Value]) -> str:
    year, month, day = (values[f"birth_{part}"] for part in ("year", "month", "day"))
    if not (isinstance(month, int) and isinstance(day, int)):
        return str(year or "")
    return birthday_text(month, day, year if isinstance(year, int) else None)


def _weekdays(days: str) -> str:
    names = calendar().weekdays
    return ", ".join(names[int(day)] for day in days if day in "0123456")


_NAMED_BY: Mapping[str, Callable[[str], str]] = {
    "country": country_name,
    "language": language_name,
    "picture_hash": lambda _digest: _("a picture"),
    "quiet_days": _weekdays,
}
"""Columns that hold a code, and how it is said."""


def _rhythm(values: Mapping[str, Value]) -> str:
    ideal, longest = (values[f"{which}_gap_days"] for which in ("ideal", "longest"))
    gaps = (
        plural("every {n} day", "every {n} days", ideal) if isinstance(ideal, int) else "",
        plural("after {n} day at the latest", "after {n} days at the latest", longest)
        if isinstance(longest, int)
        else "",
    )
    return " · ".join(gap for gap in gaps if gap)


def _named(row: Row, places: Mapping[str, int], columns: tuple[str, ...]) -> str:
    return _one_line(" ".join(str(row[places[column]]) for column in columns if row[places[column]]))


def _one_line(text: str) -> str:
    line = " ".join(text[: 4 * _LONGEST].split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
