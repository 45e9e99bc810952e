"""Reading a stranger's file in processes of its own, which can be stopped and cannot do harm."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from relationdesk.exchange import wire
from relationdesk.exchange.child import MEMORY, check_file, reason_of
from relationdesk.exchange.errors import Unreadable, UnreadableFileError
from relationdesk.exchange.listening import Listening, Told, child_reading
from relationdesk.exchange.reports import FileKind, Reading
from relationdesk.exchange.tables.columns import Mapping
from relationdesk.exchange.vcard import halves
from relationdesk.language.words import current_language

PATIENCE = 30.0
"""Seconds without a sign of life after which the child is stopped."""

HALF = 2
"""A child that reads half of a file has so much less memory."""

_FOR_ONE_CHILD = frozenset((Unreadable.TOO_MUCH_MEMORY, Unreadable.CHILD_DIED))
_CARD_NAMES = frozenset((".vcf", ".vcard"))


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
    seconds without a sign of life, `memory` in bytes. A large card file is read by two processes at
    the same time, in half of the memory each.

    Raises:
        UnreadableFileError: the file was refused, the child was stopped, or the user cancelled.
    """
    try:
        found = path.stat()
        check_file(found)
    except OSError as error:
        raise UnreadableFileError(reason_of(error), str(path)) from error
    except UnreadableFileError as error:
        raise UnreadableFileError(error.reason, str(path), error.limit) from error
    request = {
        "mapping": wire.mapping_to_wire(mapping) if mapping else None,
        "encoding": encoding,
        "memory": memory,
        "language": current_language(),
        "half": None,
    }  # fmt: skip
    listening = Listening(str(path), patience, cancelled, progress)
    if _is_worth_halving(path, found.st_size):
        reading = _in_halves(listening, {**request, "memory": memory // HALF})
        if reading is not None:
            return reading
    return _whole(listening, request)


def _is_worth_halving(path: Path, size: int) -> bool:
    is_large = halves.SMALLEST <= size <= halves.LARGEST
    return is_large and path.suffix.lower() in _CARD_NAMES and os.cpu_count() != 1


def _whole(listening: Listening, request: wire.Json) -> Reading:
    with child_reading(listening.path, request) as connection:
        (told,) = listening.to_the_end([connection])
    return _reading(told)


def _in_halves(listening: Listening, request: wire.Json) -> Reading | None:
    """What two processes read of a card file together; None where only one can tell what it says."""
    with ExitStack() as children:
        connections = [
            children.enter_context(child_reading(listening.path, {**request, "half": half}))
            for half in range(2)
        ]
        try:
            first, second = listening.to_the_end(connections)
        except UnreadableFileError as error:
            if error.reason in _FOR_ONE_CHILD:
                return None
            raise
    if first.end["state"] != second.end["state"]:
        raise UnreadableFileError(Unreadable.CHANGED, listening.path)
    if first.end["course"] is None or not halves.fit(
        wire.course_from_wire(first.end["course"]), wire.course_from_wire(second.end["course"])
    ):
        return None
    return Reading(FileKind.VCARD, (*first.cards, *second.cards), (*first.reports, *second.reports))


def _reading(told: Told) -> Reading:
    end = told.end
    mapping = end.get("mapping")
    return Reading(
        kind=FileKind(end["done"]),
        cards=tuple(told.cards),
        reports=tuple(told.reports),
        encoding=end.get("encoding", "utf-8"),
        encoding_remark=end.get("remark", ""),
        mapping=wire.mapping_from_wire(mapping) if mapping is not None else None,
        headers=tuple(end.get("headers", ())),
        samples=tuple(tuple(row) for row in end.get("samples", ())),
    )
