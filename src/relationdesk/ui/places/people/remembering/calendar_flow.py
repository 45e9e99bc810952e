"""Saving one follow-up as a calendar file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.domain.ids import FollowUpId
from relationdesk.language.words import _
from relationdesk.ui.tasks import Tasks
from relationdesk.work import calendars
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.work.calendars.queries import Planned


class CalendarFlow(QObject):
    """Says `said` when the file lies where it was asked for."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._clock = clock
        self._window = window

    @Slot(object)
    def begin(self, follow_up: FollowUpId) -> None:
        """Ask where the file shall go."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, _("Save as a calendar file"), folder, _("Calendar file (*.ics)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(_("follow-up.ics"))
        dialog.fileSelected.connect(lambda name: self.write(follow_up, Path(name)))
        dialog.open()

    def write(self, follow_up: FollowUpId, path: Path) -> None:
        """Write a follow-up to a file, unless it was closed meanwhile."""
        self._tasks.ask(
            self,
            lambda reader: calendars.queries.planned_one(reader, follow_up),
            lambda planned: self._write(planned, path),
        )

    def _write(self, planned: "Planned | None", path: Path) -> None:
        if planned is None:
            return
        home = self._clock.zone()
        self._tasks.run(
            self,
            lambda _progress: calendars.commands.write_calendar(path, [planned], home),
            lambda _written: self.said.emit(_("Calendar file written: {file}").format(file=path.name)),
        )
