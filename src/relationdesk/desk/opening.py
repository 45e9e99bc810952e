"""What is found at the place of a desk, and so what has to happen first."""

from dataclasses import dataclass
from enum import Enum, auto

from relationdesk.desk.connection import Connection, log_of, open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DamagedDeskError, UnwritableDeskError, WrongKeyError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.making import finish_making
from relationdesk.desk.replacing import finish_replacing
from relationdesk.desk.schema import SCHEMA_VERSION, bring_up_to_date, schema_version
from relationdesk.desk.vault import Vault, read_vault
from relationdesk.domain.clock import Clock


class Found(Enum):
    """The situations of the start-up table."""

    NOTHING = auto()
    """Neither desk nor vault: a first start."""
    LOCKED = auto()
    """A desk and its vault; a key, passphrase or recovery code opens it."""
    NO_VAULT = auto()
    """A desk without its vault: only its key opens it."""
    NO_DESK = auto()
    """A vault whose desk is gone or empty: restore, never create."""


@dataclass(frozen=True, slots=True)
class Place:
    """What lies where a desk should be. `vault` is there unless `found` says otherwise.

    `ended_well` tells that who had the desk open last was not cut off: closing it takes its log away.
    """

    files: DeskFiles
    found: Found
    vault: Vault | None
    ended_well: bool = True


def look(files: DeskFiles) -> Place:
    """Look at a place without changing anything but a making or an exchange that was cut off.

    Raises:
        DamagedVaultError: the vault cannot be read.
        UnwritableDeskError: the system does not let the place be looked at.
    """
    try:
        finish_making(files)
        finish_replacing(files)
        desk = files.desk.is_file() and files.desk.stat().st_size > 0
        has_vault = files.vault.is_file()
    except OSError as error:
        raise UnwritableDeskError(files.desk) from error
    if not has_vault:
        return Place(files, Found.NO_VAULT if desk else Found.NOTHING, None)
    found = Found.LOCKED if desk else Found.NO_DESK
    return Place(files, found, read_vault(files.vault), ended_well=not log_of(files.desk).exists())


def open_desk(place: Place, key: DeskKey, clock: Clock) -> Desk:
    """Open a desk that is there, bringing an older schema up to date first, once it is backed up.

    Raises:
        WrongKeyError: the key is another desk's.
        DamagedDeskError: the key is the one of the vault and the file does not open with it.
        TooNewDeskError: a later version wrote it.
        BackupFailedError, UnwritableBackupError, FullDiskError: an older desk could not be backed up, and
            was left as it is.
    """
    if place.vault is not None and not place.vault.fits(key):
        raise WrongKeyError
    try:
        connection = _reading(place, key)
        found = schema_version(connection)
        if found != SCHEMA_VERSION:
            connection.close()
            connection = _brought_up_to_date(place, key, clock, found)
        return Desk(place.files, key, clock, came_from=found, ended_well=place.ended_well, reading=connection)
    except WrongKeyError as error:
        if place.vault is None:
            raise
        raise DamagedDeskError(place.files.desk) from error


def _reading(place: Place, key: DeskKey) -> Connection:
    """A reading connection; after an end that was no good one, with the log worked into the file before.

    A power cut may leave pages in the file torn that are whole in the log, and a check of the file would take
    them for damage. The last connection that is closed works the log in (sqlite.org/wal.html, section 2.1).
    """
    connection = open_connection(place.files.desk, key, reading=True)
    if place.ended_well:
        return connection
    connection.close()
    return open_connection(place.files.desk, key, reading=True)


def _brought_up_to_date(place: Place, key: DeskKey, clock: Clock, found: int) -> Connection:
    if place.vault is not None and 0 < found < SCHEMA_VERSION:
        _back_up(place.files, key, clock)
    bring_up_to_date(place.files.desk, key)
    return open_connection(place.files.desk, key, reading=True)


def _back_up(files: DeskFiles, key: DeskKey, clock: Clock) -> None:
    from relationdesk.desk.backups.making import make_backup  # noqa: PLC0415 - only when a migration is due

    make_backup(files, key, clock.now())
