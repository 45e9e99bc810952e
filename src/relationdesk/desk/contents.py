"""The whole content of a desk, table by table, as plain values: what an archive is made of."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Column, LargeBinary, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Session, SQLModel

from relationdesk.desk import tables
from relationdesk.desk.catalogue import CATALOGUE, Undo
from relationdesk.desk.errors import UnfitRowError
from relationdesk.desk.reader import Reader
from relationdesk.desk.tables.columns import AmountText, DayText, HourText, MomentText, WordText

PlainRow = Mapping[str, Any]
_READABLE = (AmountText, DayText, HourText, MomentText, WordText)
TABLES = tables.__all__
"""Named so that importing this module registers every table."""
_AT_ONCE = 500
_TYPED = "draft"


def archived_tables() -> list[str]:
    """The tables that an archive holds, each after those that it points to."""
    return [table.name for table in SQLModel.metadata.sorted_tables if CATALOGUE[table.name].archived]


def rows_of(reader: Reader, table: str) -> Iterator[PlainRow]:
    """Every row of a table in the order of its key, values as the file holds them.

    Of contents that are stored once (`Undo.FINAL`), only those that some row points to, or a text that is
    being typed names: the others wait for an undo or a redo that may still want them.
    """
    columns = [column.name for column in SQLModel.metadata.tables[table].columns]
    key = ", ".join(column.name for column in SQLModel.metadata.tables[table].primary_key)
    names = ", ".join(f'"{column}"' for column in columns)
    wanted = " OR ".join(_pointing_to(table)) if CATALOGUE[table].undo is Undo.FINAL else "true"
    for row in reader.stream(f"SELECT {names} FROM {table} WHERE {wanted} ORDER BY {key}"):  # noqa: S608 - names of the schema
        yield dict(zip(columns, row, strict=True))


def fill(session: Session, table: str, rows: Iterable[PlainRow], *, is_older: bool = False) -> int:
    """Add rows to a table inside a change that is under way; returns how many.

    Those of an older schema may lack a column that can be empty.

    Raises:
        UnfitRowError: a row has a column or a value that the table cannot hold.
    """
    if table not in CATALOGUE:
        raise UnfitRowError(table)
    columns = {column.name: column for column in SQLModel.metadata.tables[table].columns}
    stays = table == _TYPED or CATALOGUE[table].undo is Undo.FINAL
    twice = "ON CONFLICT DO NOTHING" if stays else ""
    insert = text(
        f"INSERT INTO {table} ({', '.join(columns)}) "  # noqa: S608 - names of the schema
        f"VALUES ({', '.join(':' + name for name in columns)}) {twice}"
    )
    lacking = {name: None for name, column in columns.items() if is_older and column.nullable}
    count = 0
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(_checked(table, columns, {**lacking, **row}))
        count += 1
        if len(batch) == _AT_ONCE:
            session.execute(insert, batch)
            batch = []
    if batch:
        session.execute(insert, batch)
    return count


def prove_values(reader: Reader) -> None:
    """Prove that every column of every table holds what belongs in it.

    Raises:
        UnfitRowError: one does not.
    """
    for name, table in SQLModel.metadata.tables.items():
        for column in table.columns:
            kinds = ", ".join(f"'{kind}'" for kind in _kinds(column))
            wrong = f"SELECT count(*) FROM {name} WHERE typeof({column.name}) NOT IN ({kinds})"  # noqa: S608 - names of the schema
            if reader.number(wrong) or not all(_fits(column, value) for value in _different(reader, column)):
                raise UnfitRowError(name, column.name)


def prove_row(table: str, row: PlainRow) -> None:
    """Prove that a row holds what belongs into its table.

    Raises:
        UnfitRowError: it does not.
    """
    _checked(table, dict(SQLModel.metadata.tables[table].columns), row)


def may_hold(table: str, column: str, value: object) -> bool:
    """Whether a value, as the file holds it, may stand in a column; true for one that is no more."""
    found = SQLModel.metadata.tables[table].columns.get(column)
    return found is None or _fits(found, value)


def make_room(session: Session) -> bool:
    """Take the user's details and settings off a desk that holds nothing else; False when it holds more.

    What is being typed at the moment stays, and binds nobody.
    """
    replaced = ("my_details", "setting")
    for table in archived_tables():
        is_bound = table not in (*replaced, _TYPED) and CATALOGUE[table].undo is not Undo.FINAL
        if is_bound and session.execute(text(f"SELECT 1 FROM {table} LIMIT 1")).first():  # noqa: S608 - see above
            return False
    for table in replaced:
        session.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - see above
    session.execute(text("DELETE FROM setting"))  # a number that goes has everybody counted again
    return True


def _kinds(column: Column[Any]) -> Iterator[str]:
    """The types (sqlite.org/lang_corefunc.html#typeof) that a value of a column may have in the file."""
    if column.nullable:
        yield "null"
    if isinstance(column.type, LargeBinary):
        yield "blob"
    elif not isinstance(column.type, _READABLE) and column.type.python_type in {int, bool}:
        yield "integer"
    else:
        yield "text"


def _different(reader: Reader, column: Column[Any]) -> Iterator[object]:
    """Every different value of a column whose values have to be readable; none of any other."""
    if isinstance(column.type, _READABLE):
        for (value,) in reader.stream(f"SELECT DISTINCT {column.name} FROM {column.table.name}"):  # noqa: S608 - see above
            yield value


def _pointing_to(table: str) -> Iterator[str]:
    for key in (key for other in SQLModel.metadata.tables.values() for key in other.foreign_keys):
        if key.column.table.name == table:
            there, here = f"{key.parent.table.name}.{key.parent.name}", f"{table}.{key.column.name}"
            yield f"EXISTS (SELECT 1 FROM {key.parent.table.name} WHERE {there} = {here})"  # noqa: S608 - see above
    if table == "blob":
        yield "EXISTS (SELECT 1 FROM draft WHERE instr(draft.text, blob.hash))"


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
