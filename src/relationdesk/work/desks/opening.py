"""From a file name to an open desk: what is there, what it needs, and making a new one."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial

from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DamagedDeskError, WrongKeyError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey, new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.opening import Found, Place, look, open_desk
from relationdesk.desk.vault import Vault, new_vault
from relationdesk.domain.clock import Clock
from relationdesk.domain.recovery_code import new_code
from relationdesk.system.apart import apart
from relationdesk.system.keychain import Keychain
from relationdesk.work.desks.errors import BrokenDeskError, NoProtectionError


class Need(Enum):
    """What has to happen before the desk is open."""

    NOTHING = auto()
    """The key is at hand: `open_found`."""
    FIRST_START = auto()
    """There is no desk yet: `make`."""
    KEY = auto()
    """The key, which the keychain may hold: `with_key`; or a secret: `unlock`."""
    SECRET = auto()
    """The passphrase or the recovery code: `unlock`."""
    LOST_VAULT = auto()
    """A desk whose vault is gone and whose key is not at hand: it cannot be opened as things are."""
    LOST_DESK = auto()
    """A vault whose desk is gone or empty: a backup has to be put back; nothing is created."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What was found where a desk should be. `key` is there when `need` is NOTHING.

    `is_locked` tells that the user locked it, and the keychain is not to be asked.
    """

    place: Place
    need: Need
    key: DeskKey | None = None
    is_locked: bool = False

    @property
    def desk_id(self) -> str:
        """Under which name a keychain holds its key; empty where that is not known."""
        return "" if self.place.vault is None else self.place.vault.desk_id

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase was set for this desk."""
        return self.place.vault is not None and self.place.vault.passphrase is not None

    @property
    def is_sample(self) -> bool:
        """Whether this is a desk of invented people, which never asks."""
        return self.place.vault is not None and self.place.vault.open_key is not None


@dataclass(frozen=True, slots=True)
class Made:
    """A new desk, open, and the recovery code that is shown this once."""

    desk: Desk
    recovery_code: str


def find(files: DeskFiles, keychain: Keychain) -> Situation:
    """Look for a desk and its key, waiting for the keychain; nothing is created or changed.

    Raises:
        DamagedVaultError: the vault cannot be read.
    """
    situation = found(files)
    if situation.need is not Need.KEY:
        return situation
    return with_key(situation, keychain.read(situation.desk_id))


def found(files: DeskFiles) -> Situation:
    """Look for a desk, and ask no keychain; nothing is created or changed.

    Raises:
        DamagedVaultError: the vault cannot be read.
    """
    place = look(files)
    if place.found is Found.NOTHING:
        return Situation(place, Need.FIRST_START)
    if place.found is Found.NO_DESK:
        return Situation(place, Need.LOST_DESK)
    if place.vault is None:
        return Situation(place, Need.LOST_VAULT)
    return _keyed(place, place.vault)


def to_look_into_backups(situation: Situation) -> Situation:
    """What has to happen before the backups of a desk that is gone are looked into, as if it were there."""
    vault = situation.place.vault
    return situation if vault is None else _keyed(situation.place, vault)


def with_key(situation: Situation, raw: bytes | None) -> Situation:
    """What has to happen now that the keychain gave `raw`, which may be nothing, or another desk's key."""
    vault = situation.place.vault
    try:
        key = DeskKey(raw) if raw else None
    except ValueError:
        key = None
    if vault is None or key is None or not vault.fits(key):
        return replace(situation, need=Need.SECRET)
    return replace(situation, need=Need.NOTHING, key=key)


def open_found(situation: Situation, clock: Clock) -> Desk:
    """Open a desk whose key is at hand.

    Raises:
        WrongKeyError, BrokenDeskError, TooNewDeskError: it does not open.
    """
    if situation.key is None:
        raise WrongKeyError
    return _open(situation, situation.key, clock)


def key_by(situation: Situation, *, passphrase: str = "", recovery_code: str = "") -> DeskKey:
    """The key of a desk, by its passphrase or its recovery code.

    Raises:
        WrongSecretError: it is not the right one.
        MistypedCodeError: the recovery code has a slip in it.
        WrongKeyError: there is no vault.
    """
    vault = situation.place.vault
    if vault is None:
        raise WrongKeyError
    return vault.key_by_recovery(recovery_code) if recovery_code else vault.key_by_passphrase(passphrase)


def unlock(situation: Situation, clock: Clock, *, passphrase: str = "", recovery_code: str = "") -> Desk:
    """Open a desk by its passphrase or its recovery code; the keychain is neither asked nor told.

    Raises:
        WrongSecretError: it is not the right one.
        MistypedCodeError: the recovery code has a slip in it.
        WrongKeyError, BrokenDeskError, TooNewDeskError: the desk does not open.
    """
    return _open(situation, key_by(situation, passphrase=passphrase, recovery_code=recovery_code), clock)


def make(files: DeskFiles, clock: Clock, keychain: Keychain, *, passphrase: str = "") -> Made:
    """Make an empty desk, protected by the keychain, a passphrase, or both, and open it.

    Where there is a passphrase, nobody waits for the keychain.

    Raises:
        NoProtectionError: there is neither a keychain that keeps the key nor a passphrase.
        DeskExistsError, UnwritableDeskError: it cannot be made there.
    """
    key, code = new_key(), new_code()
    vault = new_vault(key, code)
    keep = partial(keychain.keep, vault.desk_id, key.raw)
    if passphrase:
        vault = vault.with_passphrase(key, passphrase)
    elif not keep():
        raise NoProtectionError
    make_desk(files, key, vault)
    desk = open_desk(look(files), key, clock)
    if passphrase:
        apart("keychain", keep)
    return Made(desk, code)


def _open(situation: Situation, key: DeskKey, clock: Clock) -> Desk:
    try:
        return open_desk(situation.place, key, clock)
    except DamagedDeskError as error:
        raise BrokenDeskError(situation.place.files, key) from error


def _keyed(place: Place, vault: Vault) -> Situation:
    key = vault.key_of_sample()
    if key is not None:
        return Situation(place, Need.NOTHING, key)
    if place.files.locked.exists():
        return Situation(place, Need.SECRET, is_locked=True)
    return Situation(place, Need.KEY)
