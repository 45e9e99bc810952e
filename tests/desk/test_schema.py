"""The tables, how they come to be, and what is declared of them."""

import ast
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import String
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

import relationdesk
from real_desk import Made, made_in
from relationdesk.desk import tables
from relationdesk.desk.catalogue import CATALOGUE, Erase, Reach, Undo
from relationdesk.desk.connection import open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.key import new_key
from relationdesk.desk.schema import SCHEMA_VERSION, bring_up_to_date, schema_version
from relationdesk.desk.search_index import check_indexes, index_of, indexed_tables
from relationdesk.domain.card import Card
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.identities import Identities
from relationdesk.domain.sharing import PersonField, Shareable
from relationdesk.work.people.commands import create_person

assert tables.__all__
METADATA = SQLModel.metadata
SOURCE = Path(relationdesk.__file__).parent


def test_the_migrated_schema_is_that_of_the_tables(desk: Desk):
    with desk.writer.transaction() as session:
        options = {"include_object": is_ours, "compare_type": is_another_kind}
        context = MigrationContext.configure(session.connection(), opts=options)

        assert compare_metadata(context, METADATA) == []


def is_another_kind(_context: object, _in_file: object, _column: object, there: object, here: object) -> bool:
    """SQLite keeps every kind of text alike (sqlite.org/datatype3.html, section 3.1)."""
    kinds = [kind.impl if isinstance(kind, TypeDecorator) else kind for kind in (there, here)]
    if all(isinstance(kind, String) for kind in kinds):
        return False
    return type(kinds[0])._type_affinity is not type(kinds[1])._type_affinity


def is_ours(_object: object, name: str, kind: str, *_rest: object) -> bool:
    return kind != "table" or ("_fts" not in name and name != "alembic_version")


def test_partial_indexes_have_the_same_conditions_in_the_file(desk: Desk):
    written = dict(
        desk.reader._rows(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'", {}
        )
    )
    declared = {
        index.name: str(index.dialect_options["sqlite"]["where"])
        for table in METADATA.tables.values()
        for index in table.indexes
        if index.dialect_options["sqlite"]["where"] is not None
    }

    assert {name: sql.partition(" WHERE ")[2] for name, sql in written.items()} == declared


def test_every_link_has_an_index(desk: Desk):
    without = []
    for table in METADATA.tables.values():
        for key in table.foreign_keys:
            plan = desk.reader._rows(
                f"EXPLAIN QUERY PLAN SELECT 1 FROM {table.name} WHERE {key.parent.name} = 1", {}
            )
            if not plan[0][3].startswith("SEARCH"):
                without.append(f"{table.name}.{key.parent.name}")

    assert without == []


def test_every_table_is_declared(desk: Desk):
    there = {
        name
        for (name,) in desk.reader._rows("SELECT name FROM sqlite_schema WHERE type = 'table'", {})
        if "_fts" not in name and name != "alembic_version"
    }

    assert set(CATALOGUE) == there == set(METADATA.tables)


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_column_is_declared_once(name: str):
    declared = [*CATALOGUE[name].personal, *CATALOGUE[name].plain]

    assert sorted(declared) == sorted(column.name for column in METADATA.tables[name].columns)


@pytest.mark.parametrize("name", CATALOGUE)
def test_what_is_declared_of_a_table_is_there(name: str):
    table, columns = CATALOGUE[name], METADATA.tables[name].columns

    assert table.owner is None or table.owner in columns
    assert set(table.search) <= set(columns.keys())
    assert table.reach is not Reach.BY_ROW or "audience" in columns or name == "reading"
    assert (name in list(Shareable)) == (table.reach is Reach.BY_ROW and name != "reading")
    assert table.undo is not Undo.FINAL or not table.personal
    assert (table.reach is Reach.NOT_PERSONAL) == (table.erase is Erase.KEEP)
    if table.erase is Erase.WITH_PERSON and table.owner not in {None, "id"}:
        (link,) = columns[table.owner].foreign_keys
        assert (link.column.table.name, link.ondelete) == ("person", "CASCADE")


def test_every_indexed_table_has_its_index_and_three_triggers(desk: Desk):
    rows = desk.reader._rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'trigger')", {})
    names = {name for (name,) in rows}

    for table in indexed_tables():
        index = index_of(table)
        assert {index, f"{index}_inserted", f"{index}_deleted", f"{index}_updated"} <= names


def test_an_index_that_lost_a_word_is_told(desk: Desk):
    create_person(desk, Card(display_name="Noor Benali"))
    connection = desk.writer._connection
    assert check_indexes(connection) == []

    connection.execute("DROP TRIGGER person_fts_updated")
    connection.execute("UPDATE person SET names_key = 'somebody else'")

    assert check_indexes(connection) == ["person"]


def test_a_migration_runs_once_and_marks_the_file(made: Made):
    raw = made.raw()
    assert schema_version(raw) == SCHEMA_VERSION
    assert raw.execute("PRAGMA application_id").fetchone()[0] == 0x52444B31
    raw.close()

    assert not bring_up_to_date(made.files.desk, made.key)


MIGRATING = """
import sys
from pathlib import Path
from relationdesk.desk.key import DeskKey
from relationdesk.desk import migrating, search_index
print("ready", flush=True)
sys.stdin.readline()
from relationdesk.desk.schema import bring_up_to_date
bring_up_to_date(Path(sys.argv[1]), DeskKey(bytes.fromhex(sys.argv[2])))
print("done", flush=True)
sys.stdin.readline()
"""


@pytest.mark.parametrize("wait", [0.0, 0.01, 0.03, 0.05, 0.08, 0.12])
def test_a_killed_migration_leaves_the_old_schema_or_the_new(tmp_path: Path, wait: float):
    path, key = tmp_path / "my.desk", new_key()
    path.touch()
    command = [sys.executable, "-c", MIGRATING, str(path), key.raw.hex()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        child.stdin.write(b"\n")
        child.stdin.flush()
        time.sleep(wait)
        child.kill()

    connection = open_connection(path, key)
    there = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    version = schema_version(connection)
    connection.close()

    assert (version, there > 0) in {(0, False), (SCHEMA_VERSION, True)}
    assert bring_up_to_date(path, key) is (version == 0)
    again = made_in(tmp_path, "pattern.desk").raw()
    whole = again.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    again.close()
    connection = open_connection(path, key)
    assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == whole
    connection.close()


def test_a_change_begins_by_taking_the_right_to_write(made: Made, desk: Desk):
    """With a deferred BEGIN the second writer would fail at its first row, with the change half made."""
    other = made.raw()
    other.execute("PRAGMA busy_timeout = 1")
    with desk.writer.transaction() as session:
        session.connection()
        with pytest.raises(other.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.execute("ROLLBACK")
    other.close()


def test_identities_rise_whatever_the_clock_does():
    from datetime import UTC, datetime  # noqa: PLC0415 - beside its only use
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - beside its only use

    clock = FixedClock(datetime(2026, 11, 24, tzinfo=UTC), ZoneInfo("UTC"))
    identities = Identities(clock)
    given = []
    for moment in ((2026, 11, 24), (2099, 1, 1), (1970, 1, 1), (2026, 11, 23)):
        clock.moment = datetime(*moment, tzinfo=UTC)
        given += [identities.fresh(), identities.block(7) + 6]

    assert given == sorted(set(given))


def test_no_statement_replaces_rows():
    """A REPLACE deletes without firing triggers, so undo and the indexes would miss it."""
    found = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            said = node.value if isinstance(node, ast.Constant) else None
            if isinstance(said, str) and re.search(r"\b(INSERT\s+OR\s+REPLACE|REPLACE\s+INTO)\b", said):
                found.append(f"{path.name}:{node.lineno}")

    assert found == []


def test_every_field_that_is_shared_by_itself_can_be():
    """All of a person's record and of the tables beside it, but for the name they go by."""
    declared = {
        part
        for name, table in CATALOGUE.items()
        if table.reach is Reach.BY_FIELD
        for part in (table.personal if name == "person" else [name])
    }
    assert {part for field in PersonField for part in field.columns} == declared - {
        "display_name",
        "names_key",
        "sort_key",
    }
