"""Copying a backup that has proved good into a second folder, such as a stick."""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from relationdesk.desk.backups.errors import BackupFailedError, UnwritableBackupError
from relationdesk.desk.backups.making import part_beside
from relationdesk.desk.backups.shelf import Backup
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.files import DeskFiles, full_or, sync_folder, write_whole

_CHUNK = 1024 * 1024


def copy_backup(backup: Backup, shelf: Path, step: Step = go_on) -> Backup:
    """Copy a backup and its vault into a folder, whole or not at all, and read it back from there.

    What lies there under its name already is replaced. The folder is made, the one that it is in is not.

    Raises:
        UnwritableBackupError: it cannot be written there.
        FullDiskError: there is no room.
        BackupFailedError: what was read back is not what was written; it was thrown away.
    """
    place = DeskFiles(shelf / backup.path.name)
    with full_or(lambda: UnwritableBackupError(shelf)):
        shelf.mkdir(mode=0o700, exist_ok=True)
        with part_beside(place.desk) as part:
            written = _write(backup, part, step)
            if _read_back(part) != written:
                raise BackupFailedError(place.desk)
            write_whole(place.vault, backup.files.vault.read_bytes())
            part.replace(place.desk)
        sync_folder(shelf)
        return Backup(place, backup.made, place.desk.stat().st_size)


def _write(backup: Backup, part: Path, step: Step) -> bytes:
    """Write the copy through to the disk; returns its digest."""
    done, digest = 0, hashlib.sha256()
    with backup.path.open("rb") as source, part.open("wb") as target:
        while piece := source.read(_CHUNK):
            target.write(piece)
            digest.update(piece)
            done += len(piece)
            step(done, backup.size)
        target.flush()
        os.fsync(target.fileno())
    return digest.digest()


def _read_back(part: Path) -> bytes:
    """The digest of what is on the disk, as far as the system lets its memory be passed over."""
    digest = hashlib.sha256()
    with part.open("rb") as file:
        _forget_pages(file)
        while piece := file.read(_CHUNK):
            digest.update(piece)
    return digest.digest()


def _forget_pages(file: BinaryIO) -> None:
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
