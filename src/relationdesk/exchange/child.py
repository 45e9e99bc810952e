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
from relationdesk.exchange.tables.guessing import guess
from relationdesk.exchange.tables.reader import cards
from relationdesk.exchange.tables.table import LARGEST_TABLE, Table, open_table
from relationdesk.exchange.vcard.reader import read_vcards
from relationdesk.language.words import Language, use_language

LARGEST_CARD_FILE = 512 * 1024 * 1024
MEMORY = 512 * 1024 * 1024
"""Bytes of address space that a child may have, where the system can limit them."""

_BATCH = 200
_BATCH_PICTURES = 1024 * 1024
_SAMPLES = 20


def serve(connection: Connection, path: str, request: bytes) -> None:
    """Read the file at `path` and tell what is in it, in batches; the entry point of the child."""
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
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or not Path(path).exists():
        raise UnreadableFileError(Unreadable.CHANGED)
    return done


def _read(connection: Connection, file: BinaryIO, kind: FileKind, size: int, request: wire.Json) -> wire.Json:
    if kind is FileKind.VCARD:
        _send(connection, read_vcards(file))
        return {"done": kind}
    if size > LARGEST_TABLE:
        raise UnreadableFileError(Unreadable.TOO_BIG, limit=LARGEST_TABLE)
    table = open_table(file, codec=request["encoding"])
    mapping = wire.mapping_from_wire(request["mapping"]) if request["mapping"] else guess(table)
    _send(connection, cards(table, mapping))
    return {
        "done": kind,
        "encoding": table.encoding(),
        "remark": _second_opinion(table),
        "mapping": wire.mapping_to_wire(mapping),
        "headers": table.headers,
        "samples": [row.cells for row in table.first_rows[:_SAMPLES]],
    }


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


def _second_opinion(table: Table) -> str:
    """What the statistics of the letters suggest for a file in an undeclared encoding."""
    if not table.encodings.foreign:
        return ""
    from charset_normalizer import from_bytes  # noqa: PLC0415  (heavy, and seldom needed)

    best = from_bytes(table.head).best()
    return best.encoding if best else ""
