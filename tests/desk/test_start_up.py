"""What is found at the place of a desk, and what may never be created or touched (QUALITY, at start)."""

import json
import os
import shutil
from pathlib import Path

import pytest

from real_desk import FULL_CARD, Made, clock_at
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import (
    DamagedDeskError,
    DamagedVaultError,
    DeskExistsError,
    FullDiskError,
    TooNewDeskError,
    UnwritableDeskError,
    WrongKeyError,
)
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.making import finish_making, make_desk
from relationdesk.desk.opening import Found, look, open_desk
from relationdesk.desk.schema import SCHEMA_VERSION
from relationdesk.desk.vault import new_vault, write_vault
from relationdesk.domain.recovery_code import new_code
from relationdesk.work.people.commands import create_person


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def opened(made: Made) -> Desk:
    return open_desk(look(made.files), made.key, clock_at())


def test_nothing_there_is_a_first_start_and_nothing_is_made(tmp_path: Path):
    place = look(DeskFiles(tmp_path / "my.desk"))

    assert place.found is Found.NOTHING
    assert contents(tmp_path) == {}


def test_a_desk_and_its_key_open(made: Made):
    assert look(made.files).found is Found.LOCKED
    opened(made).close()


def test_a_desk_that_was_closed_ended_well_and_one_that_was_cut_off_did_not(made: Made, tmp_path: Path):
    desk = opened(made)
    create_person(desk, FULL_CARD)
    cut_off = tmp_path / "cut-off"
    shutil.copytree(tmp_path, cut_off, ignore=shutil.ignore_patterns("cut-off"))
    desk.close()

    assert look(made.files).ended_well
    again = opened(made)
    assert again.ended_well
    again.close()
    assert not look(DeskFiles(cut_off / "my.desk")).ended_well


def test_another_key_opens_nothing_and_touches_nothing(made: Made, tmp_path: Path):
    before = contents(tmp_path)

    with pytest.raises(WrongKeyError):
        open_desk(look(made.files), new_key(), clock_at())

    assert contents(tmp_path) == before


def test_a_key_that_fits_the_vault_but_not_the_file_is_damage(made: Made, tmp_path: Path):
    key = new_key()
    write_vault(made.files.vault, new_vault(key, new_code()))
    before = contents(tmp_path)

    with pytest.raises(DamagedDeskError):
        open_desk(look(made.files), key, clock_at())

    assert contents(tmp_path) == before


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + bytes(4080), b"hello", os.urandom(8192)])
def test_a_file_that_is_no_desk_is_damage_and_stays_as_it_is(made: Made, content: bytes):
    made.files.desk.write_bytes(content)

    with pytest.raises(DamagedDeskError):
        opened(made)

    assert made.files.desk.read_bytes() == content


def test_a_desk_of_zero_bytes_beside_its_vault_is_lost_and_nothing_is_created(made: Made, tmp_path: Path):
    made.files.desk.write_bytes(b"")
    before = contents(tmp_path)

    assert look(made.files).found is Found.NO_DESK
    assert contents(tmp_path) == before


def test_a_vault_without_its_desk_is_lost_and_nothing_is_created(made: Made, tmp_path: Path):
    made.files.desk.unlink()
    before = contents(tmp_path)

    assert look(made.files).found is Found.NO_DESK
    with pytest.raises(UnwritableDeskError):
        opened(made)
    assert contents(tmp_path) == before


def test_a_desk_without_its_vault_opens_with_its_key_alone(made: Made):
    made.files.vault.unlink()
    place = look(made.files)

    assert place.found is Found.NO_VAULT
    open_desk(place, made.key, clock_at()).close()
    with pytest.raises(WrongKeyError):
        open_desk(place, new_key(), clock_at())


GOOD = {"salt": "00" * 16, "nonce": "00" * 12, "wrapped": "00" * 48}


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"recovery": {"salt": "zz"}},
        {"recovery": GOOD | {"nonce": ""}},
        {"passphrase": GOOD | {"salt": "00"}},
        {"recovery": GOOD | {"more": "00"}},
        {"recovery": 7},
        {"open_key": "00"},
        {"open_key": 7},
    ],
    ids=str,
)
def test_a_vault_with_a_wrong_part_is_damaged(made: Made, change: dict[str, object]):
    content = json.loads(made.files.vault.read_text()) | change
    made.files.vault.write_text(json.dumps(content))

    with pytest.raises(DamagedVaultError):
        look(made.files)


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 400, b"[]", b"{}", b"[" * 100_000, b'{"format": 1}', b"\xff"]
)
def test_a_vault_that_is_none_is_damaged_and_the_desk_stays(made: Made, content: bytes):
    before = made.files.desk.read_bytes()
    made.files.vault.write_bytes(content)

    with pytest.raises(DamagedVaultError):
        look(made.files)

    assert made.files.desk.read_bytes() == before


def test_a_newer_desk_is_left_untouched_and_says_which_version_it_needs(made: Made, tmp_path: Path):
    raw = made.raw()
    raw.execute("PRAGMA user_version = 7")
    raw.close()
    before = contents(tmp_path)

    with pytest.raises(TooNewDeskError) as refused:
        opened(made)

    assert (refused.value.found, refused.value.known) == (7, SCHEMA_VERSION)
    assert contents(tmp_path) == before


def test_a_making_cut_off_before_its_vault_starts_again(tmp_path: Path):
    files = DeskFiles(tmp_path / "my.desk")
    files.unfinished.write_bytes(b"half a desk")
    Path(f"{files.unfinished}-wal").write_bytes(b"and its log")
    assert look(files).found is Found.NOTHING
    key = new_key()

    make_desk(files, key, new_vault(key, new_code()))

    assert sorted(contents(tmp_path)) == ["my.desk", "my.desk.vault"]
    open_desk(look(files), key, clock_at()).close()


def test_a_making_cut_off_after_its_vault_is_finished(made: Made, tmp_path: Path):
    shutil.move(made.files.desk, made.files.unfinished)

    assert look(made.files).found is Found.LOCKED
    assert sorted(contents(tmp_path)) == ["my.desk", "my.desk.vault"]


def test_finishing_never_puts_an_unfinished_desk_over_a_desk(made: Made):
    before = made.files.desk.read_bytes()
    made.files.unfinished.write_bytes(b"something else")

    finish_making(made.files)

    assert made.files.desk.read_bytes() == before


@pytest.mark.parametrize("there", ["desk", "vault"])
def test_a_desk_is_never_made_over_files_that_are_there(tmp_path: Path, there: str):
    files = DeskFiles(tmp_path / "my.desk")
    getattr(files, there).write_bytes(b"something of the user's")
    key = new_key()

    with pytest.raises(DeskExistsError):
        make_desk(files, key, new_vault(key, new_code()))

    assert list(contents(tmp_path).values()) == [b"something of the user's"]


def test_a_desk_is_the_users_alone(tmp_path: Path):
    files = DeskFiles(tmp_path / "new" / "my.desk")
    key = new_key()
    make_desk(files, key, new_vault(key, new_code()))

    assert files.desk.parent.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in files.desk.parent.iterdir()} == {0o600}


def test_a_place_below_a_file_is_refused(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    key = new_key()

    with pytest.raises(UnwritableDeskError):
        make_desk(DeskFiles(tmp_path / "file" / "my.desk"), key, new_vault(key, new_code()))


def test_a_name_too_long_for_the_system_is_refused(tmp_path: Path):
    with pytest.raises(UnwritableDeskError):
        look(DeskFiles(tmp_path / ("x" * 300)))


def test_a_desk_that_finds_no_room_is_not_made(tiny_disk: Path):
    key = new_key()

    with pytest.raises(FullDiskError):
        make_desk(DeskFiles(tiny_disk / "my.desk"), key, new_vault(key, new_code()))

    assert not (tiny_disk / "my.desk").exists()


def test_a_change_that_finds_no_room_leaves_what_was_there(made: Made, small_disk: Path):
    shutil.copy(made.files.desk, small_disk / "my.desk")
    shutil.copy(made.files.vault, small_disk / "my.desk.vault")
    desk = open_desk(look(DeskFiles(small_disk / "my.desk")), made.key, clock_at())
    kept = people_until_full(desk)

    assert desk.reader.number("SELECT count(*) FROM person") == kept
    (small_disk / "ballast").unlink()
    create_person(desk, FULL_CARD)
    assert desk.reader.number("SELECT count(*) FROM person") == kept + 1
    desk.close()


def people_until_full(desk: Desk) -> int:
    for kept in range(500):
        try:
            create_person(desk, FULL_CARD)
        except FullDiskError:
            return kept
    pytest.fail("the disk never filled up")
