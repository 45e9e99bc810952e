"""Putting a backup in the place of a desk.

A fresh desk is filled beside the present one and proved before anything of the present one is touched; then
the two change places (`desk.replacing`), and the present one stays under a name of its own.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3.dbapi2 import SQLITE_BUSY

from relationdesk.desk.backups.errors import (
    BackupFailedError,
    OpenElsewhereError,
    Unfit,
    UnfitBackupError,
    UnwritableBackupError,
)
from relationdesk.desk.backups.filling import SHARE, fill_from
from relationdesk.desk.backups.making import make_backup
from relationdesk.desk.backups.proving import check_backup
from relationdesk.desk.backups.reading import vault_of_backup
from relationdesk.desk.backups.shelf import Backup
from relationdesk.desk.backups.steps import Stages
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.connection import open_connection
from relationdesk.desk.errors import (
    DamagedDeskError,
    DamagedVaultError,
    FullDiskError,
    UnwritableDeskError,
    WrongKeyError,
)
from relationdesk.desk.files import DeskFiles, full_or
from relationdesk.desk.key import DeskKey
from relationdesk.desk.replacing import give_up_coming, make_room_for_coming, take_place
from relationdesk.desk.vault import Vault, read_vault

_CHECKING, _SAVING = 1, 3
_NO_SAFETY = (
    BackupFailedError,
    DamagedDeskError,
    DamagedVaultError,
    FullDiskError,
    UnwritableBackupError,
    UnwritableDeskError,
    WrongKeyError,
)
"""What may keep the present desk from being backed up first; it is kept aside all the same."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of the desk that was replaced: where it is kept, and the backup made of it before.

    Both are None where there was no desk, the second also where the desk could not be read.
    """

    kept: Path | None
    saved: Backup | None


def restore(
    files: DeskFiles,
    backup: Path,
    key: DeskKey,
    now: datetime,
    step: Step = go_on,
    *,
    replaces_other: bool = False,
) -> Restored:
    """Put what a backup holds in the place of a desk; the present one is kept aside and never deleted.

    The caller holds the desk against other processes, and has it closed. The desk keeps its vault, and so
    its passphrase and recovery code of today, where the vault fits; else it gets the one of the backup.
    Whatever goes wrong, the desk is as it was.

    Args:
        files: where the desk is, or was, or shall be.
        backup: any file; it is never written to.
        key: what opens the backup.
        now: the moment after which the backup of the present desk is called.
        step: told how far it is.
        replaces_other: put it in the place of another desk on purpose.

    Raises:
        UnfitBackupError, NewerBackupError: it cannot be restored from.
        OpenElsewhereError: another program reads the present desk at the moment.
        FullDiskError, UnwritableDeskError: the fresh desk cannot be written.
    """
    vault = _vault_for(files, backup, key, replaces_other=replaces_other)
    stages = Stages(step, _CHECKING + _SAVING + SHARE)
    check_backup(backup, key, stages.within(_CHECKING))
    saved = _saved(files, key, now, stages.within(_SAVING))
    with full_or(lambda: UnwritableDeskError(files.desk)):
        files.desk.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            fill_from(backup, key, make_room_for_coming(files), stages.within(SHARE))
            _settle(files, key)
        except BaseException:
            give_up_coming(files)
            raise
        return Restored(take_place(files, vault if _vault_at(files) != vault else None), saved)


def is_of_desk(files: DeskFiles, backup: Path) -> bool:
    """Whether a backup is of the desk at this place, as far as their vaults tell."""
    there, other = _vault_at(files), vault_of_backup(backup)
    return there is None or other is None or there.desk_id == other.desk_id


def _vault_for(files: DeskFiles, backup: Path, key: DeskKey, *, replaces_other: bool) -> Vault:
    """The vault that the restored desk will have."""
    if backup.resolve() == files.desk.resolve():
        raise UnfitBackupError(backup, Unfit.DESK_ITSELF)
    own = vault_of_backup(backup)
    if own is not None and not own.fits(key):
        raise UnfitBackupError(backup, Unfit.WRONG_KEY)
    if not (replaces_other or is_of_desk(files, backup)):
        raise UnfitBackupError(backup, Unfit.OTHER_DESK)
    present = _vault_at(files)
    vault = present if present is not None and present.fits(key) else own
    if vault is None:
        raise UnfitBackupError(backup, Unfit.NO_VAULT)
    return vault


def _vault_at(files: DeskFiles) -> Vault | None:
    with suppress(DamagedVaultError):
        return read_vault(files.vault)
    return None


def _saved(files: DeskFiles, key: DeskKey, now: datetime, step: Step) -> Backup | None:
    if not _is_there(files):
        return None
    with suppress(*_NO_SAFETY):
        return make_backup(files, key, now, step)
    return None


def _settle(files: DeskFiles, key: DeskKey) -> None:
    """Bring the log of the present desk into its file, and prove that nobody else has it open.

    A program that has would take the log of the next desk for that of its own, by its name
    (sqlite.org/howtocorrupt.html#unlink). A desk that cannot be opened is nobody's.
    """
    if not _is_there(files):
        return
    with suppress(DamagedDeskError, WrongKeyError):
        connection = open_connection(files.desk, key)
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        except connection.DatabaseError as error:
            if error.sqlite_errorcode == SQLITE_BUSY:
                raise OpenElsewhereError(files.desk) from error
        finally:
            connection.close()


def _is_there(files: DeskFiles) -> bool:
    return files.desk.is_file() and files.desk.stat().st_size > 0
