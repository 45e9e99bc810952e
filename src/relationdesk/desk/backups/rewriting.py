"""Taking a person out of a backup that was made while they were on the desk."""

import os
import shutil
from pathlib import Path

from relationdesk.desk.backups.errors import BackupFailedError, UnfitBackupError, UnwritableBackupError
from relationdesk.desk.backups.making import part_beside
from relationdesk.desk.backups.proving import check_backup
from relationdesk.desk.backups.shelf import Backup
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.connection import open_connection
from relationdesk.desk.faults import telling_the_world
from relationdesk.desk.files import full_or, sync_file, sync_folder
from relationdesk.desk.key import DeskKey
from relationdesk.desk.removing import remove, sweep, unname
from relationdesk.desk.search_index import merge_some
from relationdesk.desk.stopping import stopped_by

_PAGES_AT_ONCE = 1_000


def take_person_out(backup: Backup, key: DeskKey, person_id: int, step: Step = go_on) -> None:
    """Put a copy without a person in the place of a backup, once it has proved good.

    It keeps its moment, on the disk too: how well the desk is backed up does not change with it.

    Raises:
        UnwritableBackupError, FullDiskError: it cannot be written there; the backup stays as it was.
        UnfitBackupError: it is damaged, and stays as it was.
        BackupFailedError: the copy did not prove good, and was thrown away.
    """
    with full_or(lambda: UnwritableBackupError(backup.path.parent)):
        times = backup.path.stat()
        with part_beside(backup.path) as part:
            shutil.copyfile(backup.path, part)
            _take_out(part, key, person_id, step)
            _prove(part, key, step)
            os.utime(part, ns=(times.st_atime_ns, times.st_mtime_ns))
            part.replace(backup.path)
        sync_folder(backup.path.parent)


def _take_out(part: Path, key: DeskKey, person_id: int, step: Step) -> None:
    connection = open_connection(part, key)
    try:
        with telling_the_world(part), stopped_by(connection, lambda: step(0, 1)):
            connection.execute("BEGIN IMMEDIATE")
            unname(connection, person_id)
            remove(connection, {"person": [person_id]})
            sweep(connection)
            while merge_some(connection, _PAGES_AT_ONCE):
                pass
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _prove(part: Path, key: DeskKey, step: Step) -> None:
    sync_file(part)
    try:
        check_backup(part, key, step)
    except UnfitBackupError as error:
        raise BackupFailedError(part) from error
