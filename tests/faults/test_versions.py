"""Versions are safe (promise 11)."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from jobs import Job, migrate, migrate_bit_by_bit
from kills import Office, office
from sqlalchemy import Connection, text

from golden import CODE, KEY, Golden, golden_desks
from real_desk import archive_of, assert_sound, clock_at
from relationdesk.desk import migrating
from relationdesk.desk.backups.errors import UnwritableBackupError
from relationdesk.desk.backups.proving import check_backup
from relationdesk.desk.backups.shelf import backups_of, shelf_of
from relationdesk.desk.connection import open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DamagedDeskError, FailedMigrationError, TooNewDeskError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.opening import look, open_desk
from relationdesk.desk.schema import SCHEMA_VERSION, schema_version
from relationdesk.exchange.archive import read_archive

KILLS = 50 if os.environ.get("RELATIONDESK_FULL") else 10
EVERY_GOLDEN = [golden for golden in golden_desks() if golden.version < SCHEMA_VERSION]


@pytest.fixture(scope="module")
def offices() -> Iterator[Office]:
    with office() as opened:
        yield opened


@pytest.fixture(params=EVERY_GOLDEN, ids=lambda golden: f"schema {golden.version}")
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Golden:
    """A copy of a golden desk in a folder of its own."""
    return copied(request.param, tmp_path)


def copied(golden: Golden, folder: Path) -> Golden:
    files = DeskFiles(folder / golden.files.desk.name)
    shutil.copy(golden.files.desk, files.desk)
    shutil.copy(golden.files.vault, files.vault)
    return Golden(files, golden.archive)


def old_of(golden: Golden) -> Golden:
    """The golden desk that a copy was made of."""
    return next(kept for kept in EVERY_GOLDEN if kept.version == golden.version)


def opened(golden: Golden) -> Desk:
    return open_desk(look(golden.files), KEY, clock_at())


def tables_of(desk: Desk) -> dict[str, list[dict[str, object]]]:
    """What is on a desk, as its archive tells it."""
    archive_of(desk)
    return dict(read_archive(desk.path.with_name("state.json")).tables)


def kept(golden: Golden, tables: dict[str, list[dict[str, object]]]) -> bool:
    """Whether everything that a golden desk held is there, and nothing is told that it did not know."""
    held = read_archive(golden.archive).tables
    return all(as_held(rows, tables.get(name, [])) == rows for name, rows in held.items())


def as_held(held: list[dict[str, object]], found: list[dict[str, object]]) -> list[dict[str, object]]:
    """The rows found, without the columns that came later as far as they are empty."""
    known = {name for row in held for name in row}
    return [{name: told for name, told in row.items() if name in known or told is not None} for row in found]


def shape(golden: Golden) -> tuple[int, frozenset[str]]:
    """The version that a desk says it has, and what its schema is made of."""
    raw = open_connection(golden.files.desk, KEY)
    names = frozenset(name for (name,) in raw.execute("SELECT type || ' ' || name FROM sqlite_schema"))
    version = schema_version(raw)
    raw.close()
    return version, names


def test_there_is_a_golden_desk_of_every_released_schema_with_rows_in_every_table():
    assert [golden.version for golden in EVERY_GOLDEN] == list(range(1, SCHEMA_VERSION))
    assert all(rows for golden in EVERY_GOLDEN for rows in read_archive(golden.archive).tables.values())


def test_an_older_desk_comes_to_the_present_schema_with_everything_on_it(old: Golden):
    desk = opened(old)

    assert kept(old, tables_of(desk))
    assert_sound(desk)
    desk.close()
    assert shape(old)[0] == SCHEMA_VERSION


def test_it_is_backed_up_before_and_the_backup_is_proved(old: Golden):
    opened(old).close()

    (backup,) = backups_of(old.files)
    check_backup(backup.path, KEY)
    assert shape(Golden(backup.files, old.archive)) == shape(
        copied(old_of(old), subfolder(old.files.desk.parent, "old"))
    )


def test_what_cannot_be_backed_up_is_not_migrated(old: Golden):
    before = shape(old)
    shelf_of(old.files).write_bytes(b"no folder can be made here")

    with pytest.raises(UnwritableBackupError):
        opened(old)

    assert shape(old) == before


def test_its_recovery_code_opens_it_as_before(old: Golden):
    opened(old).close()

    vault = look(old.files).vault
    assert vault is not None
    assert vault.key_by_recovery(CODE) == KEY


@pytest.mark.parametrize(
    "loss",
    [
        "DELETE FROM fact WHERE id = 1",
        "INSERT INTO tag(id, name, name_key) VALUES (3, 'more', 'more')",
        "DROP TABLE notified",
    ],
)
def test_a_migration_that_would_lose_or_add_something_changes_nothing(
    old: Golden, monkeypatch: pytest.MonkeyPatch, loss: str
):
    upgrade = migrating._upgrade

    def careless(connection: Connection, revision: str) -> None:
        upgrade(connection, revision)
        connection.execute(text(loss))

    before = shape(old)
    monkeypatch.setattr(migrating, "_upgrade", careless)
    with pytest.raises(FailedMigrationError):
        opened(old)

    assert shape(old) == before
    monkeypatch.undo()
    desk = opened(old)
    assert kept(old, tables_of(desk))
    desk.close()


def test_a_migration_that_would_leave_a_link_to_nothing_changes_nothing(
    old: Golden, monkeypatch: pytest.MonkeyPatch
):
    raw = open_connection(old.files.desk, KEY)
    raw.execute("PRAGMA foreign_keys = 0")
    raw.execute("UPDATE fact SET person_id = 7 WHERE id = 1")
    raw.close()
    before = shape(old)

    with pytest.raises(DamagedDeskError):
        opened(old)

    assert shape(old) == before


def test_a_newer_desk_is_not_touched_and_says_which_version_it_needs(old: Golden):
    desk = opened(old)
    desk.writer._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    desk.close()
    before = old.files.desk.read_bytes()

    with pytest.raises(TooNewDeskError) as refused:
        opened(old)

    assert (refused.value.found, refused.value.known) == (SCHEMA_VERSION + 1, SCHEMA_VERSION)
    assert old.files.desk.read_bytes() == before
    assert [path.name for path in old.files.desk.parent.glob("*-wal")] == []


def shapes_after_kills(where: Office, golden: Golden, folder: Path, job: Job) -> Iterator[bool]:
    """For each migration that was killed, whether it is done; fails when it is neither done nor undone."""
    old_shape = shape(golden)
    done = copied(golden, subfolder(folder, "done"))
    opened(done).close()
    lasted = lasting(where, golden, folder, job)
    new_shape = shape(done)
    for number in range(KILLS):
        place = copied(golden, subfolder(folder, str(number)))
        acknowledged = where.killed(job, place.files, KEY, after=lasted * number / KILLS)
        found = shape(place)
        assert found == new_shape if acknowledged else found in (old_shape, new_shape)
        desk = opened(place)
        assert kept(golden, tables_of(desk))
        assert_sound(desk)
        desk.close()
        yield found == new_shape


def lasting(where: Office, golden: Golden, folder: Path, job: Job) -> float:
    """Seconds within which a job is done where it is killed, at most half as long again as it takes."""
    after = 0.01
    while not where.killed(job, copied(golden, subfolder(folder, f"within {after}")).files, KEY, after=after):
        after *= 1.5
    return after


def subfolder(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return folder / name


def test_killed_at_any_moment_it_has_the_old_schema_or_the_new_one(
    offices: Office, old: Golden, tmp_path: Path
):
    assert False in set(shapes_after_kills(offices, old, tmp_path, migrate))


def test_the_harness_notices_a_migration_that_is_half_done(offices: Office, old: Golden, tmp_path: Path):
    with pytest.raises((AssertionError, DamagedDeskError)):
        list(shapes_after_kills(offices, old, tmp_path, migrate_bit_by_bit))
