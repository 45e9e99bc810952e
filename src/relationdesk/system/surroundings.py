"""What the program runs on, as far as it helps to find a mistake; nothing of whose computer it is."""

import platform
import sys

from relationdesk import __version__


def versions() -> list[str]:
    """The program, Python and the system, by name and version."""
    python = ".".join(map(str, sys.version_info[:3]))
    return [f"RelationDesk {__version__}", f"Python {python}", f"{_system()}, {platform.machine()}"]


def _system() -> str:
    if sys.platform != "linux":
        return f"{platform.system()} {platform.release()}"
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.system()
