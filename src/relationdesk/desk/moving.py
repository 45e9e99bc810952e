"""Moving a desk, which nobody has open, to another folder.

It is copied whole and proved beside its new place, and a small file beside the old one says where it goes.
Once the copy takes its name, whoever opens the old place is led to the new one, and the old desk becomes a
former one, with its vault. Cut off at any moment, there is one place that opens, and it opens a whole desk.
"""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from relationdesk.desk.backups.making import copy_desk
from relationdesk.desk.backups.shelf import shelf_of
from relationdesk.desk.bundles.lineage import kept_states
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.errors import DamagedVaultError, DeskExistsError, UnwritableDeskError
from relationdesk.desk.files import DeskFiles, full_or, parts_of, sync_folder, write_whole
from relationdesk.desk.forwarding import leave_word
from relationdesk.desk.key import DeskKey
from relationdesk.desk.replacing import set_aside
from relationdesk.desk.vault import read_vault

_STAGED = ".moving"


def move_desk(files: DeskFiles, key: DeskKey, to: DeskFiles, step: Step = go_on) -> None:
    """Move a desk with its vault, its backups and the states that bundles carried.

    The caller holds both places against other processes. Whatever goes wrong, the desk is where it was.

    Raises:
        DeskExistsError: there is a desk at the new place already.
        DamagedDeskError, DamagedVaultError, WrongKeyError, BackupFailedError: it cannot be copied whole.
        UnwritableDeskError, FullDiskError: it cannot be written there.
    """
    if to.desk.exists() or not _is_free_for(files, to):
        raise DeskExistsError(to.desk)
    staged = DeskFiles(to.desk.with_name(to.desk.name + _STAGED))
    with full_or(lambda: UnwritableDeskError(to.desk)), _gone_on_failure(to, staged):
        to.desk.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for folder, copy in _folders(files, to):
            if folder.is_dir():
                _copy_folder(folder, copy)
        copy_desk(files, key, staged, step)
        to.moved.unlink(missing_ok=True)
        leave_word(files, to)
        staged.vault.replace(to.vault)
        staged.desk.replace(to.desk)
        sync_folder(to.desk.parent)
    with suppress(OSError):  # it is moved already; a desk that keeps its old name is passed over
        if set_aside(files, time.localtime(files.moved.stat().st_mtime)) is not None:
            files.vault.unlink(missing_ok=True)


def _is_free_for(files: DeskFiles, to: DeskFiles) -> bool:
    """Whether there is no vault at the new place, but of a move of this desk that was cut off."""
    try:
        return not to.vault.exists() or read_vault(to.vault).desk_id == read_vault(files.vault).desk_id
    except DamagedVaultError:
        return False


def _copy_folder(folder: Path, copy: Path) -> None:
    copy.mkdir(mode=0o700, exist_ok=True)
    for path in folder.iterdir():
        if path.is_file():
            write_whole(copy / path.name, parts_of(path))


def _folders(files: DeskFiles, to: DeskFiles) -> tuple[tuple[Path, Path], ...]:
    return (shelf_of(files), shelf_of(to)), (kept_states(files), kept_states(to))


@contextmanager
def _gone_on_failure(to: DeskFiles, staged: DeskFiles) -> Iterator[None]:
    """Leave nothing of ours at the new place when the block fails."""
    fresh = [copy for _folder, copy in _folders(to, to) if not copy.exists()]
    try:
        yield
    except BaseException:
        if not to.desk.exists():
            for path in (staged.desk, staged.vault, to.vault):
                path.unlink(missing_ok=True)
            for folder in fresh:
                shutil.rmtree(folder, ignore_errors=True)
        raise
