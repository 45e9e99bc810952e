"""A fresh desk file made by our own schema and filled, row by row, from a backup.

Nothing of the backup's own schema is taken over: neither what it computes nor what it would do by itself.
A backup of an earlier schema fills a desk of that schema, which is then migrated.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from relationdesk.desk.backups.errors import Unfit, UnfitBackupError
from relationdesk.desk.backups.proving import check_backup
from relationdesk.desk.backups.reading import columns_in, opened_backup, tables_in
from relationdesk.desk.backups.steps import Stages
from relationdesk.desk.checking import Step
from relationdesk.desk.connection import APPLICATION_ID, Connection, open_connection
from relationdesk.desk.contents import prove_values
from relationdesk.desk.errors import DamagedDeskError, UnfitRowError
from relationdesk.desk.files import sync_file
from relationdesk.desk.key import DeskKey
from relationdesk.desk.last_talk import rebuild_last_talks
from relationdesk.desk.migrating import migrate
from relationdesk.desk.reader import Reader
from relationdesk.desk.schema import bring_up_to_date, schema_version
from relationdesk.desk.search_index import rebuild_indexes
from relationdesk.desk.writer import telling

_OURS = "alembic_version"
"""Which schema it is, which the fresh desk knows for itself."""
_ROWS_AT_ONCE = 1000
_FILLING, _INDEXING, _PROVING = 3, 3, 1
SHARE = _FILLING + _INDEXING + _PROVING


def fill_from(backup: Path, key: DeskKey, fresh: Path, step: Step) -> None:
    """Fill an empty file from a backup that has proved whole, and prove what came of it.

    Both are encrypted with `key`. What is left of `fresh` when it fails is for the caller to remove.

    Raises:
        UnfitBackupError: what it holds does not fit together.
        FullDiskError, UnwritableDeskError: the file did not take it.
    """
    stages = Stages(step, SHARE)
    try:
        with opened_backup(backup, key) as source:
            migrate(fresh, key, to_version=schema_version(source), application_id=APPLICATION_ID)
            with telling(fresh):
                _take_over(source, backup, fresh, key, stages.within(_FILLING))
        indexing = stages.within(_INDEXING)
        indexing(0, 1)
        if not bring_up_to_date(fresh, key):
            _make_anew(fresh, key)
        _prove(fresh, key, stages.within(_PROVING))
    except (UnfitRowError, DamagedDeskError) as error:
        raise UnfitBackupError(backup, Unfit.DAMAGED) from error


def _take_over(source: Connection, backup: Path, fresh: Path, key: DeskKey, step: Step) -> None:
    target = open_connection(fresh, key)
    try:
        target.execute("PRAGMA foreign_keys = 0")
        target.execute("PRAGMA locking_mode = EXCLUSIVE")
        target.execute("PRAGMA journal_mode = OFF")
        target.execute("PRAGMA synchronous = OFF")
        target.execute("BEGIN")
        asleep = _put_to_sleep(target)
        tables = [table for table in tables_in(target) if table != _OURS]
        if not set(tables) <= set(tables_in(source)):
            raise UnfitBackupError(backup, Unfit.NO_DESK)
        for number, table in enumerate(tables):
            columns = sorted(columns_in(target, table))
            if not set(columns) <= columns_in(source, table):
                raise UnfitBackupError(backup, Unfit.NO_DESK)
            _copy_rows(source, target, table, columns, partial(step, number, len(tables)))
        for trigger in asleep:
            target.execute(trigger)
        target.execute("COMMIT")
    finally:
        target.close()


def _put_to_sleep(target: Connection) -> list[str]:
    """Take the triggers off a desk; returns what makes them anew. Rows come in as they were, not as new."""
    triggers = target.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _sql in triggers:
        target.execute(f'DROP TRIGGER "{name}"')
    return [sql for _name, sql in triggers]


def _copy_rows(
    source: Connection, target: Connection, table: str, columns: Sequence[str], tell: Callable[[], None]
) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    rows = source.execute(f'SELECT {names} FROM "{table}" NOT INDEXED')  # noqa: S608 - names of our schema
    target.execute(f'DELETE FROM "{table}"')  # noqa: S608 - see above
    told = _telling_steps(rows, tell)
    target.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', told)  # noqa: S608 - see above


def _telling_steps(rows: Iterable[tuple[Any, ...]], tell: Callable[[], None]) -> Iterator[tuple[Any, ...]]:
    for number, row in enumerate(rows):
        if number % _ROWS_AT_ONCE == 0:
            tell()
        yield row


def _make_anew(fresh: Path, key: DeskKey) -> None:
    """Make what triggers keep from what the tables hold; a migration does the same."""
    target = open_connection(fresh, key)
    try:
        with telling(fresh):
            target.execute("BEGIN IMMEDIATE")
            rebuild_indexes(target)
            rebuild_last_talks(target)
            target.execute("COMMIT")
    finally:
        target.close()


def _prove(fresh: Path, key: DeskKey, step: Step) -> None:
    """Every link, value and page of the fresh desk is as it should be, and on the disk."""
    connection = open_connection(fresh, key)
    try:
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise DamagedDeskError(fresh)
        prove_values(Reader(connection, fresh))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    check_backup(fresh, key, step)
    sync_file(fresh)
