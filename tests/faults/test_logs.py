"""The log tells nothing (promise 17)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from needles import MARK, forms_in, needle, places_with

from real_desk import Made, made_in
from relationdesk.desk.vault import sample_vault, write_vault
from relationdesk.system.native_crash import former_crash, native_crashes_kept
from running import Surroundings

FULL = bool(os.environ.get("RELATIONDESK_FULL"))
MISTAKES = 200 if FULL else 44
TESTS = Path(__file__).resolve().parents[1]


class Office:
    """A home of somebody whose name is a needle, a desk, and what is left after many mistakes."""

    def __init__(self, folder: Path, fault: str = "") -> None:
        self.around = Surroundings(folder / f"{MARK}-home")
        self.made: Made = made_in(self.around.home)
        write_vault(self.made.files.vault, sample_vault(self.made.key))
        self.script = Path(shutil.copy(TESTS / "faults" / "mishaps.py", self.around.home / f"{MARK}.py"))
        self.shown = folder / "shown.txt"
        self.logs = self.around.home / "state/RelationDesk/log"
        self.fault = fault

    def let_happen(self, count: int) -> "subprocess.CompletedProcess[str]":
        """Let so many mistakes happen to the program."""
        words = [self.made.files.desk, self.made.key.raw.hex(), self.shown, count, self.fault]
        variables = {"RELATIONDESK_TESTS": str(TESTS), "XDG_RUNTIME_DIR": "/tmp"}
        return subprocess.run(
            [sys.executable, str(self.script), *map(str, words)],
            env=self.around.variables | variables,
            capture_output=True,
            text=True,
            errors="surrogateescape",
            timeout=300,
            check=False,
        )

    def log(self) -> str:
        """Everything that was kept."""
        return "".join(path.read_text("ascii") for path in sorted(self.logs.glob("*.log")))

    def secrets(self) -> list[bytes]:
        """What must not be read either: the key, and the path of the home folder."""
        return [self.made.key.raw, str(self.around.home).encode()]


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> "tuple[Office, subprocess.CompletedProcess[str]]":
    """An office in which everything went wrong."""
    office = Office(tmp_path_factory.mktemp("office"))
    return office, office.let_happen(MISTAKES)


def test_every_mistake_leaves_its_mark_in_the_log(after):
    office, ran = after

    assert ran.returncode == 0, ran.stderr
    log = office.log()
    for kind in (
        "sqlalchemy.exc.IntegrityError", "sqlcipher3.dbapi2.IntegrityError", "ExceptionGroup", "KeyError",
        "pydantic_core", "RecursionError", "UnfitTextError", "UnwritableFileError", "UnreadableFileError",
        "complaint of Qt severity=30", "complaint of Qt severity=40", "complaint of a library severity=50",
    ):  # fmt: skip
        assert kind in log, kind
    assert log.count("\n") > MISTAKES / 2


def test_nothing_of_anybody_is_in_the_log_or_in_a_report(after):
    office, _ = after

    assert places_with(office.logs, office.secrets()) == []
    shown = office.shown.read_text("utf-8")
    assert shown.count("RelationDesk 0.") > MISTAKES / 4
    assert forms_in(shown) == []
    assert str(office.around.home) not in shown


def test_nothing_of_anybody_is_printed(after):
    _, ran = after

    assert ran.stdout + ran.stderr == ""


def test_the_report_of_a_crash_below_python_tells_nothing_once_it_is_offered(tmp_path: Path):
    office = Office(tmp_path, "native")

    assert office.let_happen(0).returncode == -6
    with native_crashes_kept(office.logs):
        assert "Aborted" in former_crash(office.logs)

    assert places_with(office.logs, office.secrets()) == []


def test_the_search_finds_what_a_log_would_say_in_the_words_of_an_error(tmp_path: Path):
    office = Office(tmp_path, "words")
    office.let_happen(3)

    assert places_with(office.logs, office.secrets()) != []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize("change", [str, str.upper, str.casefold], ids=["as it is", "upper", "folded"])
def test_the_search_finds_a_needle_however_it_is_written(tmp_path: Path, encoding: str, change):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").write_bytes(b"\0" * 999 + change(needle(7)).encode(encoding) + b"\xff" * 9)

    assert f"deep/file: {encoding}" in places_with(tmp_path)
    assert places_with(tmp_path, [b"\0" * 7]) != places_with(tmp_path)
