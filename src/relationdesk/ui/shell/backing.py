"""Backups made by themselves while a desk is open, and how well it is backed up, in words."""

from contextlib import suppress
from datetime import datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from relationdesk.domain.backups import Rhythm
from relationdesk.domain.clock import Clock
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.ui.backing_state import BackingState
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.work import backups
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.ui.places.settings.place import SettingsPlace
    from relationdesk.ui.shell.quiet_bar import QuietBar
    from relationdesk.work.backups.making import BackedUp
    from relationdesk.work.backups.queries import Standing
    from relationdesk.work.backups.source import Source

_PAGE = "relationdesk.ui.shell.backups_in_settings"
LONGEST_WAIT = timedelta(minutes=1)
"""No timer runs while the computer sleeps, so the clock is looked at this often."""
TRIES_AGAIN_AFTER = timedelta(minutes=30)


class Backing(QObject):
    """Backs an open desk up when it is due.

    Says `changed` with the state when there is something new to tell of it, and `stepped` while it works.
    What it needs is read in when it is wanted, after the first painting.
    """

    changed = Signal(object)
    stepped = Signal(object)
    _heard = Signal()

    def __init__(self, window: MainWindow, tasks: Tasks[Reader, Desk], clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._clock = clock
        self._rhythm = Rhythm()
        self._bar: QuietBar | None = None
        self._asked: Asked | None = None
        self._is_wished = False
        self._first_change: datetime | None = None
        self._last_change: datetime | None = None
        self._not_before: datetime | None = None
        self._began_at: datetime | None = None
        self._place: SettingsPlace | None = None
        self.source: Source | None = None
        self.standing: Standing | None = None
        self.made: BackedUp | None = None
        self.trouble: ExpectedError | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look_at_clock)
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)
        window.settings_made.connect(self._on_settings_made)
        window.rebuilt.connect(self._on_rebuilt)

    @property
    def is_making(self) -> bool:
        """Whether a backup is being made."""
        return self._asked is not None

    @property
    def state(self) -> BackingState:
        """How well the desk is backed up."""
        return BackingState(self.standing, self.made, self.trouble, self.is_making)

    @property
    def wait_milliseconds(self) -> int:
        """How long it waits until it looks at the clock again."""
        return self._timer.interval()

    def begin(self) -> None:
        """Listen to the desk from now on, and see how well it is backed up."""
        heard = self._heard

        def watched(desk: Desk) -> "Source":
            desk.listen(lambda _changes: heard.emit())
            return backups.source.source_of(desk)

        self._tasks.change(self, watched, self._on_source)

    @Slot()
    def make(self) -> None:
        """Make a backup now, because the user wishes it."""
        self._is_wished = True
        self._make()

    @Slot()
    def cancel(self) -> None:
        """Leave the backup that is being made."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
            self._not_before = self._clock.now() + TRIES_AGAIN_AFTER
            self._tell()

    def finish(self) -> None:
        """Back up what is in no backup yet, once the desk is closed; what hinders it is passed over."""
        if self.source is not None and self._first_change is not None:
            with suppress(ExpectedError):
                backups.making.back_up(self.source)

    @Slot()
    def look_at_clock(self) -> None:
        """Make a backup if one is due, and keep the words up to date."""
        due = self._due_at()
        if due is not None and self._clock.now() >= due:
            self._make()
        self._tell()

    def _on_source(self, source: "Source") -> None:
        self.source = source
        self._join()
        self._offer()
        self._tasks.run(self, lambda _progress: backups.queries.standing(source), self._on_standing)

    def _on_standing(self, standing: "Standing") -> None:
        self.standing = standing
        self._rhythm = Rhythm.of_desk(standing.size)
        if standing.is_behind:
            self._on_heard()
        self._tell()

    @Slot()
    def _on_heard(self) -> None:
        now = self._clock.now()
        self._first_change = self._first_change or now
        self._last_change = now
        self._wait()

    def _due_at(self) -> datetime | None:
        if self._first_change is None or self._last_change is None or self.is_making:
            return None
        last = self.standing.last if self.standing is not None else None
        due = self._rhythm.due_at(last=last, first_change=self._first_change, last_change=self._last_change)
        return due if self._not_before is None else max(due, self._not_before)

    def _wait(self) -> None:
        wait, due = LONGEST_WAIT, self._due_at()
        if due is not None:
            wait = min(wait, max(due - self._clock.now(), timedelta()))
        self._timer.start(wait // timedelta(milliseconds=1))

    def _make(self) -> None:
        source = self.source
        if source is None or self.is_making:
            return
        self._began_at = self._clock.now()
        self._asked = self._tasks.run(
            self,
            lambda progress: backups.making.back_up(source, progress.step),
            self._on_made,
            self._on_failed,
            progressed=self.stepped.emit,
        )
        self._tell()

    def _on_made(self, made: "BackedUp") -> None:
        self._asked, self.trouble, self._not_before = None, None, None
        self.made = made
        began, last = self._began_at, self._last_change
        self._first_change = last if last is not None and began is not None and last > began else None
        is_behind = self._first_change is not None
        self.standing = backups.queries.Standing(made.backup.made, is_behind=is_behind, size=made.backup.size)
        self._rhythm = Rhythm.of_desk(made.backup.size)
        if self._is_wished:
            self._window.say(_("Backed up: everything on the desk is in it"))
        self._is_wished = False
        self._tell()

    def _on_failed(self, error: ExpectedError) -> None:
        self._asked, self.trouble = None, error
        self._not_before = self._clock.now() + TRIES_AGAIN_AFTER
        if self._is_wished or not isinstance(error, backups.making.MAY_FAIL):
            self._tasks.refused.emit(error)
        self._is_wished = False
        self._tell()

    def _tell(self) -> None:
        """Say how well the desk is backed up, wherever that is said."""
        if self.standing is not None:
            from relationdesk.ui.shell.backing_words import in_words  # noqa: PLC0415 - after the first painting

            self._window.frame.rail.tell_protection(*in_words(self.standing, self._clock))
            is_overdue = self.standing.is_overdue(self._clock.now())
            if is_overdue and (self.standing.last is not None or self.trouble is not None):
                self._warn()
            elif self._bar is not None:
                self._bar.hide()
        self._wait()
        self.changed.emit(self.state)

    def _warn(self) -> None:
        if self._bar is None:
            from relationdesk.ui.shell.backing_words import warning  # noqa: PLC0415 - rare

            told = warning(self.standing)
            from relationdesk.ui.shell.quiet_bar import QuietBar  # noqa: PLC0415 - most starts show none

            self._bar = QuietBar(told, _("Back up now"), "backup.now", may_go=False)
            self._bar.acted.connect(self.make)
            self._window.frame.add_bar(self._bar)
            self._bar.offer()
        self._bar.setVisible(not self.is_making)

    @Slot()
    def _on_rebuilt(self) -> None:
        self._bar = None
        self._offer()
        self._tell()

    def _offer(self) -> None:
        """Have the palette offer a backup."""
        if self.source is not None:
            self._window.commands.add(_("Back up now"), [], self.make, also=_("backup, copy"))

    @Slot(object)
    def _on_settings_made(self, place: "SettingsPlace") -> None:
        self._place = place
        self._join()

    def _join(self) -> None:
        """Have a page in Settings, once there is one and the desk is known."""
        if self.source is not None and self._place is not None:
            source, place, self._place = self.source, self._place, None
            self._tasks.ask(
                place,
                lambda _reader: import_module(_PAGE),
                lambda module: module.join(self, source, place, self._window, self._tasks),
            )
