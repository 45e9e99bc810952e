"""Where a door is: a socket in a folder for this user alone, or a named pipe on Windows."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_PREFIX = "relationdesk-"
_SOCKET = "door"
_LONGEST = 100
"""Bytes; systems allow from 104 to 108 for the whole path (unix(7))."""


def fresh_address() -> str | None:
    """An address that nobody listens at yet; None has the system choose one.

    Raises:
        OSError: no folder can be written whose path is short enough.
    """
    if sys.platform == "win32":
        return None
    for base in _bases():
        if len(os.fsencode(base)) + len(f"/{_PREFIX}12345678/{_SOCKET}") <= _LONGEST:
            with suppress(OSError):
                return str(Path(tempfile.mkdtemp(prefix=_PREFIX, dir=base), _SOCKET))
    raise OSError("no folder for a socket")


def clear_away(address: str) -> None:
    """Remove the socket that a door at `address` left, and nothing that is no such socket."""
    path = Path(address)
    if path.name == _SOCKET and path.parent.name.startswith(_PREFIX):
        with suppress(OSError):
            if path.is_socket():
                path.unlink()
            path.parent.rmdir()


def _bases() -> Iterator[str]:
    if runtime := os.environ.get("XDG_RUNTIME_DIR"):
        yield runtime
    yield tempfile.gettempdir()
    yield "/tmp"  # noqa: S108 - a folder of mode 0700 is made in it
