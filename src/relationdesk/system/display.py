"""Whether there is a screen to open a window on; Qt ends the process on the spot where there is none."""

import os
import re
import sys
from pathlib import Path

_LOCAL_X = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
_X_SOCKETS = "/tmp/.X11-unix"  # noqa: S108 - where X servers listen (Xserver(1))
_PATIENCE_SECONDS = 2.0


def display_answers() -> bool:
    """Whether a window can be opened: somebody answers where `WAYLAND_DISPLAY` or `DISPLAY` points.

    A display on another machine, and a platform chosen by `QT_QPA_PLATFORM`, are taken at their word.
    """
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    wayland, x = os.environ.get("WAYLAND_DISPLAY", ""), os.environ.get("DISPLAY", "")
    return bool((wayland and _wayland_answers(wayland)) or (x and _x_answers(x)))


def _wayland_answers(name: str) -> bool:
    return _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/run"), name)))


def _x_answers(display: str) -> bool:
    local = _LOCAL_X.fullmatch(display)
    if local is None:
        return True
    listening = f"{_X_SOCKETS}/X{local.group(1)}"
    return _answers(f"\0{listening}") or _answers(listening)


def _answers(address: str) -> bool:
    import socket  # noqa: PLC0415 - not read in where nothing has to be asked

    with socket.socket(socket.AF_UNIX) as door:
        door.settimeout(_PATIENCE_SECONDS)
        try:
            door.connect(address)
        except OSError:
            return False
    return True
