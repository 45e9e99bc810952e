"""Where the backups of a desk lie, and what each is called.

They lie in the folder `<desk>.backups` beside the desk, and under the same name in a second folder if the
user chose one. A backup is an encrypted desk file named by its moment in UTC, `2026-11-25T132500Z.desk`, and
has its own copy of the vault beside it, so that `DeskFiles` describes it.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from relationdesk.desk.errors import DamagedVaultError
from relationdesk.desk.files import DeskFiles, sync_folder
from relationdesk.desk.vault import read_vault

_MOMENT = "%Y-%m-%dT%H%M%SZ"
_DESK, _VAULT, _UNFINISHED = ".desk", ".desk.vault", ".unfinished"
_ABANDONED_SECONDS = 3600
"""A file that is being filled is written to more often than this."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup on the disk: whether it is good is for `checking` to say."""

    files: DeskFiles
    made: datetime
    size: int

    @property
    def path(self) -> Path:
        """The backup itself."""
        return self.files.desk


def shelf_of(files: DeskFiles) -> Path:
    """The folder beside a desk in which its backups lie; it may not be there yet."""
    return files.desk.with_name(files.desk.name + ".backups")


def shelf_in(folder: Path, files: DeskFiles) -> Path:
    """Where the copies of a desk's backups lie inside a second folder."""
    return folder / shelf_of(files).name


def backups_on(shelf: Path, desk_id: str | None) -> list[Backup]:
    """The backups in a folder that are of the desk of this id, the latest first.

    None is for a desk whose vault is lost: then every backup is listed. What has no readable vault beside
    it, and what belongs to another desk, is passed over. A folder that is not there holds none.
    """
    found = []
    with suppress(OSError):
        for path in shelf.iterdir():
            with suppress(OSError):
                backup = backup_at(path)
                if backup is not None and desk_id in {None, _desk_id(backup.files)}:
                    found.append(backup)
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def backups_of(files: DeskFiles) -> list[Backup]:
    """The backups beside a desk, the latest first; the desk itself may be damaged or gone."""
    return backups_on(shelf_of(files), _desk_id(files))


def backup_at(path: Path) -> Backup | None:
    """The backup that a file claims to be by its name; None for any other file.

    Raises:
        OSError: it is gone.
    """
    if not path.name.endswith(_DESK) or not path.is_file():
        return None
    try:
        made = datetime.strptime(path.name.removesuffix(_DESK), _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(DeskFiles(path), made, path.stat().st_size)


def free_place(shelf: Path, moment: datetime) -> tuple[DeskFiles, datetime]:
    """The files for a backup made at this moment, or in the next second that has none yet; and which."""
    made = moment.astimezone(UTC).replace(microsecond=0)
    while (shelf / name_of(made)).exists():
        made += timedelta(seconds=1)
    return DeskFiles(shelf / name_of(made)), made


def name_of(moment: datetime) -> str:
    """What the backup of a moment is called."""
    return moment.astimezone(UTC).strftime(_MOMENT) + _DESK


def unfinished(path: Path) -> Path:
    """The name under which a backup is filled."""
    return path.with_name(f".{path.name}{_UNFINISHED}")


def take_off(backup: Backup) -> None:
    """Remove a backup and its vault; cut off in between, the vault goes with `sweep`.

    Raises:
        OSError: it could not be removed.
    """
    backup.files.desk.unlink(missing_ok=True)
    backup.files.vault.unlink(missing_ok=True)


def sweep(shelf: Path, beside: Path) -> None:
    """Remove what makings and removals that were cut off have left in a folder.

    Only what is long older than the file `beside`, which was just written: another process may be filling
    its own.
    """
    with suppress(OSError):
        latest = beside.stat().st_mtime - _ABANDONED_SECONDS
        for path in shelf.iterdir():
            is_part = path.name.startswith(".") and _UNFINISHED in path.name
            is_lone = path.name.endswith(_VAULT) and not path.with_name(path.stem).exists()
            if (is_part or is_lone) and path.stat().st_mtime < latest:
                path.unlink(missing_ok=True)
        sync_folder(shelf)


def _desk_id(files: DeskFiles) -> str | None:
    try:
        return read_vault(files.vault).desk_id
    except DamagedVaultError:
        return None
