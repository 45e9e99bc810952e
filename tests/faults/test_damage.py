"""Damage is noticed before it is served (promise 3)."""

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from damages import KINDS, PAGE, PLACES, bit_flip

from operations import OPERATIONS
from real_desk import DAY, FULL_CARD, Made, clock_at, made_in
from relationdesk.desk.backups.errors import BackupFailedError
from relationdesk.desk.backups.making import make_backup
from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.checking import go_on
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DamagedDeskError
from relationdesk.desk.opening import Found, look, open_desk
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import PersonId
from relationdesk.work.dossiers.commands import write_dossier
from relationdesk.work.exports.commands import export_people, write_archive
from relationdesk.work.history.queries import timeline
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.queries import people_matching
from relationdesk.work.people.record import person_page
from relationdesk.work.search.queries import found
from relationdesk.work.today.queries import today_page

EVERY = 8 if os.environ.get("RELATIONDESK_FULL") else 120
"""How many pages lie between two that are broken in one round."""
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


def everything_done(
    desk: Desk, somebody: PersonId, folder: Path, chance: Random
) -> Iterator[Callable[[], object]]:
    """What the window and the command line ask of a desk, and one of the things that are done to it."""
    reader = desk.reader
    yield lambda: today_page(reader, DAY)
    yield lambda: people_matching(reader)
    yield lambda: found(reader, "marchetti", DAY, 20)
    yield lambda: person_page(reader, somebody, DAY)
    yield lambda: timeline(reader, somebody)
    yield lambda: export_people(reader, folder / "people.vcf")
    yield lambda: write_archive(reader, folder / "desk.json")
    yield lambda: write_dossier(reader, somebody, folder / "dossier.pdf", today=DAY)
    yield lambda: make_backup(desk.files, desk.key, desk.clock.now())
    yield lambda: OPERATIONS[chance.choice(sorted(OPERATIONS))](desk, chance)
    yield desk.undo
    yield lambda: desk.mend_indexes(go_on)


@pytest.mark.parametrize("first", range(8))
def test_whatever_is_done_on_a_damaged_desk_is_done_or_refused_as_damage(
    filled: Made, tmp_path: Path, first: int
):
    """Whichever page is broken, nobody meets an error that is ours."""
    content = filled.files.desk.read_bytes()
    pages = len(content) // PAGE
    whole = opened(filled)
    somebody = PersonId(whole.reader.number("SELECT min(id) FROM person"))
    whole.close()
    refused = []
    for number in range(first, pages, EVERY):
        filled.files.desk.write_bytes(bit_flip(content, number / (pages - 1)))
        try:
            desk = opened(filled)
        except DamagedDeskError as error:
            refused.append(error)
            continue
        for act in everything_done(desk, somebody, tmp_path, Random(number)):
            try:
                act()
            except (DamagedDeskError, NotFoundError, BackupFailedError) as error:
                refused.append(error)
        desk.close()
    assert any(isinstance(error, DamagedDeskError) for error in refused)
