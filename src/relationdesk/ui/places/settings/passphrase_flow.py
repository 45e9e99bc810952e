"""From the wish for another passphrase to the one that opens the desk."""

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from relationdesk.domain.errors import ExpectedError
from relationdesk.ui.places.settings.passphrase_dialog import PassphraseDialog, Purpose, Wanted
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.awaited import Awaited
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
        step = _Step(self._tasks, self._keychain, dialog, then)
        dialog.wanted.connect(step.remove if purpose is Purpose.REMOVAL else step.change)
        dialog.open()


class _Step(QObject):
    """What follows once the dialog says what is wanted."""

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        keychain: Keychain,
        dialog: PassphraseDialog,
        then: Callable[[], None],
    ) -> None:
        super().__init__(dialog)
        self._tasks = tasks
        self._keychain = keychain
        self._dialog = dialog
        self._then = then

    def change(self, wanted: Wanted) -> None:
        """Set the new passphrase."""

        def set_it(desk: Desk) -> None:
            protection.set_passphrase(desk, wanted.passphrase, present=wanted.present)

        self._tasks.change(self, set_it, self._on_done, self._on_refused)

    def remove(self, wanted: Wanted) -> None:
        """Remove the passphrase, once the keychain holds the key."""

        def keep(desk: Desk) -> "Future[bool]":
            return protection.keep_before_removal(desk, self._keychain, present=wanted.present)

        self._tasks.change(self, keep, self._on_keeping, self._on_refused)

    def _on_keeping(self, kept: "Future[bool]") -> None:
        awaited = Awaited(kept, self)
        awaited.slow.connect(self._dialog.show_waiting)
        awaited.came.connect(
            lambda _kept: self._tasks.change(
                self,
                lambda desk: protection.remove_passphrase(desk, kept),
                self._on_done,
                self._on_refused,
            )
        )

    def _on_done(self, _nothing: None) -> None:
        self._dialog.accept()
        self._then()

    def _on_refused(self, error: ExpectedError) -> None:
        self._dialog.show_wrong(sentence(error))
