"""A backup that becomes the desk of a computer which has none: the one of before broke, or was lost."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from relationdesk.desk.backups.errors import Unfit, UnfitBackupError
from relationdesk.desk.backups.reading import vault_of_backup
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.opening import Found, Place, look, open_desk
from relationdesk.desk.vault import Vault
from relationdesk.domain.clock import Clock
from relationdesk.system.keychain import Keychain
from relationdesk.work.backups.queries import made_at
from relationdesk.work.backups.restoring import bring_desk_back
from relationdesk.work.desks.opening import Need, Situation
from relationdesk.work.desks.protection import Secret, settle


@dataclass(frozen=True, slots=True)
class ArrivedBackup:
    """A backup that was chosen, with what unlocks it."""

    path: Path
    made: datetime
    vault: Vault

    def situation(self, files: DeskFiles) -> Situation:
        """What the desk in it needs to be opened at `files`."""
        key = self.vault.key_of_sample()
        place = Place(files, Found.LOCKED, self.vault)
        return Situation(place, Need.SECRET if key is None else Need.NOTHING, key)

    def key_for(self, secret: Secret) -> DeskKey:
        """Its key, from the passphrase or the recovery code of the day on which it was made.

        Raises:
            WrongSecretError, MistypedCodeError: it is not the right one.
        """
        if secret.recovery_code:
            return self.vault.key_by_recovery(secret.recovery_code)
        return self.vault.key_by_passphrase(secret.passphrase)


def arrive(path: Path) -> ArrivedBackup:
    """Look whether a file can be a backup, which is known for sure once its key is.

    Raises:
        UnfitBackupError: it is not there, or without its vault.
    """
    if not path.is_file():
        raise UnfitBackupError(path, Unfit.MISSING)
    vault = vault_of_backup(path)
    if vault is None:
        raise UnfitBackupError(path, Unfit.NO_VAULT)
    return ArrivedBackup(path, made_at(path), vault)


def settle_down(
    arrived: ArrivedBackup,
    files: DeskFiles,
    key: DeskKey,
    *,
    clock: Clock,
    keychain: Keychain,
    step: Step = go_on,
) -> Desk:
    """Make what a backup holds the desk at `files`, and open it; the keychain keeps its key from now on.

    Raises:
        ExpectedError: as `bring_desk_back`.
    """
    bring_desk_back(files, arrived.path, key, clock, step)
    desk = open_desk(look(files), key, clock)
    settle(desk, keychain, is_to_keep=False, by_recovery_code=True)
    return desk
