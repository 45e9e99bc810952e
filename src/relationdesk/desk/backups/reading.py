"""Reading a file that claims to be a backup, whatever is in it.

It is opened as a file that never changes (sqlite.org/uri.html#uriimmutable): nothing is written to it or
beside it, and a write-ahead log that lies beside it is passed over. Its views, triggers and functions are
never used, only the rows of its tables, and its schema may not be larger than that of a desk can be.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from relationdesk.desk.backups.errors import NewerBackupError, Unfit, UnfitBackupError
from relationdesk.desk.connection import APPLICATION_ID, Connection, has_read_well
from relationdesk.desk.errors import DamagedDeskError, DamagedVaultError
from relationdesk.desk.faults import error_of_world
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.schema import SCHEMA_VERSION, schema_version
from relationdesk.desk.vault import Vault, read_vault

_PLAIN = b"SQLite format 3\0"
_TICK = 1000
_HIDDEN = 6
"""Where `table_xinfo` tells that a column is not one of those that are stored."""
_SCHEMA_TICKS = 25
"""Thousands of steps of the engine that reading a schema may take; that of a desk takes three."""
_SETTINGS = ("query_only = 1", "trusted_schema = 0", "cell_size_check = 1", "temp_store = 2", "mmap_size = 0")


@contextmanager
def opened_backup(path: Path, key: DeskKey) -> Iterator[Connection]:
    """A connection that can only read, to a backup that this program can restore from.

    What goes wrong while reading inside the block is told in the same way.

    Raises:
        UnfitBackupError: it is something else.
        NewerBackupError: a later version wrote it.
    """
    _look(path)
    with _telling(path):
        connection = _connected(path)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.raw.hex()}'\"")
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            _prove(connection, path)
            yield connection
            if not has_read_well(connection):
                raise UnfitBackupError(path, Unfit.DAMAGED)
        finally:
            connection.close()


def vault_of_backup(path: Path) -> Vault | None:
    """The vault beside a backup; None when there is none that can be read."""
    with suppress(DamagedVaultError):
        return read_vault(DeskFiles(path).vault)
    return None


def tables_in(connection: Connection) -> list[str]:
    """The names of the tables in which rows are stored as they are.

    Neither views nor virtual tables nor their parts, nor a table with columns that are computed.
    """
    return sorted(
        name
        for schema, name, kind, *_ in connection.execute("PRAGMA table_list")
        if (schema, kind) == ("main", "table")
        and not name.startswith("sqlite_")
        and _is_all_stored(connection, name)
    )


def columns_in(connection: Connection, table: str) -> frozenset[str]:
    """The columns of a table."""
    return frozenset(row[1] for row in connection.execute(f"PRAGMA table_xinfo({quoted(table)})"))


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'


def _is_all_stored(connection: Connection, table: str) -> bool:
    return all(row[_HIDDEN] == 0 for row in connection.execute(f"PRAGMA table_xinfo({quoted(table)})"))


def _look(path: Path) -> None:
    """See that a file may be a backup; what is no ordinary file is not opened, which might take forever."""
    if not path.is_file():
        raise UnfitBackupError(path, Unfit.MISSING)
    try:
        with path.open("rb") as file:
            head = file.read(len(_PLAIN))
    except OSError as error:
        raise UnfitBackupError(path, Unfit.MISSING) from error
    if not head:
        raise UnfitBackupError(path, Unfit.EMPTY)
    if head == _PLAIN:
        raise UnfitBackupError(path, Unfit.PLAIN)


def _connected(path: Path) -> Connection:
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        return dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    except dbapi2.OperationalError as error:
        raise UnfitBackupError(path, Unfit.MISSING) from error


def _prove(connection: Connection, path: Path) -> None:
    """The key fits, a version of this program wrote it, and its schema is no larger than a desk's."""
    left = _SCHEMA_TICKS

    def tick() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    found = schema_version(connection)
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID or found == 0:
        raise UnfitBackupError(path, Unfit.NO_DESK)
    if found > SCHEMA_VERSION:
        raise NewerBackupError(found, SCHEMA_VERSION)
    connection.set_progress_handler(tick, _TICK)
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.set_progress_handler(None, _TICK)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except (dbapi2.ProgrammingError, dbapi2.InternalError, dbapi2.NotSupportedError):
        raise
    except dbapi2.DatabaseError as error:
        told = error_of_world(error, path)
        if told is None or isinstance(told, DamagedDeskError):
            raise UnfitBackupError(path, _reason(error)) from error
        raise told from error


def _reason(error: dbapi2.DatabaseError) -> Unfit:
    code = getattr(error, "sqlite_errorcode", None)
    return {dbapi2.SQLITE_NOTADB: Unfit.WRONG_KEY, dbapi2.SQLITE_INTERRUPT: Unfit.NO_DESK}.get(
        code, Unfit.DAMAGED
    )
