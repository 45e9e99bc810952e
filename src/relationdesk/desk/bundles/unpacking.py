"""Unpacking a bundle beside a desk, and proving what is in it."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from relationdesk.desk.backups.errors import Unfit, UnfitBackupError
from relationdesk.desk.backups.proving import check_backup
from relationdesk.desk.bundles.errors import BadBundleError, Flaw
from relationdesk.desk.bundles.form import BundleHead, unpack
from relationdesk.desk.bundles.lineage import kept_state, let_go
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.errors import DamagedVaultError, UnwritableDeskError
from relationdesk.desk.files import DeskFiles, full_or, parts_of, sync_file, sync_folder, write_whole
from relationdesk.desk.key import DeskKey
from relationdesk.desk.vault import Vault, read_vault

_BEGINS = ".bundle-"
_ABANDONED_SECONDS = 24 * 3600
_FLAWS = {Unfit.WRONG_KEY: Flaw.WRONG_KEY, Unfit.OTHER_DESK: Flaw.OTHER_DESK}


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A bundle whose desk and vault lie in a folder of their own until `close`."""

    path: Path
    head: BundleHead
    files: DeskFiles
    vault: Vault

    def close(self) -> None:
        """Remove what was unpacked; the bundle stays."""
        shutil.rmtree(self.files.desk.parent, ignore_errors=True)


def unpacked(path: Path, beside: Path, step: Step = go_on) -> Unpacked:
    """Unpack a bundle into a folder of its own in the folder `beside`, for the user alone.

    Raises:
        BadBundleError, NewerBundleError: it is none that this program can read.
        FullDiskError, UnwritableDeskError: it cannot be unpacked there.
    """
    with full_or(lambda: UnwritableDeskError(beside)):
        beside.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder = Path(tempfile.mkdtemp(prefix=_BEGINS, dir=beside))
        _sweep(beside, folder)
        try:
            files = DeskFiles(folder / "carried.desk")
            head = unpack(path, files, step)
            vault = _vault_in(path, files, head)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return Unpacked(path, head, files, vault)


def prove(bundle: Unpacked, key: DeskKey, step: Step = go_on) -> None:
    """Prove that the desk in a bundle opens with its key and is whole.

    Raises:
        BadBundleError: it does not.
        TooNewDeskError: a later version wrote it.
    """
    if not bundle.vault.fits(key):
        raise BadBundleError(bundle.path, Flaw.WRONG_KEY)
    with telling_of(bundle.path):
        check_backup(bundle.files.desk, key, step)


def keep_state(bundle: Unpacked, files: DeskFiles) -> None:
    """Keep the state that a bundle carried beside a desk that has come to know it.

    Raises:
        UnwritableDeskError, FullDiskError: it cannot be kept.
    """
    place = kept_state(files, bundle.head.number)
    with full_or(lambda: UnwritableDeskError(place.desk)):
        place.desk.parent.mkdir(mode=0o700, exist_ok=True)
        if not place.desk.exists():
            _copy_or_link(bundle.files.vault, place.vault)
            _copy_or_link(bundle.files.desk, place.desk)
            for path in (place.vault, place.desk):
                sync_file(path)
            sync_folder(place.desk.parent)
    let_go(files)


def _copy_or_link(source: Path, target: Path) -> None:
    """Have a file under a second name, which stays when the first is removed."""
    target.unlink(missing_ok=True)
    try:
        target.hardlink_to(source)
    except OSError:  # there are file systems that know one name only
        write_whole(target, parts_of(source))


@contextmanager
def telling_of(path: Path) -> Iterator[None]:
    """Tell what is wrong with the desk in a bundle as something that is wrong with the bundle."""
    try:
        yield
    except UnfitBackupError as error:
        raise BadBundleError(path, _FLAWS.get(error.reason, Flaw.DAMAGED)) from error


def _vault_in(path: Path, files: DeskFiles, head: BundleHead) -> Vault:
    try:
        vault = read_vault(files.vault)
    except DamagedVaultError as error:
        raise BadBundleError(path, Flaw.DAMAGED) from error
    if vault.desk_id != head.desk_id:
        raise BadBundleError(path, Flaw.DAMAGED)
    return vault


def _sweep(beside: Path, fresh: Path) -> None:
    """Remove what was unpacked a day before `fresh` by a program that was cut off."""
    with suppress(OSError):
        oldest = fresh.stat().st_mtime - _ABANDONED_SECONDS
        for left in beside.glob(f"{_BEGINS}*"):
            if left.stat().st_mtime < oldest:
                shutil.rmtree(left, ignore_errors=True)
