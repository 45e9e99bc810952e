"""Making a backup: whole, checked and on the disk, or not there at all.

SQLite's online backup (sqlite.org/backup.html) copies the desk as it was at one moment, while others go on
writing to it. The copy is filled under another name, and takes its own only when it has proved good.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from pathlib import Path

from relationdesk.desk.backups.errors import BackupFailedError, UnfitBackupError, UnwritableBackupError
from relationdesk.desk.backups.proving import Counts, check_backup, counted
from relationdesk.desk.backups.shelf import (
    Backup,
    backups_on,
    free_place,
    shelf_of,
    sweep,
    take_off,
    unfinished,
)
from relationdesk.desk.backups.steps import Stages
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.connection import Connection, has_read_well, open_connection
from relationdesk.desk.errors import DamagedDeskError, WrongKeyError
from relationdesk.desk.faults import telling_the_world
from relationdesk.desk.files import DeskFiles, full_or, sync_file, sync_folder
from relationdesk.desk.key import DeskKey
from relationdesk.desk.vault import read_vault, write_vault
from relationdesk.domain.backups import kept

_PAGES_AT_ONCE = 1000
"""Some five milliseconds of copying between two steps."""
_COPYING, _CHECKING = 2, 1


def make_backup(files: DeskFiles, key: DeskKey, now: datetime, step: Step = go_on) -> Backup:
    """Make a backup of a desk, open or not, beside it, and prove it good; no older one is touched.

    Raises:
        DamagedVaultError, WrongKeyError: the vault cannot be read, or is another desk's.
        DamagedDeskError: a page of the desk fails its check.
        BackupFailedError: the copy does not hold what the desk holds; it was thrown away.
        UnwritableBackupError: the folder for backups cannot be written.
        FullDiskError: there is no room.
    """
    shelf = shelf_of(files)
    with full_or(lambda: UnwritableBackupError(shelf)):
        shelf.mkdir(mode=0o700, exist_ok=True)
        place, made = free_place(shelf, now)
        copy_desk(files, key, place, step)
        return Backup(place, made, place.desk.stat().st_size)


def copy_desk(files: DeskFiles, key: DeskKey, place: DeskFiles, step: Step = go_on) -> Counts:
    """Make a copy of a desk, open or not, with its vault, and prove it good; returns what it holds.

    Raises:
        OSError: it could not be written there.
        DamagedVaultError, WrongKeyError, DamagedDeskError, BackupFailedError: as `make_backup`.
    """
    vault = read_vault(files.vault)
    if not vault.fits(key):
        raise WrongKeyError
    stages = Stages(step, _COPYING + _CHECKING)
    with part_beside(place.desk) as part:
        held = _copy(files.desk, part, key, stages.within(_COPYING))
        _prove(part, key, held, stages.within(_CHECKING))
        write_vault(place.vault, vault)
        part.replace(place.desk)
    sync_folder(place.desk.parent)
    return held


def thin(shelf: Path, desk_id: str, newest: Backup, zone: tzinfo) -> list[Backup]:
    """Take the backups of one desk off a folder that have had their time; returns which.

    Call it when `newest` has proved good, and at no other time. What cannot be removed stays.
    """
    backups = backups_on(shelf, desk_id)
    stay = kept([backup.made for backup in backups], newest.made, zone)
    gone = [backup for backup in backups if backup.made not in stay and backup.path != newest.path]
    with full_or(lambda: UnwritableBackupError(shelf)):
        for backup in gone:
            take_off(backup)
    sweep(shelf, newest.path)
    return gone


@contextmanager
def part_beside(path: Path) -> Iterator[Path]:
    """An empty file beside `path` for the owner alone, and nothing of it after the block."""
    named = unfinished(path)
    descriptor, name = tempfile.mkstemp(prefix=f"{named.stem}.", suffix=named.suffix, dir=path.parent)
    os.close(descriptor)
    part = Path(name)
    try:
        yield part
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def _copy(desk: Path, part: Path, key: DeskKey, step: Step) -> Counts:
    """Copy a desk into an empty file as it is at one moment; returns what it holds then."""
    source = open_connection(desk, key, reading=True)
    try:
        target = open_connection(part, key)
        try:
            return _copy_over(source, target, desk, step)
        finally:
            target.close()
    finally:
        source.close()


def _copy_over(source: Connection, target: Connection, desk: Path, step: Step) -> Counts:
    with telling_the_world(desk):
        target.execute("PRAGMA locking_mode = EXCLUSIVE")
        target.execute("PRAGMA journal_mode = OFF")
        target.execute("PRAGMA synchronous = OFF")
        source.execute("BEGIN")
        held = counted(source)
        source.backup(
            target,
            pages=_PAGES_AT_ONCE,
            progress=lambda _status, left, total: step(total - left, total),
        )
        if not has_read_well(source):
            raise DamagedDeskError(desk)
    return held


def _prove(part: Path, key: DeskKey, held: Counts, step: Step) -> None:
    sync_file(part)
    try:
        found = check_backup(part, key, step)
    except UnfitBackupError as error:
        raise BackupFailedError(part) from error
    if found != held:
        raise BackupFailedError(part)
