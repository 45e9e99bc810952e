"""Backups are whole, checked, private, and take nothing away from whoever works meanwhile (promise 4)."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from operations import OPERATIONS
from real_desk import Made, clock_at, made_in
from relationdesk.desk.backups import making, proving
from relationdesk.desk.backups.errors import BackupFailedError, UnfitBackupError, UnwritableBackupError
from relationdesk.desk.backups.making import make_backup, thin
from relationdesk.desk.backups.proving import check_backup, is_good, newest_good
from relationdesk.desk.backups.shelf import backups_of, backups_on, shelf_of
from relationdesk.desk.errors import DamagedDeskError, FullDiskError, WrongKeyError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.tables import BlobRow
from relationdesk.desk.vault import new_vault, read_vault, write_vault
from relationdesk.domain.card import Card
from relationdesk.domain.labels import Label
from relationdesk.domain.recovery_code import new_code
from relationdesk.work.people.commands import create_person

NOW = clock_at().now()
DAY = timedelta(days=1)


def names_on(shelf: Path) -> list[str]:
    return sorted(path.name for path in shelf.iterdir()) if shelf.exists() else []


def backup(made: Made, days_ago: float = 0):
    return make_backup(made.files, made.key, NOW - days_ago * DAY)


def count_of(files: DeskFiles, made: Made) -> int:
    return check_backup(files.desk, made.key)["person"]


def test_a_backup_holds_what_the_desk_holds_and_stands_for_itself(filled: Made):
    found = backup(filled)

    assert names_on(shelf_of(filled.files)) == ["2026-11-24T090000Z.desk", "2026-11-24T090000Z.desk.vault"]
    assert read_vault(found.files.vault).key_by_recovery(filled.code) == filled.key
    assert check_backup(found.path, filled.key) == check_backup(filled.files.desk, filled.key)
    assert backups_of(filled.files) == [found]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_backup_is_for_its_owner_alone(filled: Made):
    found = backup(filled)

    assert stat.S_IMODE(found.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(found.files.vault.stat().st_mode) == 0o600
    assert stat.S_IMODE(found.path.parent.stat().st_mode) == 0o700


def test_two_backups_of_one_second_do_not_meet(filled: Made):
    first, second = backup(filled), backup(filled)

    assert first.path != second.path
    assert backups_of(filled.files) == [second, first]


def test_others_write_while_a_backup_is_made_and_it_holds_one_moment(
    filled: Made, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(making, "_PAGES_AT_ONCE", 20)
    desk = filled.opened()
    before = desk.reader.number("SELECT count(*) FROM person")
    written = []

    def work(_done: int, _total: int) -> None:
        written.append(create_person(desk, Card(display_name="In the middle")))

    found = make_backup(filled.files, filled.key, NOW, work)
    desk.close()

    assert len(written) > 5
    assert count_of(found.files, filled) == before
    assert count_of(filled.files, filled) == before + len(written)


class StopError(Exception):
    """The user wants it no more."""


@pytest.mark.parametrize("at", [0, 3, 10, 25, 40])
def test_a_backup_that_is_cancelled_leaves_nothing_and_the_next_one_is_whole(
    filled: Made, monkeypatch: pytest.MonkeyPatch, at: int
):
    monkeypatch.setattr(making, "_PAGES_AT_ONCE", 20)
    steps = 0

    def stop(_done: int, _total: int) -> None:
        nonlocal steps
        steps += 1
        if steps > at:
            raise StopError

    with pytest.raises(StopError):
        make_backup(filled.files, filled.key, NOW, stop)

    assert names_on(shelf_of(filled.files)) == []
    assert is_good(backup(filled), filled.key)


def test_how_far_it_is_only_grows_and_reaches_the_checking(filled: Made):
    told: list[tuple[int, int]] = []

    make_backup(filled.files, filled.key, NOW, lambda done, total: told.append((done, total)))

    assert told == sorted(told)
    assert {total for _done, total in told} == {told[0][1]}
    assert told[-1][0] > told[0][1] * 2 // 3 - 1


@contextmanager
def planted_damage(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a disk does that says "written" and did not write."""
    whole = making.sync_file

    def damaging(path: Path) -> None:
        whole(path)
        content = bytearray(path.read_bytes())
        content[len(content) // 2 + 100] ^= 1
        path.write_bytes(content)

    with monkeypatch.context() as planted:
        planted.setattr(making, "sync_file", damaging)
        yield


def test_a_copy_that_does_not_prove_good_is_thrown_away(filled: Made, monkeypatch: pytest.MonkeyPatch):
    older = backup(filled, 1)

    with planted_damage(monkeypatch), pytest.raises(BackupFailedError):
        backup(filled)

    assert backups_of(filled.files) == [older]
    assert len(names_on(shelf_of(filled.files))) == 2


def test_a_copy_that_lacks_a_row_is_thrown_away(filled: Made, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(making, "counted", lambda source: {**proving.counted(source), "person": 10**6})

    with pytest.raises(BackupFailedError):
        backup(filled)

    assert names_on(shelf_of(filled.files)) == []


def test_a_desk_with_a_damaged_page_gives_no_backup_wherever_the_page_is(filled: Made):
    """Also at the end of a long picture, where the tree of the copy would look whole."""
    desk = filled.opened()
    with desk.change(Label.EDIT_PERSON) as session:
        session.add(BlobRow(hash="long", media_type="image/png", size=20_000, content=os.urandom(20_000)))
    desk.close()
    whole = filled.files.desk.read_bytes()
    pages = len(whole) // 4096

    for page in (*range(1, pages, pages // 12), *range(pages - 6, pages)):
        content = bytearray(whole)
        content[page * 4096 + 100] ^= 1
        filled.files.desk.write_bytes(content)
        with pytest.raises(DamagedDeskError):
            backup(filled)

    assert names_on(shelf_of(filled.files)) == []


def test_a_key_that_is_not_the_vaults_gives_no_backup(filled: Made):
    with pytest.raises(WrongKeyError):
        make_backup(filled.files, new_key(), NOW)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(filled: Made):
    filled.files.desk.parent.chmod(0o500)
    try:
        with pytest.raises(UnwritableBackupError):
            backup(filled)
    finally:
        filled.files.desk.parent.chmod(0o700)


def test_a_file_in_the_place_of_the_folder_is_told(filled: Made):
    shelf_of(filled.files).write_text("in the way")

    with pytest.raises(UnwritableBackupError):
        backup(filled)


def test_a_full_disk_leaves_no_half_backup_and_the_next_one_works(small_disk: Path):
    made = made_in(small_disk)

    with pytest.raises(FullDiskError):
        [backup(made) for _ in range(20)]
    good = backups_of(made.files)
    names = names_on(shelf_of(made.files))
    (small_disk / "ballast").unlink()

    assert good
    assert len(names) == 2 * len(good)
    assert all(is_good(one, made.key) for one in good)
    assert is_good(backup(made), made.key)


def test_older_backups_go_by_the_rule_once_the_new_one_is_good(filled: Made):
    shelf = shelf_of(filled.files)
    older = [backup(filled, days) for days in (60, 30, 20.01, 20, 2.02, 2.01, 1)]
    newest = backup(filled)

    gone = thin(shelf, read_vault(filled.files.vault).desk_id, newest, clock_at().zone())

    assert {taken.made for taken in gone} == {older[2].made, older[4].made}
    assert len(backups_of(filled.files)) == 6
    assert names_on(shelf) == sorted(
        name for kept in backups_of(filled.files) for name in (kept.path.name, kept.files.vault.name)
    )


def test_what_belongs_to_another_desk_is_never_listed_and_never_goes(filled: Made):
    shelf = shelf_of(filled.files)
    other = [backup(filled, days) for days in (90, 2.02, 2.01)]
    key = new_key()
    for foreign in other:
        write_vault(foreign.files.vault, new_vault(key, new_code()))
    stranger = shelf / "2020-01-01T000000Z.desk"
    stranger.write_text("no vault, no backup of ours")
    newest = backup(filled)

    assert backups_of(filled.files) == [newest]
    assert thin(shelf, read_vault(filled.files.vault).desk_id, newest, clock_at().zone()) == []
    assert stranger.exists()
    assert all(foreign.path.exists() for foreign in other)


def test_what_a_killed_making_left_goes_when_it_is_old_and_what_another_fills_now_stays(filled: Made):
    shelf = shelf_of(filled.files)
    shelf.mkdir()
    names = (".2026-11-20T090000Z.desk.k2.unfinished", "2026-11-20T090000Z.desk.vault")
    old = [shelf / name for name in names]
    fresh = [shelf / name.replace("-20T", "-21T") for name in names]
    for path in (*old, *fresh):
        path.write_bytes(b"part")
    newest = backup(filled)
    for path in old:
        os.utime(path, (newest.path.stat().st_mtime - 7200,) * 2)

    thin(shelf, read_vault(filled.files.vault).desk_id, newest, clock_at().zone())

    assert [path.exists() for path in old] == [False, False]
    assert [path.exists() for path in fresh] == [True, True]


def test_the_newest_good_backup_is_found_past_the_damaged_ones(filled: Made):
    good, damaged, empty = backup(filled, 3), backup(filled, 2), backup(filled, 1)
    content = bytearray(damaged.path.read_bytes())
    content[-2000] ^= 1
    damaged.path.write_bytes(content)
    empty.path.write_bytes(b"")

    assert newest_good(backups_of(filled.files), filled.key) == good


def test_backups_of_a_desk_whose_vault_is_gone_are_found(filled: Made):
    found = backup(filled)
    filled.files.desk.unlink()
    filled.files.vault.unlink()

    assert backups_of(filled.files) == [found]
    assert backups_on(filled.files.desk.parent / "nowhere", None) == []


def test_a_damaged_page_of_a_search_index_is_found(filled: Made):
    desk = filled.opened()
    for number in range(60):
        OPERATIONS["log"](desk, Random(number))
    desk.close()
    found = backup(filled)
    pages = len(found.path.read_bytes()) // 4096

    for page in range(1, pages, max(pages // 15, 1)):
        content = bytearray(found.path.read_bytes())
        content[page * 4096 + 50] ^= 1
        spoilt = found.path.with_name("spoilt.desk")
        spoilt.write_bytes(content)
        with pytest.raises(UnfitBackupError):
            check_backup(spoilt, filled.key)
