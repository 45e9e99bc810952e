"""A desk whose folder goes away, or may not be written, loses nothing (promise 9)."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from operations import state_of
from real_desk import FULL_CARD, Made, assert_sound, clock_at, made_in
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import AwayDeskError, UnwritableDeskError
from relationdesk.desk.opening import look, open_desk
from relationdesk.system.instance import UnlockableFolderError, hold
from relationdesk.work.errors import sentence
from relationdesk.work.people.commands import create_person

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps a file that is open where it is"
)
NOBODY = 65534


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder that can go away."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def desk(place: Path) -> Iterator[Desk]:
    """A desk in it, open, with somebody on it."""
    opened = made_in(place).opened()
    create_person(opened, FULL_CARD)
    yield opened
    opened.close()


def moved(place: Path) -> Callable[[], object]:
    elsewhere = place.with_name("elsewhere")
    place.rename(elsewhere)
    return lambda: elsewhere.rename(place)


def replaced(place: Path) -> Callable[[], object]:
    """As a program does that keeps a folder the same on several computers."""
    desk, aside = place / "my.desk", place / "aside"
    os.link(desk, aside)
    other = place / "other"
    shutil.copy(desk, other)
    other.replace(desk)
    return lambda: aside.replace(desk)


@pytest.mark.parametrize("goes", [moved, replaced])
def test_what_would_be_written_to_a_file_that_is_away_is_refused_and_kept_once_it_is_back(
    place: Path, desk: Desk, goes: Callable[[Path], Callable[[], object]]
):
    before = state_of(desk)
    comes_back = goes(place)

    with pytest.raises(AwayDeskError) as refused:
        create_person(desk, FULL_CARD)
    with pytest.raises(AwayDeskError):
        desk.undo()

    comes_back()
    assert "is not there any more" in sentence(refused.value)
    assert state_of(desk) == before
    create_person(desk, FULL_CARD)
    assert desk.reader.number("SELECT count(*) FROM person") == 2
    desk.undo()
    assert state_of(desk) == before
    assert_sound(desk)


def test_nothing_is_acknowledged_once_the_folder_was_removed(place: Path, desk: Desk):
    shutil.rmtree(place)

    with pytest.raises(AwayDeskError):
        create_person(desk, FULL_CARD)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the superuser's rights, if we have them."""
    is_superuser = os.geteuid() == 0
    if is_superuser:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_superuser:
            os.seteuid(0)


@pytest.fixture
def read_only(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """A desk in a folder that may be read and not written."""
    made = made_in(tmp_path_factory.mktemp("read-only"))
    folder = made.files.desk.parent
    for parent in folder.parents:
        if parent.owner() == folder.owner() and "pytest" in parent.name:
            parent.chmod(0o755)
    made.files.desk.chmod(0o444)
    made.files.vault.chmod(0o444)
    folder.chmod(0o555)
    yield made
    folder.chmod(0o755)


def test_a_desk_that_may_not_be_written_is_refused_in_words_and_left_as_it_is(read_only: Made):
    before = read_only.files.desk.read_bytes()

    with as_nobody(), pytest.raises(UnwritableDeskError) as refused:
        open_desk(look(read_only.files), read_only.key, clock_at())

    assert sentence(refused.value) == (
        "The desk “my.desk” cannot be written: check the folder and its permissions."
    )
    assert read_only.files.desk.read_bytes() == before
    assert [path.name for path in read_only.files.desk.parent.glob("*-wal")] == []


def test_a_folder_that_may_not_be_written_lets_no_desk_be_held(read_only: Made):
    with as_nobody(), pytest.raises(UnlockableFolderError) as refused:
        hold(read_only.files.in_use)

    assert "cannot be written" in sentence(refused.value)
