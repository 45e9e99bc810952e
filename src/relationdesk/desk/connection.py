"""Connections to the encrypted file, each set up in the one way that was measured to be safe.

Only sqlcipher3 opens desks: a second SQLite library in the process makes later opens fail.
"""

import sys
from functools import partial
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from relationdesk.desk.errors import DamagedDeskError, OldLibraryError, WrongKeyError
from relationdesk.desk.faults import error_of_world, telling_the_world
from relationdesk.desk.key import DeskKey, keyed_hash
from relationdesk.domain.folding import begins_word

OLDEST_SQLITE = (3, 51, 3)
SQLITE_VERSION: str = dbapi2.sqlite_version
APPLICATION_ID = 0x52444B31
BUSY_MILLISECONDS = 5000
LEAST_READING_CACHE_KIB = 8 * 1024
MOST_READING_CACHE_KIB = 32 * 1024
"""Pages kept decrypted for questions: everything that finding people in a big desk comes back to."""
PART_READ_AGAIN = 6
"""Finding people in a smaller desk comes back to a sixth of it."""
WRITING_CACHE_KIB = 16 * 1024
"""The most pages kept for writing: an import into a big desk comes back to many of them."""

Connection = Any
"""A sqlcipher3 connection; the library has no types."""

SETTINGS: dict[str, int | str] = {
    "foreign_keys": 1,
    "busy_timeout": BUSY_MILLISECONDS,
    "journal_mode": "wal",
    "synchronous": 2,
    "secure_delete": 1,
    "cell_size_check": 1,
    "trusted_schema": 0,
    "temp_store": 2,
}
"""Every connection's settings and what each reads back as; `synchronous` 2 is FULL."""

if sys.platform == "darwin":
    SETTINGS |= {"fullfsync": 1, "checkpoint_fullfsync": 1}


def open_connection(path: Path, key: DeskKey, *, reading: bool = False, whole: bool = True) -> Connection:
    """Open an encrypted database that is there; a file of no bytes is an empty one. None is ever created.

    Args:
        path: the file.
        key: its key.
        reading: refuse every change on this connection, and give its questions `begins_word`; all have
            `keyed_hash`.
        whole: take a file that is longer or shorter than its pages for damaged.

    Raises:
        WrongKeyError: the key does not open the file, or it is no database.
        DamagedDeskError: the key fits and the first page or the length of the file does not.
        UnwritableDeskError: the file is gone, or the system does not let it be used.
        FullDiskError: there is no room for the files beside it.
        OldLibraryError: the SQLite in use has a known corruption bug.
    """
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise OldLibraryError(dbapi2.sqlite_version, ".".join(map(str, OLDEST_SQLITE)))
    with telling_the_world(path):
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
        )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.raw.hex()}'\"")
        _prove_key(connection)
        for name, value in SETTINGS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        connection.execute(f"PRAGMA cache_size = -{reading_cache(path) if reading else WRITING_CACHE_KIB}")
        connection.create_function("keyed_hash", 1, partial(keyed_hash, key), deterministic=True)
        if reading:
            connection.execute("PRAGMA query_only = 1")
            connection.create_function("begins_word", 2, begins_word, deterministic=True)
        if whole:
            _prove_length(connection, path)
    except dbapi2.DatabaseError as error:
        connection.close()
        raise error_of_world(error, path) or DamagedDeskError(path) from error
    except (WrongKeyError, DamagedDeskError):
        connection.close()
        raise
    return connection


def reading_cache(path: Path) -> int:
    """How many KiB of a desk are worth keeping decrypted for questions, as large as it is now.

    Raises:
        OSError: the file is gone.
    """
    worth = path.stat().st_size // 1024 // PART_READ_AGAIN
    return max(LEAST_READING_CACHE_KIB, min(worth, MOST_READING_CACHE_KIB))


def log_of(path: Path) -> Path:
    """The write-ahead log of a desk file, which is gone once all who had it open have closed it."""
    return path.with_name(path.name + "-wal")


def pages_in(connection: Connection) -> int:
    """How many pages a file should have."""
    return int(connection.execute("PRAGMA page_count").fetchone()[0])


def bytes_beyond(connection: Connection, path: Path) -> int:
    """How many bytes a file is longer, or, below zero, shorter than its pages.

    While there is something in its log it may be of any length, and 0 is told.
    """
    log = log_of(path)
    if log.exists() and log.stat().st_size:
        return 0
    page_size = int(connection.execute("PRAGMA page_size").fetchone()[0])
    return path.stat().st_size - pages_in(connection) * page_size


def _prove_length(connection: Connection, path: Path) -> None:
    if bytes_beyond(connection, path):
        raise DamagedDeskError(path)


def has_read_well(connection: Connection) -> bool:
    """Whether every page that was read so far passed its check.

    A page that does not is served as zeros, and SQLite's online backup goes on with them without a word.
    """
    return bool(connection.execute("PRAGMA cipher_status").fetchone()[0] == "1")


def _prove_key(connection: Connection) -> None:
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi2.DatabaseError as error:
        if "not a database" in str(error):
            raise WrongKeyError from error
        raise
