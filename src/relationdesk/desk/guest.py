"""An open desk as another thread uses it, beside the threads that it belongs to."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from relationdesk.desk.changes import Changes
from relationdesk.desk.connection import Connection
from relationdesk.desk.desk import Desk, Heard, UndoState
from relationdesk.domain.labels import Label

if TYPE_CHECKING:
    from sqlmodel import Session

    from relationdesk.desk.checking import Step
    from relationdesk.desk.writer import Writer

Turn = Callable[[], AbstractContextManager[None]]


class GuestDesk(Desk):
    """Reads on a connection of its own, and makes its changes on that of the host, each in its turn.

    Inside a turn the thread that writes for the host waits, so that the writing side is still used by one
    thread at a time. Changes are steps of the host's journal, and its listeners hear of them.
    """

    def __init__(self, host: Desk, turn: Turn) -> None:
        """Open the reading side."""
        super().__init__(host.files, host.key, host.clock)
        self._host = host
        self._turn = turn
        self._has_turn = False

    @property
    def writer(self) -> "Writer":
        """The writing side of the host, for use inside a turn."""
        return self._host.writer

    def listen(self, heard: Heard) -> None:
        """Call `heard` after every change, whoever makes it."""
        self._host.listen(heard)

    def fresh_id(self) -> int:
        """An identity that no row has had."""
        return self.fresh_ids(1)

    def fresh_ids(self, count: int) -> int:
        """The first of `count` consecutive identities that no row has had."""
        with self._in_turn():
            return self._host.fresh_ids(count)

    @contextmanager
    def change(self, label: Label) -> Iterator["Session"]:
        """One transaction and one step of undo of the host, in one turn."""
        with self._in_turn(), self._host.change(label) as session:
            yield session

    @contextmanager
    def change_plainly(self, label: Label) -> Iterator[Connection]:
        """One transaction of the host on the bare connection, in one turn."""
        with self._in_turn(), self._host.change_plainly(label) as connection:
            yield connection

    @contextmanager
    def change_for_good(self, label: Label) -> Iterator[Connection]:
        """One transaction of the host that cannot be undone, in one turn."""
        with self._in_turn(), self._host.change_for_good(label) as connection:
            yield connection

    def leave_nothing_behind(self) -> None:
        """Have what was deleted leave the host's file, in one turn."""
        with self._in_turn():
            self._host.leave_nothing_behind()

    def mend_indexes(self, step: "Step") -> tuple[str, ...]:
        """Mend the host's indexes in one turn."""
        with self._in_turn():
            return self._host.mend_indexes(step)

    def undo(self) -> Changes | None:
        """Take the host's last change back."""
        with self._in_turn():
            return self._host.undo()

    def redo(self) -> Changes | None:
        """Make the host's change again that was taken back last."""
        with self._in_turn():
            return self._host.redo()

    def ready_for_changes(self) -> None:
        """Have the host read in what changes need."""
        with self._in_turn():
            self._host.ready_for_changes()

    def forget_steps(self) -> None:
        """Let everything done so far stand."""
        with self._in_turn():
            self._host.forget_steps()

    def undo_state(self) -> UndoState:
        """What undo and redo would do now."""
        with self._in_turn():
            return self._host.undo_state()

    def close(self) -> None:
        """Close the reading side; the host goes on."""
        self.reader.close()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        if self._has_turn:
            yield
            return
        with self._turn():
            self._has_turn = True
            try:
                yield
            finally:
                self._has_turn = False
