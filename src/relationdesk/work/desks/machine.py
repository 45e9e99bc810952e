"""This machine, as the program uses it: where desks are, the keychain, the clock, the language."""

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from relationdesk.desk.connection import SQLITE_VERSION
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.forwarding import place_after_moves
from relationdesk.desk.schema import SCHEMA_VERSION
from relationdesk.domain.clock import Clock
from relationdesk.language.words import Language
from relationdesk.system import native_crash, paths
from relationdesk.system.apart import apart
from relationdesk.system.clock import SystemClock
from relationdesk.system.display import display_answers
from relationdesk.system.instance import BusyDeskError, Hold
from relationdesk.system.keychain import Keychain, NoKeychain, SystemKeychain
from relationdesk.system.locale import system_language
from relationdesk.system.log import Event, Log
from relationdesk.system.notifications import Notice, Notifier, SystemNotifier
from relationdesk.system.paths import NoHomeError
from relationdesk.system.session import Session, SystemSession
from relationdesk.system.uncaught import prints_tracebacks, uncaught_kept
from relationdesk.work.desks.errors import NotADeskError

if TYPE_CHECKING:
    from relationdesk.system.autostart.door import Autostart

__all__ = [
    "Autostart",
    "BusyDeskError",
    "DeskFiles",
    "Event",
    "Hold",
    "Keychain",
    "Log",
    "Machine",
    "NoHomeError",
    "NoKeychain",
    "Notice",
    "Notifier",
    "Session",
    "SystemClock",
    "note_opening",
    "this_machine",
    "uncaught_kept",
]


@dataclass(frozen=True, slots=True)
class Machine:
    """What the window and the command line need of the operating system."""

    keychain: Keychain

    def files(self, desk: Path | None) -> DeskFiles:
        """The files of the desk that was named, or of the user's own, wherever it was moved to.

        Raises:
            NoHomeError: none was named, and the user has no folder for one.
            NotADeskError: what was named is there and is no file.
        """
        path = (desk or paths.default_desk()).absolute()
        if not path.name or _is_no_file(path):
            raise NotADeskError(path)
        return DeskFiles(place_after_moves(path))

    def settings_folder(self) -> Path:
        """Where the window keeps its look, language and geometry on this machine; nothing personal."""
        return paths.data_folder()

    def has_display(self) -> bool:
        """Whether there is a screen to open a window on."""
        return display_answers()

    def language(self) -> Language:
        """The language that the system is set to."""
        return system_language()

    def looks_for_keychain(self) -> "Future[bool]":
        """Whether keys can be kept here, without waiting for the answer."""
        return apart("keychain", self.keychain.is_there)

    def log(self, clock: Clock) -> Log:
        """Where it is kept what the program did and what went wrong; nowhere for a user without a home."""
        return Log(self._log_folder(), clock)

    @contextmanager
    def complaints_kept(self, log: Log) -> Iterator[None]:
        """Have it noted in the block that libraries complained, instead of having their words printed."""
        from relationdesk.system.complaints import complaints_kept  # noqa: PLC0415 - not before first paint

        with complaints_kept(log):
            yield

    @contextmanager
    def native_crashes_kept(self) -> Iterator[None]:
        """Have crashes below Python written down during the block."""
        with native_crash.native_crashes_kept(self._log_folder()):
            yield

    def former_crash(self) -> str:
        """Where the program stood when it crashed the last time; empty when there is nothing to tell."""
        return native_crash.former_crash(self._log_folder())

    def forget_former_crash(self) -> None:
        """Tell of the last crash no more."""
        native_crash.forget_former_crash(self._log_folder())

    def versions(self) -> list[str]:
        """What the program runs on; nothing that tells whose computer it is."""
        from relationdesk.system.surroundings import versions  # noqa: PLC0415 - for reports alone

        return [*versions(), f"SQLite {SQLITE_VERSION}"]

    def prints_tracebacks(self) -> bool:
        """Whether whoever works on the program asked for mistakes to be printed, with their values."""
        return prints_tracebacks()

    def session(self) -> Session:
        """What tells when the user leaves; nothing is listened to before it is asked for."""
        return SystemSession()

    def notifier(self) -> Notifier:
        """What shows notices outside the window; nothing is started before the first."""
        return SystemNotifier()

    def autostart(self, files: DeskFiles) -> "Autostart":
        """Whether the program starts with the user's session, in the tray and on this desk."""
        from relationdesk.system.autostart.command import command_into_tray  # noqa: PLC0415 - not at start-up
        from relationdesk.system.autostart.door import Autostart, entry_here  # noqa: PLC0415 - see above

        is_usual = paths.is_usual() and files == self.files(None)
        return Autostart(entry_here(), command_into_tray(None if is_usual else files.desk))

    @contextmanager
    def passing_folder(self) -> Iterator[Path]:
        """A folder for the user alone that is gone after the block."""
        folder = Path(tempfile.mkdtemp(prefix="relationdesk-"))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def forget_opened(self) -> None:
        """Leave no copy of a file that another program was given to show."""
        with suppress(NoHomeError):
            shutil.rmtree(paths.opened_folder(), ignore_errors=True)

    def _log_folder(self) -> Path | None:
        try:
            return paths.log_folder()
        except NoHomeError:
            return None


def _is_no_file(path: Path) -> bool:
    try:
        return path.exists() and not path.is_file()
    except OSError:
        return False


def note_opening(log: Log, desk: Desk) -> None:
    """Keep in the log that a desk was opened, and from which version it was brought to this one."""
    if desk.came_from != SCHEMA_VERSION:
        log.note(Event.DESK_MIGRATED, before=desk.came_from, now=SCHEMA_VERSION)
    log.note(Event.DESK_OPENED)


def this_machine() -> Machine:
    """The machine that the program runs on."""
    return Machine(SystemKeychain())
