"""Writing many rows of one table at once."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Dialect, LargeBinary
from sqlalchemy import Connection as EngineConnection
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
    told = tuple(rows[0])
    default = {
        column.name: column.default.arg
        for column in columns
        if column.name not in told and isinstance(column.default, ScalarElementColumnDefault)
    }
    prepared = [_Prepared(_preparing(columns[name], connection.dialect)) for name in told]
    constants = tuple(
        _Prepared(_preparing(columns[name], connection.dialect))[value] for name, value in default.items()
    )
    values = itemgetter(*told, told[0])  # one more than wanted, so that it is a tuple for one column too
    converts = [(place, kept) for place, kept in enumerate(prepared) if kept.prepare is not None]
    names = ", ".join((*told, *default))
    prepared_rows = [_row(values(row), converts, constants) for row in rows]
    at_once = 1 if any(isinstance(columns[name].type, LargeBinary) for name in told) else _ROWS_AT_ONCE
    _write(connection, f"{table.__tablename__} ({names})", prepared_rows, at_once)


def _write(connection: EngineConnection, target: str, rows: list[tuple[Any, ...]], at_once: int) -> None:
    insertion = f"INSERT INTO {target} VALUES "  # noqa: S608 - our own names
    marks = f"({', '.join('?' * len(rows[0]))})"
    whole = len(rows) - len(rows) % at_once
    groups = [tuple(chain(*rows[start : start + at_once])) for start in range(0, whole, at_once)]
    if groups:
        connection.exec_driver_sql(insertion + ", ".join([marks] * at_once), groups)
    if whole < len(rows):
        connection.exec_driver_sql(insertion + marks, rows[whole:])


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


def _row(
    values: tuple[Any, ...], converts: Sequence[tuple[int, _Prepared]], constants: tuple[Any, ...]
) -> tuple[Any, ...]:
    row = list(values[:-1])
    for place, prepared in converts:
        row[place] = prepared[row[place]]
    return (*row, *constants)


def _preparing(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    return column.type.dialect_impl(dialect).bind_processor(dialect)
