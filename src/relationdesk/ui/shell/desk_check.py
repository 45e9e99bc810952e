"""Checking all of the desk by itself: soon after it was cut off, and else once a week while nobody works."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from relationdesk.domain.clock import Clock
from relationdesk.domain.errors import ExpectedError
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.work import checks, settings
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.desks.errors import DamagedDeskError
from relationdesk.work.desks.machine import Event, Log

if TYPE_CHECKING:
    from relationdesk.work.checks.checking import Findings, Source

SOON: Final = 3000
"""Milliseconds after the first painting until the pages of a desk that was cut off are read."""
QUIET: Final = 120_000
"""Milliseconds without anything asked or changed after which nobody works, as far as the desk can tell."""


class _GiveWayError(Exception):
    """Somebody wants the thread that writes: the check of the indexes is made another time."""


class DeskCheck(QObject):
    """Reads every page on a thread of its own, and compares the indexes when nobody waits for the desk.

    Damage is said as `tasks.damaged`; indexes that lie are made anew. Says `done` when all was looked at.
    """

    done = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, log: Log, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._log = log
        self._source: Source | None = None
        self._reading: Asked | None = None
        self._are_pages_read = False
        self._is_mending = False
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.read_pages)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self.go_on)
        tasks.closing.connect(self._on_closing)

    @Slot()
    def begin(self) -> None:
        """Find out whether there is something to check."""
        self._tasks.ask(self, settings.queries.checked_at, self._on_last_known)

    @Slot()
    def read_pages(self) -> None:
        """Read every page now, beside whatever is done."""
        source = self._source
        if source is not None and self._reading is None:
            self._reading = self._tasks.run(
                self,
                lambda progress: checks.checking.findings_of(source, progress.step),
                self._on_findings,
                self._on_refused,
            )

    @Slot()
    def go_on(self) -> None:
        """Nobody works: do what is left of the check."""
        if not self._are_pages_read:
            self.read_pages()
        elif not self._is_mending:
            self._is_mending = True
            self._tasks.change(self, self._mend, self._on_mended, self._on_refused)

    def _on_last_known(self, checked: datetime | None) -> None:
        is_due = checks.checking.is_due(checked, self._clock.now())
        self._tasks.change(
            self,
            lambda desk: (checks.checking.source_of(desk), desk.ended_well),
            lambda known: self._plan(*known, is_due=is_due),
        )

    def _plan(self, source: "Source", ended_well: bool, *, is_due: bool) -> None:  # noqa: FBT001 - as it was asked
        self._source = source
        if not ended_well:
            self._soon.start()
        if is_due or not ended_well:
            self._tasks.busy_changed.connect(self._on_busy_changed)
            self._quiet.start()

    @Slot()
    def _on_busy_changed(self) -> None:
        """Somebody works: wait anew."""
        self._quiet.start()

    def _on_findings(self, findings: "Findings") -> None:
        self._reading = None
        self._are_pages_read = True
        self._log.note(Event.DESK_CHECKED, pages=findings.pages, broken=len(findings.broken_pages))
        if findings.is_damaged and self._source is not None:
            self._stop()
            self._tasks.damaged.emit(DamagedDeskError(self._source.files.desk))

    def _mend(self, desk: Desk) -> tuple[str, ...] | None:
        """The tables whose indexes were mended; None when somebody waited."""
        try:
            mended = desk.mend_indexes(self._give_way)
        except _GiveWayError:
            return None
        settings.commands.remember_check(desk, desk.clock.now())
        return mended

    def _give_way(self, _done: int, _total: int) -> None:
        if self._tasks.waiting > 1:
            raise _GiveWayError

    def _on_mended(self, mended: tuple[str, ...] | None) -> None:
        self._is_mending = False
        if mended is not None:
            self._log.note(Event.DESK_CHECKED, mended=len(mended))
            self._stop()
            self.done.emit()

    def _on_refused(self, _error: ExpectedError) -> None:
        """There is no room, or the disk is away: it is tried again when nobody works."""
        self._reading, self._is_mending = None, False

    def _stop(self) -> None:
        self._soon.stop()
        self._quiet.stop()
        self._tasks.busy_changed.disconnect(self._on_busy_changed)

    @Slot()
    def _on_closing(self) -> None:
        self._soon.stop()
        self._quiet.stop()
