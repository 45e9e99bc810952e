"""The desk that a window keeps other processes from changing, and the door by which they reach the window."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from relationdesk.desk.files import DeskFiles
from relationdesk.system.door.note import Note, replace_note, starting
from relationdesk.system.instance import BusyDeskError, Hold, hold
from relationdesk.work.desks.errands import raise_window, tries

if TYPE_CHECKING:
    from relationdesk.system.door.listening import Door, Visit

__all__ = ["Arrival", "Presence", "arrive", "hold_for_command"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a window found its desk: free, and now held; or with another window, which came to the front."""

    held: Hold | None = None
    was_raised: bool = False


def arrive(files: DeskFiles, *, quietly: bool = False) -> Arrival:
    """Hold a desk for a window, or bring the one that has it to the front, which is not done `quietly`.

    Raises:
        BusyDeskError: another process has the desk and no window answers.
        UnlockableFolderError: its folder does not let it be held.
    """
    for _try in tries(files):
        try:
            return Arrival(held=_hold(files, starting()))
        except BusyDeskError:
            if raise_window(files, quietly=quietly):
                return Arrival(was_raised=True)
    raise BusyDeskError(files.desk)


def hold_for_command(files: DeskFiles) -> Hold:
    """Hold a desk for a moment, by a process that nobody can reach.

    Raises:
        BusyDeskError: another process has it.
        UnlockableFolderError: its folder does not let it be held.
    """
    return _hold(files, None)


class Presence:
    """Holds one desk at a time. Used by several threads."""

    def __init__(self, answer: Callable[["Visit"], None]) -> None:
        """`answer` is called on a thread of each visit."""
        self._answer = answer
        self._lock = Lock()
        self._held: tuple[DeskFiles, Hold] | None = None
        self._door: Door | None = None

    def bring(self, files: DeskFiles, held: Hold) -> None:
        """Begin with a desk that is held already."""
        self._held = files, held

    def take(self, files: DeskFiles) -> None:
        """Hold a desk, and let go of the former one.

        Raises:
            BusyDeskError: another process has it; the former one is held on.
            UnlockableFolderError: its folder does not let it be held.
        """
        with self._lock:
            if self._held is not None and self._held[0] == files:
                return
            held = _hold(files, self._note())
            self._let_go()
            self._held = files, held

    def listen(self) -> None:
        """Open the door, if it is not open yet; where there is no place for one, nobody is let in."""
        from relationdesk.system.door.listening import Door  # noqa: PLC0415 - not before first paint

        with self._lock, suppress(OSError):
            if self._door is None and self._held is not None:
                self._door = Door(self._answer)
                files, held = self._held
                replace_note(held, files.in_use, self._note())

    def close_door(self) -> None:
        """Let nobody in any more; the desk is still held."""
        with self._lock:
            if self._door is not None:
                self._door.close()

    def leave(self) -> None:
        """Let go of the desk."""
        with self._lock:
            self._let_go()

    def _note(self) -> Note:
        return starting() if self._door is None else self._door.note

    def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held[1].release()


def _hold(files: DeskFiles, note: Note | None) -> Hold:
    held = hold(files.in_use)
    with suppress(OSError):  # without a note it is only slower to find out
        replace_note(held, files.in_use, note)
    return held
