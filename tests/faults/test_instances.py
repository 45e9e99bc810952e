"""Two instances do no harm (promise 10)."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from real_desk import made_in
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.vault import sample_vault, write_vault
from relationdesk.system.door.note import note_at
from running import Surroundings, killed, listens, until

AT_ONCE = 20
FULL = bool(os.environ.get("RELATIONDESK_FULL"))


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    return Surroundings(tmp_path)


def ready_desk(folder: Path, name: str) -> DeskFiles:
    """A desk whose key is at hand."""
    made = made_in(folder, name)
    write_vault(made.files.vault, sample_vault(made.key))
    return made.files


@pytest.fixture
def files(tmp_path: Path) -> DeskFiles:
    return ready_desk(tmp_path, "my.desk")


@pytest.fixture
def starts(around: Surroundings, files: DeskFiles) -> "Iterator[list[subprocess.Popen[str]]]":
    """Twenty starts on one desk, at once."""
    children = [around.started("--desk", files.desk) for _ in range(AT_ONCE)]
    yield children
    for child in children:
        if child.returncode is None:
            killed(child)


def test_of_twenty_starts_at_once_one_opens_and_the_others_raise_it_and_leave(
    around: Surroundings, files: DeskFiles, starts: "list[subprocess.Popen[str]]"
):
    until(lambda: sum(child.poll() is None for child in starts) == 1, "all but one to leave")

    (one,) = (child for child in starts if child.poll() is None)
    assert listens(files, one)
    assert [child.returncode for child in starts if child is not one] == [0] * (AT_ONCE - 1)
    assert [child.communicate() for child in starts if child is not one] == [("", "")] * (AT_ONCE - 1)
    log = (around.home / "state/RelationDesk/log/relationdesk.log").read_text("ascii")
    assert log.count("window opened") == 1
    assert log.count("left to the window that has the desk") == AT_ONCE - 1


def test_after_a_kill_the_next_start_needs_no_help(around: Surroundings, files: DeskFiles):
    for _ in range(3 if FULL else 1):
        with around.window(files):
            assert around.ran("--desk", files.desk) == (0, "", "")

    with around.window(files):
        sockets = list((around.folder / "run").glob("*/door")) + list((around.folder / "passing").glob("*/*"))
        note = note_at(files.in_use)
        assert note is not None
        assert [str(path) for path in sockets] in ([note.address], [])  # none where its path was too long


def test_a_start_waits_for_a_window_that_is_only_starting_and_takes_over_when_it_dies(
    around: Surroundings, files: DeskFiles
):
    first = around.started("--desk", files.desk)
    until(lambda: note_at(files.in_use) is not None, "the first to hold the desk")
    second = around.started("--desk", files.desk)
    killed(first)

    until(lambda: listens(files, second), "the second to take over")
    killed(second)


def test_two_desks_are_open_in_two_instances(around: Surroundings, files: DeskFiles, tmp_path: Path):
    other = ready_desk(tmp_path, "other.desk")

    with around.window(files) as first, around.window(other) as second:
        assert around.ran("--desk", files.desk) == (0, "", "")
        assert around.ran("--desk", other.desk) == (0, "", "")
        assert first.poll() is None
        assert second.poll() is None


@pytest.mark.parametrize("name", ["#?%'\" éà desk ", "d" * 200] if FULL else ["#?%'\" éà desk "], ids=len)
def test_any_path_of_a_desk_will_do(around: Surroundings, tmp_path: Path, name: str):
    folder = tmp_path / name / ("x" * (250 - len(name) - 20))
    folder.mkdir(parents=True)
    files = ready_desk(folder, f"{name[:100]}.desk")

    with around.window(files):
        assert around.ran("--desk", files.desk) == (0, "", "")


@pytest.mark.skipif(not FULL, reason="a long wait, run in full with dev.py test --full")
@pytest.mark.full
def test_a_window_that_does_not_answer_is_not_waited_for_without_end(around: Surroundings, files: DeskFiles):
    with around.window(files) as stuck:
        stuck.send_signal(signal.SIGSTOP)
        code, said, complaint = around.ran("--desk", files.desk, "import", "gone.vcf")

    assert (code, said) == (1, "")
    assert "in use by another" in complaint


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=str)
def test_a_window_that_is_asked_to_end_closes_its_desk_and_leaves_nothing(
    around: Surroundings, files: DeskFiles, sign: signal.Signals
):
    with around.window(files) as window:
        assert killed(window, sign) == ("", "")

    assert window.returncode == 130
    left = {path.name for path in files.desk.parent.iterdir() if path.is_file()}
    assert left == {"my.desk", "my.desk.vault", "my.desk.in-use"}
    assert list((around.folder / "run").iterdir()) == list((around.folder / "passing").iterdir()) == []
