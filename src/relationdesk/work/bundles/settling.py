"""A desk that came in a bundle becomes the desk of this computer."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from relationdesk.desk.backups.restoring import Restored, restore
from relationdesk.desk.backups.steps import Stages
from relationdesk.desk.bundles.form import SUFFIX, BundleHead, is_bundle
from relationdesk.desk.bundles.unpacking import Unpacked, keep_state, prove, unpacked
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.work.desks.protection import Secret

__all__ = ["SUFFIX", "Arrival", "arrive", "is_bundle", "key_for", "settle_in"]

_PROVING, _RESTORING = 1, 8


@dataclass(frozen=True, slots=True)
class Arrival:
    """A bundle that was opened where its desk shall be, until `close`."""

    bundle: Unpacked

    @property
    def head(self) -> BundleHead:
        """What the bundle says of itself."""
        return self.bundle.head

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase opens it, besides the recovery code."""
        return self.bundle.vault.passphrase is not None

    def close(self) -> None:
        """Remove what was unpacked."""
        self.bundle.close()


def arrive(files: DeskFiles, path: Path, step: Step = go_on) -> Arrival:
    """Open a bundle beside the place where its desk shall be; nothing is put there yet.

    Raises:
        BadBundleError, NewerBundleError: it is none that this program can read.
        FullDiskError, UnwritableDeskError: there is no room to unpack it.
    """
    return Arrival(unpacked(path, files.desk.parent, step))


def key_for(arrival: Arrival, secret: Secret) -> DeskKey:
    """The key of the desk in a bundle, from its passphrase or recovery code.

    Raises:
        WrongSecretError, MistypedCodeError: it is not the right one.
    """
    vault = arrival.bundle.vault
    if secret.recovery_code:
        return vault.key_by_recovery(secret.recovery_code)
    return vault.key_by_passphrase(secret.passphrase)


def settle_in(
    bundle: Unpacked, files: DeskFiles, key: DeskKey, now: datetime, step: Step = go_on
) -> Restored:
    """Make the desk of a bundle the desk at `files`, row by row; a desk that is there is kept aside.

    The caller holds the place against other processes, and has no desk open there. Whatever goes wrong,
    what was there is as it was.

    Raises:
        BadBundleError, UnfitBackupError, TooNewDeskError: it cannot be used.
        OpenElsewhereError: another program reads the desk that is there.
        FullDiskError, UnwritableDeskError: it cannot be put there.
    """
    stages = Stages(step, _PROVING + _RESTORING)
    prove(bundle, key, stages.within(_PROVING))
    restored = restore(files, bundle.files.desk, key, now, stages.within(_RESTORING))
    keep_state(bundle, files)
    return restored
