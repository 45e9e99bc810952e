"""Damage is noticed before it is served (promise 3)."""

import itertools
from pathlib import Path

import pytest
from damages import KINDS, PLACES

from real_desk import FULL_CARD, Made, clock_at, made_in
from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DamagedDeskError
from relationdesk.desk.opening import Found, look, open_desk
from relationdesk.work.people.commands import create_person

EVERY_DAMAGE = list(itertools.product(KINDS, PLACES))


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, bytes]:
    """A desk with twenty people on it, and its content."""
    made = made_in(tmp_path_factory.mktemp("pattern"))
    desk = opened(made)
    for _ in range(20):
        create_person(desk, FULL_CARD)
    desk.close()
    return made, made.files.desk.read_bytes()


@pytest.fixture
def filled(pattern: tuple[Made, bytes], tmp_path: Path) -> Made:
    """The same in a folder of its own."""
    made = made_in(tmp_path)
    made.files.desk.write_bytes(pattern[1])
    return made


def opened(made: Made) -> Desk:
    return open_desk(look(made.files), made.key, clock_at())


def read_all_pages(desk: Desk) -> None:
    """Ask for every row by every way to it."""
    for table in CATALOGUE:
        list(desk.reader.stream(f"SELECT * FROM {table} NOT INDEXED ORDER BY rowid"))
    for (problem,) in desk.reader.stream("PRAGMA integrity_check"):
        if problem != "ok":
            raise DamagedDeskError(desk.path)


def is_noticed(made: Made) -> bool:
    if look(made.files).found is Found.NO_DESK:
        return True
    try:
        desk = opened(made)
    except DamagedDeskError:
        return True
    try:
        read_all_pages(desk)
    except DamagedDeskError:
        return True
    finally:
        desk.close()
    return False


def test_a_desk_that_is_whole_is_read_to_the_end(filled: Made):
    assert not is_noticed(filled)


def test_there_are_24_damages_and_each_changes_the_file(pattern: tuple[Made, bytes]):
    results = {KINDS[kind](pattern[1], PLACES[place]) for kind, place in EVERY_DAMAGE}

    assert len(results - {pattern[1]}) == 24


@pytest.mark.parametrize(("kind", "place"), EVERY_DAMAGE)
def test_damage_is_noticed_no_later_than_it_is_read_and_the_file_is_kept(filled: Made, kind: str, place: str):
    damaged = KINDS[kind](filled.files.desk.read_bytes(), PLACES[place])
    filled.files.desk.write_bytes(damaged)

    assert is_noticed(filled)
    assert filled.files.desk.read_bytes() == damaged
