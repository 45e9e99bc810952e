"""What can be wrong with a backup."""

from enum import Enum, auto
from pathlib import Path

from relationdesk.desk.errors import TooNewDeskError
from relationdesk.domain.errors import ExpectedError


class Unfit(Enum):
    """Why a file cannot be restored from."""

    MISSING = auto()
    """It is not there, is no file, or may not be read."""
    EMPTY = auto()
    PLAIN = auto()
    """It is a database, and not encrypted: no desk."""
    WRONG_KEY = auto()
    """The key does not open it, or it is no database at all."""
    NO_VAULT = auto()
    """Its vault is not beside it, and the key at hand does not open it."""
    OTHER_DESK = auto()
    """It is of another desk than the one that it would replace."""
    DESK_ITSELF = auto()
    """It is the desk that it would replace."""
    NO_DESK = auto()
    """It opens and does not hold what a desk holds."""
    DAMAGED = auto()
    """A page or a row of it cannot be trusted."""


class UnfitBackupError(ExpectedError):
    """A file cannot serve as a backup; it and the desk are left untouched."""

    def __init__(self, path: Path, reason: Unfit) -> None:
        super().__init__(f"{path.name}: {reason.name}")
        self.path = path
        self.reason = reason


class NewerBackupError(TooNewDeskError):
    """A later version wrote the backup; it is left untouched."""


class BackupFailedError(ExpectedError):
    """A backup was made and did not prove good; it was thrown away, and no older one was touched."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class UnwritableBackupError(ExpectedError):
    """The folder for backups cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class OpenElsewhereError(ExpectedError):
    """A desk cannot be replaced while another program has it open, if only to read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path
