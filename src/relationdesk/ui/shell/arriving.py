"""From a bundle file to the desk in it, which becomes the desk of this computer."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.dates import long_day
from relationdesk.language.words import _, plural
from relationdesk.ui.shell.closed_work import ClosedWork, WorkPage
from relationdesk.ui.shell.lock_pages import BadFilePage, UnlockPage
from relationdesk.ui.shell.starting import Arrived, Given, Starting, StepTold, Work
from relationdesk.ui.shell.unlocking import Unlocking
from relationdesk.ui.tasks import Tasks
from relationdesk.work.bundles import settling
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.desks.machine import DeskFiles, Keychain
from relationdesk.work.desks.opening import Need, Situation
from relationdesk.work.desks.protection import Secret
from relationdesk.work.errors import sentence


class Arriving(QObject):
    """Says `page_made` with what is to be shown, and then `unlocked` with the work left, or `given_up`."""

    page_made = Signal(object)
    unlocked = Signal(object)
    given_up = Signal()

    def __init__(self, starting: Starting, tasks: Tasks[Reader, Desk], window: QWidget) -> None:
        super().__init__(window)
        self._starting = starting
        self._tasks = tasks
        self._window = window
        self._arrived: Arrived | None = None

    @Slot()
    def ask_which(self) -> None:
        """Ask which file it is."""
        kind = _("Bundles of a desk ({pattern})").format(pattern=f"*{settling.SUFFIX}")
        dialog = QFileDialog(self._window, _("Open a bundle"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([kind, _("All files ({pattern})").format(pattern="*")])
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def open(self, path: Path) -> None:
        """Look whether it is one, and ask for what opens it."""
        self.leave()
        page = WorkPage(_("Reading the bundle…"))
        asked = self._tasks.run(
            self,
            lambda progress: self._starting.arrive(path, progress.step),
            self._on_arrived,
            self._on_refused,
            progressed=page.show_step,
        )
        page.cancelled.connect(asked.cancel)
        page.cancelled.connect(self.given_up)
        self.page_made.emit(page)

    def leave(self) -> None:
        """Let go of the bundle that was opened last."""
        former, self._arrived = self._arrived, None
        if former is not None:
            former.close()

    def _on_arrived(self, arrived: Arrived) -> None:
        self._arrived = arrived
        if arrived.situation.need is Need.NOTHING:
            self._on_unlocked(arrived.unlock(arrived.situation, Given()))
            return
        unlocking = Unlocking(
            self._starting,
            self._tasks,
            arrived.situation,
            title=_("Open the bundle"),
            told=_told(arrived),
            unlock=arrived.unlock,
        )
        unlocking.page_made.connect(self._show_with_way_back)
        unlocking.unlocked.connect(self._on_unlocked)
        unlocking.begin()

    @Slot(object)
    def _show_with_way_back(self, page: UnlockPage) -> None:
        page.offer_back()
        page.back_asked.connect(self._on_given_up)
        self.page_made.emit(page)

    @Slot()
    def _on_given_up(self) -> None:
        self.leave()
        self.given_up.emit()

    @Slot(object)
    def _on_unlocked(self, work: Work) -> None:
        self.unlocked.emit(ClosedWork(_("Making the desk of this computer…"), work))

    def _on_refused(self, error: ExpectedError) -> None:
        page = BadFilePage(sentence(error))
        page.other_asked.connect(self.ask_which)
        page.back_asked.connect(self.given_up)
        self.page_made.emit(page)


def arrived(files: DeskFiles, path: Path, clock: Clock, keychain: Keychain, step: StepTold) -> Arrived:
    """A bundle that was opened at the place where its desk shall be."""
    arrival = settling.arrive(files, path, step)

    def unlock(situation: Situation, given: Given) -> Work:
        key = situation.key or settling.key_for(arrival, Secret(given.passphrase, given.recovery_code))

        def settled(told: StepTold) -> Desk:
            try:
                return settling.settle_down(arrival, files, key, clock=clock, keychain=keychain, step=told)
            finally:
                arrival.close()

        return settled

    return Arrived(arrival.head.made_at, arrival.head.people, arrival.situation(files), unlock, arrival.close)


def _told(arrived: Arrived) -> str:
    return plural(
        "The bundle of {day} holds a desk with {n} person. What opened it there opens it here.",
        "The bundle of {day} holds a desk with {n} people. What opened it there opens it here.",
        arrived.people,
        day=long_day(arrived.made_at.astimezone().date()),
    )
