"""The writing side of a desk: the engine, its one connection, the journal and the source of identities."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection as EngineConnection
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2
from sqlmodel import Session

from relationdesk.desk import tables
from relationdesk.desk.changes import Changes
from relationdesk.desk.checking import LAST_TALKS, Part, Step, lying_indexes, stoppable
from relationdesk.desk.connection import Connection, open_connection
from relationdesk.desk.errors import AwayDeskError, UnfitTextError
from relationdesk.desk.faults import error_of_world, telling_the_world
from relationdesk.desk.journal import Journal
from relationdesk.desk.key import DeskKey
from relationdesk.desk.last_talk import rebuild_last_talks, settle_last_talks
from relationdesk.desk.search_index import merge_some, rebuild_indexes
from relationdesk.domain.clock import Clock
from relationdesk.domain.identities import Identities
from relationdesk.domain.labels import Label

TABLES = tables.__all__
"""Named so that importing this module registers every table."""
_PAGES_AT_ONCE = 1_000
"""Pages of the search index that are merged in one transaction."""


def make_engine(path: Path, connect: Callable[[], Connection]) -> Engine:
    """An engine over one connection whose transactions begin at once and explicitly.

    The driver's own transactions are off (`isolation_level=None`), so that a killed migration or
    command leaves nothing half done.
    """
    engine = create_engine(
        f"sqlite:///{path.as_posix()}", module=dbapi2, creator=connect, poolclass=StaticPool
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: EngineConnection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what the library, with or without the engine's wrapping, complains of into errors of the world."""
    try:
        with telling_the_world(path):
            yield
    except DBAPIError as error:
        told = error_of_world(error.orig, path)
        if told is None:
            raise
        raise told from error
    except UnicodeEncodeError as error:
        raise UnfitTextError from error


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
        self._engine = make_engine(path, lambda: self._connection)
        self.journal = Journal(self._connection)
        try:
            with telling(path):
                self.journal.install()
                self.identities = Identities(clock, self._highest_identity())
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session in a transaction of its own, committed when the block is left well.

        Raises:
            FullDiskError, UnwritableDeskError, DamagedDeskError: the file did not take it.
            AwayDeskError: the file is not where it was, and what is written to it would be lost.
            UnfitTextError: a text holds what no file can. Nothing was written either way.
        """
        with (
            telling(self._path),
            Session(self._engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session
            session.flush()
            settle_last_talks(self._connection)
            self._prove_there()

    def close_step(self, label: Label) -> Changes | None:
        """End the step of a committed change; None when it changed nothing."""
        with telling(self._path):
            return self.journal.close_step(label)

    def replay(self, step: Callable[[], Changes | None]) -> Changes | None:
        """Take an undo or redo step in a transaction of its own; on failure the journal stays as it was."""
        with telling(self._path), self.journal.restored_on_failure(), self._engine.begin():
            changes = step()
            settle_last_talks(self._connection)
            self._prove_there()
            return changes

    def mend_indexes(self, step: Step) -> tuple[str, ...]:
        """Make the indexes anew that lie; returns of which tables. `step` is asked on the way, and may raise.

        Raises:
            FullDiskError, UnwritableDeskError, DamagedDeskError: the file did not take it.
        """
        connection = self._connection
        with telling(self._path), self._engine.begin(), stoppable(connection, step) as part_begins:
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
        with telling(self._path):
            is_more = True
            while is_more:
                with self._engine.begin():
                    is_more = merge_some(self._connection, _PAGES_AT_ONCE)
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the connection."""
        self._engine.dispose()
        self._connection.close()

    def _prove_there(self) -> None:
        """A file that is open can be moved or replaced, and goes on to take what is written to it."""
        if _file_at(self._path) != self._file:
            raise AwayDeskError(self._path)

    def _highest_identity(self) -> int:
        names = [name for name, table in tables.PersonRow.metadata.tables.items() if "id" in table.columns]
        highest = " UNION ALL ".join(f"SELECT max(id) AS id FROM {name}" for name in names)
        return int(self._connection.execute(f"SELECT coalesce(max(id), 0) FROM ({highest})").fetchone()[0])


def _file_at(path: Path) -> tuple[int, int] | None:
    """What tells the file at a path from any other; nothing where a file that is open cannot be replaced."""
    try:
        found = path.stat()
    except OSError as error:
        raise AwayDeskError(path) from error
    return (found.st_dev, found.st_ino) if os.name == "posix" else None
