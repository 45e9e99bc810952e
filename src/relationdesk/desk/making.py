"""Making a new desk, so that a crash at any moment leaves no desk or a whole one."""

from pathlib import Path

from relationdesk.desk.connection import open_connection
from relationdesk.desk.errors import DeskExistsError, UnwritableDeskError
from relationdesk.desk.files import DeskFiles, full_or, sync_folder
from relationdesk.desk.key import DeskKey
from relationdesk.desk.schema import bring_up_to_date
from relationdesk.desk.vault import Vault, write_vault


def make_desk(files: DeskFiles, key: DeskKey, vault: Vault) -> None:
    """Make an empty desk and its vault.

    The desk is filled under another name, then the vault is written, then the desk takes its name;
    `finish_making` completes the last step when it was cut off.

    Raises:
        DeskExistsError: a file is there already.
        UnwritableDeskError: the folder cannot be written.
        FullDiskError: there is no room.
    """
    if files.desk.exists() or files.vault.exists():
        raise DeskExistsError(files.desk)
    with full_or(lambda: UnwritableDeskError(files.desk)):
        files.desk.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _remove(files.unfinished)
        files.unfinished.touch(mode=0o600)
        bring_up_to_date(files.unfinished, key)
        _settle(files.unfinished, key)
        write_vault(files.vault, vault)
        finish_making(files)


def finish_making(files: DeskFiles) -> None:
    """Give a desk its name whose making was cut off after its vault was written."""
    if files.unfinished.exists() and files.vault.exists() and not files.desk.exists():
        files.unfinished.replace(files.desk)
        sync_folder(files.desk.parent)


def _settle(path: Path, key: DeskKey) -> None:
    connection = open_connection(path, key)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
