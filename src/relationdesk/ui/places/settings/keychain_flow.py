"""Having the keychain of this computer open the desk, or not."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, Signal

from relationdesk.domain.errors import ExpectedError
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.awaited import Awaited
from relationdesk.work.desks import Desk, Reader, protection
from relationdesk.work.desks.machine import Keychain

Answer = Callable[[Desk, "Future[bool]"], None]


class KeychainFlow(QObject):
    """Says `waiting` when the keychain takes its time, then `done`, or `refused` with the error."""

    waiting = Signal()
    done = Signal()
    refused = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], keychain: Keychain, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._keychain = keychain

    def keep(self) -> None:
        """Have the desk open by itself."""
        self._begin(protection.keep_in_keychain, protection.open_by_itself)

    def let_go(self) -> None:
        """Have the desk ask for its passphrase at each start."""
        self._begin(protection.take_from_keychain, protection.ask_at_start)

    def _begin(self, ask: Callable[[Desk, Keychain], "Future[bool]"], answer: Answer) -> None:
        self._tasks.change(
            self, lambda desk: ask(desk, self._keychain), partial(self._on_asked, answer), self._on_refused
        )

    def _on_asked(self, answer: Answer, coming: "Future[bool]") -> None:
        awaited = Awaited(coming, self)
        awaited.slow.connect(self.waiting)
        awaited.came.connect(
            lambda _came: self._tasks.change(
                self, lambda desk: answer(desk, coming), lambda _none: self.done.emit(), self._on_refused
            )
        )

    def _on_refused(self, error: ExpectedError) -> None:
        self.refused.emit(error)
