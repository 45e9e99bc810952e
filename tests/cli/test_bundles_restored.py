"""`restore` puts the desk of a bundle in place, at home and on a new computer."""

from collections.abc import Callable
from pathlib import Path

import pytest

from relationdesk.desk.bundles.lineage import kept_states
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.vault import read_vault
from relationdesk.domain.card import Card
from relationdesk.domain.labels import Label
from relationdesk.system.clock import SystemClock
from relationdesk.work.bundles import carrying
from relationdesk.work.people.commands import create_person

Typed = Callable[..., tuple[int, str, str]]
PEOPLE = "SELECT count(*) FROM person"


def opened(path: Path) -> Desk:
    files = DeskFiles(path)
    key = read_vault(files.vault).key_of_sample()
    assert key is not None
    return Desk(files, key, SystemClock())


@pytest.fixture
def bundle(home: Path, tmp_path: Path) -> Path:
    """A bundle of the desk with three people; a fourth is met afterwards."""
    desk = opened(home / "my.desk")
    carrying.take_along(carrying.depart(desk), tmp_path / "away.reldesk")
    create_person(desk, Card(display_name="Noor Benali"))
    desk.close()
    return tmp_path / "away.reldesk"


def test_the_desk_of_a_bundle_takes_the_place_of_the_one_at_home(typed: Typed, home: Path, bundle: Path):
    code, out, err = typed("restore", bundle)

    assert (code, err) == (0, "")
    assert "holds again what it held" in out
    assert "3 people" in out
    assert "kept as" in out
    desk = opened(home / "my.desk")
    assert desk.reader.number(PEOPLE) == 3
    desk.close()
    assert len(list(kept_states(DeskFiles(home / "my.desk")).glob("*.desk"))) == 1
    assert list(home.glob(".bundle-*")) == []


def test_a_bundle_makes_a_desk_where_there_was_none(typed: Typed, bundle: Path, tmp_path: Path):
    new = tmp_path / "laptop" / "my.desk"

    code, out, _err = typed("--desk", new, "restore", bundle)

    assert code == 0
    assert "There was no desk before." in out
    desk = opened(new)
    assert desk.reader.number(PEOPLE) == 3
    desk.close()


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"relationdesk-bundle 9\n", "later version"), (b"relationdesk-bundle 1\n", "not whole")],
)
def test_a_bundle_that_cannot_be_used_is_refused_in_one_line(
    typed: Typed, home: Path, tmp_path: Path, content: bytes, word: str
):
    (tmp_path / "odd.reldesk").write_bytes(content)

    code, out, err = typed("restore", tmp_path / "odd.reldesk")

    assert (code, out, err.count("\n")) == (1, "", 1)
    assert word in err
    assert "odd.reldesk" in err


def test_a_bundle_of_another_desk_is_refused(typed: Typed, home: Path, bundle: Path, tmp_path: Path):
    typed("demo", tmp_path / "other.desk")

    code, _out, err = typed("--desk", tmp_path / "other.desk", "restore", bundle)

    assert code == 1
    assert "another desk" in err


def test_a_bundle_that_opens_for_nobody_here_asks_for_the_passphrase(typed: Typed, made, tmp_path: Path):
    desk = made.opened(SystemClock())
    with desk.change(Label.EDIT_PERSON):
        pass
    carrying.take_along(carrying.depart(desk), tmp_path / "away.reldesk")
    desk.close()

    code, _out, err = typed("--desk", tmp_path / "laptop" / "my.desk", "restore", tmp_path / "away.reldesk")

    assert code == 1
    assert "away.reldesk" in err
    assert "passphrase" in err
