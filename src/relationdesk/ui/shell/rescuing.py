"""The way from a desk that is damaged or gone to one that is open: looking, choosing, doing, and telling."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.ui.progress import Progress
from relationdesk.ui.shell.closed_work import WorkPage
from relationdesk.ui.shell.start_page import StartPage
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.desks.errors import DamagedDeskError
from relationdesk.work.errors import sentence

if TYPE_CHECKING:
    from relationdesk.ui.shell.rescue_pages import OutcomePage
    from relationdesk.work.desks.rescue import BroughtBack, Offer, Plight, Rescue, SavedDesk

T = TypeVar("T")


class Rescuing(QObject):
    """Says `page_made` with what is to be shown, and at last `opened` with the desk, or `quit_asked`.

    Says `failed` with why the desk could not even be looked at.
    """

    page_made = Signal(object)
    opened = Signal(object)
    failed = Signal(object)
    quit_asked = Signal()

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        make: "Callable[[], Rescue]",
        open_rescued: "Callable[[Rescue], Desk]",
    ) -> None:
        """Both are called off the interface thread; `make` reads in what no other start needs."""
        super().__init__(tasks)
        self._tasks = tasks
        self._make = make
        self._open_rescued = open_rescued
        self._rescue: Rescue | None = None
        self._plight: Plight | None = None
        self._page: StartPage | None = None
        self._one_at_a_time = Lock()
        """What was stopped lets go of its files before the next begins."""

    @Slot()
    def begin(self) -> None:
        """Look what is the matter, and show the ways on."""
        self._plight = None
        self._work(
            _("Looking at the desk…"),
            _("Every page of the file is read, and its newest backup proved."),
            lambda rescue, progress: rescue.look(progress.step),
            self._show_plight,
        )

    def _show_plight(self, plight: "Plight", wrong: str = "") -> None:
        from relationdesk.ui.shell.rescue_pages import OutcomePage, RescuePage  # noqa: PLC0415 - rare
        from relationdesk.ui.shell.rescue_words import harm_text, harm_title  # noqa: PLC0415 - see above
        from relationdesk.work.desks.rescue import Harm  # noqa: PLC0415 - read in by now

        self._plight = plight
        if plight.harm is Harm.NONE:
            self._show_outcome(OutcomePage(harm_title(plight.harm), [harm_text(plight)]))
            return
        page = RescuePage(plight)
        page.backup_chosen.connect(self._on_backup_chosen)
        page.restore_asked.connect(self._on_restore_asked)
        page.save_asked.connect(self._on_save_asked)
        page.again_asked.connect(self.begin)
        page.quit_asked.connect(self.quit_asked)
        page.show_wrong(wrong)
        self._show(page)

    @Slot(object)
    def _on_backup_chosen(self, backup: Path) -> None:
        from relationdesk.ui.shell.rescue_pages import RescuePage  # noqa: PLC0415 - read in by now

        page = self._page
        if isinstance(page, RescuePage):

            def refused(error: ExpectedError) -> None:
                page.refuse_offer(sentence(error))

            self._tasks.run(page, lambda _progress: self._offer(backup), page.show_offer, refused)

    def _offer(self, backup: Path) -> "Offer":
        return self._known().look_into(backup)

    @Slot(object)
    def _on_restore_asked(self, backup: Path) -> None:
        self._work(
            _("Restoring the backup…"),
            _("Until it is done, your desk stays as it is."),
            lambda rescue, progress: rescue.restore(backup, progress.step),
            self._tell_restored,
        )

    @Slot()
    def _on_save_asked(self) -> None:
        newest = self._plight.newest if self._plight is not None else None
        backup = None if newest is None else newest.held.path
        self._work(
            _("Saving what can be read…"),
            _("Until it is done, your desk stays as it is."),
            lambda rescue, progress: rescue.save_readable(backup, progress.step),
            self._tell_saved,
        )

    def _tell_restored(self, back: "BroughtBack") -> None:
        from relationdesk.ui.shell.rescue_pages import OutcomePage  # noqa: PLC0415 - read in by now
        from relationdesk.ui.shell.rescue_words import restored_lines  # noqa: PLC0415 - see above

        zone = self._known().clock.zone()
        self._show_outcome(OutcomePage(_("Your desk is back"), list(restored_lines(back, zone))))

    def _tell_saved(self, saved: "SavedDesk") -> None:
        from relationdesk.ui.shell.rescue_pages import OutcomePage  # noqa: PLC0415 - read in by now
        from relationdesk.ui.shell.rescue_words import saved_lines  # noqa: PLC0415 - see above

        self._show_outcome(OutcomePage(_("What could be read is saved"), list(saved_lines(saved))))

    def _show_outcome(self, page: "OutcomePage") -> None:
        page.open_asked.connect(self._on_open_asked)
        self._show(page)

    @Slot()
    def _on_open_asked(self) -> None:
        page = self._page
        if page is not None:
            self._tasks.run(
                page,
                lambda _progress: self._open_rescued(self._known()),
                self.opened.emit,
                self._on_unopened,
            )

    def _on_unopened(self, error: ExpectedError) -> None:
        if isinstance(error, DamagedDeskError):
            self.begin()
        elif self._page is not None:
            self._page.show_wrong(sentence(error))

    def _work(
        self,
        title: str,
        told: str,
        work: "Callable[[Rescue, Progress], T]",
        then: Callable[[T], None],
    ) -> None:
        page = WorkPage(told, title=title)
        self._show(page)
        asked = self._tasks.run(
            page,
            lambda progress: self._alone(work, progress),
            then,
            self._on_refused,
            progressed=page.show_step,
        )
        page.cancelled.connect(asked.cancel)
        page.cancelled.connect(self._on_cancelled)

    def _alone(self, work: "Callable[[Rescue, Progress], T]", progress: Progress) -> T:
        with self._one_at_a_time:
            return work(self._known(), progress)

    def _known(self) -> "Rescue":
        self._rescue = self._rescue or self._make()
        return self._rescue

    def _on_refused(self, error: ExpectedError) -> None:
        """Nothing was changed: the ways on are shown again, with why this one was none."""
        if self._plight is not None:
            self._show_plight(self._plight, sentence(error))
        else:
            self.failed.emit(error)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._plight is not None:
            self._show_plight(self._plight)
        else:
            self.quit_asked.emit()

    def _show(self, page: StartPage) -> None:
        self._page = page
        self.page_made.emit(page)
