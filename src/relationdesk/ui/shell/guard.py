"""What keeps watch over an open desk: it locks, and Settings has a page for how it is protected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from relationdesk.domain.clock import Clock
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.desks.machine import DeskFiles, Machine

if TYPE_CHECKING:
    from relationdesk.ui.places.settings.place import SettingsPlace
    from relationdesk.ui.shell.locking import Locking


class Guard(QObject):
    """Says `due` when the desk is to be locked. What it needs is read in when it is wanted."""

    due = Signal()

    def __init__(
        self, window: MainWindow, tasks: Tasks[Reader, Desk], clock: Clock, machine: Machine, files: DeskFiles
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._clock = clock
        self._machine = machine
        self._files = files
        self._locking: Locking | None = None
        window.lock_asked.connect(self.lock)
        window.settings_made.connect(self._on_settings_made)

    def watch(self) -> "Locking":
        """Lock by the rules of the desk from now on."""
        if self._locking is None:
            from relationdesk.ui.shell.locking import Locking  # noqa: PLC0415 - not before first paint

            self._locking = Locking(self._window, self._tasks, self._clock, self._machine, self._files)
            self._locking.due.connect(self.due)
            self._check_by_itself()
        return self._locking

    @property
    def can_lock(self) -> bool:
        """Whether the desk can be locked without asking for a passphrase first."""
        from relationdesk.work.desks import protection  # noqa: PLC0415 - not before first paint

        return protection.has_passphrase(self._files)

    def _check_by_itself(self) -> None:
        from relationdesk.ui.shell.desk_check import DeskCheck  # noqa: PLC0415 - not before first paint

        DeskCheck(self._tasks, self._clock, self._machine.log(self._clock), self).begin()

    def close(self) -> None:
        """The desk is closed: watch no more, and let the computer sleep."""
        if self._locking is not None:
            self._locking.close()

    @Slot()
    def lock(self) -> None:
        """Lock now, as the user wants it."""
        self.watch().lock()

    @Slot(object)
    def _on_settings_made(self, place: "SettingsPlace") -> None:
        from relationdesk.ui.places.settings.protection_page import (  # noqa: PLC0415 - rare, kept off the start
            ProtectionPage,
        )

        tells = self._machine.session().tells
        page = ProtectionPage(self._tasks, self._machine.keychain, session_tells=tells)
        place.add_page(page)
        dialogs = self._window.dialogs
        page.lock_asked.connect(self.lock)
        page.rules_kept.connect(self.watch().read_rules)
        page.code_asked.connect(dialogs.offer_recovery_code)
        page.trial_asked.connect(dialogs.test_recovery_code)
        dialogs.code_tested.connect(page.read)
