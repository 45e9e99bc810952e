"""Writing many rows of one table at once."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Dialect, LargeBinary
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlmodel import Session, SQLModel

_ROWS_AT_ONCE = 100
"""So many rows go into one statement: what triggers and search indexes do once for each statement is half
of the time of an import. The library takes 32,766 values at most."""


def insert_rows(session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns; a column they leave out gets its default.

    It writes what SQLAlchemy's own insert of the same rows would, and the same triggers hear of it, in a
    fifth of the time: values are prepared column by column and each different one once, and many rows go
    into one statement.
    """
    if not rows:
        return
    connection = session.connection()
    columns = SQLModel.metadata.tables[str(table.__tablename__)].columns
    default = {
        column.name: column.default.arg
        for column in columns
        if column.name not in rows[0] and isinstance(column.default, ScalarElementColumnDefault)
    }
    told = (*rows[0], *default)
    preparing = [_Prepared(_preparation(columns[name], connection.dialect)) for name in told]
    at_once = 1 if any(isinstance(columns[name].type, LargeBinary) for name in told) else _ROWS_AT_ONCE
    whole = len(rows) - len(rows) % at_once
    insertion = f"INSERT INTO {table.__tablename__} ({', '.join(told)}) VALUES "  # noqa: S608 - our own names
    for begins, ends, size in ((0, whole, at_once), (whole, len(rows), len(rows) - whole)):
        if begins < ends:
            groups = (rows[start : start + size] for start in range(begins, ends, size))
            values = [_values(group, tuple(rows[0]), tuple(default.values()), preparing) for group in groups]
            connection.exec_driver_sql(insertion + _marks(len(told), size), values)


def _marks(columns: int, rows: int) -> str:
    return ", ".join([f"({', '.join('?' * columns)})"] * rows)


def _values(
    rows: Sequence[Mapping[str, Any]],
    told: tuple[str, ...],
    default: tuple[Any, ...],
    preparing: Sequence["_Prepared"],
) -> tuple[Any, ...]:
    """The values of rows one after the other, as the file holds them."""
    take = itemgetter(*told, told[0])  # one more than wanted, so that it is a tuple for one column too
    columns = [*zip(*map(take, rows), strict=True)][:-1] + [(value,) * len(rows) for value in default]
    prepared = [
        column if known.prepare is None else [known[value] for value in column]
        for known, column in zip(preparing, columns, strict=True)
    ]
    return tuple(chain.from_iterable(zip(*prepared, strict=True)))


def _preparation(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    return column.type.dialect_impl(dialect).bind_processor(dialect)


class _Prepared(dict[Any, Any]):
    """Values as the file holds them, by what they are in the program."""

    def __init__(self, prepare: Callable[[Any], Any] | None) -> None:
        super().__init__()
        self.prepare = prepare

    def __missing__(self, value: Any) -> Any:
        prepared = value if self.prepare is None else self.prepare(value)
        if not isinstance(value, Decimal):  # 10 and 10.00 are equal, and written as they were typed
            self[value] = prepared
        return prepared
