"""Where the program keeps things on this machine."""

import os
from pathlib import Path

_HOME_VARIABLE = "RELATIONDESK_HOME"
_NAME = "RelationDesk"


def data_folder() -> Path:
    """The folder of the user's desk: `RELATIONDESK_HOME` when set, else the system's own place for it."""
    if home := os.environ.get(_HOME_VARIABLE):
        return Path(home).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - only when no place was named

    return user_data_path(_NAME, appauthor=False, roaming=False)


def default_desk() -> Path:
    """The desk that opens when none is named."""
    return data_folder() / "my.desk"


def settings_file() -> Path:
    """The settings of this machine's window: look, language, geometry; nothing personal."""
    return data_folder() / "window.ini"
