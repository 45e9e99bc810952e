"""From a bundle or a backup to the desk in it, which becomes the desk of this computer."""

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
from relationdesk.work import backups
from relationdesk.work.bundles import settling
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.desks.machine import DeskFiles, Keychain
from relationdesk.work.desks.opening import Need, Situation
from relationdesk.work.desks.protection import Secret
from relationdesk.work.errors import sentence

_BACKUP = ".desk"


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
        kind = _("Bundles and backups of a desk ({pattern})").format(pattern=f"*{settling.SUFFIX} *{_BACKUP}")
        dialog = QFileDialog(self._window, _("Open a bundle or a backup"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([kind, _("All files ({pattern})").format(pattern="*")])
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def open(self, path: Path) -> None:
        """Look whether it is one, and ask for what opens it."""
        self.leave()
        page = WorkPage(_("Reading the file…"))
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
        """Let go of what was opened last."""
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
            title=arrived.title,
            told=arrived.told,
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
    """A bundle or a backup that was opened for the place where its desk shall be."""
    if path.suffix == _BACKUP and not settling.is_bundle(path):
        return _arrived_backup(files, path, clock, keychain)
    return _arrived_bundle(files, path, clock, keychain, step)


def _arrived_backup(files: DeskFiles, path: Path, clock: Clock, keychain: Keychain) -> Arrived:
    backup = backups.arriving.arrive(path)

    def unlock(situation: Situation, given: Given) -> Work:
        key = situation.key or backup.key_for(Secret(given.passphrase, given.recovery_code))

        def settled(told: StepTold) -> Desk:
            return backups.arriving.settle_down(backup, files, key, clock=clock, keychain=keychain, step=told)

        return settled

    day = long_day(backup.made.astimezone(clock.zone()).date())
    told = _("The backup of {day} opens with the passphrase of that day, or with its recovery code.")
    return Arrived(
        _("Open the backup"), told.format(day=day), backup.situation(files), unlock, close=lambda: None
    )


def _arrived_bundle(
    files: DeskFiles, path: Path, clock: Clock, keychain: Keychain, step: StepTold
) -> Arrived:
    arrival = settling.arrive(files, path, step)

    def unlock(situation: Situation, given: Given) -> Work:
        key = situation.key or settling.key_for(arrival, Secret(given.passphrase, given.recovery_code))

        def settled(told: StepTold) -> Desk:
            try:
                return settling.settle_down(arrival, files, key, clock=clock, keychain=keychain, step=told)
            finally:
                arrival.close()

        return settled

    told = plural(
        "The bundle of {day} holds a desk with {n} person. What opened it there opens it here.",
        "The bundle of {day} holds a desk with {n} people. What opened it there opens it here.",
        arrival.head.people,
        day=long_day(arrival.head.made_at.astimezone(clock.zone()).date()),
    )
    return Arrived(_("Open the bundle"), told, arrival.situation(files), unlock, arrival.close)
