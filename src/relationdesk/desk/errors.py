"""What can be wrong with a desk file, its key or its vault."""

from pathlib import Path

from relationdesk.domain.errors import DamageError, ExpectedError


class TooNewDeskError(ExpectedError):
    """The desk was written by a later version; it is left untouched."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"desk version {found}, this program knows {known}")
        self.found = found
        self.known = known


class WrongKeyError(ExpectedError):
    """The key does not open this desk."""


class DamagedDeskError(DamageError):
    """The key fits but a page of the file cannot be trusted."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class NothingReadableError(ExpectedError):
    """Nothing of a damaged desk can be read, so nothing could be saved of it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class FailedMigrationError(ExpectedError):
    """Bringing a desk to the present schema would have lost something; it is left as it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class DamagedVaultError(ExpectedError):
    """The vault beside the desk cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class WrongSecretError(ExpectedError):
    """The passphrase or recovery code is not the one of this vault."""


class OldLibraryError(ExpectedError):
    """The SQLite in use has a known corruption bug."""

    def __init__(self, found: str, needed: str) -> None:
        super().__init__(f"SQLite {found}, {needed} is needed")
        self.found = found
        self.needed = needed


class UnwritableDeskError(ExpectedError):
    """The desk file or its folder cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class AwayDeskError(UnwritableDeskError):
    """The desk file is not where it was: its disk was taken out, or its folder moved or removed."""


class FullDiskError(ExpectedError):
    """There is no room left; what was there before is unharmed."""


class UnfitRowError(ExpectedError):
    """A row does not belong into the table it claims to come from."""

    def __init__(self, table: str, column: str = "") -> None:
        super().__init__(f"{table}.{column}" if column else table)
        self.table = table
        self.column = column


class UnfitTextError(ExpectedError):
    """A text holds half a character (a lone surrogate), which no file can hold."""


class DeskExistsError(UnwritableDeskError):
    """There is a file already where the desk should go."""
