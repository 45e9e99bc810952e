"""From the wish for another passphrase to the one that opens the desk."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from relationdesk.domain.errors import ExpectedError
from relationdesk.ui.places.settings.passphrase_dialog import PassphraseDialog, Purpose, Wanted
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks import Desk, Reader, protection
from relationdesk.work.desks.machine import Keychain
from relationdesk.work.errors import sentence


class PassphraseFlow(QObject):
    """Asks in a dialog over `window`, and carries out what was wanted; `then` is called once it is done."""

    def __init__(self, tasks: Tasks[Reader, Desk], keychain: Keychain, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._keychain = keychain
        self._window = window

    def ask(self, purpose: Purpose, then: Callable[[], None]) -> None:
        """Open the dialog."""
        dialog = PassphraseDialog(purpose, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(partial(self._carry_out, dialog, purpose, then))
        dialog.open()

    def _carry_out(
        self, dialog: PassphraseDialog, purpose: Purpose, then: Callable[[], None], wanted: Wanted
    ) -> None:
        def done(_nothing: None) -> None:
            dialog.accept()
            then()

        def refused(error: ExpectedError) -> None:
            dialog.show_wrong(sentence(error))

        self._tasks.change(dialog, partial(_command(purpose, self._keychain), wanted), done, refused)


def _command(purpose: Purpose, keychain: Keychain) -> Callable[[Wanted, Desk], None]:
    def removed(wanted: Wanted, desk: Desk) -> None:
        protection.remove_passphrase(desk, keychain, present=wanted.present)

    def changed(wanted: Wanted, desk: Desk) -> None:
        protection.set_passphrase(desk, wanted.passphrase, present=wanted.present)

    return removed if purpose is Purpose.REMOVAL else changed
