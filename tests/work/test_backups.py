"""Backups as they are made by themselves, looked into and copied to a second folder."""

import os
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from real_desk import Made, clock_at
from relationdesk.desk.backups import copying
from relationdesk.desk.backups.errors import UnfitBackupError, UnwritableBackupError
from relationdesk.desk.backups.proving import is_good
from relationdesk.desk.backups.shelf import backups_of, backups_on, shelf_in, shelf_of
from relationdesk.desk.connection import APPLICATION_ID, open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import FullDiskError
from relationdesk.desk.opening import look, open_desk
from relationdesk.desk.vault import read_vault
from relationdesk.domain.card import Card
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.backups.making import Second, back_up
from relationdesk.work.backups.queries import holdings, people_in, standing
from relationdesk.work.backups.second_folder import NoSecondFolderError, facts_about
from relationdesk.work.backups.source import Source, source_of
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person
from relationdesk.work.settings.commands import choose_second_backup_folder

DAY = timedelta(days=1)


@pytest.fixture
def source(desk: Desk) -> Source:
    return source_of(desk)


@pytest.fixture
def stick(tmp_path: Path, desk: Desk) -> Path:
    """A second folder that was chosen."""
    folder = tmp_path / "stick"
    folder.mkdir()
    choose_second_backup_folder(desk, folder)
    return folder


def ago(source: Source, days: float) -> Source:
    """The same desk, so many days ago."""
    clock = clock_at()
    clock.moment -= days * DAY
    return replace(source, clock=clock)


def copies(stick: Path, source: Source) -> list[str]:
    return [copy.path.name for copy in backups_on(shelf_in(stick, source.files), None)]


def test_the_key_is_told_to_nobody(source: Source):
    assert source.key.raw.hex() not in repr(source)
    assert str(source.key.raw) not in repr(source)


def test_a_desk_without_a_backup_is_behind(source: Source):
    found = standing(source)

    assert found.last is None
    assert found.is_behind
    assert found.is_overdue(source.clock.now())


def test_a_desk_that_was_just_backed_up_is_not_behind_until_it_is_written_to(desk: Desk, source: Source):
    made = back_up(source).backup
    os.utime(made.path, ns=(made.path.stat().st_mtime_ns + 10**9,) * 2)
    assert not standing(source).is_behind

    create_person(desk, Card(display_name="Léa Marchetti"))
    os.utime(made.path, ns=(made.path.stat().st_mtime_ns - 2 * 10**9,) * 2)

    assert standing(source).is_behind
    assert standing(source).last == made.made


def test_changes_that_are_in_no_backup_for_a_week_are_worth_a_warning(desk: Desk, source: Source):
    made = back_up(ago(source, 8)).backup
    os.utime(made.path, (0, 0))

    assert standing(source).is_overdue(source.clock.now())
    os.utime(made.path, (made.path.stat().st_mtime + 10**10,) * 2)
    assert not standing(source).is_overdue(source.clock.now())


def test_a_backup_of_a_clock_that_was_ahead_is_not_taken_for_the_last(source: Source):
    back_up(ago(source, -400))

    assert standing(source).last is None


def test_older_backups_go_by_themselves(source: Source):
    for days in (3.2, 3.1, 3, 1):
        back_up(ago(source, days))
    back_up(source)

    assert len(backups_of(source.files)) == 3


def test_a_backup_that_fails_lets_no_older_one_go(source: Source, monkeypatch: pytest.MonkeyPatch):
    for days in (3.2, 3.1, 3):
        back_up(ago(source, days))
    before = backups_of(source.files)
    monkeypatch.setattr("relationdesk.desk.backups.making.counted", lambda _source: {"person": -1})

    with pytest.raises(Exception, match="unfinished"):
        back_up(source)

    assert backups_of(source.files) == before


def test_a_backup_goes_to_the_second_folder_too_and_is_good_there(source: Source, stick: Path):
    made = back_up(source)
    (copy,) = backups_on(shelf_in(stick, source.files), None)

    assert made.second is Second.COPIED
    assert is_good(copy, source.key)
    assert read_vault(copy.files.vault) == read_vault(source.files.vault)


def test_the_second_folder_is_thinned_by_the_same_rule_and_other_desks_there_are_let_alone(
    source: Source, stick: Path, tmp_path: Path
):
    for days in (3.2, 3.1, 3, 1):
        back_up(ago(source, days))
    foreign = shelf_in(stick, source.files) / "2020-01-01T000000Z.desk"
    foreign.write_bytes(b"of somebody else")

    back_up(source)

    assert copies(stick, source)[:3] == [backup.path.name for backup in backups_of(source.files)]
    assert foreign.exists()


def test_a_second_folder_that_is_away_is_told_and_not_made(source: Source, stick: Path):
    stick.rmdir()

    assert back_up(source).second is Second.AWAY

    assert not stick.exists()
    assert len(backups_of(source.files)) == 1


def test_a_second_folder_that_is_full_is_told_and_keeps_what_it_had(
    source: Source, desk: Desk, tiny_disk: Path
):
    choose_second_backup_folder(desk, tiny_disk)

    assert back_up(source).second is Second.FULL

    assert list(shelf_in(tiny_disk, source.files).iterdir()) == []
    assert len(backups_of(source.files)) == 1


def test_a_stick_that_does_not_keep_what_is_written_is_told(
    source: Source, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    back_up(ago(source, 1))
    monkeypatch.setattr(copying, "_forget_pages", lambda file: Path(file.name).write_bytes(b"forgotten"))

    assert back_up(source).second is Second.FAILED

    assert len(copies(stick, source)) == 1


def test_a_file_in_the_way_on_the_stick_is_told(source: Source, stick: Path):
    shelf_in(stick, source.files).write_text("in the way")

    assert back_up(source).second is Second.FAILED


def test_a_folder_is_tried_before_it_is_chosen(source: Source, tmp_path: Path, tiny_disk: Path):
    near, far = tmp_path / "near", tiny_disk
    near.mkdir()

    assert facts_about(near, source.files).is_on_same_disk
    assert facts_about(near, source.files).service is None
    assert not facts_about(far, source.files).is_on_same_disk
    assert list(near.iterdir()) == []
    with pytest.raises(UnwritableBackupError):
        facts_about(tmp_path / "nowhere", source.files)


def test_the_folder_of_the_desks_own_backups_is_no_second_one(source: Source):
    back_up(source)
    shelf = shelf_of(source.files)
    (shelf / "within").mkdir()

    for folder in (shelf, shelf.parent, shelf / "within"):
        with pytest.raises(NoSecondFolderError):
            facts_about(folder, source.files)


def test_a_folder_that_a_service_keeps_the_same_elsewhere_is_told(source: Source, tmp_path: Path):
    cloud = tmp_path / "Dropbox"
    cloud.mkdir()

    assert facts_about(cloud, source.files).service == "Dropbox"


def test_a_look_inside_tells_what_a_backup_holds(desk: Desk, source: Source):
    person = create_person(desk, Card(display_name="Léa Marchetti", city="Annecy"))
    create_person(desk, Card(display_name="Noor Benali"))
    for number in range(7):
        log_interaction(desk, people=[person], kind=InteractionKind.CALL, text=f"Call {number}")
    made = back_up(source).backup
    log_interaction(desk, people=[person], kind=InteractionKind.CALL, text="Later")

    held = holdings(made.path, source.key)

    assert (held.people, held.entries, held.follow_ups, held.partnerships) == (2, 7, 0, 0)
    assert (held.made, held.size) == (made.made, made.size)
    assert [entry.text for entry in held.latest] == [f"Call {number}" for number in (6, 5, 4, 3, 2)]
    assert {entry.name for entry in held.latest} == {"Léa Marchetti"}


def test_a_renamed_backup_tells_when_its_file_was_written(source: Source, tmp_path: Path):
    made = back_up(source).backup
    other = tmp_path / "what my.desk was"
    shutil.copy(made.path, other)
    os.utime(other, (1_700_000_000, 1_700_000_000))

    assert holdings(other, source.key).made.timestamp() == 1_700_000_000


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("", ["Léa Marchetti", "Noor Benali"]),
        ("lea", ["Léa Marchetti"]),
        ("MARCHETTI lé", ["Léa Marchetti"]),
        ("ben", ["Noor Benali"]),
        ("lea benali", []),
        ('%" OR 1', []),
    ],
)
def test_people_are_found_in_a_backup_by_any_part_of_their_name(
    desk: Desk, source: Source, words: str, names: list[str]
):
    for name in ("Noor Benali", "Léa Marchetti"):
        create_person(desk, Card(display_name=name))

    found = people_in(back_up(source).backup.path, source.key, words)

    assert [person.name for person in found] == names


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE person RENAME TO p; CREATE VIEW person AS SELECT randomblob(1000000000) AS id FROM p",
        "UPDATE interaction SET kind = 'spell'",
    ],
)
def test_a_look_into_a_backup_that_was_tampered_with_is_refused(desk: Desk, source: Source, statement: str):
    person = create_person(desk, Card(display_name="Léa Marchetti"))
    log_interaction(desk, people=[person], kind=InteractionKind.CALL, text="Call")
    path = back_up(source).backup.path
    connection = open_connection(path, source.key)
    connection.executescript(statement)
    connection.close()

    with pytest.raises(UnfitBackupError):
        holdings(path, source.key)


def old_desk(made: Made) -> None:
    """The same desk, as the first version left it."""
    from relationdesk.desk.migrating import migrate  # noqa: PLC0415 - Alembic only for these tests

    made.files.desk.write_bytes(b"")
    migrate(made.files.desk, made.key, to_version=1, application_id=APPLICATION_ID)


def test_a_desk_is_backed_up_before_it_is_migrated(made: Made):
    old_desk(made)

    open_desk(look(made.files), made.key, clock_at()).close()
    (found,) = backups_of(made.files)

    assert is_good(found, made.key)
    connection = open_connection(found.path, made.key)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()


def test_a_desk_that_cannot_be_backed_up_is_not_migrated(made: Made):
    old_desk(made)
    before = made.files.desk.read_bytes()
    shelf_of(made.files).write_text("in the way")

    with pytest.raises(UnwritableBackupError):
        open_desk(look(made.files), made.key, clock_at())

    assert made.files.desk.read_bytes() == before


def test_an_ordinary_start_makes_no_backup(made: Made):
    open_desk(look(made.files), made.key, clock_at()).close()

    assert backups_of(made.files) == []


def test_a_full_disk_is_told_and_the_desk_goes_on(
    desk: Desk, source: Source, monkeypatch: pytest.MonkeyPatch
):
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("relationdesk.desk.backups.making.write_vault", full)

    with pytest.raises(FullDiskError):
        back_up(source)

    assert backups_of(source.files) == []
    create_person(desk, Card(display_name="Léa Marchetti"))
