"""Whether a desk file is whole: its size, the seal of every page, its structure, its links and its indexes.

A check reads on a connection of its own and can be stopped at any time. It can be made of a desk that is
being worked on; then the search indexes are left out, for to compare them the file has to be locked.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from relationdesk.desk.connection import (
    LEAST_READING_CACHE_KIB,
    Connection,
    bytes_beyond,
    open_connection,
    pages_in,
)
from relationdesk.desk.errors import DamagedDeskError
from relationdesk.desk.faults import telling_the_world
from relationdesk.desk.key import DeskKey
from relationdesk.desk.last_talk import are_last_talks_true
from relationdesk.desk.search_index import check_indexes
from relationdesk.desk.stopping import stopped_by

Step = Callable[[int, int], None]
"""Told how many parts of how many are done, often within one part too; it stops the work by raising."""

LAST_TALKS = "last_talk"
_PAGE = re.compile(r"\bpage (\d+)")
"""In a line of the library: "HMAC verification failed for page 3"."""


class Part(StrEnum):
    """What is looked at, one after the other."""

    SIZE = "size"
    SEALS = "seals"
    STRUCTURE = "structure"
    LINKS = "links"
    INDEXES = "indexes"


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found. Nothing in it tells what the desk holds."""

    pages: int = 0
    """How many pages the file should have."""
    odd_bytes: int = 0
    """How many bytes the file is longer, or, below zero, shorter than its pages."""
    broken_pages: tuple[int, ...] = ()
    """Pages that were changed by something else than this program, counted from 1."""
    structure: tuple[str, ...] = ()
    """What the library says of pages that do not fit together."""
    links: tuple[str, ...] = ()
    """Tables with rows that point to nothing."""
    indexes: tuple[str, ...] = ()
    """Tables whose search index does not tell what the table holds, and LAST_TALKS; they can be made anew."""

    @property
    def is_damaged(self) -> bool:
        """Whether something of the desk is lost or cannot be trusted."""
        return bool(self.odd_bytes or self.broken_pages or self.structure or self.links)

    @property
    def is_sound(self) -> bool:
        """Whether all is as it should be."""
        return not (self.is_damaged or self.indexes)


def go_on(_done: int, _total: int) -> None:
    """A step that never stops the work."""


def check_file(path: Path, key: DeskKey, *, step: Step = go_on, with_indexes: bool) -> Findings:
    """Check a whole desk file.

    Args:
        path: the file.
        key: its key.
        step: told how far the check is; what it raises ends the check and passes through.
        with_indexes: compare the search indexes too, which keeps everybody else from writing meanwhile.

    Raises:
        WrongKeyError: the key does not open the file, or its first page is destroyed.
        DamagedDeskError: the file is too broken to be looked at part by part.
        UnwritableDeskError, FullDiskError: the system does not let it be used.
    """
    if path.is_file() and path.stat().st_size == 0:
        raise DamagedDeskError(path)
    connection = open_connection(path, key, reading=not with_indexes, whole=False)
    try:
        connection.execute(f"PRAGMA cache_size = -{LEAST_READING_CACHE_KIB}")  # it comes back to little
        with telling_the_world(path), stoppable(connection, step) as part_begins:
            return _findings(connection, path, part_begins, with_indexes=with_indexes)
    finally:
        connection.close()


def _findings(
    connection: Connection, path: Path, part_begins: Callable[[Part], None], *, with_indexes: bool
) -> Findings:
    part_begins(Part.SIZE)
    pages = pages_in(connection)
    odd_bytes = bytes_beyond(connection, path)
    part_begins(Part.SEALS)
    broken_pages = tuple(sorted(page for page in _broken_pages(connection) if page <= pages))
    if broken_pages:
        return Findings(pages, odd_bytes, broken_pages)
    part_begins(Part.STRUCTURE)
    structure = _structure(connection)
    part_begins(Part.LINKS)
    links = () if structure else _links(connection)
    part_begins(Part.INDEXES)
    indexes = () if structure else lying_indexes(connection, with_search=with_indexes)
    return Findings(pages, odd_bytes, (), structure, links, indexes)


def _broken_pages(connection: Connection) -> set[int]:
    """The pages whose seal (HMAC) is not theirs, once nobody is writing them.

    The library reads the file itself, past its own locks and its log. So the log is worked in first, and a
    reading transaction keeps it from being worked in further; whatever fails is looked at twice.
    """
    broken: set[int] = set()
    for _ in range(2):
        busy, logged, worked_in = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        if busy or logged != worked_in:
            return set()  # somebody is in the middle of it: the structure check reads every page in use
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        try:
            told = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        finally:
            connection.execute("COMMIT")
        broken = {int(found[1]) for (line,) in told if (found := _PAGE.search(line))}
        if not broken:
            break
    return broken


def _structure(connection: Connection) -> tuple[str, ...]:
    told = [line for (line,) in connection.execute("PRAGMA integrity_check")]
    return () if told == ["ok"] else tuple(told)


def _links(connection: Connection) -> tuple[str, ...]:
    return tuple(sorted({row[0] for row in connection.execute("PRAGMA foreign_key_check")}))


def lying_indexes(connection: Connection, *, with_search: bool) -> tuple[str, ...]:
    """Tables whose search index does not tell what the table holds, and LAST_TALKS where they do not."""
    lying = check_indexes(connection) if with_search else []
    return (*lying, *(() if are_last_talks_true(connection) else (LAST_TALKS,)))


@contextmanager
def stoppable(connection: Connection, step: Step) -> Iterator[Callable[[Part], None]]:
    """Have `step` asked whenever the block says that a part begins, and within the parts.

    What it raises comes out of the block.
    """
    parts = list(Part)
    done = 0

    def part_begins(part: Part) -> None:
        nonlocal done
        done = parts.index(part)
        step(done, len(parts))

    with stopped_by(connection, lambda: step(done, len(parts))):
        yield part_begins
