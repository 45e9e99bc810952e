"""Sessions of SQLModel over the connection that writes; imported with the first change that needs one.

Its toolkits take thirty megabytes and a third of a second.
"""

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
from relationdesk.desk.connection import Connection
from relationdesk.desk.faults import error_of_world, telling_of_change

TABLES = tables.__all__
"""Named so that importing this module registers every table."""


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
        with telling_of_change(path):
            yield
    except DBAPIError as error:
        told = error_of_world(error.orig, path)
        if told is None:
            raise
        raise told from error


class Sessions:
    """Gives sessions on the one connection."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self._path = path
        self._engine = make_engine(path, lambda: connection)

    @contextmanager
    def begun(self) -> Iterator[Session]:
        """A session in a transaction of its own, committed when the block is left well.

        Raises:
            FullDiskError, UnwritableDeskError, DamagedDeskError: the file did not take it.
            UnfitTextError: a text holds what no file can. Nothing was written either way.
        """
        with (
            telling(self._path),
            Session(self._engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def close(self) -> None:
        """Give no more sessions, and close the connection."""
        self._engine.dispose()
