"""The log: what the program did and what went wrong, in its own words, and nothing of anybody.

What is not here cannot be in it: a line is made of the words below, of whole numbers, and of kinds of errors
with their places in the program's modules (`domain/traces.py`). No text, name, path or value has a way in.
"""

import os
from collections import Counter
from enum import StrEnum
from pathlib import Path
from threading import Lock

from relationdesk import __version__
from relationdesk.domain.clock import Clock
from relationdesk.domain.traces import in_a_line

_NAME = "relationdesk.log"
_FORMER = "relationdesk.former.log"
MOST_BYTES = 256 * 1024
"""How long the log gets before it becomes the former one, and that one goes."""


class Event(StrEnum):
    """What a line is about."""

    WINDOW_OPENED = "window opened"
    WINDOW_CLOSED = "window closed"
    DESK_OPENED = "desk opened"
    DESK_MIGRATED = "desk brought to this version"
    DESK_LOCKED = "desk locked"
    DESK_CHECKED = "desk checked"
    LEFT_TO_OTHER = "left to the window that has the desk"
    COMMAND_BEGAN = "command began"
    COMMAND_ENDED = "command ended"
    REFUSED = "could not be done"
    MISTAKE = "mistake"
    COMPLAINT = "complaint of a library"
    COMPLAINT_OF_QT = "complaint of Qt"


class Log:
    """Lines in a file that keeps its size, written at once; several processes may write at the same time.

    Where the file cannot be written, nothing is kept and nobody is bothered.
    """

    def __init__(self, folder: Path | None, clock: Clock) -> None:
        """`folder` is made when it is needed; None keeps nothing."""
        self._folder = folder
        self._clock = clock
        self._times: Counter[str] = Counter()
        self._writing = Lock()

    def note(self, event: Event, **figures: int) -> None:
        """Keep that something happened, with what can be counted about it."""
        self._keep(" ".join((event.value, *(f"{name}={int(figure)}" for name, figure in figures.items()))))

    def refused(self, error: BaseException) -> None:
        """Keep that something could not be done, for a reason that lies outside the program."""
        self._keep(f"{Event.REFUSED.value}: {in_a_line(error)}")

    def mistake(self, error: BaseException) -> None:
        """Keep that the program made a mistake; one that comes again and again is told ever more seldom."""
        self._now_and_then(f"{Event.MISTAKE.value}: {in_a_line(error)}")

    def complaint(self, severity: int) -> None:
        """Keep that a library complained, on the scale of `logging`; its words may be about anybody."""
        self._now_and_then(f"{Event.COMPLAINT.value} severity={int(severity)}")

    def complaint_of_qt(self, severity: int) -> None:
        """Keep that Qt complained, on the same scale."""
        self._now_and_then(f"{Event.COMPLAINT_OF_QT.value} severity={int(severity)}")

    def _now_and_then(self, line: str) -> None:
        self._times[line] += 1
        times = self._times[line]
        if times.bit_count() == 1:
            self._keep(line if times == 1 else f"{line} times={times}")

    def _keep(self, line: str) -> None:
        if self._folder is None:
            return
        moment = self._clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        whole = f"{moment} {__version__} {os.getpid()} {line}\n".encode("ascii", "replace")
        try:
            with self._writing:
                _append(self._folder, whole)
        except OSError:
            return


def _append(folder: Path, line: bytes) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / _NAME
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, line)
        is_full = os.fstat(descriptor).st_size > MOST_BYTES
    finally:
        os.close(descriptor)
    if is_full:
        path.replace(folder / _FORMER)
