"""A desk whose key is not at hand: the keychain is waited for, and the user asked meanwhile."""

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal, Slot

from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.locking import pause_after
from relationdesk.language.words import _
from relationdesk.ui.shell.lock_pages import UnlockPage
from relationdesk.ui.shell.starting import Given, Starting
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.awaited import Awaited
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.desks.errors import BrokenDeskError, WrongSecretError
from relationdesk.work.desks.opening import Need, Situation, with_key
from relationdesk.work.errors import sentence


class Unlocking(QObject):
    """Says `page_made` with what is to be shown, and then `unlocked` or `found`, whichever comes first.

    `unlocked` comes with what the user's secret leads to by `unlock`, `found` with a situation that holds the
    key, `broken` where the secret was right and the desk is not. `given` is the secret that was tried last.
    """

    page_made = Signal(object)
    unlocked = Signal(object)
    found = Signal(object)
    broken = Signal(object)

    def __init__(
        self,
        starting: Starting,
        tasks: Tasks[Reader, Desk],
        situation: Situation,
        *,
        title: str = "",
        told: str = "",
        unlock: Callable[[Situation, Given], object] | None = None,
    ) -> None:
        """`title` and `told` say why it is asked; `unlock` does something else than opening the desk."""
        super().__init__(tasks)
        self.given = Given()
        self._title = title
        self._told = told
        self._unlock = unlock or starting.unlock
        self._starting = starting
        self._tasks = tasks
        self._situation = situation
        self._page: UnlockPage | None = None
        self._wrong = 0
        self._is_trying = False
        self._with_key: Situation | None = None

    def begin(self, coming: "Future[bytes | None] | None" = None) -> None:
        """Ask the keychain where it is to be asked, or wait for what is already `coming`; else the user."""
        if self._situation.need is not Need.KEY:
            self._ask("")
            return
        awaited = Awaited(coming or self._starting.key_of(self._situation), self)
        awaited.slow.connect(self._on_slow)
        awaited.came.connect(self._on_came)

    @Slot()
    def _on_slow(self) -> None:
        self._ask(
            _(
                "Waiting for this computer’s keychain, which may be asking you for something. "
                "You can also open the desk yourself."
            )
        )

    @Slot(object)
    def _on_came(self, raw: bytes | None) -> None:
        situation = with_key(self._situation, raw)
        if situation.need is not Need.NOTHING:
            self._ask("" if self._told else _("This computer’s keychain did not give the desk’s key."))
            self._offer_keeping()
        elif self._is_trying:
            self._with_key = situation
        else:
            self.found.emit(situation)

    def _ask(self, told: str) -> None:
        if self._page is None:
            self._page = UnlockPage(
                has_passphrase=self._situation.has_passphrase, title=self._title, text=self._told
            )
            self._page.given.connect(self._on_given)
            self.page_made.emit(self._page)
        self._page.show_told(told)

    def _offer_keeping(self) -> None:
        if self._page is not None and self._situation.has_passphrase:
            Awaited(self._starting.has_keychain(), self._page).came.connect(self._page.offer_keeping)

    @Slot(object)
    def _on_given(self, given: Given) -> None:
        page = self._page
        if page is None or self._is_trying:
            return
        self._is_trying = True
        self.given = given
        page.show_wrong("")
        page.show_busy(is_busy=True)
        self._tasks.run(
            self,
            lambda _progress: self._unlock(self._situation, given),
            self.unlocked.emit,
            self._on_refused,
        )

    def _on_refused(self, error: ExpectedError) -> None:
        self._is_trying = False
        if isinstance(error, BrokenDeskError):
            self.broken.emit(error)
        elif self._with_key is not None:
            self.found.emit(self._with_key)
        elif self._page is not None:
            is_wrong = isinstance(error, WrongSecretError)
            self._wrong += is_wrong
            self._page.show_busy(is_busy=False)
            self._page.pause(sentence(error), pause_after(self._wrong) if is_wrong else 0)
