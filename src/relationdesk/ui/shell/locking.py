"""Locking the desk: when the user says so, is away, or leaves the computer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.clock import Clock
from relationdesk.domain.locking import LockRules
from relationdesk.ui.shell.idleness import Idleness
from relationdesk.ui.shell.sleep_gap import SleepGap
from relationdesk.ui.tasks import Tasks
from relationdesk.work import settings
from relationdesk.work.desks import Desk, Reader, protection
from relationdesk.work.desks.machine import DeskFiles, Machine

if TYPE_CHECKING:
    from relationdesk.ui.places.settings.passphrase_flow import PassphraseFlow


class Locking(QObject):
    """Says `due` when the desk is to be locked, which it never does where no passphrase would open it again.

    What the user is in the middle of (a long import, dossiers) is not cut off because they were away.
    """

    due = Signal()
    _leaving = Signal()

    def __init__(
        self, window: QWidget, tasks: Tasks[Reader, Desk], clock: Clock, machine: Machine, files: DeskFiles
    ) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._files = files
        self._session = machine.session()
        self._keychain = machine.keychain
        self._passphrase: PassphraseFlow | None = None
        self._window = window
        self.idleness = Idleness(clock, self)
        self.idleness.over.connect(self._on_idle)
        self.sleep_gap = SleepGap(clock, self)
        self.sleep_gap.slept.connect(self._on_left)
        self._leaving.connect(self._on_left, Qt.ConnectionType.QueuedConnection)
        self.read_rules()

    @Slot()
    def lock(self) -> None:
        """Lock now; the first time a passphrase is asked for."""
        if protection.has_passphrase(self._files):
            self.due.emit()
        else:
            self._ask_for_passphrase()

    def _ask_for_passphrase(self) -> None:
        from relationdesk.ui.places.settings.passphrase_dialog import Purpose  # noqa: PLC0415 - wanted once
        from relationdesk.ui.places.settings.passphrase_flow import PassphraseFlow  # noqa: PLC0415 - see above

        if self._passphrase is None:
            self._passphrase = PassphraseFlow(self._tasks, self._keychain, self._window)
        self._passphrase.ask(Purpose.TO_LOCK, self.due.emit)

    @Slot()
    def read_rules(self) -> None:
        """Go by the rules as they are kept on the desk now."""
        self._tasks.ask(self, settings.queries.lock_rules, self.go_by)

    def go_by(self, rules: LockRules) -> None:
        """Lock by these rules from now on."""
        if rules.idle_minutes is None:
            self.idleness.stop()
        else:
            self.idleness.begin(rules.idle_minutes)
        if rules.on_sleep:
            self._session.watch(self._leaving.emit)
            self.sleep_gap.begin()
        else:
            self._session.close()
            self.sleep_gap.stop()

    def close(self) -> None:
        """The desk is locked or closed: nothing more is to be done, and the computer may sleep."""
        self.go_by(LockRules())

    @Slot()
    def _on_idle(self) -> None:
        if not self._tasks.is_busy and protection.has_passphrase(self._files):
            self.due.emit()

    @Slot()
    def _on_left(self) -> None:
        if protection.has_passphrase(self._files):
            self.due.emit()
        self._session.left()
