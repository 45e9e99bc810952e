"""Making a backup, thinning the older ones, and copying it to the second folder."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from relationdesk.desk.backups.copying import copy_backup
from relationdesk.desk.backups.errors import BackupFailedError, UnwritableBackupError
from relationdesk.desk.backups.making import make_backup, thin
from relationdesk.desk.backups.reading import opened_backup
from relationdesk.desk.backups.shelf import Backup, shelf_in, shelf_of
from relationdesk.desk.backups.steps import Stages
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.errors import FullDiskError
from relationdesk.desk.reader import Reader
from relationdesk.desk.vault import read_vault
from relationdesk.work.backups.queries import standing
from relationdesk.work.backups.source import Source
from relationdesk.work.settings.queries import second_backup_folder

MAY_FAIL = (BackupFailedError, UnwritableBackupError, FullDiskError)
"""What may keep a backup from being made though the desk is well."""
_MAKING, _COPYING = 3, 1


class Second(Enum):
    """What became of the copy in the second folder."""

    NOT_WANTED = auto()
    """No second folder was chosen."""
    COPIED = auto()
    AWAY = auto()
    """The folder is not there at the moment; nothing is wrong with that."""
    FULL = auto()
    FAILED = auto()
    """It could not be written there, or not read back."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made and proved good, and what became of its copy."""

    backup: Backup
    second: Second


def back_up(source: Source, step: Step = go_on) -> BackedUp:
    """Make a backup of a desk, and let older ones go that have had their time.

    Raises:
        DamagedDeskError: a page of the desk fails its check; the older backups stay.
        DamagedVaultError, WrongKeyError: the vault cannot be read, or is another desk's.
        BackupFailedError, UnwritableBackupError, FullDiskError: it could not be made; the older ones stay.
    """
    stages = Stages(step, _MAKING + _COPYING)
    backup = make_backup(source.files, source.key, source.clock.now(), stages.within(_MAKING))
    desk_id = read_vault(backup.files.vault).desk_id
    thin(shelf_of(source.files), desk_id, backup, source.clock.zone())
    folder = _folder_told_in(backup, source)
    return BackedUp(backup, _copied(source, backup, folder, desk_id, stages.within(_COPYING)))


def back_up_if_behind(source: Source, step: Step = go_on) -> BackedUp | None:
    """Make a backup as `back_up` does, unless the last one holds everything that is on the desk."""
    return back_up(source, step) if standing(source).is_behind else None


def back_up_to(source: Source, folder: Path, step: Step = go_on) -> tuple[BackedUp, Backup]:
    """Make a backup as `back_up` does, and put a copy of it into any folder that is there.

    Raises:
        UnwritableBackupError: the folder is not there or cannot be written; nothing was made.
    """
    if not folder.is_dir():
        raise UnwritableBackupError(folder)
    stages = Stages(step, _MAKING + _COPYING)
    made = back_up(source, stages.within(_MAKING))
    return made, copy_backup(made.backup, folder, stages.within(_COPYING))


def _folder_told_in(backup: Backup, source: Source) -> Path | None:
    with opened_backup(backup.path, source.key) as connection:
        return second_backup_folder(Reader(connection, backup.path))


def _copied(source: Source, backup: Backup, folder: Path | None, desk_id: str, step: Step) -> Second:
    if folder is None:
        return Second.NOT_WANTED
    if not folder.is_dir():
        return Second.AWAY
    shelf = shelf_in(folder, source.files)
    try:
        copy = copy_backup(backup, shelf, step)
        thin(shelf, desk_id, copy, source.clock.zone())
    except FullDiskError:
        return Second.FULL
    except (BackupFailedError, UnwritableBackupError):
        return Second.FAILED if folder.is_dir() else Second.AWAY
    return Second.COPIED
