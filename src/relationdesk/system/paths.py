"""Where the program keeps things on this machine."""

import os
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
    try:
        folder = Path(home).expanduser() if home else _usual_folder()
    except RuntimeError as error:
        raise NoHomeError from error
    if not (home or folder.is_absolute()):
        raise NoHomeError
    return folder


def _usual_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - only when no place was named

    return user_data_path(_NAME, appauthor=False, roaming=False)


def default_desk() -> Path:
    """The desk that opens when none is named."""
    return data_folder() / "my.desk"
