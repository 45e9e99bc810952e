"""What the SQLite library complains of, as errors of the world."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage

from sqlcipher3 import dbapi2

from relationdesk.desk.errors import (
    AwayDeskError,
    DamagedDeskError,
    FullDiskError,
    UnfitTextError,
    UnwritableDeskError,
)
from relationdesk.domain.errors import ExpectedError

_PRIMARY = 0xFF
"""An extended result code keeps the primary one in its lowest byte (sqlite.org/rescode.html)."""
_UNWRITABLE = frozenset({dbapi2.SQLITE_READONLY, dbapi2.SQLITE_CANTOPEN, dbapi2.SQLITE_PERM})
_DAMAGED = frozenset({dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB})
_READING_FAILED = frozenset(dbapi2.SQLITE_IOERR | detail << 8 for detail in (1, 2, 32, 33))
"""IOERR_READ, IOERR_SHORT_READ, IOERR_DATA and IOERR_CORRUPTFS."""

_NO_ROOM_FOR_INDEX = dbapi2.SQLITE_IOERR | 19 << 8
"""IOERR_SHMSIZE: the index of a write-ahead log could not grow."""
_ROOM_BESIDE = 64 * 1024
"""Bytes that the files beside an open desk need at the least."""
_WORDS = {
    "database or disk is full": dbapi2.SQLITE_FULL,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
    "file is not a database": dbapi2.SQLITE_NOTADB,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
    "unable to open database file": dbapi2.SQLITE_CANTOPEN,
}
"""What an online backup complains with, which gives no code (sqlite.org/c3ref/errcode.html, errstr)."""


def error_of_world(error: BaseException | None, path: Path) -> ExpectedError | None:
    """What went wrong with the file at `path`; None when the library complains of a mistake of ours.

    A disk that was taken out, and one without room for the files beside a desk, say no more than that
    something could not be read, opened or written.
    """
    told = _told(error, path)
    if isinstance(told, DamagedDeskError | UnwritableDeskError):
        if not path.exists():
            return AwayDeskError(path)
        if isinstance(told, UnwritableDeskError) and disk_usage(path.parent).free < _ROOM_BESIDE:
            return FullDiskError()
    return told


def _told(error: BaseException | None, path: Path) -> ExpectedError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and isinstance(error, dbapi2.OperationalError):
        code = _WORDS.get(str(error))
    if code is None:
        return None
    primary = code & _PRIMARY
    if primary == dbapi2.SQLITE_FULL or code == _NO_ROOM_FOR_INDEX:
        return FullDiskError()
    if primary in _DAMAGED or code in _READING_FAILED:
        return DamagedDeskError(path)
    if primary in _UNWRITABLE or primary == dbapi2.SQLITE_IOERR:
        return UnwritableDeskError(path)
    return None


@contextmanager
def telling_the_world(path: Path) -> Iterator[None]:
    """Turn what the library or the system complains of inside the block into an error of the world.

    Raises:
        FullDiskError, UnwritableDeskError, DamagedDeskError: as the complaint was.
    """
    try:
        yield
    except dbapi2.DatabaseError as error:
        told = error_of_world(error, path)
        if told is None:
            raise
        raise told from error


@contextmanager
def telling_of_change(path: Path) -> Iterator[None]:
    """Turn what is complained of while something is written into an error of the world.

    Raises:
        FullDiskError, UnwritableDeskError, DamagedDeskError: as the complaint was.
        UnfitTextError: a text holds what no file can.
    """
    try:
        with telling_the_world(path):
            yield
    except UnicodeEncodeError as error:
        raise UnfitTextError from error
