"""A backup comes back whole, a stranger's file cannot hurt, and no desk is deleted (promise 4; 69, 70)."""

import os
import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from real_desk import FULL_CARD, Made, archive_of, assert_sound, clock_at, made_in
from relationdesk.desk.backups.errors import NewerBackupError, OpenElsewhereError, Unfit, UnfitBackupError
from relationdesk.desk.backups.making import make_backup
from relationdesk.desk.backups.restoring import Restored, restore
from relationdesk.desk.backups.shelf import Backup
from relationdesk.desk.connection import APPLICATION_ID, SETTINGS, log_of, open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import FullDiskError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.opening import look, open_desk
from relationdesk.desk.schema import SCHEMA_VERSION
from relationdesk.desk.vault import new_vault, read_vault, write_vault
from relationdesk.domain.card import Card
from relationdesk.domain.recovery_code import new_code
from relationdesk.work.people.commands import create_person

NOW = clock_at().now()


def told(made: Made, files: DeskFiles | None = None) -> bytes:
    desk = Desk(files or made.files, made.key, clock_at())
    try:
        return archive_of(desk)
    finally:
        desk.close()


def add(made: Made, name: str) -> None:
    desk = made.opened()
    create_person(desk, Card(display_name=name))
    desk.close()


def backup(made: Made) -> Backup:
    return make_backup(made.files, made.key, NOW)


def kept_of(restored: Restored) -> DeskFiles:
    assert restored.kept is not None
    return DeskFiles(restored.kept)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_a_desk_comes_back_as_it_was_and_the_other_is_kept_aside_and_backed_up(filled: Made):
    then, found = told(filled), backup(filled)
    add(filled, "Later")
    now = told(filled)

    restored = restore(filled.files, found.path, filled.key, NOW)

    assert told(filled) == then
    kept = kept_of(restored)
    assert kept.desk.name.startswith("my.desk.former-")
    assert told(filled, kept) == now
    assert restored.saved is not None
    assert told(filled, restored.saved.files) == now
    assert read_vault(kept.vault).key_by_recovery(filled.code) == filled.key


def test_a_restored_desk_is_sound_and_goes_on(filled: Made):
    restore(filled.files, backup(filled).path, filled.key, NOW)

    desk = open_desk(look(filled.files), filled.key, clock_at())
    person = create_person(desk, FULL_CARD)
    assert_sound(desk)
    assert desk.reader.number("SELECT count(*) FROM person_fts('marchetti')") > 0
    desk.undo()
    assert desk.reader.number("SELECT count(*) FROM person WHERE id = :person", person=person) == 0
    desk.close()


@pytest.mark.parametrize("secret", ["recovery code", "passphrase"])
def test_on_a_new_computer_a_secret_gives_the_same_archive_byte_for_byte(filled: Made, secret: str):
    vault = read_vault(filled.files.vault).with_passphrase(filled.key, "correct horse")
    write_vault(filled.files.vault, vault)
    then, found = told(filled), backup(filled)
    assert b"image/png" in then
    elsewhere = filled.files.desk.parent / "elsewhere"
    stick = filled.files.desk.parent / "stick"
    stick.mkdir()
    for path in (found.path, found.files.vault):
        shutil.copy(path, stick / path.name)
    files = DeskFiles(elsewhere / "new.desk")
    its_vault = read_vault(DeskFiles(stick / found.path.name).vault)
    by_code = secret == "recovery code"
    key = its_vault.key_by_recovery(filled.code) if by_code else its_vault.key_by_passphrase("correct horse")

    restored = restore(files, stick / found.path.name, key, NOW)

    assert restored.kept is None
    assert restored.saved is None
    desk = open_desk(look(files), key, clock_at())
    assert archive_of(desk) == then
    desk.close()
    assert read_vault(files.vault).key_by_recovery(filled.code) == key


def test_the_secrets_of_today_stay_good(filled: Made):
    found = backup(filled)
    vault = read_vault(filled.files.vault).with_passphrase(filled.key, "of today")
    write_vault(filled.files.vault, vault)

    restore(filled.files, found.path, filled.key, NOW)

    assert read_vault(filled.files.vault) == vault


@pytest.mark.parametrize("ruin", ["gone", "empty", "junk", "first page", "middle page"])
def test_a_ruined_desk_is_replaced_and_kept_as_it_is(filled: Made, ruin: str):
    then, found = told(filled), backup(filled)
    path = filled.files.desk
    content = bytearray(path.read_bytes())
    if ruin == "middle page":
        content[len(content) // 2 + 100] ^= 1
    elif ruin == "first page":
        content[100] ^= 1
    else:
        content = bytearray(b"" if ruin == "empty" else b"junk" * 3000)
    path.unlink() if ruin == "gone" else path.write_bytes(content)

    restored = restore(filled.files, found.path, filled.key, NOW)

    assert told(filled) == then
    assert restored.saved is None
    if ruin in {"gone", "empty"}:
        assert restored.kept is None
    else:
        kept = kept_of(restored).desk.read_bytes()
        assert kept[4096:] == content[4096:]
        assert ruin == "middle page" or kept == content


def test_what_lies_in_the_log_of_the_present_desk_is_kept_too(filled: Made):
    found = backup(filled)
    desk = filled.opened()
    create_person(desk, Card(display_name="Only in the log"))
    crashed = {path: path.read_bytes() for path in (filled.files.desk, log_of(filled.files.desk))}
    desk.close()
    for path, content in crashed.items():
        path.write_bytes(content)

    restored = restore(filled.files, found.path, filled.key, NOW)

    assert b"Only in the log" in told(filled, kept_of(restored))
    assert b"Only in the log" not in told(filled)


def test_a_desk_that_another_program_reads_is_not_replaced(filled: Made, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(SETTINGS, "busy_timeout", 20)
    found, then = backup(filled), told(filled)
    reading = filled.opened()

    with pytest.raises(OpenElsewhereError):
        restore(filled.files, found.path, filled.key, NOW)
    reading.close()

    assert told(filled) == then
    assert not list(filled.files.desk.parent.glob("*former*"))
    restore(filled.files, found.path, filled.key, NOW)


def test_a_lost_or_damaged_vault_comes_from_the_backup(filled: Made):
    then, found = told(filled), backup(filled)
    filled.files.vault.write_bytes(b"damaged")

    restored = restore(filled.files, found.path, filled.key, NOW)

    assert told(filled) == then
    assert read_vault(filled.files.vault) == read_vault(found.files.vault)
    assert kept_of(restored).vault.read_bytes() == b"damaged"


def test_two_restorings_in_one_second_keep_both_desks(filled: Made):
    found = backup(filled)
    first = restore(filled.files, found.path, filled.key, NOW)
    second = restore(filled.files, found.path, filled.key, NOW)

    assert kept_of(first).desk != kept_of(second).desk
    assert told(filled, kept_of(first)) == told(filled, kept_of(second))


class StopError(Exception):
    """The user wants it no more."""


def test_wherever_it_is_cancelled_the_desk_is_as_it_was(filled: Made):
    found = backup(filled)
    add(filled, "Later")
    folder = filled.files.desk.parent
    before = contents(folder)
    seen: list[int] = []
    restore(DeskFiles(folder / "other" / "a.desk"), found.path, filled.key, NOW, lambda *_: seen.append(1))
    assert len(seen) > 60

    for at in range(0, len(seen), 13):
        left = [at]

        def stop(_done: int, _total: int, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise StopError

        with pytest.raises(StopError):
            restore(filled.files, found.path, filled.key, NOW, stop)
        after = contents(folder)
        after.pop("state.json", None)
        before.pop("state.json", None)
        assert after == before


def refused(made: Made, path: Path, key=None) -> Unfit:
    """Why a file is refused; nothing may have changed, beside the file either."""
    before = contents(made.files.desk.parent), contents(path.parent) if path.parent.exists() else {}
    with pytest.raises(UnfitBackupError) as error:
        restore(made.files, path, key or made.key, NOW)
    after = contents(made.files.desk.parent), contents(path.parent) if path.parent.exists() else {}
    assert after == before
    return error.value.reason


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """Where odd files are put."""
    folder = tmp_path / "odd"
    folder.mkdir()
    return folder / "odd.desk"


def test_what_is_no_backup_is_refused_and_nothing_changes(filled: Made, odd: Path):
    assert refused(filled, odd) is Unfit.MISSING
    assert refused(filled, odd.parent) is Unfit.MISSING
    odd.write_bytes(b"")
    assert refused(filled, odd) is Unfit.EMPTY
    odd.write_bytes(b"SQLite format 3\0" + bytes(4080))
    assert refused(filled, odd) is Unfit.PLAIN
    odd.write_bytes(os.urandom(8192))
    assert refused(filled, odd) is Unfit.WRONG_KEY
    odd.write_bytes(b"short")
    assert refused(filled, odd) is Unfit.WRONG_KEY


def test_a_backup_that_the_key_does_not_open_is_refused(filled: Made):
    found = backup(filled)

    assert refused(filled, found.path, new_key()) is Unfit.WRONG_KEY
    found.files.vault.unlink()
    assert refused(filled, found.path, new_key()) is Unfit.NO_VAULT


def test_a_backup_without_its_vault_serves_the_desk_whose_key_fits(filled: Made):
    then, found = told(filled), backup(filled)
    found.files.vault.unlink()

    restore(filled.files, found.path, filled.key, NOW)

    assert told(filled) == then


def other_desk(folder: Path) -> Made:
    key, code = new_key(), new_code()
    files = DeskFiles(folder / "other.desk")
    make_desk(files, key, new_vault(key, code))
    made = Made(files, key, code)
    add(made, "Somebody else")
    return made


def test_a_backup_of_another_desk_is_refused_unless_it_is_meant(filled: Made, tmp_path: Path):
    other = other_desk(tmp_path / "other")
    its_backup, mine = backup(other), told(filled)

    assert refused(filled, its_backup.path, other.key) is Unfit.OTHER_DESK
    restored = restore(filled.files, its_backup.path, other.key, NOW, replaces_other=True)

    desk = open_desk(look(filled.files), other.key, clock_at())
    assert b"Somebody else" in archive_of(desk)
    desk.close()
    assert told(filled, kept_of(restored)) == mine


@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_a_damaged_backup_is_refused(filled: Made, place: str):
    found = backup(filled)
    content = bytearray(found.path.read_bytes())
    content[{"first": 100, "middle": len(content) // 2 + 100, "last": -100}[place]] ^= 1
    found.path.write_bytes(content)

    assert refused(filled, found.path) in {Unfit.DAMAGED, Unfit.WRONG_KEY}


def test_a_log_that_lies_beside_a_backup_is_passed_over(filled: Made):
    then, found = told(filled), backup(filled)
    desk = filled.opened()
    create_person(desk, Card(display_name="From a foreign log"))
    log_of(found.path).write_bytes(log_of(filled.files.desk).read_bytes())
    desk.close()

    restore(filled.files, found.path, filled.key, NOW)

    assert told(filled) == then


def changed(made: Made, *statements: str) -> Path:
    """A backup that somebody who has its key has tampered with."""
    found = backup(made)
    connection = open_connection(found.path, made.key)
    connection.execute("PRAGMA foreign_keys = 0")
    for statement in statements:
        connection.execute(statement)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return found.path


def test_a_backup_of_a_later_version_is_refused(filled: Made):
    path = changed(filled, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")

    with pytest.raises(NewerBackupError) as error:
        restore(filled.files, path, filled.key, NOW)

    assert (error.value.found, error.value.known) == (SCHEMA_VERSION + 1, SCHEMA_VERSION)


def test_a_backup_of_the_first_version_comes_to_this_one(filled: Made, tmp_path: Path):
    from relationdesk.desk.migrating import migrate  # noqa: PLC0415 - Alembic only for this test

    (tmp_path / "old").mkdir()
    old = made_in(tmp_path / "old")
    old.files.desk.write_bytes(b"")
    migrate(old.files.desk, old.key, to_version=1, application_id=APPLICATION_ID)
    connection = open_connection(old.files.desk, old.key)
    connection.execute("INSERT INTO tag VALUES (7, 'of old', 'of old')")
    connection.close()

    restore(filled.files, old.files.desk, old.key, NOW)

    desk = filled.opened()
    assert desk.reader.number("PRAGMA user_version") == SCHEMA_VERSION
    assert desk.reader.number("SELECT count(*) FROM tag WHERE name = 'of old'") == 1
    assert_sound(desk)
    desk.close()


def test_what_a_hostile_backup_would_do_is_not_done_and_does_not_come_over(filled: Made):
    then = told(filled)
    path = changed(
        filled,
        "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM interaction; END",
        "CREATE VIEW shown AS SELECT randomblob(1000000000) FROM person",
        "CREATE TABLE stranger (a TEXT, b AS (zeroblob(1000000000)))",
        "INSERT INTO stranger (a) VALUES ('x')",
        "CREATE INDEX slow ON stranger (a)",
    )

    restore(filled.files, path, filled.key, NOW)

    assert told(filled) == then
    desk = filled.opened()
    names = desk.reader.number(
        "SELECT count(*) FROM sqlite_schema WHERE name IN ('evil', 'shown', 'stranger', 'slow')"
    )
    assert names == 0
    create_person(desk, FULL_CARD)
    desk.close()


@pytest.mark.parametrize(
    "statements",
    [
        ("ALTER TABLE tag RENAME TO once", "CREATE VIEW tag AS SELECT * FROM once"),
        ("ALTER TABLE tag RENAME TO once", "CREATE VIRTUAL TABLE tag USING fts5(id, name, name_key)"),
        ("DROP TABLE fact",),
        ("ALTER TABLE reading DROP COLUMN source",),
        ("ALTER TABLE reading DROP COLUMN source", "ALTER TABLE reading ADD COLUMN source AS (upper('a'))"),
        ("PRAGMA application_id = 1",),
        ("PRAGMA user_version = 0",),
    ],
    ids=["a view", "a virtual table", "no table", "no column", "a computed column", "no mark", "no version"],
)
def test_a_backup_that_does_not_hold_what_a_desk_holds_is_refused(filled: Made, statements: tuple[str, ...]):
    assert refused_whatever(filled, changed(filled, *statements)) is Unfit.NO_DESK


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE interaction SET kind = 'spell'",
        "UPDATE interaction SET happened_on = 'yesterday'",
        "UPDATE person SET display_name = x'ff00'",
        "UPDATE person SET ideal_gap_days = 'often'",
        "UPDATE person SET display_name = CAST(x'ff41' AS TEXT)",
        "UPDATE fact SET person_id = -1",
    ],
    ids=["word", "day", "bytes for a text", "text for a number", "no UTF-8", "a link to nobody"],
)
def test_a_backup_whose_rows_cannot_be_is_refused(filled: Made, statement: str):
    assert refused_whatever(filled, changed(filled, statement)) is Unfit.DAMAGED


def refused_whatever(made: Made, path: Path) -> Unfit:
    """Why a backup is refused that is only found out while it is read; the desk is as it was."""
    before, names = told(made), sorted(contents(made.files.desk.parent))
    with pytest.raises(UnfitBackupError) as error:
        restore(made.files, path, made.key, NOW)
    assert told(made) == before
    assert sorted(contents(made.files.desk.parent)) == names
    return error.value.reason


def test_a_schema_of_giant_size_is_given_up_at_once(filled: Made):
    path = backup(filled).path
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{filled.key.raw.hex()}'\"")
    connection.execute("PRAGMA writable_schema = 1")
    connection.execute(
        """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
        INSERT INTO sqlite_schema SELECT 'view', 'v' || i, 'v' || i, 0, 'CREATE VIEW v' || i || ' AS SELECT 1'
        FROM n"""
    )
    connection.close()

    assert refused(filled, path) is Unfit.NO_DESK


def test_a_full_disk_while_restoring_leaves_the_desk_as_it_was(small_disk: Path, tmp_path: Path):
    made = made_in(small_disk)
    then, found = told(made), backup(made)
    elsewhere = tmp_path / "elsewhere"
    shutil.move(found.path.parent, elsewhere)
    (small_disk / "filler").write_bytes(bytes(1_500_000))
    names = sorted(contents(small_disk))

    with pytest.raises(FullDiskError):
        restore(made.files, elsewhere / found.path.name, made.key, NOW)

    assert sorted(contents(small_disk)) == names
    assert told(made) == then
    (small_disk / "filler").unlink()
    (small_disk / "ballast").unlink()
    restore(made.files, elsewhere / found.path.name, made.key, NOW)
    assert told(made) == then
