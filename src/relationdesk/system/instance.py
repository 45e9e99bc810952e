"""One process at a time changes a desk.

It holds a lock on a file beside the desk, which the system frees when the process ends.
"""

import errno
import os
import sys
from pathlib import Path

from relationdesk.domain.errors import ExpectedError

_TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
"""What the systems say of a lock that another process holds."""


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
        self._descriptor = descriptor

    def release(self) -> None:
        """Let others change the desk."""
        os.close(self._descriptor)


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


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
