"""Fixtures that put real desks into tests; the conftest of a folder asks for them by name."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from real_desk import Made, made_in
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Card
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import Language, speaking
from relationdesk.work.people.commands import create_person


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A new desk on the disk."""
    return made_in(tmp_path)


@pytest.fixture
def desk(made: Made) -> Iterator[Desk]:
    """A new desk, open."""
    opened = made.opened()
    yield opened
    opened.close()


@pytest.fixture
def add(desk: Desk) -> Callable[[str], PersonId]:
    """Puts a person of this name on the desk."""
    return lambda name: create_person(desk, Card(display_name=name))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The language that sentences are compared in."""
    with speaking(Language.ENGLISH):
        yield


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KB."""
    with _disk(tmp_path / "tiny", "64k") as folder:
        yield folder


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for an empty desk and a little more, and ballast to take off."""
    with _disk(tmp_path / "small", "4600k") as folder:
        (folder / "ballast").write_bytes(bytes(800_000))
        yield folder


@contextmanager
def _disk(folder: Path, size: str) -> Iterator[Path]:
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("a small file system can only be mounted by the superuser of Linux")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
