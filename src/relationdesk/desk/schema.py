"""Which schema a desk file has, and how it is brought to the one that this program knows."""

from pathlib import Path

from relationdesk.desk.connection import APPLICATION_ID, Connection, open_connection
from relationdesk.desk.errors import TooNewDeskError
from relationdesk.desk.key import DeskKey

SCHEMA_VERSION = 2


def schema_version(connection: Connection) -> int:
    """The schema of a desk file; 0 for a file with nothing in it."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring_up_to_date(path: Path, key: DeskKey) -> bool:
    """Migrate a desk to the schema of this program, or make the tables of an empty one.

    One transaction: a process that is killed leaves the old schema or the new one. Returns whether
    anything was done.

    Raises:
        TooNewDeskError: a later version wrote it; it is left untouched.
        WrongKeyError, DamagedDeskError: it does not open.
    """
    connection = open_connection(path, key)
    try:
        found = schema_version(connection)
    finally:
        connection.close()
    if found > SCHEMA_VERSION:
        raise TooNewDeskError(found, SCHEMA_VERSION)
    if found == SCHEMA_VERSION:
        return False
    from relationdesk.desk.migrating import migrate  # noqa: PLC0415 - Alembic only when a migration is due

    migrate(path, key, to_version=SCHEMA_VERSION, application_id=APPLICATION_ID)
    return True
