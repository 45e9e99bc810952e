"""Backups and restorings that are killed: the old is intact or the new whole, and again works (promise 4)."""

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from keeping import Office, Order, office

from operations import OPERATIONS
from real_desk import Made, archive_of, assert_sound, clock_at, made_in
from relationdesk.desk.backups.making import make_backup
from relationdesk.desk.backups.proving import is_good
from relationdesk.desk.backups.shelf import backups_of, take_off
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.opening import look, open_desk

FULL = bool(os.environ.get("RELATIONDESK_FULL"))
KILLS = 100 if FULL else 8
MOMENTS = 1000 if FULL else 14
LONGEST_BACKUP, LONGEST_RESTORE = 0.5, 0.7


@pytest.fixture(scope="module")
def work() -> Iterator[Office]:
    with office() as opened:
        yield opened


@cache
def worked_on() -> tuple[bytes, bytes]:
    """A desk with something of everything, and the same desk a little later."""
    with TemporaryDirectory() as folder:
        made = made_in(Path(folder))
        desk = made.opened()
        chance = Random(4)
        for name in ["add a person", *OPERATIONS]:
            OPERATIONS[name](desk, chance)
        desk.close()
        then = made.files.desk.read_bytes()
        desk = made.opened()
        OPERATIONS["add several people"](desk, chance)
        desk.close()
        return then, made.files.desk.read_bytes()


def moments_of(work: Office, order: Order) -> list[int]:
    """The moments at which work is killed: all that it has, or some of them with the last among them."""
    number = work.moments(order)
    assert number is not None
    return sorted(range(number - 1, -1, -max(number // MOMENTS, 1)))


def told(files: DeskFiles, made: Made) -> bytes:
    """What a desk holds, opened as the program opens it; it has to be sound."""
    desk = open_desk(look(files), made.key, clock_at())
    try:
        assert_sound(desk)
        return archive_of(desk)
    finally:
        desk.close()


def formers(made: Made) -> list[bytes]:
    folder = made.files.desk.parent
    return [
        told(DeskFiles(path), made)
        for path in folder.glob("my.desk.former-*")
        if not path.name.endswith((".vault", "-wal", "-shm"))
    ]


class Restoring:
    """A desk with a backup of then that is being restored, and what both hold."""

    def __init__(self, folder: Path) -> None:
        self.made = made_in(folder)
        then, now = worked_on()
        self.made.files.desk.write_bytes(then)
        self.then = told(self.made.files, self.made)
        self.backup = make_backup(self.made.files, self.made.key, clock_at().now())
        self.made.files.desk.write_bytes(now)
        self.now = told(self.made.files, self.made)
        self.order = Order(
            "restore", str(self.made.files.desk), self.made.key.raw.hex(), str(self.backup.path)
        )

    def state(self) -> str:
        """Which of the two the desk is, and that nothing of either is lost."""
        found = told(self.made.files, self.made)
        assert found in {self.then, self.now}
        assert found == self.now or self.now in formers(self.made)
        assert all(is_good(backup, self.made.key) for backup in backups_of(self.made.files))
        return "then" if found == self.then else "now"

    def begin_again(self) -> None:
        """Put the desk back that is to be replaced, and take off what was kept."""
        for path in self.made.files.desk.parent.glob("my.desk*"):
            if path.is_file() and path != self.made.files.vault:
                path.unlink()
        self.made.files.desk.write_bytes(worked_on()[1])


def test_a_restoring_killed_at_each_of_its_moments_leaves_the_one_or_the_other(work: Office, tmp_path: Path):
    restoring, seen = Restoring(tmp_path), []
    for moment in moments_of(work, restoring.order):
        restoring.begin_again()
        assert work.was_killed(replace(restoring.order, moment=moment))
        seen.append(restoring.state())

    assert seen == sorted(seen)
    assert not work.was_killed(restoring.order)
    assert restoring.state() == "then"


def test_a_restoring_killed_at_any_moment_is_run_again_and_works(work: Office, tmp_path: Path):
    restoring, seen = Restoring(tmp_path), []
    for seed in range(KILLS):
        after = Random(seed).uniform(0, LONGEST_RESTORE)
        work.was_killed(replace(restoring.order, after=after))
        seen.append(restoring.state())
        if seed % 3 == 0:
            assert not work.was_killed(restoring.order)
            assert restoring.state() == "then"
            restoring.begin_again()

    assert "now" in seen


def test_the_harness_reaches_the_moment_between_the_two_names(work: Office, tmp_path: Path):
    """A desk that is away for a moment comes back when its place is looked at."""
    restoring = Restoring(tmp_path)
    desk, ready = restoring.made.files.desk, restoring.made.files.ready
    last = work.moments(restoring.order)
    assert last is not None
    for moment in range(last - 1, last - 15, -1):
        restoring.begin_again()
        assert work.was_killed(replace(restoring.order, moment=moment))
        if ready.exists() and not desk.exists():
            break
    else:
        pytest.fail("the desk never was between two names")

    assert restoring.state() == "then"


class Keeping:
    """A desk with one good backup of which more are being made."""

    def __init__(self, folder: Path, work: str = "back up") -> None:
        self.made = made_in(folder)
        self.made.files.desk.write_bytes(worked_on()[0])
        self.first = make_backup(self.made.files, self.made.key, clock_at().now())
        self.order = Order(work, str(self.made.files.desk), self.made.key.raw.hex())

    def is_well(self) -> bool:
        """Every backup that is there is good, the first among them, and so is the desk."""
        found = backups_of(self.made.files)
        told(self.made.files, self.made)
        return self.first in found and all(is_good(backup, self.made.key) for backup in found)

    def begin_again(self) -> None:
        """Take off every backup but the first."""
        for backup in backups_of(self.made.files):
            if backup != self.first:
                take_off(backup)


def test_a_backup_killed_at_any_moment_of_work_leaves_good_ones_alone(work: Office, tmp_path: Path):
    keeping = Keeping(tmp_path, "back up at work")
    for seed in range(KILLS):
        work.was_killed(replace(keeping.order, after=Random(seed).uniform(0, LONGEST_BACKUP)))
        assert keeping.is_well()

    before = len(backups_of(keeping.made.files))
    assert not work.was_killed(keeping.order)
    assert len(backups_of(keeping.made.files)) == before + 2


def test_a_backup_killed_at_each_of_its_moments_leaves_good_ones_alone(work: Office, tmp_path: Path):
    keeping = Keeping(tmp_path)
    for moment in moments_of(work, keeping.order):
        keeping.begin_again()
        assert work.was_killed(replace(keeping.order, moment=moment))
        assert keeping.is_well()


@pytest.mark.parametrize("fault", ["in place", "thin first"])
def test_the_harness_notices_a_fault(work: Office, tmp_path: Path, fault: str):
    keeping = Keeping(tmp_path)
    order = replace(keeping.order, fault=fault)

    noticed = False
    for moment in range(0, 60, 6):
        work.was_killed(replace(order, moment=moment))
        noticed = noticed or not keeping.is_well()

    assert noticed
