"""The way to an open desk: first start, unlocking, and what is said when it does not open."""

from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Never

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import Language, _
from relationdesk.ui.shell.closed_work import ClosedWork, WorkPage
from relationdesk.ui.shell.first_pages import CodePage, LanguagePage, ProtectPage
from relationdesk.ui.shell.lock_pages import TroublePage, UnlockPage, WaitPage
from relationdesk.ui.shell.qt_words import speak
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.sheet_flow import SheetFlow
from relationdesk.ui.shell.start_page import StartPage
from relationdesk.ui.shell.starting import Given, Starting
from relationdesk.ui.shell.unlocking import Unlocking
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.awaited import Awaited
from relationdesk.work import settings
from relationdesk.work.desks import Desk, DeskKey, Reader, opening
from relationdesk.work.desks.errors import (
    BrokenDeskError,
    DamagedVaultError,
    LostDeskError,
    LostVaultError,
)
from relationdesk.work.desks.machine import DeskFiles
from relationdesk.work.desks.opening import Made, Need, Situation
from relationdesk.work.desks.recovery_sheets import sheet_of
from relationdesk.work.errors import sentence

if TYPE_CHECKING:
    from relationdesk.ui.shell.arriving import Arriving

_SMALLEST = (640, 480)


class StartWindow(QMainWindow):
    """Says `opened` with the desk, which then belongs to whoever hears it, or `sample_asked`.

    `news` is what was done on the way and is worth a word.

    Says `crashed` with a mistake of ours, `locked` when it asks for what opens the desk, and `leaving` when
    the user wants to leave the program.
    """

    crashed = Signal(object)
    locked = Signal()
    leaving = Signal()
    opened = Signal(object)
    sample_asked = Signal()

    def __init__(self, starting: Starting, remembered: Remembered) -> None:
        super().__init__()
        self._starting = starting
        self._remembered = remembered
        self.news = ""
        self._made: Made | None = None
        self._arriving: Arriving | None = None
        self._is_wound_up = False
        self._tasks: Tasks[Reader, Desk] = Tasks(_no_desk, _no_desk, self)
        self._tasks.crashed.connect(self.crashed)
        self.setWindowTitle("RelationDesk")
        self.setMinimumSize(*_SMALLEST)
        remembered.restore_place(self)

    @Slot()
    def begin(self) -> None:
        """Look for the desk, and open it or ask for what is missing."""
        self._show_page(WaitPage())
        self._tasks.run(self, lambda _progress: self._starting.find(), self.go_on, self.show_trouble)

    def go_on(self, situation: Situation) -> None:
        """Open the desk that was found, or ask for what is missing."""
        path = situation.place.files.desk
        if situation.need is Need.NOTHING:
            self._show_page(WaitPage())
            self._tasks.run(
                self,
                lambda _progress: self._starting.open_found(situation),
                self._hand_over,
                self.show_trouble,
            )
        elif situation.need is Need.FIRST_START:
            self._ask_language()
        elif situation.need in {Need.KEY, Need.SECRET}:
            self.unlock(situation)
        elif situation.need is Need.LOST_DESK:
            self._find_backups(situation)
        else:
            self.show_trouble(LostVaultError(path))

    def unlock(self, situation: Situation, coming: "Future[bytes | None] | None" = None) -> None:
        """Open a desk whose key is not at hand; `coming` is what the keychain was already asked for."""
        self.locked.emit()
        unlocking = Unlocking(self._starting, self._tasks, situation)
        unlocking.page_made.connect(self._show_page)
        unlocking.unlocked.connect(self._hand_over)
        unlocking.found.connect(self.go_on)
        unlocking.broken.connect(lambda error: self._rescue(error.files, error.key, unlocking.given))
        unlocking.begin(coming)

    @Slot(object)
    def work_off(self, work: ClosedWork) -> None:
        """Do something while no desk is open, and go on with the desk that it gives."""
        page = WorkPage(work.told)
        asked = self._tasks.run(
            self,
            lambda progress: self._starting.work_off(work.work, progress.step),
            partial(self._on_worked_off, work.done),
            self.show_trouble,
            progressed=page.show_step,
        )
        page.cancelled.connect(asked.cancel)
        page.cancelled.connect(self.begin)
        self._show_page(page)

    def _on_worked_off(self, done: str, desk: Desk) -> None:
        self.news = done
        self._hand_over(desk)

    def make(self, passphrase: str) -> None:
        """Make a desk under a passphrase that was given at the start, and show its recovery code."""
        self._show_page(WaitPage())
        self._tasks.run(
            self,
            lambda _progress: _made(self._starting, passphrase, asks_at_start=False),
            self._show_code,
            self.show_trouble,
        )

    def _ask_language(self) -> None:
        page = LanguagePage(has_sample=self._starting.has_sample)
        page.chosen.connect(self._on_language_chosen)
        page.sample_asked.connect(self.sample_asked)
        page.bundle_asked.connect(self._on_bundle_asked)
        self._show_page(page)

    @Slot()
    def _on_bundle_asked(self) -> None:
        from relationdesk.ui.shell.arriving import Arriving  # noqa: PLC0415 - most starts open no bundle

        if self._arriving is None:
            self._arriving = Arriving(self._starting, self._tasks, self)
            self._arriving.page_made.connect(self._show_page)
            self._arriving.unlocked.connect(self.work_off)
            self._arriving.given_up.connect(self.begin)
        self._arriving.ask_which()

    @Slot(object)
    def _on_language_chosen(self, language: Language) -> None:
        speak(language)
        self._remembered.keep_language(language)
        self._show_page(WaitPage(_("Looking for this computer’s keychain…")))
        Awaited(self._starting.has_keychain(), self).came.connect(self._ask_protection)

    @Slot(object)
    def _ask_protection(self, has_keychain: bool) -> None:  # noqa: FBT001 - the answer to a question
        page = ProtectPage(has_keychain=has_keychain)
        page.protected.connect(partial(self._make, page))
        self._show_page(page)

    def _make(self, page: ProtectPage, passphrase: str, asks_at_start: bool) -> None:  # noqa: FBT001 - Qt's
        def refused(error: ExpectedError) -> None:
            page.show_busy(is_busy=False)
            page.show_wrong(sentence(error))

        page.show_busy(is_busy=True)
        self._tasks.run(
            page,
            lambda _progress: _made(self._starting, passphrase, asks_at_start=asks_at_start),
            self._show_code,
            refused,
        )

    def _show_code(self, made: Made) -> None:
        self._made = made
        page, flow = CodePage(made.recovery_code), SheetFlow(self._tasks, self)
        page.steps.tested.connect(self._on_code_tested)
        page.steps.put_off.connect(self._on_code_put_off)
        page.steps.sheet_asked.connect(lambda: flow.begin(sheet_of(made.desk, made.recovery_code)))
        flow.written.connect(page.steps.show_written)
        flow.refused.connect(page.steps.show_wrong)
        self._show_page(page)

    @Slot()
    def _on_code_tested(self) -> None:
        if self._made is not None:
            desk = self._made.desk
            self._tasks.run(
                self,
                lambda _progress: settings.commands.confirm_recovery_code(desk),
                lambda _none: self._on_code_put_off(),
                self.show_trouble,
            )

    @Slot()
    def _on_code_put_off(self) -> None:
        made, self._made = self._made, None
        if made is not None:
            self._hand_over(made.desk)

    def show_trouble(self, error: ExpectedError) -> None:
        """Say why the desk does not open, and offer what there is to do about it."""
        if isinstance(error, BrokenDeskError):
            self._rescue(error.files, error.key)
            return
        if isinstance(error, DamagedVaultError | LostVaultError):
            page = TroublePage(sentence(error), on=_("Take it from the newest backup"))
            page.on_asked.connect(lambda: self._put_vault_back(page))
            self._show_trouble(page)
            return
        self._show_trouble(TroublePage(sentence(error)))

    def _put_vault_back(self, page: TroublePage) -> None:
        def tell(is_there: bool) -> None:  # noqa: FBT001 - the answer to a question
            if is_there:
                self.begin()
            else:
                page.show_wrong(_("There is no backup beside the desk to take it from."))

        self._tasks.run(
            page,
            lambda _progress: self._starting.put_vault_back(),
            tell,
            lambda error: page.show_wrong(sentence(error)),
        )

    def _show_trouble(self, page: TroublePage) -> None:
        page.again_asked.connect(self.begin)
        page.quit_asked.connect(self.leave)
        self._show_page(page)

    def _find_backups(self, situation: Situation) -> None:
        """The desk is gone: its backups are looked into, once what opens them is at hand."""
        files, wanted = situation.place.files, opening.to_look_into_backups(situation)
        if wanted.key is not None:
            self._rescue(files, wanted.key)
            return
        self._show_page(WaitPage())
        told = _("A backup opens with what opened the desk.")
        unlocking = Unlocking(
            self._starting,
            self._tasks,
            wanted,
            title=_("Open the backups"),
            told=told,
            unlock=self._starting.key_by,
        )
        unlocking.page_made.connect(lambda page: self._offer_backups(LostDeskError(files.desk), page))
        unlocking.unlocked.connect(lambda key: self._rescue(files, key, unlocking.given))
        unlocking.found.connect(lambda found: self._rescue(files, found.key))
        unlocking.begin()

    def _offer_backups(self, error: LostDeskError, asking: UnlockPage) -> None:
        page = TroublePage(sentence(error), on=_("Look into its backups"))
        page.on_asked.connect(lambda: self._show_page(asking))
        asking.offer_back()
        asking.back_asked.connect(self.begin)
        self._show_trouble(page)

    def _rescue(self, files: DeskFiles, key: DeskKey, given: Given | None = None) -> None:
        """Show the ways on from a desk that is damaged or gone; `given` is what led to its key."""
        from relationdesk.ui.shell.rescuing import Rescuing  # noqa: PLC0415 - rare, kept off the start

        rescuing = Rescuing(
            self._tasks,
            partial(self._starting.rescue, files, key),
            lambda rescue: self._starting.open_rescued(rescue, given or Given()),
        )
        rescuing.page_made.connect(self._show_page)
        rescuing.opened.connect(self._hand_over)
        rescuing.failed.connect(self.show_trouble)
        rescuing.quit_asked.connect(self.leave)
        rescuing.begin()

    def _show_page(self, page: StartPage) -> None:
        self.setCentralWidget(page)
        page.setFocus()

    def _hand_over(self, desk: Desk) -> None:
        self._remembered.keep_place(self)
        self.opened.emit(desk)

    @Slot()
    def leave(self) -> None:
        """Close the window for good."""
        self.leaving.emit()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.hide()  # a keychain that takes its time is waited for out of sight
        self.wind_up()
        super().closeEvent(event)

    def wind_up(self) -> None:
        """End what is under way and hand over no desk any more; nothing when called again."""
        if self._is_wound_up:
            return
        self._is_wound_up = True
        self._tasks.close()
        if self._arriving is not None:
            self._arriving.leave()
        if self._made is not None:
            self._made.desk.close()
            self._made = None


def _made(starting: Starting, passphrase: str, *, asks_at_start: bool) -> Made:
    """A new desk, which reminds of its recovery code until a copy of it was tested."""
    made = starting.make(passphrase, asks_at_start)
    settings.commands.remind_of_recovery_code(made.desk)
    return made


def _no_desk() -> Never:
    """There is none yet: this window only does slow work beside the desk threads."""
    raise LookupError
