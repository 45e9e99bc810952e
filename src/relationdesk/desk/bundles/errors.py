"""What can be wrong with a bundle."""

from enum import Enum, auto
from pathlib import Path

from relationdesk.domain.errors import ExpectedError


class Flaw(Enum):
    """Why a file cannot be used as a bundle."""

    MISSING = auto()
    """It is not there, is no file, or may not be read."""
    EMPTY = auto()
    NO_BUNDLE = auto()
    """It is something else."""
    CUT_OFF = auto()
    """It is shorter than it says; it may still be on its way."""
    DAMAGED = auto()
    """It is not what was written, or what it holds does not fit together."""
    OTHER_DESK = auto()
    """It carries another desk than the one that it is to be compared with."""
    WRONG_KEY = auto()
    """The desk in it does not open with the key of its vault."""


class BadBundleError(ExpectedError):
    """A file cannot be used as a bundle; it and every desk are left untouched."""

    def __init__(self, path: Path, flaw: Flaw) -> None:
        super().__init__(f"{path.name}: {flaw.name}")
        self.path = path
        self.flaw = flaw


class NewerBundleError(ExpectedError):
    """A later version wrote the bundle; it is left untouched."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class ChangedMeanwhileError(ExpectedError):
    """The desk is not any more as it was when it was compared; nothing was changed."""
