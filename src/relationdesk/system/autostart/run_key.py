"""The value in the Run key of the user's registry, which Windows starts with the session."""

import subprocess
import sys
from contextlib import suppress
from typing import Protocol

from relationdesk.system.autostart.command import Command

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
NAME = "RelationDesk"


class Values(Protocol):
    """The values of one key."""

    def read(self, name: str) -> str | None:
        """A value; None when there is none."""

    def write(self, name: str, value: str) -> None:
        """Keep a value, or raise an OSError."""

    def remove(self, name: str) -> None:
        """Remove a value, or raise an OSError; FileNotFoundError when there is none."""


class RunKey:
    """The value of this program, `values` being those of the key `RUN`."""

    def __init__(self, values: Values | None = None) -> None:
        self._values = values or _registry()

    def read(self) -> Command | None:
        """What is started, as far as the program."""
        kept = self._values.read(NAME)
        return Command((_program_of(kept),)) if kept and kept.strip() else None

    def write(self, command: Command) -> None:
        """Start this from the next session on; there is no folder to start it in."""
        self._values.write(NAME, subprocess.list2cmdline(command.words))

    def remove(self) -> None:
        """Start nothing any more."""
        with suppress(FileNotFoundError):
            self._values.remove(NAME)


def _program_of(line: str) -> str:
    line = line.strip()
    return line[1:].partition('"')[0] if line.startswith('"') else line.split()[0]


if sys.platform == "win32":
    import winreg

    class _Registry:
        def read(self, name: str) -> str | None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN) as key:
                    return str(winreg.QueryValueEx(key, name)[0])
            except OSError:
                return None

        def write(self, name: str, value: str) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN) as key:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)

        def remove(self, name: str) -> None:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, name)

    def _registry() -> Values:
        return _Registry()

else:

    def _registry() -> Values:
        raise OSError
