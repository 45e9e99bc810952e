"""Making planned changes on a desk, inside a change that is under way."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection as EngineConnection

from relationdesk.desk.bundles.errors import ChangedMeanwhileError
from relationdesk.desk.connection import Connection
from relationdesk.desk.contents import prove_row
from relationdesk.desk.errors import UnfitRowError
from relationdesk.desk.shapes import contents_in, shapes
from relationdesk.domain.comparing.differences import Row, Shape, Value
from relationdesk.domain.comparing.merging import Change

Write = Callable[[str, list[tuple[Value, ...]]], Any]


def apply_changes(connection: EngineConnection, changes: Sequence[Change], there: Connection) -> None:
    """Make every change, and bring over the contents that changed rows point to.

    Links may point to nothing until the transaction ends.

    Raises:
        ChangedMeanwhileError: a row is not as the changes take it to be.
        UnfitRowError: a row of the other side, or a content, is nothing that a desk can hold.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = 1")
    for change in changes:
        _prove_before(connection, change)
        _prove_after(change)
    _bring_contents(connection, changes, there)
    write = connection.exec_driver_sql
    _clear_names(write, changes)
    for (table, kind), group in groupby(changes, key=lambda change: (change.table, _kind(change))):
        _WRITING[kind](write, shapes()[table], list(group))


def _kind(change: Change) -> str:
    if change.after is None:
        return "delete"
    return "insert" if change.before is None else "update"


def _delete(write: Write, shape: Shape, changes: Iterable[Change]) -> None:
    write(f"DELETE FROM {shape.table} WHERE {_is_row(shape)}", [change.key for change in changes])  # noqa: S608 - names of the schema


def _insert(write: Write, shape: Shape, changes: Iterable[Change]) -> None:
    names, marks = ", ".join(shape.columns), ", ".join("?" * len(shape.columns))
    write(
        f"INSERT INTO {shape.table} ({names}) VALUES ({marks})",  # noqa: S608 - names of the schema
        [change.after for change in changes if change.after is not None],
    )


def _clear_names(write: Write, changes: Sequence[Change]) -> None:
    """Have names that must differ out of the way before they are given anew, for two may change places."""
    for table, shape in shapes().items():
        keys = [change.key for change in changes if change.table == table and change.before is not None]
        for (column,) in (group for group in shape.unique if keys and len(group) == 1):
            away = f"UPDATE {table} SET {column} = char(1) || {column} WHERE {_is_row(shape)}"  # noqa: S608 - see below
            write(away, keys)


def _update(write: Write, shape: Shape, changes: Iterable[Change]) -> None:
    changed = [(change.key, change.after) for change in changes if change.after is not None]
    columns = [column for column in shape.columns if column not in shape.key]
    assigned = ", ".join(f"{column} = ?" for column in columns)
    write(
        f"UPDATE {shape.table} SET {assigned} WHERE {_is_row(shape)}",  # noqa: S608 - see above
        [(*shape.values(row, columns), *key) for key, row in changed],
    )


_WRITING: Mapping[str, Callable[[Write, Shape, Iterable[Change]], None]] = {
    "delete": _delete,
    "insert": _insert,
    "update": _update,
}


def _is_row(shape: Shape) -> str:
    return " AND ".join(f"{column} = ?" for column in shape.key)


def _prove_before(connection: EngineConnection, change: Change) -> None:
    shape = shapes()[change.table]
    found = connection.exec_driver_sql(
        f"SELECT {', '.join(shape.columns)} FROM {shape.table} WHERE {_is_row(shape)}",  # noqa: S608 - see above
        change.key,
    ).first()
    if (None if found is None else tuple(found)) != change.before:
        raise ChangedMeanwhileError


def _prove_after(change: Change) -> None:
    if change.after is not None:
        prove_row(change.table, dict(zip(shapes()[change.table].columns, change.after, strict=True)))


def _bring_contents(connection: EngineConnection, changes: Iterable[Change], there: Connection) -> None:
    for table, name in set(_named_contents(changes)):
        known = connection.exec_driver_sql(f"SELECT 1 FROM {table} WHERE hash = ?", (name,)).first()  # noqa: S608 - see above
        if known is None:
            _bring_content(connection, table, name, there)


def _named_contents(changes: Iterable[Change]) -> Iterator[tuple[str, Value]]:
    for change in changes:
        if change.after is None:
            continue
        shape = shapes()[change.table]
        for column, table in contents_in(shape).items():
            name = change.after[shape.places[column]]
            if name is not None:
                yield table, name


def _bring_content(connection: EngineConnection, table: str, name: Value, there: Connection) -> None:
    columns = ("hash", "media_type", "size", "content")
    found: Row | None = there.execute(
        f"SELECT {', '.join(columns)} FROM {table} WHERE hash = ?",  # noqa: S608 - see above
        (name,),
    ).fetchone()
    if found is None:
        raise UnfitRowError(table)
    row = dict(zip(columns, found, strict=True))
    prove_row(table, row)
    content = row["content"]
    if not isinstance(content, bytes) or hashlib.sha256(content).hexdigest() != name:
        raise UnfitRowError(table, "content")
    marks = ", ".join("?" * len(columns))
    connection.exec_driver_sql(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", found)  # noqa: S608 - see above
