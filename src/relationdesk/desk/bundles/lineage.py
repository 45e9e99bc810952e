"""From which states a desk comes, so that two copies of it know the last one that both have been in.

A bundle has a number, and each desk remembers the numbers of the bundles that were made of it, and of those
whose changes it took over. The greatest number that both sides know is the state from which both began. That
state itself is kept beside the desk, as it was put into the bundle, in the folder `<desk>.carried`.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection as EngineConnection

from relationdesk.desk.connection import Connection
from relationdesk.desk.files import DeskFiles, sync_folder

_GIVEN = "bundles.given"
_MOST_GIVEN = 20
_MOST_KEPT = 3
"""States of departure kept beside a desk: one for each of three computers that are being worked on."""
_DESK, _VAULT = ".desk", ".desk.vault"
_REMEMBER = """
    INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""


def remember_given(connection: EngineConnection, number: int) -> None:
    """Note on a desk, inside a change, that a bundle of this number is made of it."""
    row = connection.exec_driver_sql("SELECT value FROM setting WHERE name = ?", (_GIVEN,)).first()
    given = [*(_numbers(row[0]) if row else ()), number][-_MOST_GIVEN:]
    connection.exec_driver_sql(_REMEMBER, (_GIVEN, json.dumps(given)))


def known_to(connection: Connection) -> frozenset[int]:
    """The numbers of the bundles that a desk gave or took over."""
    given = connection.execute("SELECT value FROM setting WHERE name = ?", (_GIVEN,)).fetchall()
    taken = connection.execute("SELECT id FROM carrying").fetchall()
    return frozenset(
        [*(number for (text,) in given for number in _numbers(text)), *(row[0] for row in taken)]
    )


def kept_state(files: DeskFiles, number: int) -> DeskFiles:
    """Where the state that a bundle carried is kept; it need not be there."""
    return DeskFiles(kept_states(files) / f"{number}{_DESK}")


def kept_states(files: DeskFiles) -> Path:
    """The folder of the states that bundles carried."""
    return files.desk.with_name(files.desk.name + ".carried")


def last_common(files: DeskFiles, numbers: Iterable[int]) -> DeskFiles | None:
    """The last of the states of these numbers that is kept beside the desk; None when none is."""
    places = (kept_state(files, number) for number in sorted(numbers, reverse=True))
    return next((place for place in places if place.desk.is_file()), None)


def let_go(files: DeskFiles) -> None:
    """Remove the states that are no more needed, the oldest ones, and vaults without their state.

    What cannot be removed stays.
    """
    with suppress(OSError):
        numbers = sorted(_kept(files), reverse=True)
        for number in numbers[_MOST_KEPT:]:
            kept_state(files, number).desk.unlink(missing_ok=True)
        for vault in kept_states(files).glob(f"*{_VAULT}"):
            if not vault.with_name(vault.stem).exists():
                vault.unlink(missing_ok=True)
        sync_folder(kept_states(files))


def _kept(files: DeskFiles) -> Iterator[int]:
    for path in kept_states(files).glob(f"*{_DESK}"):
        if path.stem.isdecimal():
            yield int(path.stem)


def _numbers(text: object) -> list[int]:
    """The numbers that a remembered text lists; none for anything else."""
    try:
        told = json.loads(str(text))
    except (ValueError, RecursionError):
        return []
    return [number for number in told if isinstance(number, int)] if isinstance(told, list) else []
