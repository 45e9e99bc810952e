"""Putting back a vault that is lost or cannot be read: every backup carries a copy of it."""

from contextlib import suppress

from relationdesk.desk.backups.shelf import backups_on, shelf_of
from relationdesk.desk.errors import DamagedVaultError, UnwritableDeskError
from relationdesk.desk.files import DeskFiles, full_or
from relationdesk.desk.vault import read_vault, write_vault

_FORMER = ".former"


def put_vault_back(files: DeskFiles) -> bool:
    """Put the vault of the newest backup beside the desk; False when no backup has one that can be read.

    It opens with the secrets of the day of that backup. What could not be read stays, under another name.

    Raises:
        FullDiskError, UnwritableDeskError: it cannot be written.
    """
    for backup in backups_on(shelf_of(files), None):
        with suppress(DamagedVaultError):
            vault = read_vault(backup.files.vault)
            with full_or(lambda: UnwritableDeskError(files.vault)):
                if files.vault.exists():
                    files.vault.replace(files.vault.with_name(files.vault.name + _FORMER))
                write_vault(files.vault, vault)
            return True
    return False
