"""The word that is left where a desk was, so that whoever opens it there is led to where it is."""

import json
from pathlib import Path

from relationdesk.desk.errors import DamagedVaultError
from relationdesk.desk.files import DeskFiles, write_whole
from relationdesk.desk.vault import read_vault

_LONGEST = 4096
_MOST_MOVES = 8


def leave_word(files: DeskFiles, to: DeskFiles) -> None:
    """Say beside the old place where a desk goes; it counts once the desk is there.

    Raises:
        OSError: it could not be said.
        DamagedVaultError: it cannot be told which desk it is.
    """
    told = {"desk_id": read_vault(files.vault).desk_id, "moved_to": str(to.desk)}
    write_whole(files.moved, (json.dumps(told) + "\n").encode())


def place_after_moves(path: Path) -> Path:
    """Where the desk is that was at `path`: there, or where it was moved to and still is."""
    place, desk_id = path, ""
    for _move in range(_MOST_MOVES):
        told = _told_at(DeskFiles(place).moved)
        if told is None or not told[0].is_absolute() or desk_id not in {"", told[1]}:
            return path
        place, desk_id = told
        if _is_at(DeskFiles(place), desk_id):
            return place
    return path


def _is_at(files: DeskFiles, desk_id: str) -> bool:
    try:
        return files.desk.is_file() and read_vault(files.vault).desk_id == desk_id
    except (OSError, DamagedVaultError):
        return False


def _told_at(path: Path) -> tuple[Path, str] | None:
    """Where a word leads, and to which desk; None where there is none that can be understood."""
    try:
        if not path.is_file() or path.stat().st_size > _LONGEST:
            return None
        told = json.loads(path.read_bytes())
        return Path(told["moved_to"]), str(told["desk_id"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
