"""Work off the interface thread: questions, commands and slow work, answered on the interface thread.

There are two desk threads with one connection each: one reads, one writes. Commands run in the order
in which they were given. The reader holds no transaction between questions, so a question asked after
a command was acknowledged sees what it changed.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from contextvars import copy_context
from dataclasses import dataclass
from functools import partial
from itertools import count
from queue import SimpleQueue
from threading import Event
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6.Shiboken import isValid

from relationdesk.domain.errors import DamageError, ExpectedError, GivenUpError
from relationdesk.ui.own_thread import Closable, OwnThread
from relationdesk.ui.progress import CancelledError, Progress, Step

T = TypeVar("T")
Failed = Callable[[ExpectedError], None]


class Asking(Closable, Protocol):
    """What questions are asked of."""

    def as_long_as(self, is_wanted: Callable[[], bool]) -> AbstractContextManager[None]:
        """Give what is asked in the block up with GivenUpError, soon after it is not wanted any more."""


ReaderT = TypeVar("ReaderT", bound=Asking)
DeskT = TypeVar("DeskT", bound=Closable)


class Asked:
    """Something on its way, and how far it is; what it answers is dropped after `cancel`."""

    def __init__(self, progress: Progress | None = None) -> None:
        self.progress = progress or Progress()

    @property
    def is_wanted(self) -> bool:
        """Whether somebody still waits for the answer."""
        return not self.progress.is_cancelled

    def cancel(self) -> None:
        """Want the answer no more.

        A question is skipped or given up, slow work stops at its next step; a command still runs.
        """
        self.progress.cancel()


@dataclass(frozen=True, slots=True)
class _Errand:
    """What is to be done, who waits for it, and what they do with the answer.

    Kept on the interface thread until the answer is there, so that a widget which is only known here is
    never let go by another thread.
    """

    owner: QObject
    work: Callable[[Any], object]
    asked: Asked
    then: Callable[[Any], None]
    failed: Failed | None
    progressed: Callable[[Step], None] | None = None
    is_change: bool = False

    @property
    def is_awaited(self) -> bool:
        """Whether the answer still has somebody to go to."""
        return self.asked.is_wanted and isValid(self.owner)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How an errand ended: with a value, or with an error, or dropped on the way."""

    ticket: int
    value: object = None
    error: Exception | None = None
    is_dropped: bool = False


class Tasks(QObject, Generic[ReaderT, DeskT]):
    """The one door from the interface thread to the desk; used on the interface thread alone.

    An answer is dropped when its owner was deleted or its `Asked` cancelled. An `ExpectedError` goes to
    `failed`, or else is said as `refused`; the refusal of a command is said even when nobody waits any
    more, for something the user did was not kept. A page of the desk that cannot be trusted is said as
    `damaged` besides, whoever met it. Any other error is ours, and said as `crashed`.
    `closing` is the last moment for a command to be given.
    """

    closing = Signal()
    refused = Signal(object)
    damaged = Signal(object)
    crashed = Signal(object)
    busy_changed = Signal(bool)
    _came_back = Signal()
    _stepped = Signal(int)

    def __init__(
        self, reader: Callable[[], ReaderT], desk: Callable[[], DeskT], parent: QObject | None = None
    ) -> None:
        """`reader` and `desk` are called on the threads that use what they open."""
        super().__init__(parent)
        self._reading = OwnThread("reading", reader)
        self._writing = OwnThread("writing", desk)
        self._slow = ThreadPoolExecutor(max_workers=2, thread_name_prefix="slow")
        self._tickets = count()
        self._pending: dict[int, _Errand] = {}
        self._outcomes: SimpleQueue[_Outcome] = SimpleQueue()
        self._is_closed = False
        self._came_back.connect(self._on_came_back, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._on_stepped, Qt.ConnectionType.QueuedConnection)

    @property
    def is_closed(self) -> bool:
        """Whether nothing is asked or changed any more."""
        return self._is_closed

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._pending)

    @property
    def waiting(self) -> int:
        """How many answers are still to come; may be asked on any thread."""
        return len(self._pending)

    def ask(
        self,
        owner: QObject,
        question: Callable[[ReaderT], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        instead_of: Asked | None = None,
    ) -> Asked:
        """Answer a question from the reading thread; the one that it is asked `instead_of` is dropped."""
        if instead_of is not None:
            instead_of.cancel()
        asked = Asked()
        errand = _Errand(owner, partial(_ask, question, asked), asked, then, failed)
        if not self._is_closed:
            self._reading.submit(partial(self._work_off, self._set_out(errand)))
        return errand.asked

    def change(
        self,
        owner: QObject,
        command: Callable[[DeskT], T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> Asked:
        """Run a command on the writing thread, after those given before.

        Raises:
            ClosedError: nothing is written any more.
        """
        if self._is_closed:
            raise ClosedError
        errand = _Errand(owner, command, Asked(), then or _nothing, failed, is_change=True)
        self._writing.submit(partial(self._work_off, self._set_out(errand)))
        return errand.asked

    def run(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        progressed: Callable[[Step], None] | None = None,
    ) -> Asked:
        """Do slow work beside the desk threads; its steps are told to `progressed`, the latest at least."""
        progress = Progress()
        errand = _Errand(owner, work, Asked(progress), then or _nothing, failed, progressed)
        if not self._is_closed:
            ticket = self._set_out(errand)
            progress.tell(partial(self._stepped.emit, ticket))
            self._slow.submit(copy_context().run, self._work_off, ticket, lambda: progress)
        return errand.asked

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Have the writing thread wait, after the commands given before, while another takes its place.

        May be called on any thread but those of the tasks.

        Raises:
            ClosedError: nothing is written any more.
        """
        granted, done = Event(), Event()

        def wait(_held: object) -> None:
            granted.set()
            done.wait()

        try:
            self._writing.submit(wait)
        except RuntimeError as error:  # the thread was told to end
            raise ClosedError from error
        granted.wait()
        try:
            yield
        finally:
            done.set()

    def close(self) -> None:
        """Wait for every command given, drop all questions, stop slow work, and close both ends.

        No answer comes after it, only the errors of commands that could not be kept.
        """
        if self._is_closed:
            return
        self.closing.emit()
        self._is_closed = True
        for errand in self._pending.values():
            if not errand.is_change:
                errand.asked.cancel()
        self._slow.shutdown(wait=True)
        try:
            self._reading.close()
        finally:
            self._writing.close()

    def _set_out(self, errand: _Errand) -> int:
        ticket = next(self._tickets)
        self._pending[ticket] = errand
        if len(self._pending) == 1:
            self.busy_changed.emit(True)  # noqa: FBT003 - a signal has no names
        return ticket

    def _work_off(self, ticket: int, held: Callable[[], object]) -> None:
        # Two statements: the outcome has left this thread before the interface thread hears of it.
        self._outcomes.put(_outcome(ticket, self._pending[ticket], held))
        self._came_back.emit()

    @Slot()
    def _on_came_back(self) -> None:
        outcome = self._outcomes.get_nowait()
        errand = self._pending.pop(outcome.ticket)
        try:
            self._deliver(errand, outcome)
        finally:
            if not self._pending:
                self.busy_changed.emit(False)  # noqa: FBT003 - a signal has no names

    @Slot(int)
    def _on_stepped(self, ticket: int) -> None:
        errand = self._pending[ticket]
        step = errand.asked.progress.take()
        if errand.progressed is not None and errand.is_awaited and not self._is_closed:
            errand.progressed(step)

    def _deliver(self, errand: _Errand, outcome: _Outcome) -> None:
        error = outcome.error
        is_awaited = errand.is_awaited and not self._is_closed
        if isinstance(error, ExpectedError):
            if is_awaited and errand.failed is not None:
                errand.failed(error)
            elif is_awaited or errand.is_change:
                self.refused.emit(error)
            if isinstance(error, DamageError) and not self._is_closed:
                self.damaged.emit(error)
        elif error is not None:
            self.crashed.emit(error)
        elif is_awaited and not outcome.is_dropped:
            errand.then(outcome.value)


class ClosedError(Exception):
    """A command was given after the desk was closed: the caller's mistake."""


def _outcome(ticket: int, errand: _Errand, held: Callable[[], object]) -> _Outcome:
    if not errand.asked.is_wanted and not errand.is_change:
        return _Outcome(ticket, is_dropped=True)
    try:
        return _Outcome(ticket, errand.work(held()))
    except (CancelledError, GivenUpError):
        return _Outcome(ticket, is_dropped=True)
    except ExpectedError as error:
        return _Outcome(ticket, error=error)
    except Exception as error:  # noqa: BLE001 - a mistake of ours belongs in the crash window
        return _Outcome(ticket, error=error)


def _ask(question: Callable[[ReaderT], T], asked: Asked, reader: ReaderT) -> T:
    with reader.as_long_as(lambda: asked.is_wanted):
        return question(reader)


def _nothing(_answer: object) -> None:
    """Nobody waits for the answer of this work."""
