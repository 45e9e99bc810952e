"""Questions to the desk: plain SQL in, frozen values out, nothing held between two questions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, cast, get_args, get_type_hints

from sqlcipher3.dbapi2 import SQLITE_INTERRUPT

from relationdesk.desk.connection import Connection, reading_cache
from relationdesk.desk.faults import telling_the_world
from relationdesk.desk.moments import moment_text
from relationdesk.domain.errors import GivenUpError

_STEPS = 10_000
"""Steps of the library between two looks whether an answer is still wanted: a millisecond, or less."""

Value = TypeVar("Value")
Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Statement(Generic[Value]):
    """A question: its SQL with named parameters, and the value that each row of the answer fills.

    The columns come in the order of the value's fields and under their names; a test holds every
    statement of the program to that. A field whose type can `read` a text is filled by that.
    """

    fills: type[Value]
    sql: str


class Reader:
    """One reading connection. Used by one thread at a time.

    Every question raises DamagedDeskError when it meets a page that fails its check.
    """

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._cache = 0

    def ask(self, statement: Statement[Value], **parameters: object) -> list[Value]:
        """Every row of the answer, in the statement's order."""
        fill = _filler_of(statement)
        return [fill(row) for row in self._rows(statement.sql, parameters)]

    def ask_one(self, statement: Statement[Value], **parameters: object) -> Value | None:
        """The first row of the answer, or None."""
        row = next(iter(self._rows(statement.sql, parameters)), None)
        return None if row is None else _filler_of(statement)(row)

    def ids(self, sql: str, **parameters: object) -> list[int]:
        """The single whole-number column of a question that gives no more."""
        return [row[0] for row in self._rows(sql, parameters)]

    def number(self, sql: str, **parameters: object) -> int:
        """The one whole number that a question gives; 0 when it gives nothing."""
        row = next(iter(self._rows(sql, parameters)), None)
        return 0 if row is None or row[0] is None else int(row[0])

    def stream(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a question too large to hold, as the file holds them; read to the end at once."""
        with telling_the_world(self._path):
            yield from self._connection.execute(sql)

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Every question inside the block sees the desk of the same moment, whatever is changed meanwhile."""
        with telling_the_world(self._path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    @contextmanager
    def as_long_as(self, is_wanted: Callable[[], bool]) -> Iterator[None]:
        """Give up with GivenUpError what is asked in the block, soon after nobody wants it any more."""
        self._keep_what_is_worth_it()
        self._connection.set_progress_handler(lambda: not is_wanted(), _STEPS)
        try:
            yield
        except self._connection.OperationalError as error:
            if error.sqlite_errorcode == SQLITE_INTERRUPT:
                raise GivenUpError from error
            raise
        finally:
            self._connection.set_progress_handler(None, 0)

    def _keep_what_is_worth_it(self) -> None:
        """Keep as many pages as a desk is worth that may have grown."""
        with suppress(OSError):
            worth = reading_cache(self._path)
            if worth != self._cache:
                self._connection.execute(f"PRAGMA cache_size = -{worth}")
                self._cache = worth

    def close(self) -> None:
        """Close the connection; no question may follow."""
        self._connection.close()

    def _rows(self, sql: str, parameters: dict[str, object]) -> list[tuple[Any, ...]]:
        with telling_the_world(self._path):
            rows: list[tuple[Any, ...]] = self._connection.execute(sql, _plain(parameters)).fetchall()
        return rows


def _plain(parameters: dict[str, object]) -> dict[str, object]:
    return {name: _plain_value(value) for name, value in parameters.items()}


def _plain_value(value: object) -> object:
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return str(value).encode("utf-8", "replace").decode()  # half a character matches nothing
    return value


def _filler_of(statement: Statement[Value]) -> Callable[[tuple[Any, ...]], Value]:
    return cast("Callable[[tuple[Any, ...]], Value]", _filler(cast("Any", statement.fills)))


@cache
def _filler(fills: Any) -> Callable[[tuple[Any, ...]], Any]:
    if not is_dataclass(fills):
        raise TypeError(fills)
    hints = get_type_hints(fills)
    converts = [
        (index, convert)
        for index, field in enumerate(fields(fills))
        if (convert := _convert(hints[field.name]))
    ]

    def fill(row: tuple[Any, ...]) -> Any:
        values = list(row)
        for index, convert in converts:
            if values[index] is not None:
                values[index] = convert(values[index])
        return cast("Any", fills)(*values)

    return fill


_CONVERSIONS: dict[object, Convert] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    time: time.fromisoformat,
    Decimal: Decimal,
    bool: bool,
}


def _convert(hint: Any) -> Convert | None:
    if isinstance(hint, UnionType):
        (hint,) = (argument for argument in get_args(hint) if argument is not NoneType)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return _CONVERSIONS.get(hint) or getattr(hint, "read", None)
