"""A fresh desk file that is filled with the rows of another: of a backup, or of a damaged desk.

It is made by our own schema, of whatever version the rows are, and is nobody's until it is proved.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from relationdesk.desk.backups.proving import check_backup
from relationdesk.desk.checking import Step
from relationdesk.desk.connection import APPLICATION_ID, Connection, open_connection
from relationdesk.desk.contents import prove_values
from relationdesk.desk.errors import DamagedDeskError
from relationdesk.desk.files import sync_file
from relationdesk.desk.key import DeskKey
from relationdesk.desk.last_talk import rebuild_last_talks
from relationdesk.desk.migrating import migrate
from relationdesk.desk.reader import Reader
from relationdesk.desk.schema import bring_up_to_date
from relationdesk.desk.search_index import rebuild_indexes
from relationdesk.desk.sessions import telling
from relationdesk.desk.stopping import stopped_by


@contextmanager
def being_filled(fresh: Path, key: DeskKey, version: int) -> Iterator[Connection]:
    """A connection to an empty file in which the tables of a schema were made, for rows as they were.

    Inside the block no trigger wakes, no link is asked for, and nothing is on the disk yet.

    Raises:
        FullDiskError, UnwritableDeskError: the file did not take it.
    """
    migrate(fresh, key, to_version=version, application_id=APPLICATION_ID)
    with telling(fresh):
        connection = open_connection(fresh, key)
        try:
            connection.execute("PRAGMA foreign_keys = 0")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN")
            asleep = _put_to_sleep(connection)
            yield connection
            for trigger in asleep:
                connection.execute(trigger)
            connection.execute("COMMIT")
        finally:
            connection.close()


def finish_filling(fresh: Path, key: DeskKey, step: Step) -> None:
    """Bring what was filled to the schema of this program, and make anew what triggers keep.

    How far that is cannot be told; it is stopped by what `step` raises, where no migration is due.

    Raises:
        FullDiskError, UnwritableDeskError: the file did not take it.
        DamagedDeskError, FailedMigrationError: what it holds does not fit together.
    """
    step(0, 1)
    if not bring_up_to_date(fresh, key):
        connection = open_connection(fresh, key)
        try:
            with telling(fresh), stopped_by(connection, lambda: step(0, 1)):
                connection.execute("BEGIN IMMEDIATE")
                rebuild_indexes(connection)
                rebuild_last_talks(connection)
                connection.execute("COMMIT")
        finally:
            connection.close()


def prove_filled(fresh: Path, key: DeskKey, step: Step) -> None:
    """Every link, value and page of what was filled is as it should be, and on the disk.

    Raises:
        DamagedDeskError, UnfitRowError: it is not.
    """
    connection = open_connection(fresh, key)
    try:
        with stopped_by(connection, lambda: step(0, 1)):
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise DamagedDeskError(fresh)
            prove_values(Reader(connection, fresh))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    check_backup(fresh, key, step)
    sync_file(fresh)


def _put_to_sleep(connection: Connection) -> list[str]:
    """Take the triggers off a desk; returns what makes them anew."""
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _sql in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    return [sql for _name, sql in triggers]
