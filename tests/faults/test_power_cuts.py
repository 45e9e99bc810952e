"""A saved change survives a power cut (promise 2)."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from disk import Disk
from recording import Order, recorded, standing

from golden import CODE, KEY, golden_desks
from real_desk import Made, assert_sound, made_in
from relationdesk.desk.errors import DamagedDeskError, DamagedVaultError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.domain.card import Card
from relationdesk.work.people.commands import create_person

FULL = bool(os.environ.get("RELATIONDESK_FULL"))
ROUNDS, CUTS = (10, 30) if FULL else (1, 20)
SMALL_CUTS = 30 if FULL else 6
FAULTS = ("normal", "off") if FULL else ("normal",)
LOG_INDEX_BYTES = 32768


@dataclass(frozen=True)
class Verdict:
    """What a power cut left of a desk."""

    at: int
    was_lost: bool = False
    is_corrupt: bool = False

    @property
    def is_good(self) -> bool:
        return not (self.was_lost or self.is_corrupt)


def verdicts(order: Order, cuts: int) -> Iterator[Verdict]:
    """Cut the power at so many random moments of what an order does, the last of them when all is done."""
    folder = Path(order.path).parent
    disk = Disk(folder)
    events = recorded(order)
    states = [event.name for event in events if event.kind == "acknowledged"]
    chance = Random(order.seed)
    moments = {*chance.sample(range(len(events) - 1), min(cuts, len(events)) - 1), len(events) - 1}
    acknowledged = 0
    for number, event in enumerate(events):
        disk.hear(event)
        acknowledged += event.kind == "acknowledged"
        if number in moments:
            left = folder.with_name(f"{folder.name}-{number}")
            left.mkdir()
            disk.left_after_cut(left, chance)
            (left / "my.desk-shm").write_bytes(chance.randbytes(LOG_INDEX_BYTES))
            first = max(acknowledged, 1) - 1
            yield judged(number, left, order.key, states[first : first + 2])


def judged(at: int, folder: Path, key: str, right: list[str]) -> Verdict:
    """Whether a desk is sound and stands as acknowledged, or as what was under way would have left it."""
    try:
        found = standing(DeskFiles(folder / "my.desk"), DeskKey(bytes.fromhex(key)), assert_sound)
    except (DamagedDeskError, DamagedVaultError, AssertionError):
        return Verdict(at, is_corrupt=True)
    return Verdict(at, was_lost=found not in right)


def ordered(made: Made, task: str, *, seed: int = 0, fault: str = "") -> Order:
    return Order(task, str(made.files.desk), made.key.raw.hex(), seed, fault)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of its own for a desk, beside which what is left of it may lie."""
    (tmp_path / "desk").mkdir()
    return tmp_path / "desk"


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nothing_acknowledged_is_lost_and_nothing_is_corrupt(place: Path, seed: int):
    found = list(verdicts(ordered(made_in(place), "days of work", seed=seed), CUTS))

    assert len(found) == CUTS
    assert [verdict for verdict in found if not verdict.is_good] == []


def about_to_be_made(place: Path) -> Made:
    made = made_in(place)
    made.files.desk.unlink()
    made.files.vault.unlink()
    return made


def test_a_desk_being_made_is_not_there_or_whole(place: Path):
    found = list(verdicts(ordered(about_to_be_made(place), "making"), SMALL_CUTS))

    assert len(found) == SMALL_CUTS
    assert [verdict for verdict in found if not verdict.is_good] == []


def test_a_desk_being_replaced_is_the_one_or_the_other(place: Path):
    made = made_in(place)
    made.files.desk.with_name("other.desk").write_bytes(made.files.desk.read_bytes())
    desk = made.opened()
    create_person(desk, Card(display_name="Léa Marchetti"))
    desk.close()
    found = list(verdicts(ordered(made, "replacing"), SMALL_CUTS))

    assert found
    assert [verdict for verdict in found if not verdict.is_good] == []


def test_a_desk_being_migrated_keeps_everything(place: Path):
    golden = golden_desks()[0]
    shutil.copy(golden.files.desk, place / "my.desk")
    shutil.copy(golden.files.vault, place / "my.desk.vault")
    made = Made(DeskFiles(place / "my.desk"), KEY, CODE)
    found = list(verdicts(ordered(made, "migrating"), SMALL_CUTS))

    assert len(found) == SMALL_CUTS
    assert [verdict for verdict in found if not verdict.is_good] == []


@pytest.mark.parametrize("fault", FAULTS)
def test_the_harness_notices_what_is_not_synced(place: Path, fault: str):
    found = verdicts(ordered(made_in(place), "days of work", fault=fault), CUTS)

    assert not all(verdict.is_good for verdict in found)


def test_the_harness_notices_a_file_that_is_not_synced(place: Path):
    found = verdicts(ordered(about_to_be_made(place), "making", fault="files unsynced"), CUTS)

    assert not all(verdict.is_good for verdict in found)
