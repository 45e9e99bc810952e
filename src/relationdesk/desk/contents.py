"""The whole content of a desk, table by table, as plain values: what an archive is made of."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Column, LargeBinary, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Session, SQLModel

from relationdesk.desk import tables
from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.errors import UnfitRowError
from relationdesk.desk.reader import Reader
from relationdesk.desk.tables.columns import AmountText, DayText, HourText, MomentText, WordText

PlainRow = Mapping[str, Any]
_READABLE = (AmountText, DayText, HourText, MomentText, WordText)
TABLES = tables.__all__
"""Named so that importing this module registers every table."""
_AT_ONCE = 500


def archived_tables() -> list[str]:
    """The tables that an archive holds, each after those that it points to."""
    return [table.name for table in SQLModel.metadata.sorted_tables if CATALOGUE[table.name].archived]


def rows_of(reader: Reader, table: str) -> Iterator[PlainRow]:
    """Every row of a table in the order of its key, values as the file holds them."""
    columns = [column.name for column in SQLModel.metadata.tables[table].columns]
    key = ", ".join(column.name for column in SQLModel.metadata.tables[table].primary_key)
    names = ", ".join(f'"{column}"' for column in columns)
    for row in reader.stream(f"SELECT {names} FROM {table} ORDER BY {key}"):  # noqa: S608 - names of the schema
        yield dict(zip(columns, row, strict=True))


def fill(session: Session, table: str, rows: Iterable[PlainRow]) -> int:
    """Add rows to a table inside a change that is under way; returns how many.

    Raises:
        UnfitRowError: a row has a column or a value that the table cannot hold.
    """
    if table not in CATALOGUE:
        raise UnfitRowError(table)
    columns = {column.name: column for column in SQLModel.metadata.tables[table].columns}
    insert = text(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(':' + name for name in columns)})"  # noqa: S608 - names of the schema
    )
    count = 0
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(_checked(table, columns, row))
        count += 1
        if len(batch) == _AT_ONCE:
            session.execute(insert, batch)
            batch = []
    if batch:
        session.execute(insert, batch)
    return count


def links_hold(session: Session) -> bool:
    """Whether every link on the desk points to a row that is there."""
    return session.execute(text("PRAGMA foreign_key_check")).first() is None


def _checked(table: str, columns: Mapping[str, Column[Any]], row: PlainRow) -> dict[str, Any]:
    if unknown := set(row) ^ set(columns):
        raise UnfitRowError(table, min(unknown))
    for name, column in columns.items():
        if not _fits(column, row[name]):
            raise UnfitRowError(table, name)
    return dict(row)


def _fits(column: Column[Any], value: object) -> bool:
    if value is None:
        return bool(column.nullable)
    kind = column.type
    if isinstance(kind, _READABLE):
        return isinstance(value, str) and _reads(kind, value)
    if isinstance(kind, LargeBinary):
        return isinstance(value, bytes)
    if kind.python_type in {int, bool}:
        return isinstance(value, int) and abs(value) < 2**63
    return isinstance(value, str)


def _reads(kind: TypeDecorator[Any], value: str) -> bool:
    try:
        kind.process_result_value(value, None)  # type: ignore[arg-type]  # ours ignore the dialect
    except (ValueError, ArithmeticError):
        return False
    return True
