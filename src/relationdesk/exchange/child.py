"""The child process that reads a stranger's file: it has limits, and nothing but a pipe to speak through."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import BinaryIO

from relationdesk.exchange import wire
from relationdesk.exchange.errors import Unreadable, UnreadableFileError
from relationdesk.exchange.kinds import HEAD_SIZE, kind_of
from relationdesk.exchange.reports import FileKind, IncomingCard, RowReport
from relationdesk.exchange.vcard.halves import halves, read_half
from relationdesk.exchange.vcard.reader import Course, read_vcards
from relationdesk.language.words import Language, use_language

LARGEST_CARD_FILE = 512 * 1024 * 1024
MEMORY = 512 * 1024 * 1024
"""Bytes of address space that a child may have, where the system can limit them."""

_PRINTS_TRACEBACKS = "RELATIONDESK_TRACEBACKS"
_BATCH = 200
_BATCH_PICTURES = 1024 * 1024


def serve(connection: Connection, path: str, request: bytes) -> None:
    """Read the file at `path` and tell what is in it, in batches; the entry point of the child."""
    _say_nothing()
    asked = wire.unpacked(request)
    _limit_memory(asked["memory"])
    try:
        message = _answer(connection, path, asked)
    except UnreadableFileError as error:
        message = {"refused": error.reason, "limit": error.limit}
    except MemoryError:
        message = {"refused": Unreadable.TOO_MUCH_MEMORY, "limit": asked["memory"]}
    except OSError as error:
        message = {"refused": reason_of(error), "limit": None}
    with suppress(OSError):
        connection.send_bytes(wire.packed(message))
    connection.close()


def _say_nothing() -> None:
    """Keep what Python prints of a mistake from the terminal: it repeats what is in the file."""
    if _PRINTS_TRACEBACKS not in os.environ:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end


def reason_of(error: OSError) -> Unreadable:
    """Which refusal an error of the system is."""
    if isinstance(error, FileNotFoundError):
        return Unreadable.MISSING
    if isinstance(error, IsADirectoryError):
        return Unreadable.FOLDER
    return Unreadable.NO_PERMISSION if isinstance(error, PermissionError) else Unreadable.READ_FAILED


def check_file(found: os.stat_result) -> None:
    """Refuse what is no ordinary file of a sensible size, before anything opens it.

    Raises:
        UnreadableFileError: FOLDER, NOT_A_FILE, EMPTY or TOO_BIG.
    """
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableFileError(Unreadable.FOLDER)
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFileError(Unreadable.NOT_A_FILE)
    if found.st_size == 0:
        raise UnreadableFileError(Unreadable.EMPTY)
    if found.st_size > LARGEST_CARD_FILE:
        raise UnreadableFileError(Unreadable.TOO_BIG, limit=LARGEST_CARD_FILE)


def _limit_memory(memory: int) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  (absent on Windows)

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _answer(connection: Connection, path: str, request: wire.Json) -> wire.Json:
    use_language(Language(request["language"]))
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        before = os.fstat(descriptor)
        check_file(before)
        head = file.read(HEAD_SIZE)
        file.seek(0)
        kind = kind_of(head, path)
        if kind is None:
            empty = head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
            raise UnreadableFileError(Unreadable.UNKNOWN_KIND if empty else Unreadable.EMPTY)
        done = _read(connection, file, kind, before.st_size, request)
        after = os.fstat(descriptor)
    if _state(before) != _state(after) or not Path(path).exists():
        raise UnreadableFileError(Unreadable.CHANGED)
    return {**done, "state": _state(before)}


def _state(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns


def _read(connection: Connection, file: BinaryIO, kind: FileKind, size: int, request: wire.Json) -> wire.Json:
    half = request["half"]
    if half is not None:
        return _read_half(connection, file, kind, half)
    if kind is FileKind.VCARD:
        _send(connection, read_vcards(file))
        return {"done": kind}
    from relationdesk.exchange.tables.telling import tell_table  # noqa: PLC0415 - cards do without

    return tell_table(file, size, request, lambda people: _send(connection, people))


def _read_half(connection: Connection, file: BinaryIO, kind: FileKind, half: int) -> wire.Json:
    """Read one half of a card file; of a file that cannot be halved nothing is told."""
    both = halves(file.read()) if kind is FileKind.VCARD else None
    if both is None:
        return {"done": kind, "course": None}
    course = Course()
    _send(connection, read_half(both[half], course))
    return {"done": kind, "course": wire.course_to_wire(course)}


def _send(connection: Connection, people: Iterator[IncomingCard | RowReport]) -> None:
    batch: list[wire.Json] = []
    reports: list[wire.Json] = []
    pictures = 0
    for item in people:
        if isinstance(item, RowReport):
            reports.append(wire.report_to_wire(item))
        else:
            batch.append(wire.incoming_to_wire(item))
            pictures += len(item.card.picture.content) if item.card.picture else 0
        if len(batch) + len(reports) >= _BATCH or pictures > _BATCH_PICTURES:
            connection.send_bytes(wire.packed({"cards": batch, "reports": reports}))
            batch, reports, pictures = [], [], 0
    connection.send_bytes(wire.packed({"cards": batch, "reports": reports}))
