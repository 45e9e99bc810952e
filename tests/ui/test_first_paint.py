"""What is read in before Today is on the screen: only what Today needs, so that a day begins at once.

And what never is while somebody only reads, so that it takes no memory.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

HEAVY = {
    "alembic",
    "asyncio",
    "babel",
    "cryptography",
    "dateutil",
    "desktop_notifier",
    "docx",
    "email",
    "html",
    "icalendar",
    "keyring",
    "multiprocessing",
    "phonenumbers",
    "platform",
    "pydantic",
    "python_calamine",
    "rapidfuzz",
    "segno",
    "socket",
    "sqlalchemy",
    "sqlmodel",
    "typst",
    "xlsxwriter",
}
"""Each takes from 10 to 500 ms to read in, and is wanted a moment later or not at all."""

BESIDE = {
    "domain.hygiene",
    "domain.locking",
    "domain.reminding",
    "desk.catalogue",
    "desk.journal",
    "desk.search_index",
    "desk.writer",
    "ui.places.people",
    "ui.places.today.in_place",
    "ui.places.today.welcome",
    "system.autostart.command",
    "ui.shell.background",
    "ui.shell.draft_bar",
    "ui.shell.giving_way",
    "ui.shell.mouse_ways",
    "ui.shell.palette",
    "ui.shell.palette_panel",
    "ui.shell.reminder_bar",
    "ui.shell.tray",
    "ui.widgets.date_field",
    "ui.widgets.day_menu",
    "work.desks.location",
    "work.reminders.queries",
    "work.search.queries",
}
"""Modules of our own that wait until Today is on the screen, or until they are used."""
MOST_MODULES = 180
"""Of our own: each costs about half a millisecond, whatever is in it."""
WITNESS = Path(__file__).with_name("first_paint_witness.py")
READING = Path(__file__).with_name("reading_witness.py")
TO_CHANGE = {"alembic", "pydantic", "sqlalchemy", "sqlmodel"}
"""A fifth of the memory that the program has with them."""
TO_BRING_IN_OR_GIVE_AWAY = {
    "docx",
    "icalendar",
    "markdown_it",
    "phonenumbers",
    "python_calamine",
    "segno",
    "typst",
    "xlsxwriter",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample desk, whose key is at hand."""
    path = tmp_path_factory.mktemp("desk") / "sample.desk"
    subprocess.run([sys.executable, "-m", "relationdesk", "demo", str(path)], check=True, capture_output=True)
    return path


def where_it_is_noon() -> str:
    """A time zone in which no reminder waits for the morning; its names turn the sign round (IANA tz)."""
    return f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"  # noqa: TID251 - the program runs by the real clock


def started(desk: Path, *python: str, language: str = "en") -> "subprocess.Popen[str]":
    """The program, told to say when Today is painted."""
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "RELATIONDESK_HOME": str(desk.parent),
        "RELATIONDESK_SAY_WHEN_PAINTED": "yes",
        "TZ": where_it_is_noon(),
    }
    command = [sys.executable, *python, "--desk", str(desk), "--lang", language]
    return subprocess.Popen(command, stderr=subprocess.PIPE, env=surroundings, text=True)


def read_in_until_painted(desk: Path, language: str) -> Iterator[str]:
    """The modules that the program tells of having read in until it says that it has painted."""
    with started(desk, "-X", "importtime", "-m", "relationdesk", language=language) as program:
        for line in program.stderr or ():
            if line.strip() == "painted":
                break
            if line.startswith("import time:"):
                yield line.rpartition("|")[2].strip()
            else:
                yield f"unexpected line: {line}"
        else:
            yield "the program ended unpainted"
        program.kill()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_heavy_is_read_in_before_today_is_painted(sample: Path, language: str):
    read_in = set(read_in_until_painted(sample, language))

    assert "relationdesk.ui.places.today.place" in read_in
    assert not [line for line in read_in if line.startswith(("unexpected", "the program"))]
    assert not {module.partition(".")[0] for module in read_in} & HEAVY


def test_what_today_does_without_is_read_in_after_it_is_painted(sample: Path):
    read_in = set(read_in_until_painted(sample, "en"))
    own = {module for module in read_in if module.startswith("relationdesk")}

    assert not {module for module in own if module.removeprefix("relationdesk.") in BESIDE}
    assert len(own) <= MOST_MODULES


def test_qt_reads_no_source_and_makes_no_lists_that_today_does_without(sample: Path):
    with started(sample, str(WITNESS)) as program:
        seen = json.loads(program.stderr.readline() if program.stderr else "")

    assert seen["sources"] == []
    assert "QPushButton" in seen["classes"]
    assert not {"QStyle", "QAccessible"} & set(seen["classes"])
    assert seen["collections"] == 0


def test_whoever_only_reads_has_nothing_read_in_that_is_for_other_work(sample: Path):
    """Days of use, reminders and who was opened are kept on the way, and the trash is looked through."""
    with started(sample, str(READING)) as program:
        seen = json.loads(program.stderr.readline() if program.stderr else "")

    assert seen["read"]
    assert seen["scrolled"] > 0
    assert not {module.partition(".")[0] for module in seen["modules"]} & (
        TO_CHANGE | TO_BRING_IN_OR_GIVE_AWAY
    )
    assert {"trash.commands", "reminders.commands", "settings.commands"} <= {
        module.removeprefix("relationdesk.work.") for module in seen["modules"]
    }
