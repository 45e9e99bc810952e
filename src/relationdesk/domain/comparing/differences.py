"""Which rows are not the same on both sides, and on which side they changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

Value = str | int | float | bytes | None
Row = tuple[Value, ...]
"""The values of one row in the order of its table's columns, as the file holds them."""
Key = tuple[Value, ...]


@dataclass(frozen=True)
class Shape:
    """What comparing has to know of a table.

    Every column outside the key belongs to one group of `together`: columns that are one thing to a person,
    such as an amount and its currency, and are never taken from two sides. Rows that agree in the columns of
    one group of `unique` are the same thing under two identities.
    """

    table: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    together: tuple[tuple[str, ...], ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    parents: Mapping[str, str] = field(default_factory=dict)
    """Links, each with its table, without whose other end a row has no meaning."""
    mentions: Mapping[str, str] = field(default_factory=dict)
    """Links that are emptied when their other end goes."""
    held_by: tuple[str, str] | None = None
    """The table, and its link, of the rows without any of which a row of this one is nobody's."""

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each column stands in a row."""
        return {column: place for place, column in enumerate(self.columns)}

    def key_of(self, row: Row) -> Key:
        """The identity of a row."""
        return self.values(row, self.key)

    def values(self, row: Row, columns: Iterable[str]) -> tuple[Value, ...]:
        """What a row says in some columns."""
        return tuple(row[self.places[column]] for column in columns)

    def with_values(self, row: Row, changed: Mapping[str, Value]) -> Row:
        """The same row with something else in some columns."""
        return tuple(changed.get(column, row[place]) for place, column in enumerate(self.columns))


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that is not the same here and there; None where it is not.

    `origin` is what it was when both sides were one.
    """

    table: str
    key: Key
    origin: Row | None
    here: Row | None
    there: Row | None

    @property
    def is_changed_here(self) -> bool:
        """Whether this side added, changed or deleted it."""
        return self.here != self.origin

    @property
    def is_changed_there(self) -> bool:
        """Whether the other side added, changed or deleted it."""
        return self.there != self.origin

    @property
    def is_deleted(self) -> bool:
        """Whether one side deleted what both had."""
        return self.origin is not None and (self.here is None or self.there is None)


def differences(
    shape: Shape, origin: Iterable[Row], here: Iterable[Row], there: Iterable[Row]
) -> Iterator[Difference]:
    """The rows of one table that are not the same here and there.

    Each side gives its rows in the rising order of their keys; no row is held longer than it takes to
    compare it.

    Raises:
        ValueError: a side does not rise.
    """
    was, mine, theirs = (_Side(shape, rows) for rows in (origin, here, there))
    while True:
        keys = [side.key for side in (was, mine, theirs) if side.key is not None]
        if not keys:
            return
        key = min(keys)
        first, second, third = was.take(key), mine.take(key), theirs.take(key)
        if second != third:
            yield Difference(shape.table, key, first, second, third)


class _Side:
    """One side's rows, one at a time."""

    def __init__(self, shape: Shape, rows: Iterable[Row]) -> None:
        places = [shape.places[column] for column in shape.key]
        self._key_of = itemgetter(*places, places[0])
        self._rows = iter(rows)
        self._row: Row | None = None
        self.key: Key | None = None
        self._go_on()

    def take(self, key: Key) -> Row | None:
        """The row of this key, None when it is not on this side."""
        if self.key != key:
            return None
        row = self._row
        self._go_on()
        return row

    def _go_on(self) -> None:
        former = self.key
        self._row = next(self._rows, None)
        self.key = None if self._row is None else self._key_of(self._row)[:-1]
        if former is not None and self.key is not None and not former < self.key:
            raise ValueError(self.key)
