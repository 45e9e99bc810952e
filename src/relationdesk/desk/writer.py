"""The writing side of a desk: its one connection, the journal and the source of identities.

What the program keeps by itself is written in plain SQL. The toolkits in which commands change rows are
thirty megabytes of memory, and are read in with the first change that needs them.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.changes import Changes
from relationdesk.desk.checking import LAST_TALKS, Part, Step, lying_indexes, stoppable
from relationdesk.desk.connection import Connection, open_connection
from relationdesk.desk.errors import AwayDeskError
from relationdesk.desk.faults import telling_of_change
from relationdesk.desk.journal import Journal
from relationdesk.desk.key import DeskKey
from relationdesk.desk.last_talk import rebuild_last_talks, settle_last_talks
from relationdesk.desk.search_index import merge_some, rebuild_indexes
from relationdesk.domain.clock import Clock
from relationdesk.domain.identities import Identities
from relationdesk.domain.labels import Label

if TYPE_CHECKING:
    from sqlmodel import Session

    from relationdesk.desk.sessions import Sessions

_PAGES_AT_ONCE = 1_000
"""Pages of the search index that are merged in one transaction."""


class Writer:
    """Changes the desk. Used by one thread at a time."""

    def __init__(self, path: Path, key: DeskKey, clock: Clock) -> None:
        """Open the writing side of a desk.

        Raises:
            FullDiskError, UnwritableDeskError, DamagedDeskError: the system or the file does not let it be.
        """
        self._path = path
        self._connection = open_connection(path, key)
        self._file = _file_at(path)
        self._sessions: Sessions | None = None
        self.journal = Journal(self._connection)
        try:
            with telling_of_change(path):
                self.journal.install()
                self.identities = Identities(clock, self._highest_identity())
        except BaseException:
            self._connection.close()
            raise

    @property
    def sessions(self) -> "Sessions":
        """What gives sessions, with the toolkits that they need."""
        if self._sessions is None:
            from relationdesk.desk.sessions import Sessions  # noqa: PLC0415 - see above

            self._sessions = Sessions(self._path, self._connection)
        return self._sessions

    @contextmanager
    def transaction(self) -> Iterator["Session"]:
        """A session in a transaction of its own, committed when the block is left well.

        Raises:
            FullDiskError, UnwritableDeskError, DamagedDeskError: the file did not take it.
            AwayDeskError: the file is not where it was, and what is written to it would be lost.
            UnfitTextError: a text holds what no file can. Nothing was written either way.
        """
        with self.sessions.begun() as session:
            yield session
            session.flush()
            settle_last_talks(self._connection)
            self._prove_there()

    @contextmanager
    def plain_transaction(self) -> Iterator[Connection]:
        """The bare connection in a transaction of its own, committed when the block is left well.

        Raises:
            FullDiskError, UnwritableDeskError, DamagedDeskError, AwayDeskError, UnfitTextError: as
                `transaction` does. Nothing was written either way.
        """
        with telling_of_change(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                settle_last_talks(self._connection)
                self._prove_there()
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.rollback()
                raise

    def close_step(self, label: Label) -> Changes | None:
        """End the step of a committed change; None when it changed nothing."""
        with telling_of_change(self._path):
            return self.journal.close_step(label)

    def replay(self, step: Callable[[], Changes | None]) -> Changes | None:
        """Take an undo or redo step in a transaction of its own; on failure the journal stays as it was."""
        with self.journal.restored_on_failure(), self.plain_transaction():
            return step()

    def mend_indexes(self, step: Step) -> tuple[str, ...]:
        """Make the indexes anew that lie; returns of which tables. `step` is asked on the way, and may raise.

        Raises:
            FullDiskError, UnwritableDeskError, DamagedDeskError: the file did not take it.
        """
        with self.plain_transaction() as connection, stoppable(connection, step) as part_begins:
            part_begins(Part.INDEXES)
            lying = lying_indexes(connection, with_search=True)
            if lying:
                rebuild_indexes(connection, lying)
            if LAST_TALKS in lying:
                rebuild_last_talks(connection)
        return lying

    def leave_nothing_behind(self) -> None:
        """Merge the search index, in which words that were struck out vanish, and empty the log.

        Raises:
            FullDiskError, UnwritableDeskError, DamagedDeskError: the file did not take it.
        """
        is_more = True
        while is_more:
            with self.plain_transaction() as connection:
                is_more = merge_some(connection, _PAGES_AT_ONCE)
        with telling_of_change(self._path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the connection."""
        if self._sessions is not None:
            self._sessions.close()
        self._connection.close()

    def _prove_there(self) -> None:
        """A file that is open can be moved or replaced, and goes on to take what is written to it."""
        if _file_at(self._path) != self._file:
            raise AwayDeskError(self._path)

    def _highest_identity(self) -> int:
        names = [name for name in CATALOGUE if "id" in self.journal.columns(name)]
        highest = " UNION ALL ".join(f"SELECT max(id) AS id FROM {name}" for name in names)
        return int(self._connection.execute(f"SELECT coalesce(max(id), 0) FROM ({highest})").fetchone()[0])


def _file_at(path: Path) -> tuple[int, int] | None:
    """What tells the file at a path from any other; nothing where a file that is open cannot be replaced."""
    try:
        found = path.stat()
    except OSError as error:
        raise AwayDeskError(path) from error
    return (found.st_dev, found.st_ino) if os.name == "posix" else None
