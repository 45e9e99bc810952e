"""One process at a time changes a desk.

It holds a lock on a file beside the desk, which the system frees when the process ends. In that file it may
leave a note for the others: who it is and how it can be reached (`system/door.py`).
"""

import errno
import os
import sys
from pathlib import Path

from relationdesk.domain.errors import ExpectedError

_TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
"""What the systems say of a lock that another process holds."""
_LONGEST_NOTE = 4096


class BusyDeskError(ExpectedError):
    """Another process has the desk open for changes."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class UnlockableFolderError(ExpectedError):
    """The folder of a desk does not let the desk be kept from others."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path.parent


class Hold:
    """A held lock; `release` or the end of the process lets it go."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def leave_note(self, note: bytes) -> None:
        """Let the others read a note, which only this user's processes can.

        Raises:
            OSError: it could not be written.
        """
        if os.name == "posix":
            os.fchmod(self.descriptor, 0o600)
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        os.write(self.descriptor, note)
        os.ftruncate(self.descriptor, len(note))

    def release(self) -> None:
        """Let others change the desk."""
        os.close(self.descriptor)


def hold(path: Path) -> Hold:
    """Take the lock file at `path`.

    Raises:
        BusyDeskError: another process holds it.
        UnlockableFolderError: the folder cannot be written, or knows no locks.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise UnlockableFolderError(path) from error
    try:
        _lock(descriptor)
    except OSError as error:
        os.close(descriptor)
        refused = BusyDeskError if error.errno in _TAKEN else UnlockableFolderError
        raise refused(path) from error
    return Hold(descriptor)


def note_in(path: Path) -> bytes:
    """The note that the holder of a lock file left last, whole or not; empty when there is none."""
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST_NOTE)
    except OSError:
        return b""


if sys.platform == "win32":
    import msvcrt

    _BEYOND_ANY_NOTE = 1 << 30

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _BEYOND_ANY_NOTE, os.SEEK_SET)  # what is locked cannot be read by others
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
