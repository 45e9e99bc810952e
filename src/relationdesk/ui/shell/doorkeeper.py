"""Answers who knocks at the window's door: another start of the program, or a verb that changes the desk."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from threading import Event, Lock, Thread
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from relationdesk.ui.shell.starting import Starting
from relationdesk.ui.tasks import ClosedError, Tasks
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.desks.errands import CARRY_OUT, RAISE, TOKEN_VARIABLE, BrokenLineError
from relationdesk.work.desks.machine import DeskFiles, Hold
from relationdesk.work.desks.presence import Presence
from relationdesk.work.desks.visiting import GuestDesk, beside
from relationdesk.work.mistakes import sentence

T = TypeVar("T")
_DONE, _FAILED = 0, 1
_TO_RAISE_SECONDS = 5.0


class Visit(Protocol):
    """What another process asks, and the way to answer it."""

    @property
    def request(self) -> dict[str, Any]:
        """What is asked."""

    def tell(self, message: dict[str, Any]) -> None:
        """Answer."""

    def has_left(self) -> bool:
        """Whether nobody waits for an answer any more."""


class CarryOut(Protocol):
    """Carries a verb out on the desk that is given, or else on one that it opens; returns the exit code."""

    def __call__(
        self,
        errand: dict[str, Any],
        desk: GuestDesk | None,
        *,
        say: Callable[[str], None],
        complain: Callable[[str], None],
    ) -> int:
        """What is printed goes to `say` and `complain`."""


class LeftError(Exception):
    """Whoever asked for a change is gone before it was begun."""


@dataclass(frozen=True, slots=True)
class _Room:
    """The desk that is open, and the way to its writing thread."""

    desk: Desk
    tasks: Tasks[Reader, Desk]


class Doorkeeper(QObject):
    """Lives as long as the program.

    Says `carried_out` when a verb changed the open desk, `front_asked` when a window is to come to the front
    and may be out of sight, and `crashed` with a mistake on the way.
    """

    carried_out = Signal()
    front_asked = Signal()
    crashed = Signal(object)
    _raise_asked = Signal(str, object)

    def __init__(self, carry_out: CarryOut, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._carry_out = carry_out
        self._presence = Presence(self._answer)
        self._alone = Lock()
        self._room: _Room | None = None
        self._is_coming = False
        self._raise_asked.connect(self._on_raise_asked, Qt.ConnectionType.QueuedConnection)

    def bring(self, files: DeskFiles, held: Hold) -> None:
        """Begin with a desk that is held already."""
        self._presence.bring(files, held)

    def take(self, files: DeskFiles) -> None:
        """Keep other processes from changing a desk, and leave the former one to them.

        Raises:
            BusyDeskError, UnlockableFolderError: it cannot be held; the former one is held on.
        """
        self._presence.take(files)

    def listen(self) -> None:
        """Let others in from now on; what that needs is read in aside."""
        Thread(target=self._presence.listen, name="door opening", daemon=True).start()

    def welcome(self, desk: Desk, tasks: Tasks[Reader, Desk]) -> None:
        """Have verbs carried out on this open desk, until `tasks` are closed."""
        self._room = _Room(desk, tasks)
        self._is_coming = False

    def close(self) -> None:
        """Let nobody in any more, once a verb that has the desk open by itself is done."""
        self._presence.close_door()
        with self._alone:
            self._is_coming = True

    def leave(self) -> None:
        """Let other processes have the desk."""
        self._presence.leave()

    def guarded(self, starting: Starting) -> Starting:
        """The same ways to an open desk, which wait while a verb has the desk open by itself."""
        return replace(
            starting,
            open_found=partial(self._by_itself, starting.open_found),
            make=partial(self._by_itself, starting.make),
            unlock=partial(self._by_itself, starting.unlock),
            open_rescued=partial(self._by_itself, starting.open_rescued),
            work_off=partial(self._by_itself, starting.work_off),
        )

    def _by_itself(self, opening: Callable[..., T], *values: object) -> T:
        with self._alone:
            opened = opening(*values)
            self._is_coming = True
            return opened

    def _answer(self, visit: Visit) -> None:
        """Called on a thread of the visit."""
        asked = visit.request.get("ask")
        if asked == RAISE and visit.request.get("quietly"):
            visit.tell({"raised": True})
        elif asked == RAISE:
            came = Event()
            self._raise_asked.emit(str(visit.request.get("token", "")), came)
            if came.wait(_TO_RAISE_SECONDS):
                visit.tell({"raised": True})
        elif asked == CARRY_OUT:
            self._carry_out_for(visit)

    def _carry_out_for(self, visit: Visit) -> None:
        room = self._room
        if room is not None and not room.tasks.is_closed:
            self._tell_outcome(visit, partial(_beside, room, visit))
            return
        with self._alone:
            if not self._is_coming:
                self._tell_outcome(visit, None)

    def _tell_outcome(self, visit: Visit, desk: GuestDesk | None) -> None:
        def complain(line: str) -> None:
            visit.tell({"complained": line})

        visit.tell({"begun": True})
        try:
            code = self._carry_out(
                visit.request, desk, say=lambda line: visit.tell({"said": line}), complain=complain
            )
        except (LeftError, BrokenLineError):
            return
        except ClosedError:
            visit.tell({"closed": True})
            return
        except Exception as error:  # noqa: BLE001 - an edge of the program
            self.crashed.emit(error)
            complain(sentence(error))
            code = _FAILED
        if desk is not None and code == _DONE:
            self.carried_out.emit()
        visit.tell({"code": code})

    @Slot(str, object)
    def _on_raise_asked(self, token: str, came: Event) -> None:
        if token:
            os.environ[TOKEN_VARIABLE] = token  # where Qt looks for it
        self.front_asked.emit()
        bring_to_front()
        came.set()


@contextmanager
def _beside(room: _Room, visit: Visit) -> Iterator[Desk]:
    @contextmanager
    def turn() -> Iterator[None]:
        with room.tasks.turn():
            if visit.has_left():
                raise LeftError
            yield

    with beside(room.desk, turn) as desk:
        yield desk


def bring_to_front() -> None:
    """Show the window that waits for the user, above those of other programs as far as the system lets it."""
    window = QApplication.activeModalWidget() or _main_window()
    if window is not None:
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()


def _main_window() -> QWidget | None:
    shown = (window for window in QApplication.topLevelWidgets() if window.isVisible())
    return next((window for window in shown if isinstance(window, QMainWindow)), None)
