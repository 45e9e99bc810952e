"""What can stand between a file name and an open desk."""

from pathlib import Path

from relationdesk.desk.errors import DamagedDeskError, DamagedVaultError, WrongSecretError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.domain.errors import ExpectedError

__all__ = [
    "BrokenDeskError",
    "DamagedDeskError",
    "DamagedVaultError",
    "KeychainRefusesError",
    "LockedDeskError",
    "LostDeskError",
    "LostVaultError",
    "LostWindowError",
    "NoDeskError",
    "NoProtectionError",
    "NotADeskError",
    "UnreadablePassphraseError",
    "WrongSecretError",
]


class BrokenDeskError(DamagedDeskError):
    """The key is the right one, and what it opens cannot be trusted: `rescue` tells what there is to do."""

    def __init__(self, files: DeskFiles, key: DeskKey) -> None:
        super().__init__(files.desk)
        self.files = files
        self.key = key


class NoDeskError(ExpectedError):
    """There is no desk there yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class LostDeskError(NoDeskError):
    """The vault is there and its desk is gone or empty."""


class LostVaultError(NoDeskError):
    """The desk is there and its vault is gone."""


class LockedDeskError(NoDeskError):
    """The desk needs its passphrase or recovery code, and none was given."""


class KeychainRefusesError(ExpectedError):
    """The keychain of this computer did not do what it was asked, whatever it said."""


class NoProtectionError(ExpectedError):
    """A desk needs a passphrase where there is no keychain to hold its key."""


class NotADeskError(ExpectedError):
    """What was named as a desk is a folder or a device, and so can never be one."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class UnreadablePassphraseError(ExpectedError):
    """The file that should hold the passphrase cannot be read, or is empty."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class LostWindowError(ExpectedError):
    """The window that carried a command out went away before it told how that ended."""
