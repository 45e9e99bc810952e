"""What opens an open desk the next time: its passphrase, its recovery code, the keychain of this computer.

The vault is wrapped anew; the desk itself is never encrypted again. Backups keep the vault of their day,
which the secrets of that day open. A keychain may take its time, and nobody on the desk's threads waits for
it: it is told apart, and what it answered is then acted upon.
"""

from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial

from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DamagedVaultError, WrongSecretError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.vault import Vault, read_vault
from relationdesk.domain.clock import Clock
from relationdesk.domain.locking import LockRules
from relationdesk.domain.recovery_code import new_code
from relationdesk.system.apart import apart
from relationdesk.system.keychain import Keychain, NoKeychain
from relationdesk.work import settings
from relationdesk.work.desks.errors import KeychainRefusesError, NoProtectionError
from relationdesk.work.desks.opening import Made, Need, Situation, found, make


@dataclass(frozen=True, slots=True)
class Secret:
    """What the user has to show: the passphrase, or the recovery code."""

    passphrase: str = ""
    recovery_code: str = ""


class InKeychain(Enum):
    """How the keychain of this computer stands to a desk."""

    HELD = auto()
    """It holds the key: the desk opens by itself."""
    NOT_HELD = auto()
    """It answers, and does not hold the key."""
    NO_KEYCHAIN = auto()
    """There is none that answers and may be trusted."""


@dataclass(frozen=True, slots=True)
class Protection:
    """What opens the desk the next time; the keychain may take its time to tell."""

    has_passphrase: bool
    in_keychain: "Future[InKeychain]"


def protection(desk: Desk, keychain: Keychain) -> Protection:
    """What opens the desk the next time.

    Raises:
        DamagedVaultError: the vault cannot be read.
    """
    vault = desk.vault
    return Protection(
        vault.passphrase is not None,
        apart("keychain", partial(_standing, vault, desk.key.raw, keychain)),
    )


def has_passphrase(files: DeskFiles) -> bool:
    """Whether a passphrase opens the desk, as far as its vault can be read."""
    try:
        return read_vault(files.vault).passphrase is not None
    except DamagedVaultError:
        return False


def set_passphrase(desk: Desk, passphrase: str, *, present: Secret) -> None:
    """Have `passphrase` open the desk from now on, and the passphrase of before no more.

    Where a passphrase was set, `present` has to be that passphrase or the recovery code.

    Raises:
        WrongSecretError, MistypedCodeError: it is not.
        DamagedVaultError, UnwritableDeskError, FullDiskError: the passphrase of before stays good.
    """
    vault = desk.vault
    _prove(vault, present)
    desk.keep_vault(vault.with_passphrase(desk.key, passphrase))


def keep_before_removal(desk: Desk, keychain: Keychain, *, present: Secret) -> "Future[bool]":
    """Have the keychain keep the key, so that the passphrase can be removed; whether it did.

    Raises:
        WrongSecretError, MistypedCodeError: `present` is neither the passphrase nor the recovery code.
        DamagedVaultError: the vault cannot be read.
    """
    _prove(desk.vault, present)
    return keep_in_keychain(desk, keychain)


def remove_passphrase(desk: Desk, kept: "Future[bool]") -> None:
    """Have no passphrase open the desk any more; it locks no more either.

    Raises:
        KeychainRefusesError: the keychain does not hold the key; the passphrase stays.
        DamagedVaultError, UnwritableDeskError, FullDiskError: the passphrase stays.
    """
    open_by_itself(desk, kept)
    desk.keep_vault(desk.vault.without_passphrase())
    settings.commands.keep_lock_rules(desk, LockRules())


def keep_in_keychain(desk: Desk, keychain: Keychain) -> "Future[bool]":
    """Have the keychain keep the key, without waiting; whether it gave it back the same.

    Raises:
        DamagedVaultError: the vault cannot be read.
    """
    return apart("keychain", partial(keychain.keep, desk.vault.desk_id, desk.key.raw))


def open_by_itself(desk: Desk, kept: "Future[bool]") -> None:
    """The desk opens by itself on this computer from now on.

    Raises:
        KeychainRefusesError: the keychain did not keep its key.
    """
    _see(kept)
    settings.commands.ask_at_start(desk, is_wanted=False)


def take_from_keychain(desk: Desk, keychain: Keychain) -> "Future[bool]":
    """Have the keychain let go of the key, without waiting; whether it is gone.

    Raises:
        NoProtectionError: the desk has no passphrase.
        DamagedVaultError: the vault cannot be read.
    """
    vault = desk.vault
    if vault.passphrase is None:
        raise NoProtectionError
    return apart("keychain", partial(keychain.forget, vault.desk_id))


def ask_at_start(desk: Desk, gone: "Future[bool]") -> None:
    """The desk asks for its passphrase at each start from now on.

    Raises:
        KeychainRefusesError: the keychain did not let go of its key.
    """
    _see(gone)
    settings.commands.ask_at_start(desk, is_wanted=True)


def settle(
    desk: Desk, keychain: Keychain, *, is_to_keep: bool, by_recovery_code: bool
) -> "Future[bool] | None":
    """Put the key of a desk that was just unlocked into the keychain, if that is wanted, without waiting.

    A recovery code means that the keychain lost it, unless the user wants to be asked at each start. Gives
    whether it went well, or None where it was not wanted.
    """
    if not is_to_keep and (not by_recovery_code or settings.queries.asks_at_start(desk.reader)):
        return None
    if is_to_keep and settings.queries.asks_at_start(desk.reader):
        settings.commands.ask_at_start(desk, is_wanted=False)
    return keep_in_keychain(desk, keychain)


def make_protected(
    files: DeskFiles, clock: Clock, keychain: Keychain, *, passphrase: str, asks_at_start: bool
) -> Made:
    """Make an empty desk that opens by itself, or asks for its passphrase at each start.

    Raises:
        NoProtectionError: there is neither a keychain that keeps the key nor a passphrase.
        DeskExistsError, UnwritableDeskError: it cannot be made there.
    """
    asks = asks_at_start and bool(passphrase)
    made = make(files, clock, NoKeychain() if asks else keychain, passphrase=passphrase)
    if asks:
        settings.commands.ask_at_start(made.desk, is_wanted=True)
    return made


def proposed_recovery_code() -> str:
    """A recovery code to be copied; it opens nothing until `new_recovery_code` is told of it."""
    return new_code()


def new_recovery_code(desk: Desk, code: str) -> None:
    """Have `code` open the desk from now on, and the code of before no more.

    Raises:
        DamagedVaultError, UnwritableDeskError, FullDiskError: the code of before stays good.
    """
    desk.keep_vault(desk.vault.with_recovery(desk.key, code))


def try_recovery_code(desk: Desk, code: str) -> None:
    """See whether a recovery code opens the desk.

    Raises:
        MistypedCodeError: it has a slip in it.
        WrongSecretError: it is another desk's, or one of before.
        DamagedVaultError: the vault cannot be read.
    """
    desk.vault.key_by_recovery(code)


def lock(files: DeskFiles) -> Situation:
    """Have every process ask for a secret, whatever the keychain holds, until `lift_lock`.

    Gives what `unlock` needs. A folder that cannot be written does not keep the window from locking.

    Raises:
        DamagedVaultError: the vault cannot be read.
    """
    with suppress(OSError):
        files.locked.touch(mode=0o600)
    return replace(found(files), need=Need.SECRET, key=None, is_locked=True)


def lift_lock(files: DeskFiles) -> None:
    """The user has opened the desk again."""
    with suppress(OSError):
        files.locked.unlink(missing_ok=True)


def _see(done: "Future[bool]") -> None:
    if not (done.done() and done.result()):
        raise KeychainRefusesError


def _prove(vault: Vault, present: Secret) -> None:
    if vault.passphrase is None:
        return
    if present.recovery_code:
        vault.key_by_recovery(present.recovery_code)
    elif present.passphrase:
        vault.key_by_passphrase(present.passphrase)
    else:
        raise WrongSecretError


def _standing(vault: Vault, key: bytes, keychain: Keychain) -> InKeychain:
    if keychain.read(vault.desk_id) == key:
        return InKeychain.HELD
    return InKeychain.NOT_HELD if keychain.is_there() else InKeychain.NO_KEYCHAIN
