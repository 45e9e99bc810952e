"""The children that read a file, and the parent's end of the conversation with them."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import cast

from relationdesk.exchange import wire
from relationdesk.exchange.child import serve
from relationdesk.exchange.errors import Unreadable, UnreadableFileError
from relationdesk.exchange.reports import IncomingCard, RowReport

_GLANCE = 0.05


@contextmanager
def child_reading(path: str, request: wire.Json) -> Iterator[Connection]:
    """A process that reads the file for the time of the block, and where it tells what it read."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=serve, args=(theirs, path, wire.packed(request)), daemon=True)
    child.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()


@dataclass(slots=True)
class Told:
    """What one child told; `end` is its last word, None before that."""

    cards: list[IncomingCard] = field(default_factory=list)
    reports: list[RowReport] = field(default_factory=list)
    end: wire.Json = None


@dataclass(frozen=True, slots=True)
class Listening:
    """Taking in what children read of one file, while looking out for cancelling and silence."""

    path: str
    patience: float
    cancelled: Callable[[], bool] | None
    progress: Callable[[int], None] | None

    def to_the_end(self, connections: Sequence[Connection]) -> list[Told]:
        """What each child told, once all are done.

        Raises:
            UnreadableFileError: one refused the file, fell silent or died, or the user cancelled.
        """
        told = {connection: Told() for connection in connections}
        heard_at = dict.fromkeys(connections, time.monotonic())
        while open_ones := [connection for connection in connections if told[connection].end is None]:
            if self.cancelled and self.cancelled():
                raise UnreadableFileError(Unreadable.CANCELLED, self.path)
            for speaking in cast("list[Connection]", wait(open_ones, _GLANCE)):
                self._take(told[speaking], self._message(speaking))
                heard_at[speaking] = time.monotonic()
                if self.progress and told[speaking].end is None:
                    self.progress(sum(len(each.cards) for each in told.values()))
            if any(time.monotonic() - heard_at[connection] > self.patience for connection in open_ones):
                raise UnreadableFileError(Unreadable.TOO_SLOW, self.path)
        return list(told.values())

    def _message(self, connection: Connection) -> wire.Json:
        try:
            return wire.unpacked(connection.recv_bytes())
        except (EOFError, OSError) as error:
            raise UnreadableFileError(Unreadable.CHILD_DIED, self.path) from error

    def _take(self, told: Told, message: wire.Json) -> None:
        if "refused" in message:
            raise UnreadableFileError(Unreadable(message["refused"]), self.path, message["limit"])
        if "done" in message:
            told.end = message
            return
        told.cards += map(wire.incoming_from_wire, message["cards"])
        told.reports += map(wire.report_from_wire, message["reports"])
