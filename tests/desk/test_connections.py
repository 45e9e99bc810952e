"""Every connection is set up in the one way that was measured to be safe (QUALITY, the desk file)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from real_desk import Made, made_in
from relationdesk.desk import connection as connections
from relationdesk.desk.connection import SETTINGS, Connection, open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import OldLibraryError, UnwritableDeskError, WrongKeyError
from relationdesk.desk.key import new_key
from relationdesk.domain.labels import Label

WANTED = {
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "journal_mode": "wal",
    "synchronous": 2,
    "secure_delete": 1,
    "cell_size_check": 1,
    "trusted_schema": 0,
    "temp_store": 2,
}
KINDS: dict[str, Callable[[Desk], Connection]] = {
    "reader": lambda desk: desk.reader._connection,
    "writer": lambda desk: desk.writer._connection,
}


def settings_of(connection: Connection) -> dict[str, object]:
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}


def test_the_settings_are_those_of_the_decision():
    assert {name: SETTINGS[name] for name in WANTED} == WANTED


@pytest.mark.parametrize("kind", KINDS)
def test_reader_and_writer_have_every_setting(desk: Desk, kind: str):
    assert settings_of(KINDS[kind](desk)) == WANTED


def test_sqlalchemys_own_connection_is_the_writers(desk: Desk):
    with desk.writer.transaction() as session:
        inside = session.connection().connection.driver_connection

        assert inside is desk.writer._connection
        assert settings_of(inside) == WANTED


def test_a_migration_runs_with_every_setting_but_foreign_keys(made: Made, monkeypatch: pytest.MonkeyPatch):
    from relationdesk.desk import migrating  # noqa: PLC0415 - Alembic only for this test

    seen = []
    monkeypatch.setattr(
        migrating, "_prove_links", lambda connection, _path: seen.append(settings_of(connection))
    )

    migrating.migrate(made.files.desk, made.key, to_version=1, application_id=connections.APPLICATION_ID)

    assert seen == [WANTED | {"foreign_keys": 0}]


def test_the_reader_refuses_to_write(desk: Desk):
    with pytest.raises(dbapi2.OperationalError, match="readonly"):
        desk.reader._connection.execute("DELETE FROM person")


def kept_pages(connection: Connection) -> int:
    return -connection.execute("PRAGMA cache_size").fetchone()[0]


def sized(path: Path, mebibytes: int) -> Path:
    with path.open("wb") as file:
        file.truncate(mebibytes * 1024 * 1024)
    return path


@pytest.mark.parametrize(("mebibytes", "kept"), [(0, 8), (48, 8), (96, 16), (192, 32), (900, 32)])
def test_of_a_desk_as_much_is_kept_for_reading_as_is_read_again(tmp_path: Path, mebibytes: int, kept: int):
    assert connections.reading_cache(sized(tmp_path / "a.desk", mebibytes)) == kept * 1024


def test_the_reader_alone_keeps_what_is_read_again(desk: Desk):
    kept = {kind: kept_pages(of(desk)) for kind, of in KINDS.items()}

    assert kept["reader"] == connections.LEAST_READING_CACHE_KIB
    assert kept["writer"] != kept["reader"]


def test_the_reader_keeps_more_of_a_desk_that_grew(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connections, "LEAST_READING_CACHE_KIB", 1)
    monkeypatch.setattr(connections, "PART_READ_AGAIN", 1)

    with desk.change_plainly(Label.IMPORT) as writing:
        writing.execute("INSERT INTO setting (name, value) VALUES ('long', hex(zeroblob(1000000)))")
    desk.writer._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with desk.reader.as_long_as(lambda: True):
        desk.reader.number("SELECT count(*) FROM setting")

    assert kept_pages(desk.reader._connection) == desk.path.stat().st_size // 1024 > 2000


def test_a_desk_that_is_away_is_no_reason_to_read_less_well(desk: Desk):
    with desk.reader.as_long_as(lambda: True):
        kept = kept_pages(desk.reader._connection)
    desk.path.rename(desk.path.with_name("away"))

    with desk.reader.as_long_as(lambda: True):
        assert kept_pages(desk.reader._connection) == kept
    desk.path.with_name("away").rename(desk.path)


def test_full_text_indexes_forget_deleted_words(desk: Desk):
    kept = desk.reader._connection.execute("SELECT k, v FROM person_fts_config").fetchall()

    assert ("secure-delete", 1) in kept


def test_the_file_is_encrypted_from_its_first_byte(made: Made):
    assert not made.files.desk.read_bytes().startswith(b"SQLite format 3")


def test_an_old_sqlite_is_refused_before_anything_is_opened(made: Made, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connections.dbapi2, "sqlite_version_info", (3, 51, 2))

    with pytest.raises(OldLibraryError) as refused:
        open_connection(made.files.desk, made.key)

    assert refused.value.needed == "3.51.3"


def test_another_key_is_refused(made: Made):
    with pytest.raises(WrongKeyError):
        open_connection(made.files.desk, new_key())


def test_a_file_that_is_not_there_is_never_created(made: Made):
    gone = made.files.desk.with_name("gone.desk")

    with pytest.raises(UnwritableDeskError):
        open_connection(gone, made.key)

    assert not gone.exists()


def test_the_key_is_given_raw_and_nothing_is_derived_from_it(made: Made):
    """A key in the form x'…' skips the derivation, so another number of rounds opens the file as well."""
    connection = dbapi2.connect(str(made.files.desk))
    connection.execute(f"PRAGMA key = \"x'{made.key.raw.hex()}'\"")
    connection.execute("PRAGMA kdf_iter = 17")

    assert connection.execute("SELECT count(*) FROM person").fetchone() == (0,)
    connection.close()


@pytest.mark.parametrize(
    "name", ["a#b?c%20d'e\"f.desk", "Élan œuvre.desk", "blank .desk ", f"{'x' * 200}.desk"]
)
def test_a_desk_opens_under_any_name(tmp_path, name: str):
    made = made_in(tmp_path, name)
    desk = made.opened()
    desk.writer.close()
    desk.reader.close()

    assert made.files.desk.is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, f"{name}.vault"])
