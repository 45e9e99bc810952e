"""From a file name to an open desk: what is there, what it needs, and making a new one."""

from dataclasses import dataclass
from enum import Enum, auto

from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import WrongKeyError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey, new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.opening import Found, Place, look, open_desk
from relationdesk.desk.vault import Vault, new_vault
from relationdesk.domain.clock import Clock
from relationdesk.domain.recovery_code import new_code
from relationdesk.system.keychain import Keychain
from relationdesk.work.desks.errors import NoProtectionError


class Need(Enum):
    """What has to happen before the desk is open."""

    NOTHING = auto()
    """The key is at hand: `open_found`."""
    FIRST_START = auto()
    """There is no desk yet: `make`."""
    SECRET = auto()
    """The passphrase or the recovery code: `unlock`."""
    LOST_VAULT = auto()
    """A desk whose vault is gone and whose key is not at hand: it cannot be opened as things are."""
    LOST_DESK = auto()
    """A vault whose desk is gone or empty: a backup has to be put back; nothing is created."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What was found where a desk should be. `key` is there when `need` is NOTHING."""

    place: Place
    need: Need
    key: DeskKey | None = None

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
    in_keychain: bool


def find(files: DeskFiles, keychain: Keychain) -> Situation:
    """Look for a desk and its key; nothing is created or changed.

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
    key = place.vault.key_of_sample() or _kept(place.vault, keychain)
    return Situation(place, Need.NOTHING if key else Need.SECRET, key)


def open_found(situation: Situation, clock: Clock) -> Desk:
    """Open a desk whose key is at hand.

    Raises:
        WrongKeyError, DamagedDeskError, TooNewDeskError: it does not open.
    """
    if situation.key is None:
        raise WrongKeyError
    return open_desk(situation.place, situation.key, clock)


def unlock(
    situation: Situation, clock: Clock, keychain: Keychain, *, passphrase: str = "", recovery_code: str = ""
) -> Desk:
    """Open a desk by its passphrase or its recovery code.

    After a recovery code the key goes back into the keychain, where there is one.

    Raises:
        WrongSecretError: it is not the right one.
        MistypedCodeError: the recovery code has a slip in it.
        WrongKeyError, DamagedDeskError, TooNewDeskError: the desk does not open.
    """
    vault = situation.place.vault
    if vault is None:
        raise WrongKeyError
    key = vault.key_by_recovery(recovery_code) if recovery_code else vault.key_by_passphrase(passphrase)
    desk = open_desk(situation.place, key, clock)
    if recovery_code:
        keychain.keep(vault.desk_id, key.raw)
    return desk


def make(files: DeskFiles, clock: Clock, keychain: Keychain, *, passphrase: str = "") -> Made:
    """Make an empty desk, protected by the keychain, a passphrase, or both, and open it.

    Raises:
        NoProtectionError: there is neither a keychain that keeps the key nor a passphrase.
        DeskExistsError, UnwritableDeskError: it cannot be made there.
    """
    key, code = new_key(), new_code()
    vault = new_vault(key, code)
    kept = keychain.keep(vault.desk_id, key.raw)
    if passphrase:
        vault = vault.with_passphrase(key, passphrase)
    elif not kept:
        raise NoProtectionError
    make_desk(files, key, vault)
    return Made(open_desk(look(files), key, clock), code, kept)


def proposed_recovery_code() -> str:
    """A recovery code to be copied; it opens nothing until `new_recovery_code` is told of it."""
    return new_code()


def new_recovery_code(desk: Desk, code: str) -> None:
    """Have `code` open an open desk from now on, and the code of before no more.

    Raises:
        DamagedVaultError, UnwritableDeskError: the code of before stays good.
    """
    desk.change_recovery_code(code)


def _kept(vault: Vault, keychain: Keychain) -> DeskKey | None:
    raw = keychain.read(vault.desk_id)
    try:
        key = DeskKey(raw) if raw else None
    except ValueError:
        return None
    return key if key is not None and vault.fits(key) else None
