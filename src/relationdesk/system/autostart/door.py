"""Whether the program starts with the user's session."""

import os
import sys
from pathlib import Path
from typing import Protocol

from relationdesk.domain.errors import ExpectedError
from relationdesk.system.autostart.command import Command

_SANDBOX = Path("/.flatpak-info")


class UnchangedAutostartError(ExpectedError):
    """The system did not let it be changed whether the program starts with the session."""


class Entry(Protocol):
    """What the system keeps about a program that it starts with the session."""

    def read(self) -> Command | None:
        """What is started; of its words perhaps the program alone. None when nothing is."""

    def write(self, command: Command) -> None:
        """Start this from the next session on.

        Raises:
            OSError: it could not be kept.
        """

    def remove(self) -> None:
        """Start nothing any more.

        Raises:
            OSError: it could not be taken out.
        """


class Autostart:
    """The entry of this program, which is to start by `command`; `entry` is None where there can be none."""

    def __init__(self, entry: Entry | None, command: Command) -> None:
        self._entry = entry
        self._command = command

    @property
    def is_possible(self) -> bool:
        """Whether programs can be started with the session here."""
        return self._entry is not None

    @property
    def is_on(self) -> bool:
        """Whether this program is."""
        return self._entry is not None and self._entry.read() is not None

    def turn(self, *, on: bool) -> None:
        """Start with the session from now on, or no more.

        Raises:
            UnchangedAutostartError: the system did not let that be changed.
        """
        if self._entry is None:
            raise UnchangedAutostartError
        try:
            if on:
                self._entry.write(self._command)
            else:
                self._entry.remove()
        except OSError as error:
            raise UnchangedAutostartError from error

    def heal(self) -> None:
        """Have an entry whose program was moved or deleted start the one that runs now.

        Raises:
            UnchangedAutostartError: the system did not let that be changed.
        """
        kept = None if self._entry is None else self._entry.read()
        if kept is not None and kept.is_gone:
            self.turn(on=True)


def entry_here() -> Entry | None:
    """The entry of this program on this system; None in a sandbox, or for a user without a home."""
    if sys.platform == "win32":
        from relationdesk.system.autostart.run_key import RunKey  # noqa: PLC0415 - Windows alone

        return RunKey()
    folder = _folder()
    if folder is None or _SANDBOX.exists():
        return None
    if sys.platform == "darwin":
        from relationdesk.system.autostart.launch_agent import LaunchAgent  # noqa: PLC0415 - macOS alone

        return LaunchAgent(folder)
    from relationdesk.system.autostart.xdg import DesktopEntry  # noqa: PLC0415 - the others have none

    return DesktopEntry(folder)


def _folder() -> Path | None:
    """Where entries lie (XDG base directories: a relative path in the environment is to be passed over)."""
    named = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    if sys.platform != "darwin" and named.is_absolute():
        return named / "autostart"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if not home.is_absolute():
        return None
    return home / "Library/LaunchAgents" if sys.platform == "darwin" else home / ".config/autostart"
