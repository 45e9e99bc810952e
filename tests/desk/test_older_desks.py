"""A desk of an earlier version comes to the schema of this one with everything on it."""

from pathlib import Path

from real_desk import DAY, FULL_CARD, archive_of, assert_sound, clock_at
from relationdesk.desk.connection import APPLICATION_ID, Connection, open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.migrating import migrate
from relationdesk.desk.schema import SCHEMA_VERSION, bring_up_to_date, schema_version
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.exports.commands import read_archive
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.record import person_page


def test_a_desk_of_the_first_version_keeps_everything(desk: Desk, tmp_path: Path):
    person = create_person(desk, FULL_CARD)
    log_interaction(desk, people=[person], kind=InteractionKind.CALL, text="About the shoes")
    key, path = new_key(), tmp_path / "old.desk"
    path.touch()
    migrate(path, key, to_version=1, application_id=APPLICATION_ID)
    raw = open_connection(path, key)
    copied_into(raw, desk)
    raw.close()

    assert bring_up_to_date(path, key)

    old = Desk(DeskFiles(path), key, clock_at())
    assert archive_of(old) == archive_of(desk)
    page = person_page(old.reader, person, DAY)
    assert page is not None
    assert page.record.last_two_way == DAY
    assert schema_version(old.writer._connection) == SCHEMA_VERSION
    assert_sound(old)
    old.close()


def copied_into(old: Connection, desk: Desk) -> None:
    """Put what is on `desk` on a desk whose tables are those of another version."""
    listed = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%'"
    old.execute("PRAGMA foreign_keys = 0")
    for (table,) in old.execute(listed + " AND name <> 'alembic_version'").fetchall():
        columns = [row[1] for row in old.execute(f"PRAGMA table_info({table})")]
        marks = ", ".join("?" * len(columns))
        rows = desk.reader.stream(f"SELECT {', '.join(columns)} FROM {table}")
        old.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", list(rows))
    old.execute("PRAGMA foreign_keys = 1")


def test_an_archive_of_the_first_version_is_read(desk: Desk, tmp_path: Path):
    archive = tmp_path / "old.json"
    archive.write_text(
        '{"archive": "relationdesk-archive", "version": 1, "schema": 1, "tables": {"tag": [\n'
        '{"id": 7, "name": "vip", "name_key": "vip"}\n]}}\n'
    )

    assert read_archive(desk, archive) == 0
    assert desk.reader.ids("SELECT id FROM tag") == [7]
