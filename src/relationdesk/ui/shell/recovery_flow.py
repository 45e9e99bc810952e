"""From the wish for a recovery code to a copy that was seen to open the desk."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.ui.shell.recovery import RecoveryDialog, TrialDialog
from relationdesk.ui.shell.sheet_flow import SheetFlow
from relationdesk.ui.tasks import Tasks
from relationdesk.work import settings
from relationdesk.work.desks import Desk, Reader, protection
from relationdesk.work.desks.recovery_sheets import sheet_of
from relationdesk.work.errors import sentence


class RecoveryFlow(QObject):
    """Says `confirmed` when a copy of the recovery code is known to be right."""

    said = Signal(str)
    confirmed = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window

    @Slot()
    def offer(self) -> None:
        """Show a new code, which is good once its copy was tested."""
        code = protection.proposed_recovery_code()
        dialog, flow = RecoveryDialog(code, self._window), SheetFlow(self._tasks, self._window)
        dialog.steps.sheet_asked.connect(
            lambda: self._tasks.change(dialog, lambda desk: sheet_of(desk, code), flow.begin)
        )
        flow.written.connect(dialog.steps.show_written)
        flow.refused.connect(dialog.steps.show_wrong)
        dialog.tested.connect(self._on_tested)
        dialog.trial_asked.connect(self.test)
        _open(dialog)

    @Slot()
    def test(self) -> None:
        """Have the code typed that the user has."""
        dialog = TrialDialog(self._window)
        dialog.tried.connect(partial(self._try, dialog))
        dialog.new_asked.connect(self.offer)
        _open(dialog)

    @Slot(str)
    def _on_tested(self, code: str) -> None:
        told = _("The new recovery code is good from now on")
        self._tasks.change(self, lambda desk: _renew(desk, code), lambda _none: self._confirm(told))

    def _try(self, dialog: TrialDialog, code: str) -> None:
        def right(_nothing: None) -> None:
            dialog.accept()
            self._confirm(_("That is right: this recovery code opens the desk"))

        def wrong(error: ExpectedError) -> None:
            dialog.show_wrong(sentence(error))

        self._tasks.change(dialog, lambda desk: _see(desk, code), right, wrong)

    def _confirm(self, told: str) -> None:
        self.confirmed.emit()
        self.said.emit(told)


def _renew(desk: Desk, code: str) -> None:
    protection.new_recovery_code(desk, code)
    settings.commands.confirm_recovery_code(desk)


def _see(desk: Desk, code: str) -> None:
    protection.try_recovery_code(desk, code)
    settings.commands.confirm_recovery_code(desk)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
