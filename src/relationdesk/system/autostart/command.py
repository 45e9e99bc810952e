"""What has to be run to start this program again, as it runs now."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import relationdesk

IN_TRAY = "--in-tray"
_NAME = "relationdesk"


@dataclass(frozen=True, slots=True)
class Command:
    """The program and its words, and the folder that it has to be started in, if any."""

    words: tuple[str, ...]
    folder: Path | None = None

    @property
    def is_gone(self) -> bool:
        """Whether it could not be run: its program was moved or deleted."""
        is_folder_gone = self.folder is not None and not self.folder.is_dir()
        return is_folder_gone or not Path(self.words[0]).is_file()


def command_into_tray(desk: Path | None, environment: Mapping[str, str] = os.environ) -> Command:
    """Start in the tray on this desk, on the user's own for None."""
    program = _program(environment)
    on_desk = () if desk is None else ("--desk", str(desk))
    return Command((*program.words, IN_TRAY, *on_desk), program.folder)


def _program(environment: Mapping[str, str]) -> Command:
    if getattr(sys, "frozen", False):
        return Command((environment.get("APPIMAGE") or sys.executable,))
    script = Path(sys.argv[0]).absolute()
    if script.stem == _NAME and script.is_file() and os.access(script, os.X_OK):
        return Command((str(script),))
    return Command((_python(), "-m", _NAME), Path(relationdesk.__file__).parent.parent)


def _python() -> str:
    """The interpreter; on Windows the one that opens no terminal."""
    without_terminal = Path(sys.executable).with_name("pythonw.exe")
    return str(without_terminal) if without_terminal.is_file() else sys.executable
