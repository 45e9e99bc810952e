"""Putting another file in the place of a desk, so that a crash at any moment leaves the one or the other.

What takes the place (a backup that is restored, what could be read of a damaged desk) is filled as
`DeskFiles.coming`. Once it is whole and on the disk it is called `DeskFiles.ready`, and from then on the
exchange goes forward: cut off, it is finished when the place is looked at next. The desk that stood there
stays beside it, with its log and a copy of its vault, under a name that tells when it was set aside.
"""

import os
import time
from pathlib import Path

from relationdesk.desk.connection import log_of
from relationdesk.desk.files import DeskFiles, sync_folder, write_whole
from relationdesk.desk.vault import Vault, write_vault

_ASIDE = ".former-%Y-%m-%d-%H%M%S"
_LOG_INDEX = "-shm"


def make_room_for_coming(files: DeskFiles) -> Path:
    """An empty file for what will take the place of the desk; what a filling that was cut off left goes.

    Raises:
        OSError: the folder cannot be written.
    """
    give_up_coming(files)
    files.coming.touch(mode=0o600)
    return files.coming


def give_up_coming(files: DeskFiles) -> None:
    """Remove what was being filled to take the place of the desk.

    Raises:
        OSError: it cannot be removed.
    """
    for path in (files.coming, log_of(files.coming), _beside(files.coming, _LOG_INDEX), _vault_coming(files)):
        path.unlink(missing_ok=True)


def take_place(files: DeskFiles, vault: Vault | None = None) -> Path | None:
    """Put what was filled, which nobody has open any more, in the place of the desk, which nobody has either.

    With it comes `vault`, where it is not the one that lies there already. Returns where the desk that stood
    there is kept; None when there was none.

    Raises:
        OSError: it could not be put there, or not to the end; then looking at the place finishes it.
    """
    if vault is not None:
        write_vault(_vault_coming(files), vault)
    _sync(files.coming)
    _find_free_name(files)
    files.coming.replace(files.ready)
    sync_folder(files.desk.parent)
    return finish_replacing(files)


def finish_replacing(files: DeskFiles) -> Path | None:
    """Finish an exchange that was decided; returns where the former desk is kept, None when nothing was done.

    Raises:
        OSError: the folder cannot be written.
    """
    if not files.ready.exists():
        return None
    aside = set_aside(files, time.localtime(files.ready.stat().st_mtime))
    if _vault_coming(files).exists():
        _vault_coming(files).replace(files.vault)
    sync_folder(files.desk.parent)
    files.ready.replace(files.desk)
    sync_folder(files.desk.parent)
    return aside


def set_aside(files: DeskFiles, moment: time.struct_time) -> Path | None:
    """Give a desk that nobody has open, and the log that it may have, the name of a former one.

    Called again after it was cut off, it does what is left to do. Returns the desk's new name; None when
    there was none, neither before nor now. A desk of no bytes is not worth keeping.
    """
    aside = DeskFiles(_beside(files.desk, time.strftime(_ASIDE, moment)))
    if files.desk.exists() and files.desk.stat().st_size and not aside.desk.exists():
        if files.vault.exists():
            write_whole(aside.vault, files.vault.read_bytes())
        files.desk.replace(aside.desk)
    if log_of(files.desk).exists():
        log_of(files.desk).replace(log_of(aside.desk))
    _beside(files.desk, _LOG_INDEX).unlink(missing_ok=True)
    return aside.desk if aside.desk.exists() else None


def _find_free_name(files: DeskFiles) -> None:
    """Have what comes look as new as it takes for the former desk to have a name of its own."""
    seconds = files.coming.stat().st_mtime
    while _beside(files.desk, time.strftime(_ASIDE, time.localtime(seconds))).exists():
        seconds += 1
    os.utime(files.coming, (seconds, seconds))


def _vault_coming(files: DeskFiles) -> Path:
    return DeskFiles(files.ready).vault


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
