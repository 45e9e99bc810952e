"""A desk that came in a bundle becomes the desk of this computer."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from relationdesk.desk.backups.restoring import Restored, restore
from relationdesk.desk.backups.steps import Stages
from relationdesk.desk.bundles.form import SUFFIX, BundleHead, is_bundle
from relationdesk.desk.bundles.unpacking import Unpacked, keep_state, prove, telling_of, unpacked
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.opening import Found, Place, look, open_desk
from relationdesk.domain.clock import Clock
from relationdesk.system.keychain import Keychain
from relationdesk.work.backups.restoring import BroughtBack, bring_desk_back_by
from relationdesk.work.desks.errors import LockedDeskError
from relationdesk.work.desks.opening import Need, Situation
from relationdesk.work.desks.protection import Secret, settle

__all__ = ["SUFFIX", "Arrival", "arrive", "bring_bundle_back_by", "is_bundle", "key_for", "settle_down"]

_PROVING, _RESTORING = 1, 8


@dataclass(frozen=True, slots=True)
class Arrival:
    """A bundle that was opened where its desk shall be, until `close`."""

    bundle: Unpacked

    @property
    def head(self) -> BundleHead:
        """What the bundle says of itself."""
        return self.bundle.head

    def situation(self, files: DeskFiles) -> Situation:
        """What the desk in it needs to be opened at `files`."""
        key = self.bundle.vault.key_of_sample()
        place = Place(files, Found.LOCKED, self.bundle.vault)
        return Situation(place, Need.SECRET if key is None else Need.NOTHING, key)

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


def settle_down(
    arrival: Arrival,
    files: DeskFiles,
    key: DeskKey,
    *,
    clock: Clock,
    keychain: Keychain,
    step: Step = go_on,
) -> Desk:
    """Make the desk of a bundle the desk at `files`, and open it; the keychain keeps its key from now on.

    Raises:
        ExpectedError: as `settle_in`.
    """
    settle_in(arrival.bundle, files, key, clock.now(), step)
    desk = open_desk(look(files), key, clock)
    settle(desk, keychain, is_to_keep=False, by_recovery_code=True)
    return desk


def bring_bundle_back_by(
    secret: str, files: DeskFiles, path: Path, keychain: Keychain, clock: Clock
) -> BroughtBack:
    """Put the desk of a bundle in the place of the one at `files`, open nowhere: for the command line.

    Raises:
        BadBundleError, NewerBundleError, TooNewDeskError: it cannot be used.
        BusyDeskError: another process has the desk open.
        WrongSecretError, LockedDeskError: the bundle cannot be unlocked.
        FullDiskError, UnwritableDeskError: it cannot be put there.
    """
    bundle = unpacked(path, files.desk.parent)
    try:
        with telling_of(path):
            back = bring_desk_back_by(secret, files, bundle.files.desk, keychain, clock)
        keep_state(bundle, files)
    except LockedDeskError as error:
        raise LockedDeskError(path) from error
    finally:
        bundle.close()
    return replace(back, held=replace(back.held, path=path, made=bundle.head.made_at))


def settle_in(
    bundle: Unpacked, files: DeskFiles, key: DeskKey, now: datetime, step: Step = go_on
) -> Restored:
    """Make the desk of a bundle the desk at `files`, row by row; a desk that is there is kept aside.

    The caller holds the place against other processes, and has no desk open there. Whatever goes wrong,
    what was there is as it was.

    Raises:
        BadBundleError, TooNewDeskError: it cannot be used.
        OpenElsewhereError: another program reads the desk that is there.
        FullDiskError, UnwritableDeskError: it cannot be put there.
    """
    stages = Stages(step, _PROVING + _RESTORING)
    prove(bundle, key, stages.within(_PROVING))
    with telling_of(bundle.path):
        restored = restore(files, bundle.files.desk, key, now, stages.within(_RESTORING))
    keep_state(bundle, files)
    return restored
