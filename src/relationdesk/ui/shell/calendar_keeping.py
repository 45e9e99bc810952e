"""Keeps the user's calendar file up to date with what is planned."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from relationdesk.domain.clock import Clock
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.ui.shell.undoing import Undoing
from relationdesk.ui.tasks import Tasks
from relationdesk.work import calendars, settings
from relationdesk.work.desks import Changes, Desk, Reader

if TYPE_CHECKING:
    from relationdesk.work.calendars.queries import Planned

_WAIT_MILLISECONDS = 2_000
_SHOWN_TABLES = frozenset({"follow_up", "person"})


class CalendarKeeping(QObject):
    """Writes the file a moment after the last change; says once when that does not go."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks[Reader, Desk], clock: Clock, undoing: Undoing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._has_failed = False
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MILLISECONDS)
        self._wait.timeout.connect(self.write)
        undoing.changed.connect(self._on_changed)

    @Slot()
    def begin(self) -> None:
        """Write the file soon, for what changed while the program was closed."""
        self._wait.start()

    @Slot()
    def write(self) -> None:
        """Write the file now, if one was chosen."""
        self._wait.stop()
        self._tasks.ask(self, _file_and_planned, self._write)

    def _write(self, found: "tuple[Path, list[Planned]] | None") -> None:
        if found is None:
            return
        (path, planned), home = found, self._clock.zone()
        self._tasks.run(
            self,
            lambda _progress: calendars.commands.write_calendar(path, planned, home),
            lambda _written: self._on_written(path),
            lambda error: self._on_refused(error, path),
        )

    def _on_written(self, path: Path) -> None:
        if self._has_failed:
            self.said.emit(_("The calendar file {file} is up to date again").format(file=path.name))
        self._has_failed = False

    def _on_refused(self, _error: ExpectedError, path: Path) -> None:
        if not self._has_failed:
            self.said.emit(_("The calendar file {file} cannot be written now").format(file=path.name))
        self._has_failed = True

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.tables & _SHOWN_TABLES:
            self._wait.start()


def _file_and_planned(reader: Reader) -> "tuple[Path, list[Planned]] | None":
    path = settings.queries.calendar_file(reader)
    return None if path is None else (path, calendars.queries.planned(reader))
