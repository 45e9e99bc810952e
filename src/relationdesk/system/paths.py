"""Where the program keeps things on this machine."""

import os
from collections.abc import Callable
from pathlib import Path

from relationdesk.domain.errors import ExpectedError


class NoHomeError(ExpectedError):
    """This user has no home folder, and no other was named."""


_HOME_VARIABLE = "RELATIONDESK_HOME"
_NAME = "RelationDesk"


def data_folder() -> Path:
    """The folder of the user's desk: `RELATIONDESK_HOME` when set, else the system's own place for it.

    Raises:
        NoHomeError: the system knows no folder of this user's.
    """
    home = os.environ.get(_HOME_VARIABLE)
    return _ours(lambda: Path(home).expanduser().absolute() if home else _usual_folder())


def log_folder() -> Path:
    """The folder of the log: `logs` in `RELATIONDESK_HOME` when that is set, else the system's own place.

    Raises:
        NoHomeError: the system knows no folder of this user's.
    """
    if os.environ.get(_HOME_VARIABLE):
        return data_folder() / "logs"
    from platformdirs import user_log_path  # noqa: PLC0415 - only when no place was named

    return _ours(lambda: user_log_path(_NAME, appauthor=False))


def opened_folder() -> Path:
    """Where copies lie that other programs are given to show.

    Raises:
        NoHomeError: the system knows no folder of this user's.
    """
    return data_folder() / "opened"


def _ours(folder: Callable[[], Path]) -> Path:
    try:
        found = folder()
    except RuntimeError as error:
        raise NoHomeError from error
    if not found.is_absolute():
        raise NoHomeError
    return found


def _usual_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - only when no place was named

    return user_data_path(_NAME, appauthor=False, roaming=False)


def usual_folder() -> Path:
    """The system's own place for the program's data, whatever else was named.

    Raises:
        NoHomeError: the system knows no folder of this user's.
    """
    return _ours(_usual_folder)


def is_usual() -> bool:
    """Whether the data lies at the system's own place, where it is found without `RELATIONDESK_HOME`."""
    return not os.environ.get(_HOME_VARIABLE)


def default_desk() -> Path:
    """The desk that opens when none is named."""
    return data_folder() / "my.desk"
