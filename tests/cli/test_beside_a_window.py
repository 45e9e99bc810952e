"""Verbs of the command line while a window has the desk: it reads beside it, and changes through it."""

import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from real_desk import Made, made_in
from relationdesk import __version__
from relationdesk.desk.vault import read_vault, sample_vault, write_vault
from relationdesk.system.door.errors import BrokenLineError
from relationdesk.system.door.knocking import knock
from relationdesk.system.door.note import note_at
from running import Surroundings, killed, until

FULL = bool(os.environ.get("RELATIONDESK_FULL"))
CARD = "BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nEND:VCARD\n"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[tuple[Surroundings, Made]]":
    """A desk with a window on it, for tests that leave it as they found it, but for people of their own."""
    folder = tmp_path_factory.mktemp("shared")
    made = open_desk(folder)
    around = Surroundings(folder)
    with around.window(made.files):
        yield around, made


@pytest.fixture
def around(shared: tuple[Surroundings, Made]) -> Surroundings:
    return shared[0]


@pytest.fixture
def made(shared: tuple[Surroundings, Made]) -> Iterator[Made]:
    """The desk that the window is on; which still answers after the test, without a mistake on the way."""
    around, made = shared
    yield made
    assert around.ran("--desk", made.files.desk) == (0, "", "")
    assert "mistake" not in log_of(around)


@pytest.fixture
def own(tmp_path: Path) -> Surroundings:
    return Surroundings(tmp_path)


def open_desk(folder: Path, name: str = "my.desk") -> Made:
    """A desk whose key is at hand."""
    made = made_in(folder, name)
    write_vault(made.files.vault, sample_vault(made.key))
    return made


def log_of(around: Surroundings) -> str:
    path = around.home / "state/RelationDesk/log/relationdesk.log"
    return path.read_text("ascii") if path.exists() else ""


def names(made: Made) -> list[str]:
    desk = made.opened()
    try:
        return [row[0] for row in desk.reader._rows("SELECT display_name FROM person ORDER BY sort_key", {})]
    finally:
        desk.close()


def card_file(folder: Path, *people: str) -> Path:
    path = folder / f"{people[0]}.vcf"
    path.write_text("".join(CARD.format(name=name) for name in people), "utf-8")
    return path


def test_an_import_is_done_by_the_window_and_its_lines_come_back(around: Surroundings, made: Made):
    """Also when files are named from where the command was typed."""
    card_file(around.folder, "Noor Benali", "Léa Marchetti")
    (around.folder / "again.vcf").write_text(CARD.format(name="Noor Benali"))

    code, said, complaint = around.ran(
        "--desk", "my.desk", "import", "Noor Benali.vcf", "again.vcf", "--report", "doubts.csv"
    )

    assert (code, complaint) == (0, "")
    assert said.splitlines() == [
        "Noor Benali.vcf: 2 people new, 0 known already, 0 lines not readable",
        "again.vcf: 0 people new, 1 known already, 0 lines not readable",
        "1 doubtful or unreadable line is in doubts.csv",
    ]
    assert "Noor Benali" in (around.folder / "doubts.csv").read_text("utf-8")
    assert {"Noor Benali", "Léa Marchetti"} <= set(names(made))


def test_what_is_printed_is_in_the_language_of_whoever_typed(
    around: Surroundings, made: Made, tmp_path: Path
):
    code, said, _ = around.ran(
        "--desk", made.files.desk, "--lang", "fr", "import", card_file(tmp_path, "Aïcha Nouri")
    )

    assert code == 0
    assert "1 nouvelle personne" in said or "1 personne nouvelle" in said


def test_what_goes_wrong_there_is_said_here_in_one_line(around: Surroundings, made: Made, tmp_path: Path):
    good = card_file(tmp_path, "Jeanne Oury")

    code, said, complaint = around.ran("--desk", made.files.desk, "import", good, "gone.vcf")
    assert (code, len(said.splitlines()), len(complaint.splitlines())) == (1, 1, 1)
    assert "gone.vcf" in complaint
    code, said, complaint = around.ran("--desk", made.files.desk, "import", good, "--report", made.files.desk)
    assert code == 1
    assert "belongs to a desk" in complaint
    assert names(made).count("Jeanne Oury") == 1


def test_reading_goes_on_beside_the_window(around: Surroundings, made: Made, tmp_path: Path):
    around.ran("--desk", made.files.desk, "import", card_file(tmp_path, "Rémi Kowalski"))

    assert json.loads(around.ran("--desk", made.files.desk, "search", "remi", "--json")[1])
    assert around.ran("--desk", made.files.desk, "archive", tmp_path / "out.json")[0] == 0
    assert around.ran("--desk", made.files.desk, "dossier", "rémi", "--to", tmp_path / "noor.pdf")[0] == 0
    dry = around.ran("--desk", made.files.desk, "import", "--dry-run", card_file(tmp_path, "Sacha Vidal"))
    assert dry[0] == 0
    assert "Sacha Vidal" not in names(made)


def test_a_whole_desk_is_read_in_through_the_window(own: Surroundings, tmp_path: Path):
    empty, other = open_desk(tmp_path), open_desk(tmp_path, "other.desk")
    own.ran("--desk", other.files.desk, "import", card_file(tmp_path, "Noor Benali"))
    archive = tmp_path / "other.json"
    assert own.ran("--desk", other.files.desk, "archive", archive)[0] == 0

    with own.window(empty.files):
        ran = own.ran("--desk", empty.files.desk, "archive", "--read", archive)

    assert ran == (0, "1 person read from other.json\n", "")
    assert names(empty) == ["Noor Benali"]


def test_many_commands_at_once_are_all_done(around: Surroundings, made: Made, tmp_path: Path):
    files = [card_file(tmp_path, f"Person {number}") for number in range(3)]
    children = [around.started("--desk", made.files.desk, "import", file) for file in files]

    assert [child.communicate(timeout=90)[1] for child in children] == [""] * 3
    assert [child.returncode for child in children] == [0] * 3
    assert {f"Person {number}" for number in range(3)} <= set(names(made))


def test_a_command_that_is_there_first_is_waited_for(own: Surroundings, tmp_path: Path):
    made = open_desk(tmp_path)
    many = card_file(tmp_path, *(f"Person {number}" for number in range(1500)))
    first = own.started("--desk", made.files.desk, "import", many)
    until(made.files.in_use.exists, "the first to hold the desk")

    code, _, complaint = own.ran("--desk", made.files.desk, "import", card_file(tmp_path, "Noor Benali"))

    assert (code, complaint) == (0, "")
    assert first.communicate(timeout=90)[1] == ""
    assert len(names(made)) == 1501


@pytest.mark.parametrize("wait", [0.0, 0.1, 0.2, 0.4, 0.7] if FULL else [0.2])
def test_ctrl_c_leaves_the_desk_of_a_window_as_it_was_or_with_the_whole_import(
    around: Surroundings, made: Made, tmp_path: Path, wait: float
):
    before = len(names(made))
    many = card_file(tmp_path, *(f"{wait} Person {number}" for number in range(3000)))
    began = log_of(around).count("command began")
    child = around.started("--desk", made.files.desk, "import", many)
    until(lambda: log_of(around).count("command began") > began, "the command")
    time.sleep(wait)
    child.send_signal(signal.SIGINT)

    assert child.communicate(timeout=60)[1] == ""
    assert child.returncode in {0, 130, -signal.SIGINT}
    assert around.ran("--desk", made.files.desk, "import", card_file(tmp_path, f"After {wait}"))[0] == 0
    assert len(names(made)) - before in {1, 3001}


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM] if FULL else [signal.SIGKILL], ids=str)
def test_a_window_that_goes_in_the_middle_leaves_all_or_nothing_and_is_said_to_have_gone(
    own: Surroundings, tmp_path: Path, sign: signal.Signals
):
    made = open_desk(tmp_path)
    many = card_file(tmp_path, *(f"Person {number}" for number in range(3000)))
    with own.window(made.files) as window:
        child = own.started("--desk", made.files.desk, "import", many)
        until(lambda: "command began" in log_of(own), "the command")
        time.sleep(0.3)
        killed(window, sign)
        said, complaint = child.communicate(timeout=90)

    if child.returncode == 0:
        assert "3,000 people new" in said or "3000 people new" in said
    else:
        assert len(complaint.splitlines()) == 1
        assert "went away" in complaint
    assert len(names(made)) in ({3000} if child.returncode == 0 else {0, 3000})


@pytest.fixture
def locked(tmp_path: Path) -> Made:
    """A desk that needs its passphrase."""
    made = made_in(tmp_path, "locked.desk")
    write_vault(made.files.vault, read_vault(made.files.vault).with_passphrase(made.key, "les hirondelles"))
    return made


def test_a_window_that_asks_for_the_passphrase_lets_nothing_be_changed_without(
    own: Surroundings, locked: Made, tmp_path: Path
):
    card, phrase = card_file(tmp_path, "Noor Benali"), tmp_path / "phrase"
    with own.window(locked.files) as window:
        assert own.ran("--desk", locked.files.desk) == (0, "", "")
        code, said, complaint = own.ran("--desk", locked.files.desk, "import", card)
        assert (code, said, len(complaint.splitlines())) == (1, "", 1)
        assert "--passphrase-file" in complaint
        phrase.write_text("les moineaux\n")
        words = ("--desk", locked.files.desk, "--passphrase-file", phrase, "import", card)
        code, said, complaint = own.ran(*words)
        assert (code, said) == (1, "")
        assert "does not open" in complaint
        phrase.write_text("les hirondelles\n")
        assert own.ran(*words) == (
            0,
            "Noor Benali.vcf: 1 person new, 0 known already, 0 lines not readable\n",
            "",
        )
        assert window.poll() is None

    assert names(locked) == ["Noor Benali"]


ASKED = {"ask": "carry out", "version": __version__, "language": "en", "passphrase": ""}
NONSENSE = [
    {},
    {"ask": "dance"},
    {"ask": "carry out"},
    {"ask": ["raise"], "token": 7},
    ASKED | {"words": 7},
    ASKED | {"words": {"verb": "import", "dry_run": False, "files": []}, "version": "0.0.0"},
    ASKED | {"words": {"verb": "import", "dry_run": False, "files": []}, "language": "de"},
    ASKED | {"words": {"verb": "due"}},
    ASKED | {"words": {"verb": "import", "dry_run": False, "files": [{"day": "x"}]}},
]


def test_what_no_version_of_the_program_asks_is_refused(around: Surroundings, made: Made):
    note = note_at(made.files.in_use)
    assert note is not None
    for message in NONSENSE:
        told = []
        with suppress(BrokenLineError), knock(note, message) as answers:
            told.extend(answers)
        assert {"code": 0} not in told, message
