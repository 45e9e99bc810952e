"""The program in the tray of a desktop: a real one, as far as its messages go."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from select import select
from typing import Any

import pytest
from driving import Program, Stage
from waiting import until

from relationdesk.domain.card import Card
from relationdesk.domain.vocabulary import Action
from relationdesk.system.autostart.command import Command
from relationdesk.system.autostart.xdg import DesktopEntry
from relationdesk.system.keychain import NoKeychain
from relationdesk.work import follow_ups, people
from relationdesk.work.desks import opening
from relationdesk.work.desks.machine import DeskFiles, SystemClock

SERVICE = Path(__file__).resolve().parents[1] / "fixtures" / "system" / "tray_service.py"
PASSPHRASE = "four quiet green boats"
PATIENCE = 30


class Tray:
    """The running tray, as far as its lines tell."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def look(self) -> dict[str, Any]:
        """What the icon tells, in which sizes it comes, and what its menu offers."""
        return self._asked("look")

    def click(self) -> None:
        """Click the icon."""
        assert self._asked("click") == "clicked"

    def choose(self, words: str) -> None:
        """Choose from its menu."""
        assert self._asked(f"choose {words}") == "chosen"

    def told(self) -> str:
        """What the icon tells below the name of the program."""
        return str(self.look()["told"]).partition("\n")[2]

    def icon_comes(self) -> None:
        """Wait for an icon."""
        assert self._line() == "came"

    def _asked(self, words: str) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()
        return self._line()

    def _line(self) -> Any:
        assert self._process.stdout is not None
        assert select([self._process.stdout], [], [], PATIENCE)[0], "the tray says nothing"
        return json.loads(self._process.stdout.readline())


@pytest.fixture
def tray(stage: Stage) -> Iterator[Tray]:
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, str(SERVICE)], stdin=pipe, stdout=pipe, env=stage.environment(), text=True
    ) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline()) == "ready"
        yield Tray(process)
        process.kill()


@pytest.fixture
def words(stage: Stage) -> tuple[str | Path, ...]:
    """How a desk with one person who waits is opened."""
    desk, passphrase = stage.folder / "day.desk", stage.folder / "passphrase"
    passphrase.write_text(PASSPHRASE, "utf-8")
    clock = SystemClock()
    made = opening.make(DeskFiles(desk), clock, NoKeychain(), passphrase=PASSPHRASE)
    noor = people.commands.create_person(made.desk, Card(display_name="Noor Benali"))
    follow_ups.commands.set_follow_up(
        made.desk, person_id=noor, action=Action.CALL, reason="Portraits", due_on=made.desk.today()
    )
    made.desk.close()
    return "--desk", desk, "--passphrase-file", passphrase, "--lang", "en"


def no_window(stage: Stage) -> None:
    until(lambda: not stage.screen.windows(), "no window")


def test_started_in_the_tray_it_tells_how_many_wait_and_opens_on_a_click(
    stage: Stage, tray: Tray, words: tuple[str | Path, ...]
):
    with stage.program("--in-tray", *words) as program:
        tray.icon_comes()
        until(lambda: tray.told() == "1 person to come back to today", "the count")
        seen = tray.look()
        assert seen["menu"] == [
            "Open RelationDesk",
            "Silence reminders for an hour",
            "Silence reminders until tomorrow",
            "Lock",
            "Quit",
        ]
        assert {16, 22, 24, 32} <= set(seen["sizes"])
        assert "Noor" not in str(seen)
        no_window(stage)

        tray.choose("Silence reminders for an hour")
        until(lambda: "; silent until " in tray.told(), "the silence")
        tray.choose("End the silence of reminders")
        until(lambda: tray.told() == "1 person to come back to today", "the end of the silence")

        tray.click()
        program.find("followup.done")
        assert program.close() == 0
    assert program.said() == ""


def test_closed_it_stays_in_the_tray_if_wished_and_a_second_start_opens_it_again(
    stage: Stage, tray: Tray, words: tuple[str | Path, ...]
):
    with stage.program(*words) as program:
        tray.icon_comes()
        choose_in_settings(program, "settings.stay")
        stage.screen.close_window(stage.screen.windows()[-1])
        no_window(stage)
        assert tray.told() == "1 person to come back to today"

        with stage.program("--in-tray", *words) as quiet:
            assert quiet.wait_for_end() == 0
        no_window(stage)
        with stage.program(*words) as second:
            assert second.wait_for_end() == 0
        program.find("settings.stay")

        stage.screen.close_window(stage.screen.windows()[-1])
        no_window(stage)
        tray.choose("Quit")
        assert program.wait_for_end() == 0
        assert program.mishaps() == []
    assert program.said() == second.said() == quiet.said() == ""


def test_locked_it_tells_nothing_and_unlocked_it_tells_again(
    stage: Stage, tray: Tray, words: tuple[str | Path, ...]
):
    with stage.program("--in-tray", *words) as program:
        tray.icon_comes()
        until(lambda: tray.told() == "1 person to come back to today", "the count")

        tray.choose("Lock")
        until(lambda: tray.told() == "Unlock to see reminders", "that it is locked")
        assert tray.look()["menu"] == ["Open RelationDesk", "Quit"]
        no_window(stage)

        tray.choose("Open RelationDesk")
        program.write(f"{PASSPHRASE}\n", "lock.passphrase")
        program.find("followup.done")
        until(lambda: tray.told() == "1 person to come back to today", "the count again")
        assert program.close() == 0
    assert program.said() == ""


def test_a_locked_desk_starts_in_the_tray_and_asks_when_it_is_opened(
    stage: Stage, tray: Tray, words: tuple[str | Path, ...]
):
    with stage.program("--in-tray", *words[:2]) as program:
        tray.icon_comes()
        until(lambda: tray.told() == "Unlock to see reminders", "that it is locked")
        no_window(stage)

        tray.click()
        program.find("lock.passphrase")
        assert program.close() == 0
    assert program.said() == ""


def test_what_is_chosen_in_settings_starts_it_with_the_session(
    stage: Stage, tray: Tray, words: tuple[str | Path, ...]
):
    entry = stage.home / ".config" / "autostart" / "relationdesk.desktop"
    with stage.program(*words) as program:
        tray.icon_comes()
        assert not entry.exists()
        choose_in_settings(program, "settings.start")
        until(entry.exists, "the entry")
        assert program.close() == 0

    with started_by_the_session(stage, entry) as by_session:
        tray.icon_comes()
        until(lambda: tray.told() == "Unlock to see reminders", "the program in the tray")
        no_window(stage)
        tray.choose("Quit")
        assert by_session.wait(PATIENCE) == 0

    with stage.program(*words) as program:
        tray.icon_comes()
        choose_in_settings(program, "settings.start")
        until(lambda: not entry.exists(), "the end of the entry")
        assert program.close() == 0


def test_asked_to_end_it_ends_although_it_was_to_stay_and_an_entry_left_behind_is_put_right(
    stage: Stage, tray: Tray, words: tuple[str | Path, ...]
):
    entry = DesktopEntry(stage.home / ".config" / "autostart")
    entry.write(Command(("/gone/relationdesk", "--in-tray")))
    with stage.program(*words) as program:
        tray.icon_comes()
        choose_in_settings(program, "settings.stay")
        stage.screen.close_window(stage.screen.windows()[-1])
        no_window(stage)

        program.ask_to_end()
        assert program.wait_for_end() == 130
        assert program.mishaps() == []
    assert program.said() == ""
    started = entry.read()
    assert started is not None
    assert started.words == (sys.executable,)


def test_where_there_is_no_tray_it_starts_with_a_window_and_the_settings_say_so(
    stage: Stage, words: tuple[str | Path, ...]
):
    with stage.program("--in-tray", *words) as program:
        until(stage.screen.windows, "a window, whatever a desktop makes of it")
        program.click("nav.settings")
        assert not program.find("settings.stay").is_enabled
        program.find(name="This desktop has no tray")
        assert program.close() == 0
    assert program.said() == ""


def started_by_the_session(stage: Stage, entry: Path) -> "subprocess.Popen[bytes]":
    """Start what the entry says as a session does."""
    return subprocess.Popen(["gio", "launch", str(entry)], env=stage.environment(), stdin=subprocess.DEVNULL)


def choose_in_settings(program: Program, box: str) -> None:
    """Tick or clear a box."""
    program.click("nav.settings")
    program.click(box)
