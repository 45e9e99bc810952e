"""Reading a stranger's file in a process of its own, which can be stopped and cannot do harm."""

import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from relationdesk.exchange import wire
from relationdesk.exchange.child import MEMORY, check_file, reason_of, serve
from relationdesk.exchange.errors import Unreadable, UnreadableFileError
from relationdesk.exchange.reports import FileKind, IncomingCard, Reading, RowReport
from relationdesk.exchange.tables.columns import Mapping
from relationdesk.language.words import current_language

PATIENCE = 30.0
"""Seconds without a sign of life after which the child is stopped."""

_GLANCE = 0.05


def read_people(
    path: Path,
    *,
    mapping: Mapping | None = None,
    encoding: str = "",
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    patience: float = PATIENCE,
    memory: int = MEMORY,
) -> Reading:
    """Everything that the vCard or table file at `path` says about people.

    `mapping` and `encoding` replace what would be guessed for a table. `progress` is told how many
    people have been read; `cancelled` is asked about twenty times a second. `patience` is in
    seconds without a sign of life, `memory` in bytes.

    Raises:
        UnreadableFileError: the file was refused, the child was stopped, or the user cancelled.
    """
    try:
        check_file(path.stat())
    except OSError as error:
        raise UnreadableFileError(reason_of(error), str(path)) from error
    except UnreadableFileError as error:
        raise UnreadableFileError(error.reason, str(path), error.limit) from error
    request = wire.packed({
        "mapping": wire.mapping_to_wire(mapping) if mapping else None,
        "encoding": encoding,
        "memory": memory,
        "language": current_language(),
    })  # fmt: skip
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=serve, args=(theirs, str(path), request), daemon=True)
    child.start()
    theirs.close()
    try:
        return _Listening(ours, str(path), patience, cancelled, progress).to_the_end()
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()


class _Listening:
    """The parent's end of the conversation."""

    def __init__(
        self,
        connection: Connection,
        path: str,
        patience: float,
        cancelled: Callable[[], bool] | None,
        progress: Callable[[int], None] | None,
    ) -> None:
        self._connection = connection
        self._path = path
        self._patience = patience
        self._cancelled = cancelled
        self._progress = progress
        self._cards: list[IncomingCard] = []
        self._reports: list[RowReport] = []

    def to_the_end(self) -> Reading:
        """Take in what the child tells until it is done."""
        while True:
            message = self._next()
            if "refused" in message:
                raise UnreadableFileError(Unreadable(message["refused"]), self._path, message["limit"])
            if "done" in message:
                return self._reading(message)
            self._cards += map(wire.incoming_from_wire, message["cards"])
            self._reports += map(wire.report_from_wire, message["reports"])
            if self._progress:
                self._progress(len(self._cards))

    def _next(self) -> wire.Json:
        """The child's next message, while looking out for cancelling and silence."""
        silent_since = time.monotonic()
        while True:
            if self._cancelled and self._cancelled():
                raise UnreadableFileError(Unreadable.CANCELLED, self._path)
            if self._connection.poll(_GLANCE):
                break
            if time.monotonic() - silent_since > self._patience:
                raise UnreadableFileError(Unreadable.TOO_SLOW, self._path)
        try:
            return wire.unpacked(self._connection.recv_bytes())
        except (EOFError, OSError) as error:
            raise UnreadableFileError(Unreadable.CHILD_DIED, self._path) from error

    def _reading(self, message: wire.Json) -> Reading:
        told = message.get("mapping")
        return Reading(
            kind=FileKind(message["done"]),
            cards=tuple(self._cards),
            reports=tuple(self._reports),
            encoding=message.get("encoding", "utf-8"),
            encoding_remark=message.get("remark", ""),
            mapping=wire.mapping_from_wire(told) if told is not None else None,
            headers=tuple(message.get("headers", ())),
            samples=tuple(tuple(row) for row in message.get("samples", ())),
        )
