"""The few dialogs of the window: the keys, the recovery code, the user's own details."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from relationdesk.ui.tasks import Tasks
from relationdesk.work import settings
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.ui.shell.recovery_flow import RecoveryFlow


class Dialogs(QObject):
    """Each is made when it is asked for.

    `code_tested` comes when a copy of the recovery code is known to be right, `letterhead_wanted` once, when
    a dossier was written without one.
    """

    said = Signal(str)
    code_tested = Signal()
    letterhead_wanted = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window

    @Slot()
    def show_keys(self) -> None:
        """Show what the keys do."""
        from relationdesk.ui.shell.keys_sheet import KeysSheet  # noqa: PLC0415 - rare, kept off the start

        _open(KeysSheet(self._window))

    @Slot()
    def check_desk(self) -> None:
        """Check the desk, and show how everything stands."""
        from relationdesk.ui.shell.check_dialog import CheckDialog  # noqa: PLC0415 - see above

        dialog = CheckDialog(self._tasks, self._window)
        _open(dialog)
        dialog.begin()

    @Slot()
    def ask_my_details(self) -> None:
        """Ask who the user is; saved by itself."""
        from relationdesk.ui.places.details.dialog import MyDetailsDialog  # noqa: PLC0415 - see above

        _open(MyDetailsDialog(self._tasks, self._window))

    @Slot()
    def look_at_letterhead(self) -> None:
        """A dossier was written: an empty letterhead is offered, this once."""
        self._tasks.ask(self, settings.queries.wants_letterhead, self._on_letterhead_read)

    def _on_letterhead_read(self, is_wanted: bool) -> None:  # noqa: FBT001 - the answer to a question
        if is_wanted:
            self._tasks.change(self, _remember_offer)
            self.letterhead_wanted.emit()

    @Slot()
    def offer_recovery_code(self) -> None:
        """Show a new recovery code, which is good once a copy of it was tested."""
        self._recovery().offer()

    @Slot()
    def test_recovery_code(self) -> None:
        """Have the recovery code typed that the user has."""
        self._recovery().test()

    def _recovery(self) -> "RecoveryFlow":
        from relationdesk.ui.shell.recovery_flow import RecoveryFlow  # noqa: PLC0415 - rare, kept off the start

        flow = RecoveryFlow(self._tasks, self._window)
        flow.said.connect(self.said)
        flow.confirmed.connect(self.code_tested)
        return flow


def _remember_offer(desk: Desk) -> None:
    settings.commands.remember_letterhead_offer(desk)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
