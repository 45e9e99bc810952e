"""Real desks with something on them, for the tests of backups."""

import sys
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


from desk_fixtures import add, desk, english, made, small_disk, tiny_disk
from operations import OPERATIONS
from real_desk import Made, made_in

__all__ = ["add", "desk", "english", "filled", "made", "small_disk", "tiny_disk"]


@pytest.fixture
def filled(made: Made) -> Made:
    """A closed desk on which everything was done that can be done."""
    made.files.desk.write_bytes(_worked_on())
    return made


@cache
def _worked_on() -> bytes:
    """A desk of the pattern's key, to be copied: working on one costs half a second."""
    with TemporaryDirectory() as folder:
        made = made_in(Path(folder))
        desk = made.opened()
        chance = Random(4)
        for name in ["add a person", "add several people", "show by a picture", *OPERATIONS]:
            OPERATIONS[name](desk, chance)
        desk.close()
        return made.files.desk.read_bytes()
