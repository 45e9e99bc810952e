"""This machine, as the program uses it: where desks are, the keychain, the clock, the language."""

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from relationdesk.desk.files import DeskFiles
from relationdesk.language.words import Language
from relationdesk.system import paths
from relationdesk.system.apart import apart
from relationdesk.system.clock import SystemClock
from relationdesk.system.display import display_answers
from relationdesk.system.instance import BusyDeskError, Hold, hold
from relationdesk.system.keychain import Keychain, SystemKeychain
from relationdesk.system.locale import system_language
from relationdesk.system.notifications import Notice, Notifier, SystemNotifier
from relationdesk.system.paths import NoHomeError

__all__ = [
    "BusyDeskError",
    "DeskFiles",
    "Hold",
    "Machine",
    "NoHomeError",
    "Notice",
    "Notifier",
    "SystemClock",
    "this_machine",
]


@dataclass(frozen=True, slots=True)
class Machine:
    """What the window and the command line need of the operating system."""

    keychain: Keychain

    def files(self, desk: Path | None) -> DeskFiles:
        """The files of the desk that was named, or of the user's own."""
        return DeskFiles((desk or paths.default_desk()).absolute())

    def settings_folder(self) -> Path:
        """Where the window keeps its look, language and geometry on this machine; nothing personal."""
        return paths.data_folder()

    def has_display(self) -> bool:
        """Whether there is a screen to open a window on."""
        return display_answers()

    def language(self) -> Language:
        """The language that the system is set to."""
        return system_language()

    def hold(self, files: DeskFiles) -> Hold:
        """Keep other processes from changing a desk.

        Raises:
            BusyDeskError: one has it open already.
        """
        return hold(files.in_use)

    def looks_for_keychain(self) -> "Future[bool]":
        """Whether keys can be kept here, without waiting for the answer."""
        return apart("keychain", self.keychain.is_there)

    def notifier(self) -> Notifier:
        """What shows notices outside the window; nothing is started before the first."""
        return SystemNotifier()

    @contextmanager
    def passing_folder(self) -> Iterator[Path]:
        """A folder for the user alone that is gone after the block."""
        folder = Path(tempfile.mkdtemp(prefix="relationdesk-"))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def this_machine() -> Machine:
    """The machine that the program runs on."""
    return Machine(SystemKeychain())
