"""A desk moves to another folder whole, and whoever opens the old place finds it."""

import json
import os
from pathlib import Path

import pytest

from real_desk import DAY, FULL_CARD, Made, archive_of, assert_sound, clock_at
from relationdesk.desk.backups.making import make_backup
from relationdesk.desk.backups.shelf import backups_of
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DeskExistsError, FullDiskError, UnwritableDeskError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.forwarding import place_after_moves
from relationdesk.desk.moving import move_desk
from relationdesk.desk.opening import Found, look
from relationdesk.work.people.commands import create_person


@pytest.fixture
def filled(made: Made) -> bytes:
    """What is on the desk, which has a backup too."""
    desk = made.opened()
    create_person(desk, FULL_CARD)
    told = archive_of(desk)
    desk.close()
    make_backup(made.files, made.key, clock_at(DAY).now())
    return told


@pytest.fixture
def to(tmp_path: Path) -> DeskFiles:
    return DeskFiles(tmp_path / "safe" / "place" / "my.desk")


def test_the_whole_desk_is_at_its_new_place(made: Made, filled: bytes, to: DeskFiles):
    move_desk(made.files, made.key, to)

    desk = Desk(to, made.key, clock_at())
    assert archive_of(desk) == filled
    assert_sound(desk)
    desk.close()
    assert len(backups_of(to)) == 1
    assert os.name == "nt" or to.desk.stat().st_mode & 0o777 == 0o600


def test_the_old_place_leads_to_the_new_one_and_keeps_the_former_desk(
    made: Made, filled: bytes, to: DeskFiles
):
    move_desk(made.files, made.key, to)

    assert place_after_moves(made.files.desk) == to.desk
    assert look(made.files).found is Found.NOTHING
    (former,) = (path for path in made.files.desk.parent.glob("my.desk.former-*") if path.suffix != ".vault")
    desk = Desk(DeskFiles(former), made.key, clock_at())
    assert archive_of(desk) == filled
    desk.close()


def test_a_desk_that_moved_twice_and_back_is_found_from_everywhere(made: Made, filled: bytes, tmp_path: Path):
    places = [made.files, *(DeskFiles(tmp_path / name / "my.desk") for name in ("one", "two"))]
    for here, there in ((0, 1), (1, 2), (2, 0)):
        found = [place_after_moves(place.desk) for place in places[: here + 1]]
        assert set(found) == {places[here].desk}
        move_desk(places[here], made.key, places[there])

    assert {place_after_moves(place.desk) for place in places} == {made.files.desk}


def test_a_place_that_was_never_left_is_itself(made: Made, tmp_path: Path):
    assert place_after_moves(made.files.desk) == made.files.desk
    assert place_after_moves(tmp_path / "nothing.desk") == tmp_path / "nothing.desk"


@pytest.mark.parametrize(
    "word",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 3000,
        b"x" * 100_000,
        json.dumps({"moved_to": "elsewhere/my.desk", "desk_id": "0a" * 16}).encode(),
        json.dumps({"moved_to": 7, "desk_id": None}).encode(),
    ],
)
def test_a_word_that_leads_nowhere_is_passed_over(made: Made, word: bytes):
    made.files.moved.write_bytes(word)

    assert place_after_moves(made.files.desk) == made.files.desk


def test_on_another_computer_the_word_of_this_one_is_passed_over(made: Made, filled: bytes, to: DeskFiles):
    move_desk(made.files, made.key, to)
    to.desk.unlink()
    assert place_after_moves(made.files.desk) == made.files.desk

    to.desk.write_bytes(b"another desk")
    to.vault.write_text(to.vault.read_text().replace("desk_id", "other_id"))
    assert place_after_moves(made.files.desk) == made.files.desk


def test_a_desk_goes_nowhere_where_one_is(made: Made, filled: bytes, tmp_path: Path):
    other = DeskFiles(tmp_path / "other.desk")
    other.vault.write_bytes(b"somebody's")

    with pytest.raises(DeskExistsError):
        move_desk(made.files, made.key, other)

    assert other.vault.read_bytes() == b"somebody's"
    assert made.files.desk.is_file()


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_move_that_is_stopped_leaves_the_desk_where_it_was_and_nothing_elsewhere(
    made: Made, filled: bytes, to: DeskFiles
):
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise StoppedError

    before = everything(made.files.desk.parent)
    with pytest.raises(StoppedError):
        move_desk(made.files, made.key, to, stop)

    assert everything(made.files.desk.parent) == before
    assert place_after_moves(made.files.desk) == made.files.desk


def test_a_place_that_cannot_be_written_is_said(made: Made, filled: bytes, tmp_path: Path):
    (tmp_path / "file").touch()

    with pytest.raises(UnwritableDeskError):
        move_desk(made.files, made.key, DeskFiles(tmp_path / "file" / "my.desk"))


def test_a_full_disk_leaves_the_desk_where_it_was(made: Made, filled: bytes, tiny_disk: Path):
    before = everything(made.files.desk.parent)
    with pytest.raises(FullDiskError):
        move_desk(made.files, made.key, DeskFiles(tiny_disk / "my.desk"))

    assert everything(made.files.desk.parent) == before
    assert [path for path in tiny_disk.rglob("*") if path.is_file()] == []
