"""Ctrl+C in the middle of each verb: what was asked for is whole or not there, and no word is said of it."""

import os
import shutil
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from real_desk import assert_sound, clock_at, made_in
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.vault import read_vault, sample_vault, write_vault
from relationdesk.domain.card import Card
from relationdesk.work.people.commands import create_people
from running import Surroundings, until

FULL = bool(os.environ.get("RELATIONDESK_FULL"))
WAITS = (0.0, 0.03, 0.1, 0.2, 0.4, 0.8) if FULL else (0.15,)
QUIETLY = {0, 130, -signal.SIGINT}
"""Python ends itself by the signal where the interruption met code that was made while running."""
PEOPLE, NEW = 400, 1500


@dataclass(frozen=True)
class Verb:
    """What is typed, and the file that it writes, if any, with how that file begins."""

    words: tuple[str, ...]
    file: str = ""
    begins: bytes = b""


VERBS = {
    "import": Verb(("import", "many.vcf", "--report", "report.csv"), "report.csv", b"\xef\xbb\xbffile,line"),
    "demo": Verb(("demo", "sample.desk")),
    "export": Verb(("export", "out.vcf"), "out.vcf", b"BEGIN:VCARD"),
    "archive": Verb(("archive", "out.json"), "out.json", b"{"),
    "read": Verb(("--desk", "empty.desk", "archive", "--read", "whole.json")),
    "dossier": Verb(("dossier", "Person 7", "--to", "seven.pdf"), "seven.pdf", b"%PDF"),
    "due": Verb(("due",)),
    "search": Verb(("search", "person", "--json")),
    "backup": Verb(("backup",)),
    "restore": Verb(("restore", "kept.desk")),
}


TRIED = {
    name: verb for name, verb in VERBS.items() if FULL or name in {"import", "read", "dossier", "restore"}
}


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a desk, an empty one, a backup, an archive and a file of cards."""
    folder = tmp_path_factory.mktemp("pattern")
    open_desk(folder, "empty.desk").close()
    desk = open_desk(folder, "my.desk")
    create_people(desk, [Card(display_name=f"Person {number}") for number in range(PEOPLE)])
    desk.close()
    around = Surroundings(folder)
    assert around.ran("--desk", "my.desk", "archive", "whole.json")[0] == 0
    assert around.ran("--desk", "my.desk", "backup", "--to", ".")[0] == 0
    backup = next(path for path in folder.glob("*.desk") if path.name not in {"my.desk", "empty.desk"})
    backup.rename(folder / "kept.desk")
    backup.with_name(f"{backup.name}.vault").rename(folder / "kept.desk.vault")
    cards = "".join(f"BEGIN:VCARD\nVERSION:4.0\nFN:New {number}\nEND:VCARD\n" for number in range(NEW))
    (folder / "many.vcf").write_text(cards)
    return folder


def open_desk(folder: Path, name: str) -> Desk:
    """A desk whose key is at hand, open."""
    made = made_in(folder, name)
    write_vault(made.files.vault, sample_vault(made.key))
    return made.opened()


@pytest.mark.parametrize("wait", WAITS)
@pytest.mark.parametrize("verb", TRIED.values(), ids=TRIED)
def test_ctrl_c_leaves_what_was_asked_for_whole_or_not_at_all(
    pattern: Path, tmp_path: Path, verb: Verb, wait: float
):
    folder = tmp_path / "folder"
    shutil.copytree(pattern, folder)
    around = Surroundings(folder)
    shutil.rmtree(folder / "home/state", ignore_errors=True)
    before = {path.name for path in folder.iterdir()}
    words = verb.words if "--desk" in verb.words else ("--desk", "my.desk", *verb.words)
    child = around.started(*words)
    log = around.home / "state/RelationDesk/log/relationdesk.log"
    until(lambda: log.exists() and "command began" in log.read_text("ascii"), "the command")
    time.sleep(wait)
    child.send_signal(signal.SIGINT)

    _, complaint = child.communicate(timeout=60)

    assert complaint == ""
    assert child.returncode in QUIETLY
    assert "mistake" not in log.read_text("ascii")
    assert_whole(folder, verb, before, is_done=child.returncode == 0)


def assert_whole(folder: Path, verb: Verb, before: set[str], *, is_done: bool) -> None:
    made = {path.name for path in folder.iterdir()} - before
    beside = {"-wal", "-shm", ".in-use", ".vault", ".backups", ".locked"}
    files = {name for name in made if not any(name.endswith(ending) for ending in beside)}
    if verb.file:
        assert files <= {verb.file}
        assert not is_done or verb.file in files
        for name in files:
            assert (folder / name).read_bytes().startswith(verb.begins)
    elif verb.words[0] == "demo":
        assert files in (set(), {"sample.desk"}) or files == {"sample.desk.new"}
    for name in ("my.desk", "empty.desk"):
        assert_desk(folder, name)


def assert_desk(folder: Path, name: str) -> None:
    files = DeskFiles(folder / name)
    key = read_vault(files.vault).key_of_sample()
    assert key is not None
    desk = Desk(files, key, clock_at())
    assert_sound(desk)
    count = desk.reader.number("SELECT count(*) FROM person")
    desk.close()
    assert count in ({0, PEOPLE} if name == "empty.desk" else {PEOPLE, PEOPLE + NEW})
