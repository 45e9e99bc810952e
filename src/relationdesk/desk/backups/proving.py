"""Whether a backup is good: every page, every tree and every row of it."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from relationdesk.desk.backups.errors import Unfit, UnfitBackupError
from relationdesk.desk.backups.reading import opened_backup, quoted, tables_in
from relationdesk.desk.backups.shelf import Backup
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.connection import Connection
from relationdesk.desk.errors import TooNewDeskError
from relationdesk.desk.key import DeskKey
from relationdesk.desk.stopping import stopped_by

Counts = Mapping[str, int]
"""How many rows each table holds."""


def check_backup(path: Path, key: DeskKey, step: Step = go_on) -> Counts:
    """Prove that a backup is whole; returns what it holds.

    The seal of every page is checked, and the trees of every table and its indexes. The trees of the search
    indexes are not: restoring makes them anew.

    Raises:
        UnfitBackupError: it is not good.
        NewerBackupError: a later version wrote it.
    """
    with opened_backup(path, key) as connection:
        if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
            raise UnfitBackupError(path, Unfit.DAMAGED)
        tables = tables_in(connection)
        for number, table in enumerate(tables):
            step(number, len(tables))
            with stopped_by(connection, partial(step, number, len(tables))):
                whole = connection.execute(f"PRAGMA quick_check({quoted(table)})").fetchall() == [("ok",)]
            if not whole:
                raise UnfitBackupError(path, Unfit.DAMAGED)
        return counted(connection)


def is_good(backup: Backup, key: DeskKey, step: Step = go_on) -> bool:
    """Whether a backup can be restored with this key."""
    try:
        check_backup(backup.path, key, step)
    except (UnfitBackupError, TooNewDeskError):
        return False
    return True


def counted(connection: Connection) -> Counts:
    """How many rows each table of a desk or a backup holds, search indexes aside."""
    return {
        table: connection.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()[0]  # noqa: S608 - as it is named there
        for table in tables_in(connection)
    }


def newest_good(backups: Iterable[Backup], key: DeskKey, step: Step = go_on) -> Backup | None:
    """The first of the backups, which come the latest first, that can be restored with this key."""
    return next((backup for backup in backups if is_good(backup, key, step)), None)
