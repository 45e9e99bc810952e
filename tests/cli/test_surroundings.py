"""Strange places and strange clocks: every verb works there as anywhere."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from real_desk import made_in
from relationdesk.cli.arguments import parse
from relationdesk.cli.main import run
from relationdesk.desk.vault import sample_vault, write_vault
from relationdesk.domain.clock import FixedClock
from relationdesk.work.desks.machine import this_machine

CARD = "BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nBDAY:19920229\nEND:VCARD\n"
NAMES = {
    "all at once": f"-#?%'\" éà & $HOME \u202e\udcff{'d' * 100} ",
    "signs": "#?%'\" éà & $HOME",
    "long": "d" * 100,
    "a space at its end": "space ",
    "right to left": "\u202edesk",
    "half a letter": "half \udcff",
    "a leading dash": "-desk",
}
TRIED = NAMES if os.environ.get("RELATIONDESK_FULL") else {"all at once": NAMES["all at once"]}


class Terminal:
    """Types verbs at a clock that stands where it was set."""

    def __init__(self, moment: datetime) -> None:
        self._clock = FixedClock(moment, ZoneInfo("Europe/Paris"))

    def typed(self, *words: object) -> list[str]:
        """What a verb that is done says; one that is not fails the test."""
        machine, said, complained = this_machine(), [], []
        code = run(
            parse([str(word) for word in words]),
            machine,
            self._clock,
            machine.log(self._clock),
            say=said.append,
            complain=complained.append,
        )
        assert (code, complained) == (0, [])
        return said


def a_desk(folder: Path, name: str = "my.desk") -> Path:
    made = made_in(folder, name)
    write_vault(made.files.vault, sample_vault(made.key))
    return made.files.desk


def every_verb(terminal: Terminal, desk: Path, folder: Path, person: str) -> None:
    card = folder / "card.vcf"
    card.write_text(CARD.format(name=person), "utf-8")
    on = ("--desk", desk)
    assert "1 person new" in terminal.typed(*on, "import", card)[-1]
    assert person in terminal.typed(*on, "search", person)[0]
    assert terminal.typed(*on, "due")
    for verb in (["export", folder / "out.vcf"], ["archive", folder / "out.json"]):
        assert terminal.typed(*on, *verb)
    assert terminal.typed(*on, "dossier", person, "--to", folder / "out.pdf")
    (told,) = terminal.typed(*on, "backup", "--json")
    assert terminal.typed(*on, "restore", json.loads(told)["file"])
    assert person in terminal.typed(*on, "search", person)[0]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELATIONDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.mark.parametrize("name", TRIED.values(), ids=TRIED)
def test_a_desk_may_lie_at_any_path(tmp_path: Path, name: str):
    folder = tmp_path / name / "inside"
    folder.mkdir(parents=True)
    here = Terminal(datetime(2026, 11, 24, 9, tzinfo=UTC))

    every_verb(here, a_desk(folder, f"{name[:40]}.desk"), folder, "Noor Benali")


def test_a_clock_may_be_far_off_and_go_back(tmp_path: Path):
    desk = a_desk(tmp_path)
    moments = [(2099, 12, 31), (2026, 11, 23), (1970, 1, 1)]
    for number, (year, month, day) in enumerate(moments):
        terminal = Terminal(datetime(year, month, day, 0, 30, tzinfo=UTC))
        every_verb(terminal, desk, tmp_path, f"Number {'abcd'[number]}")
