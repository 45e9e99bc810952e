"""Whether a folder can serve as the second folder for backups, and what is to be said of it."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from relationdesk.desk.backups.errors import UnwritableBackupError
from relationdesk.desk.backups.shelf import shelf_of
from relationdesk.desk.files import DeskFiles, full_or
from relationdesk.domain.errors import ExpectedError
from relationdesk.system.synchronised import synchronised_by


class NoSecondFolderError(ExpectedError):
    """The folder holds the desk's own backups: a copy there would be none."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


@dataclass(frozen=True, slots=True)
class FolderFacts:
    """What is to be said of a folder for backups.

    `service` is the name of what keeps the folder the same on other computers, and deletes there what is
    deleted elsewhere.
    """

    service: str | None
    is_on_same_disk: bool


def facts_about(folder: Path, files: DeskFiles) -> FolderFacts:
    """Prove that a folder can take the copies of a desk's backups, and tell what is to be known of it.

    Raises:
        NoSecondFolderError: it is the folder of the desk's own backups, or lies in it.
        UnwritableBackupError: it is not there, or cannot be written.
        FullDiskError: there is no room in it.
    """
    own = shelf_of(files).resolve()
    if own in {folder.resolve(), (folder / own.name).resolve(), *folder.resolve().parents}:
        raise NoSecondFolderError(folder)
    with full_or(lambda: UnwritableBackupError(folder)):
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"RelationDesk")
        same_disk = folder.stat().st_dev == files.desk.stat().st_dev
    return FolderFacts(synchronised_by(folder), is_on_same_disk=same_disk)
