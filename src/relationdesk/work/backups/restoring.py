"""Restoring a whole desk, with whatever opens the backup."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from relationdesk.desk.backups.errors import Unfit, UnfitBackupError
from relationdesk.desk.backups.reading import vault_of_backup
from relationdesk.desk.backups.restoring import Restored, is_of_desk, restore
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DamagedVaultError, WrongSecretError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.opening import look, open_desk
from relationdesk.desk.vault import Vault, read_vault
from relationdesk.domain.clock import Clock
from relationdesk.domain.recovery_code import MistypedCodeError
from relationdesk.system.instance import hold
from relationdesk.system.keychain import Keychain
from relationdesk.work.backups.queries import Holdings, holdings
from relationdesk.work.backups.source import Source
from relationdesk.work.desks.errors import LockedDeskError


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A desk that was restored: what it holds now, and what became of the one before."""

    held: Holdings
    replaced: Restored


def bring_desk_back(
    files: DeskFiles,
    backup: Path,
    key: DeskKey,
    clock: Clock,
    step: Step = go_on,
    *,
    replaces_other: bool = False,
) -> BroughtBack:
    """Put what a backup holds in the place of a desk, which nobody has open and the caller holds.

    The desk that was there is kept aside under a name of its own, and backed up before, where it can be read.

    Raises:
        UnfitBackupError, NewerBackupError: it cannot be restored from; nothing was changed.
        OpenElsewhereError: another program reads the desk at the moment; nothing was changed.
        FullDiskError, UnwritableDeskError: it cannot be written; nothing was changed.
    """
    held = holdings(backup, key)
    replaced = restore(files, backup, key, clock.now(), step, replaces_other=replaces_other)
    return BroughtBack(held, replaced)


def bring_back_and_open(source: Source, backup: Path, step: Step = go_on) -> Desk:
    """Put what a backup holds in the place of its desk, which nobody has open any more, and open it.

    Raises:
        ExpectedError: as `bring_desk_back`.
    """
    bring_desk_back(source.files, backup, source.key, source.clock, step)
    return open_desk(look(source.files), source.key, source.clock)


def bring_desk_back_by(
    secret: str, files: DeskFiles, backup: Path, keychain: Keychain, clock: Clock
) -> BroughtBack:
    """Put what a backup holds in the place of its desk, open nowhere: for the command line.

    Raises:
        BusyDeskError: another process has the desk open.
        WrongSecretError, LockedDeskError: the backup cannot be unlocked.
        ExpectedError: as `bring_desk_back`.
    """
    if not is_of_desk(files, backup):
        raise UnfitBackupError(backup, Unfit.OTHER_DESK)
    key = key_of_backup(backup, files, keychain, secret)
    held = hold(files.in_use)
    try:
        return bring_desk_back(files, backup, key, clock)
    finally:
        held.release()


def key_of_backup(backup: Path, files: DeskFiles, keychain: Keychain, secret: str) -> DeskKey:
    """The key of a backup: by a secret, passphrase or recovery code, or else from where the key is kept.

    The vault of the desk counts as well as the one beside the backup: a passphrase may have been changed
    since.

    Raises:
        UnfitBackupError: there is no vault to unlock.
        WrongSecretError: the secret opens neither.
        LockedDeskError: no secret was given, and the key is not at hand.
    """
    if not backup.is_file():
        raise UnfitBackupError(backup, Unfit.MISSING)
    places = (_vault_at(files) if is_of_desk(files, backup) else None, vault_of_backup(backup))
    vaults = [vault for vault in places if vault is not None]
    if not vaults:
        raise UnfitBackupError(backup, Unfit.NO_VAULT)
    if secret:
        return _by_secret(vaults, secret)
    for vault in vaults:
        key = vault.key_of_sample() or _kept(vault, keychain)
        if key is not None:
            return key
    raise LockedDeskError(backup)


def _by_secret(vaults: list[Vault], secret: str) -> DeskKey:
    for vault in vaults:
        with suppress(WrongSecretError):
            return vault.key_by_passphrase(secret)
        with suppress(WrongSecretError, MistypedCodeError):
            return vault.key_by_recovery(secret)
    raise WrongSecretError


def _kept(vault: Vault, keychain: Keychain) -> DeskKey | None:
    raw = keychain.read(vault.desk_id)
    with suppress(ValueError):
        key = DeskKey(raw) if raw else None
        return key if key is not None and vault.fits(key) else None
    return None


def _vault_at(files: DeskFiles) -> Vault | None:
    with suppress(DamagedVaultError):
        return read_vault(files.vault)
    return None
