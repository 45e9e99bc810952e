"""Restoring, and saving what can be read, can be killed at any moment and begun again (promise 3)."""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from jobs import Job, restore_backup, save_readable
from kills import Office, office

from real_desk import FULL_CARD, Made, archive_of, assert_sound, clock_at, made_in
from relationdesk.desk.backups.making import make_backup
from relationdesk.desk.backups.restoring import restore
from relationdesk.desk.backups.shelf import backups_of
from relationdesk.desk.checking import check_file
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.opening import look, open_desk
from relationdesk.desk.salvage.saving import save
from relationdesk.work.people.commands import create_person

KILLS = 50 if os.environ.get("RELATIONDESK_FULL") else 6
PAGE = 4096
PEOPLE = 10


@pytest.fixture(scope="module")
def offices() -> Iterator[Office]:
    with office() as opened:
        yield opened


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A desk whose list of people cannot be read any more, and beside it a backup of when it was whole."""
    made = made_in(tmp_path_factory.mktemp("pattern"))
    desk = made.opened()
    for _ in range(PEOPLE):
        create_person(desk, FULL_CARD)
    desk.close()
    make_backup(made.files, made.key, clock_at().now())
    raw = made.raw()
    (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'ix_person_sort_key'").fetchone()
    raw.close()
    content = bytearray(made.files.desk.read_bytes())
    content[(page - 1) * PAGE + 700] ^= 1
    made.files.desk.write_bytes(content)
    return made


def copied(pattern: Made, folder: Path) -> Made:
    shutil.copytree(pattern.files.desk.parent, folder)
    return Made(DeskFiles(folder / pattern.files.desk.name), pattern.key, pattern.code)


def carried_out(job: Job, made: Made) -> None:
    """Do in peace what a job does."""
    if job is save_readable:
        save(made.files, made.key, lambda _table, _identity: None)
    else:
        restore(made.files, backups_of(made.files)[0].path, made.key, clock_at().now())


def is_damaged(made: Made) -> bool:
    return check_file(look(made.files).files.desk, made.key, with_indexes=True).is_damaged


def but_first_page(path: Path) -> bytes:
    """A file without the page that tells how it is to be opened, which restoring changes."""
    return path.read_bytes()[PAGE:]


@pytest.mark.parametrize("job", [save_readable, restore_backup], ids=lambda job: job.__name__)
def test_killed_at_any_moment_it_is_done_or_can_be_begun_again(
    offices: Office, pattern: Made, tmp_path: Path, job: Job
):
    whole = copied(pattern, tmp_path / "whole")
    began = time.monotonic()
    carried_out(job, whole)
    lasted = time.monotonic() - began
    desk = open_desk(look(whole.files), whole.key, clock_at())
    right = archive_of(desk)
    desk.close()
    damaged = but_first_page(pattern.files.desk)
    standings = set()
    for number in range(KILLS):
        made = copied(pattern, tmp_path / f"{number}")
        acknowledged = offices.killed(job, made.files, made.key, after=lasted * number / KILLS)
        standings.add(was_damaged := is_damaged(made))
        assert not (acknowledged and was_damaged)
        if was_damaged:
            assert but_first_page(made.files.desk) == damaged
            carried_out(job, made)
        desk = open_desk(look(made.files), made.key, clock_at())
        assert archive_of(desk) == right
        assert_sound(desk)
        desk.close()
        kept = [path for path in made.files.desk.parent.glob("my.desk.former-*") if path.suffix != ".vault"]
        assert damaged in [but_first_page(path) for path in kept]
    assert True in standings
