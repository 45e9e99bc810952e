"""Real desks for the tests of this folder, and a terminal to type at."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desk_fixtures import add, desk, english, made, small_disk, tiny_disk
from real_desk import FULL_CARD
from relationdesk import app
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.vault import sample_vault, write_vault
from relationdesk.domain.card import Card
from relationdesk.domain.clock import today
from relationdesk.domain.vocabulary import Action, InteractionKind
from relationdesk.system.clock import SystemClock
from relationdesk.work.follow_ups.commands import set_follow_up
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person

__all__ = ["add", "desk", "english", "home", "made", "small_disk", "tiny_disk", "typed"]

Ran = tuple[int, str, str]
Typed = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user's with an open sample desk of three people."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("RELATIONDESK_HOME", str(folder))
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    files = DeskFiles(folder / "my.desk")
    key = new_key()
    shutil.copy(copy_of_open_desk(tmp_path, key), files.desk)
    write_vault(files.vault, sample_vault(key))
    desk = Desk(files, key, SystemClock())
    person = create_person(desk, FULL_CARD)
    for _ in range(2):
        create_person(desk, Card(display_name="Marie Petit"))
    log_interaction(desk, people=[person], kind=InteractionKind.CALL, text="Talked about the autumn issue")
    set_follow_up(
        desk, person_id=person, action=Action.CALL, reason="Ask about the hut", due_on=today(desk.clock)
    )
    desk.close()
    return folder


def copy_of_open_desk(folder: Path, key) -> Path:
    files = DeskFiles(folder / "pattern.desk")
    make_desk(files, key, sample_vault(key))
    return files.desk


@pytest.fixture
def typed(home: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Types words after `relationdesk`; what came back, and what was said and complained of."""

    def run(*words: object) -> Ran:
        capsys.readouterr()
        try:
            code = app.main([str(word) for word in words])
        except SystemExit as left:
            code = int(left.code or 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return run
