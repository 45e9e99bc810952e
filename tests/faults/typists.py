"""Consultants who are killed while they type in the program's window, a note or an entry (promise 18).

Run as a script this is a bureau: it has imported everything, and for each line it is given it forks as many
typists as the line names desks, each with the whole program on a screen that nobody sees. Every key is put
down in a file with its time before it is pressed, and with how long the typist was kept waiting for it by a
computer that had other things to do. Each typist is killed so long after their first key.
"""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from relationdesk.app import main as program
from relationdesk.desk import writer
from relationdesk.domain.ids import PersonId
from relationdesk.ui.places.people import place
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.work.drafts import commands

IMPORTED = (writer, place, commands)
"""What a program that stands has read in, and these do before their typists begin."""
TEXT = (
    "She asked for the blue ones in size 39, not the grey; her brother runs the club in Annecy. Call "
    "before the fair, she said, and never on a Friday. The film is due when the snow is gone. "
) * 8
NOTE, ENTRY = "person.note", "entry.text"
"""Where is typed: in the note, or in the latest entry of the history, which is edited in its row."""
SHORTEST, LONGEST = 0.05, 0.3
"""Seconds between two keys; never half a second, so that a text waits for a pause that does not come."""
LONGEST_BREATH = 1.0
BREATHES = 0.05
"""How often a typist with an even seed stops to think, for up to a second; the others never do."""


@dataclass(frozen=True)
class Killed:
    """When a typist was killed, when each key was pressed before, and how much later than it was meant."""

    at: float
    keys: tuple[float, ...]
    waits: tuple[float, ...]

    def due(self, seconds: float) -> int:
        """How many keys had been pressed for longer than `seconds` of a program that was let run."""
        return sum(self._ran_since(number) > seconds for number in range(len(self.keys)))

    def behind(self, kept: str) -> float:
        """How many seconds of typing are not in `kept`."""
        return self._ran_since(len(kept)) if len(kept) < len(self.keys) else 0.0

    def _ran_since(self, number: int) -> float:
        last = max(0.0, self.at - self.keys[-1] - LONGEST - LONGEST_BREATH)
        return self.at - self.keys[number] - sum(self.waits[number + 1 :]) - last


class Bureau:
    """Gives typists, several at a time."""

    def __init__(self, fault: str = "", field: str = NOTE) -> None:
        command = [sys.executable, str(Path(__file__)), fault, field]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def killed(
        self, desks: Sequence[Path], people: Sequence[int], seeds: Sequence[int], after: Sequence[float]
    ) -> list[Killed]:
        """Let somebody type about a person at each of these desks, and kill them after so many seconds."""
        order = list(zip(map(str, desks), people, seeds, after, strict=True))
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        times = json.loads(self._process.stdout.readline())
        return [Killed(at, *_keys(desk)) for at, desk in zip(times, desks, strict=True)]

    def close(self) -> None:
        """Send everybody home."""
        self._process.communicate(timeout=30)


@contextmanager
def bureau(fault: str = "", field: str = NOTE) -> Iterator[Bureau]:
    """A bureau that is closed after the block, whose typists type in `field`; `fault` plants one."""
    opened = Bureau(fault, field)
    try:
        yield opened
    finally:
        opened.close()


def _keys(desk: Path) -> tuple[tuple[float, ...], tuple[float, ...]]:
    lines = [line.split() for line in _record(desk).read_text().splitlines()]
    return tuple(float(at) for at, _wait in lines), tuple(float(wait) for _at, wait in lines)


def _record(desk: Path) -> Path:
    return desk.with_name("keys")


def main(fault: str, field: str) -> None:
    """Fork typists for each line that comes in, and kill them at their times."""
    for line in sys.stdin:
        begun: dict[int, tuple[int, int, float]] = {}
        orders = json.loads(line)
        for number, (desk, person, seed, after) in enumerate(orders):
            ready, started = os.pipe()
            child = os.fork()
            if child == 0:
                os.close(ready)
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                type_away(Path(desk), PersonId(person), seed, started=started, fault=fault, field=field)
            os.close(started)
            begun[ready] = (number, child, after)
        sys.stdout.write(json.dumps(_kill(begun)) + "\n")
        sys.stdout.flush()


def _kill(begun: dict[int, tuple[int, int, float]]) -> list[float]:
    """Kill each typist so long after they began; when each was killed."""
    due: list[tuple[float, int, int]] = []
    times: dict[int, float] = {}
    while begun or due:
        wait = max(0.0, due[0][0] - time.monotonic()) if due else None
        for ready in select.select(list(begun), [], [], wait)[0]:
            number, child, after = begun.pop(ready)
            os.close(ready)
            due = sorted([*due, (time.monotonic() + after, number, child)])
        while due and due[0][0] <= time.monotonic():
            _at, number, child = due.pop(0)
            os.kill(child, signal.SIGKILL)
            times[number] = time.monotonic()
            os.waitpid(child, 0)
    return [times[number] for number in sorted(times)]


class Typist(QObject):
    """Waits for the window, opens the person and types until killed."""

    def __init__(self, person: PersonId, seed: int, *, record: int, started: int, field: str) -> None:
        super().__init__()
        self._field = field
        self._person = person
        self._chance = Random(seed)
        self._breathes = 0.0 if seed % 2 else BREATHES
        self._record = record
        self._started = started
        self._typed = 0
        self._next_at: float | None = None
        self._note: QPlainTextEdit | None = None
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.frame.rail.isVisible():
                if window.people.person is None:
                    window.open_person(self._person)
                note = window.people.findChild(QPlainTextEdit, self._field)
                is_shown = window.people.screen_of_person.view is not None and not window._tasks.is_busy
                if is_shown and note is None:
                    self._begin_editing(window)
                elif is_shown and note.hasFocus():
                    self._note = note
                    self._timer.stop()
                    os.write(self._started, b".")
                    self._press()
                return

    def _begin_editing(self, window: MainWindow) -> None:
        timeline = window.people.screen_of_person.history.timeline
        timeline.setCurrentIndex(timeline.rows.index(1, 0))
        QTest.keyClick(timeline, "e")

    def _press(self) -> None:
        assert self._note is not None
        now = time.monotonic()
        os.write(self._record, f"{now} {max(0.0, now - (self._next_at or now))}\n".encode())
        QTest.keyClick(self._note, TEXT[self._typed])
        self._typed += 1
        seconds = self._chance.uniform(SHORTEST, LONGEST)
        if self._chance.random() < self._breathes:
            seconds += self._chance.uniform(0.4, LONGEST_BREATH)
        self._next_at = now + seconds
        QTimer.singleShot(round(seconds * 1000), self._press)


def type_away(desk: Path, person: PersonId, seed: int, *, started: int, fault: str, field: str) -> None:
    """Open the program on a desk and type until killed."""
    os.environ["RELATIONDESK_HOME"] = str(desk.parent)
    record = os.open(_record(desk), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    if fault == "without the longest wait":
        Drafts._mark = _mark_without_longest
    held = (QApplication(["relationdesk"]), Typist(person, seed, record=record, started=started, field=field))
    assert held
    program(["--desk", str(desk), "--lang", "en"])
    os._exit(1)


def _mark_without_longest(self: Drafts, key: object) -> None:
    """A fault: the text waits for a pause, however long the keys go on."""
    self._unsaved[key] = None
    self._pause.start()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
