"""The launch agent of macOS (launchd.plist), which is started with the session."""

import plistlib
from pathlib import Path
from xml.parsers.expat import ExpatError

from relationdesk.system.autostart.command import Command
from relationdesk.system.autostart.files import replace_file

LABEL = "relationdesk.in-tray"


class LaunchAgent:
    """The agent of this program in a folder of agents."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"{LABEL}.plist"

    def read(self) -> Command | None:
        """What is started; None where the agent is missing, switched off, or cannot be read."""
        try:
            kept = plistlib.loads(self._path.read_bytes())
        except (OSError, ValueError, ExpatError):
            return None
        if not isinstance(kept, dict) or not kept.get("RunAtLoad") or not kept.get("ProgramArguments"):
            return None
        folder = kept.get("WorkingDirectory")
        return Command(tuple(map(str, kept["ProgramArguments"])), Path(folder) if folder else None)

    def write(self, command: Command) -> None:
        """Start this from the next session on."""
        agent: dict[str, object] = {
            "Label": LABEL,
            "ProgramArguments": list(command.words),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        if command.folder is not None:
            agent["WorkingDirectory"] = str(command.folder)
        replace_file(self._path, plistlib.dumps(agent))

    def remove(self) -> None:
        """Start nothing any more."""
        self._path.unlink(missing_ok=True)
