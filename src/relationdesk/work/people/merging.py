"""Merging two people into one record, and taking them apart again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlmodel import Session, SQLModel

from relationdesk.desk.catalogue import CATALOGUE, Undo
from relationdesk.desk.connection import Connection
from relationdesk.desk.contents import archived_tables
from relationdesk.desk.desk import Desk
from relationdesk.desk.reader import Reader, Statement
from relationdesk.desk.tables import MergerRow, NotSameRow, PersonRow
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.merging import Row, Step, is_person, merged, taken_apart
from relationdesk.work.rows import fetch, prove_there

_DRAFTS = (
    """UPDATE draft SET text = text || char(10) || (SELECT gone.text FROM draft AS gone
        WHERE gone.field = draft.field AND gone.subject = :other AND gone.person_id = :other)
    WHERE subject = :kept AND person_id = :kept AND EXISTS (SELECT 1 FROM draft AS gone
        WHERE gone.field = draft.field AND gone.subject = :other AND gone.person_id = :other)""",
    """UPDATE OR IGNORE draft SET subject = :kept, person_id = :kept
    WHERE subject = :other AND person_id = :other""",
    "UPDATE draft SET person_id = :kept WHERE person_id = :other AND subject <> :other",
    """UPDATE draft SET aside = replace(aside, CAST(:other AS TEXT), CAST(:kept AS TEXT))
    WHERE instr(aside, CAST(:other AS TEXT))""",
)
"""What is being typed about somebody goes on with the person they are merged into."""


@dataclass(frozen=True, slots=True)
class Merger:
    """Somebody who went into the record of another one, and when."""

    id: int
    other_name: str
    merged_at: datetime


_MERGERS = Statement(
    Merger,
    """SELECT id, other_name, merged_at FROM merger WHERE kept_id = :person
    ORDER BY merged_at DESC, id DESC""",
)


def mergers_of(reader: Reader, person_id: PersonId) -> list[Merger]:
    """Who went into a person's record, the latest first."""
    return reader.ask(_MERGERS, person=person_id)


def merge(desk: Desk, kept: PersonId, other: PersonId, chosen: Row) -> int:
    """Have one record of two people from now on, and return under what they can be taken apart.

    `chosen` has the fields of the record as the file holds them, where they are not those of `kept`.

    Raises:
        NotFoundError: one of them is not there any more.
        ValueError: they are one person already.
    """
    if kept == other:
        raise ValueError(kept)
    with desk.change(Label.MERGE_PEOPLE) as session:
        prove_there(session, PersonRow, kept, other)
        connection = _connection_of(session)
        merger = desk.fresh_id()
        steps = merged(_record(connection, kept, other), kept, other, chosen)
        for step in (step for step in steps if step.after is not None):
            _rewrite(connection, step)
        for text in _DRAFTS:
            connection.execute(text, {"kept": kept, "other": other})
        for step in (step for step in steps if step.after is None):
            _delete(connection, step)
        name = next(
            step.before["display_name"] for step in steps if step.table == "person" and not step.after
        )
        session.add(
            MergerRow(id=merger, kept_id=kept, other_id=other, other_name=name, merged_at=desk.clock.now())
        )
        session.flush()
        _remember(desk, connection, merger, steps)
    return merger


def take_apart(desk: Desk, merger_id: int, *, new_goes_along: bool = False) -> PersonId:
    """Have two people again of one, and return who came back.

    What was changed since stays as it is. What was added since stays with the person in whose record it
    stands, or goes with whoever comes back where `new_goes_along`.

    Raises:
        NotFoundError: they were taken apart before.
    """
    with desk.change(Label.TAKE_APART) as session:
        merger = fetch(session, MergerRow, merger_id)
        kept, other = merger.kept_id, merger.other_id
        connection = _connection_of(session)
        steps = _remembered(connection, merger_id)
        session.delete(merger)
        session.flush()
        for step in steps:
            _undo(connection, step, _Pair(steps, kept, other))
        if new_goes_along:
            _take_along(connection, merger_id, kept, other)
    return PersonId(other)


def mark_not_same(desk: Desk, one: PersonId, another: PersonId) -> None:
    """Remember that two people who look alike are two.

    Raises:
        NotFoundError: one of them is not there any more.
    """
    first, second = sorted((one, another))
    with desk.change(Label.NOT_THE_SAME) as session:
        prove_there(session, PersonRow, first, second)
        if session.get(NotSameRow, (first, second)) is None:
            session.add(NotSameRow(person_id=first, other_id=second))


def _connection_of(session: Session) -> Connection:
    """The library's connection under a session, for rows of any table."""
    connection: Connection = session.connection().connection.driver_connection
    return connection


@cache
def _person_columns() -> Mapping[str, tuple[str, ...]]:
    """The columns of each table that hold a person, but of what follows from others or is being typed."""
    found = {
        name: tuple(
            key.parent.name
            for key in SQLModel.metadata.tables[name].foreign_keys
            if key.column.table.name == "person"
        )
        for name in archived_tables()
        if CATALOGUE[name].undo is Undo.UNDOABLE
    }
    return {name: tuple(sorted(columns)) for name, columns in found.items() if columns}


def _columns(table: str) -> list[str]:
    return [column.name for column in SQLModel.metadata.tables[table].columns]


def _record(connection: Connection, kept: int, other: int) -> dict[str, list[Row]]:
    """Every row of both people, and those of others that name one of them."""
    ids = {"kept": kept, "other": other}
    record = {"person": _rows(connection, "person", "id IN (:kept, :other)", ids)}
    for table, columns in _person_columns().items():
        where = " OR ".join(f"{column} IN (:kept, :other)" for column in columns)
        record[table] = _rows(connection, table, where, ids)
    where = "handle_id IN (SELECT id FROM handle WHERE person_id = :other)"
    record["reading"] = _rows(connection, "reading", where, ids)
    return record


def _rows(connection: Connection, table: str, where: str, values: Mapping[str, Any]) -> list[Row]:
    columns = _columns(table)
    key = ", ".join(_key(table))
    sql = f"SELECT {', '.join(columns)} FROM {table} WHERE {where} ORDER BY {key}"  # noqa: S608 - names of the schema
    asked = {name: value for name, value in values.items() if f":{name}" in where}
    return [dict(zip(columns, row, strict=True)) for row in connection.execute(sql, asked)]


def _key(table: str) -> list[str]:
    return [column.name for column in SQLModel.metadata.tables[table].primary_key]


def _at(row: Row, table: str) -> tuple[str, dict[str, Any]]:
    """The condition that finds a row by its key, and its values."""
    key = _key(table)
    return " AND ".join(f"{name} = :key_{name}" for name in key), {f"key_{name}": row[name] for name in key}


def _rewrite(connection: Connection, step: Step) -> None:
    """Have a row hold what it becomes."""
    after = step.after or {}
    changed = {name: value for name, value in after.items() if value != step.before[name]}
    if changed:
        where, key = _at(step.before, step.table)
        sets = ", ".join(f"{name} = :{name}" for name in changed)
        connection.execute(f"UPDATE {step.table} SET {sets} WHERE {where}", changed | key)  # noqa: S608 - names of the schema


def _delete(connection: Connection, step: Step) -> None:
    where, key = _at(step.before, step.table)
    connection.execute(f"DELETE FROM {step.table} WHERE {where}", key)  # noqa: S608 - names of the schema


def _remember(desk: Desk, connection: Connection, merger: int, steps: list[Step]) -> None:
    first = desk.fresh_ids(len(steps))
    connection.executemany(
        """INSERT INTO merged_row (id, merger_id, table_name, before, after, picture_hash)
        VALUES (?, ?, ?, ?, ?, ?)""",
        [
            (
                first + number,
                merger,
                step.table,
                json.dumps(step.before, ensure_ascii=False),
                "" if step.after is None else json.dumps(step.after, ensure_ascii=False),
                step.before.get("picture_hash") or step.before.get("blob_hash"),
            )
            for number, step in enumerate(steps)
        ],
    )


def _remembered(connection: Connection, merger: int) -> list[Step]:
    """The steps of a merge: a table after those that it points to, and what went before what changed."""
    rows = connection.execute(
        "SELECT table_name, before, after FROM merged_row WHERE merger_id = :merger ORDER BY id",
        {"merger": merger},
    ).fetchall()
    place = {table: number for number, table in enumerate(archived_tables())}
    steps = [
        Step(table, json.loads(before), json.loads(after) if after else None) for table, before, after in rows
    ]
    return sorted(steps, key=lambda step: (place[step.table], step.after is not None))


class _Pair:
    """Who is taken apart; in whose record both stand may be another one by now than at the merge."""

    def __init__(self, steps: list[Step], kept: int, other: int) -> None:
        self.kept = kept
        self.other = other
        self._was = next(step.before["id"] for step in steps if step.table == "person" and step.after)

    def now(self, row: Row) -> Row:
        """A row of the time of the merge, about whom it is today."""
        return {
            name: self.kept if value == self._was and is_person(name) else value
            for name, value in row.items()
        }


def _undo(connection: Connection, step: Step, pair: _Pair) -> None:
    if step.after is None:
        row = pair.now(step.before)
        if _may_stand(connection, step.table, row):
            _insert(connection, step.table, row)
        return
    where, key = _at(pair.now(step.after), step.table)
    for current in _rows(connection, step.table, where, key):
        row = taken_apart(step, current, pair.kept, pair.other)
        if _may_stand(connection, step.table, row, is_there=True):
            _rewrite(connection, Step(step.table, current, row))


def _take_along(connection: Connection, merger: int, kept: int, other: int) -> None:
    """Give what was added about one person since a merge to the other; identities rise with time."""
    for table, columns in _person_columns().items():
        if "person_id" not in columns or "id" not in _columns(table):
            continue
        since = {"kept": kept, "merger": merger}
        for row in _rows(connection, table, "person_id = :kept AND id > :merger", since):
            _rewrite(connection, Step(table, row, {**row, "person_id": other}))


def _may_stand(connection: Connection, table: str, row: Row, *, is_there: bool = False) -> bool:
    """Whether all that a row points to is there, and its key is free where it is not there itself."""
    where, key = _at(row, table)
    if not is_there and _rows(connection, table, where, key):
        return False
    return all(
        row[link.parent.name] is None
        or connection.execute(
            f"SELECT 1 FROM {link.column.table.name} WHERE {link.column.name} = :value",  # noqa: S608 - names of the schema
            {"value": row[link.parent.name]},
        ).fetchone()
        for link in SQLModel.metadata.tables[table].foreign_keys
    )


def _insert(connection: Connection, table: str, row: Row) -> None:
    columns = _columns(table)
    known = {name: row.get(name) for name in columns}
    marks = ", ".join(f":{name}" for name in columns)
    connection.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", known)  # noqa: S608 - names of the schema
