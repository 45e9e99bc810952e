"""The desks that are measured, made once for a run."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

USUAL = 2_000


@dataclass(frozen=True)
class Setting:
    """Where a run keeps its files, and how many people its big desk has."""

    folder: Path
    big: int

    def desk(self, people: int) -> Path:
        """A sample desk of so many people, its files warm."""
        path = self.folder / f"{people}.desk"
        if not path.exists():
            command = [sys.executable, "-m", "relationdesk", "demo", str(path), "--people", str(people)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=self.surroundings())
        return path

    def passing(self) -> Path:
        """An empty folder for what is made to be measured, in place of the one given before."""
        folder = self.folder / "passing"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def surroundings(self) -> dict[str, str]:
        """The environment of a program that is measured: no screen, its own folder, a word once painted.

        Its modules are kept compiled, as an installed program's are, whatever the environment here says.
        """
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return kept | {
            "QT_QPA_PLATFORM": "offscreen",
            "RELATIONDESK_HOME": str(self.folder),
            "RELATIONDESK_SAY_WHEN_PAINTED": "yes",
        }
