"""What a window tells the processes that find its desk taken, in the lock file that it holds."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from relationdesk.system.door.address import clear_away
from relationdesk.system.instance import Hold, note_in

_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Note:
    """Where the window's door is, and what to know to be let in; no address while it is only starting."""

    address: str
    secret: bytes
    process: int

    def written(self) -> bytes:
        """As it stands in the file."""
        return json.dumps(
            {"address": self.address, "secret": self.secret.hex(), "process": self.process}
        ).encode()


def starting() -> Note:
    """The note of a window that will listen soon."""
    return Note("", b"", os.getpid())


def listening(address: str, secret: bytes) -> Note:
    """The note of a window that listens."""
    return Note(address, secret, os.getpid())


def fresh_secret() -> bytes:
    """What only readers of the note will know."""
    return os.urandom(_SECRET_BYTES)


def note_at(path: Path) -> Note | None:
    """The note in a lock file; None when there is none, or none that was written to its end."""
    return _read(note_in(path))


def replace_note(hold: Hold, path: Path, note: Note | None) -> None:
    """Leave a note, or none, in a held lock file, and clear away what the former one left elsewhere.

    Raises:
        OSError: it could not be written.
    """
    former = note_at(path)
    if former is not None and former.address and (note is None or note.address != former.address):
        clear_away(former.address)
    hold.leave_note(b"" if note is None else note.written())


def _read(text: bytes) -> Note | None:
    try:
        told = json.loads(text)
        return Note(str(told["address"]), bytes.fromhex(told["secret"]), int(told["process"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
