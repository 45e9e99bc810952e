"""How the program reminds, beside its own window."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.settings.page import SettingsPage
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.work import settings
from relationdesk.work.desks import Changes, Desk, Reader


class RemindersPage(SettingsPage):
    """Says `calendar_chosen` when another calendar file is to be kept up to date, or none."""

    calendar_chosen = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(_("Reminders"), parent)
        self._tasks = tasks
        self._calendar: Path | None = None
        self._add_calendar()
        self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        """Read again what is set."""
        if changes is None:
            self._tasks.ask(self, settings.queries.calendar_file, self._show_calendar)

    def _add_calendar(self) -> None:
        card = self.add_card(
            _("Calendar file"),
            _(
                "A file of your follow-ups that calendar programs can subscribe to, kept up to date while "
                "RelationDesk is open. It holds names and reasons, and it is not encrypted."
            ),
        )
        self._file = ElidedLabel()
        self._choose = Button(_("Choose a file…"))
        self._choose.setObjectName("settings.calendar")
        self._choose.clicked.connect(self._on_choose)
        self._stop = Button(_("Stop"))
        self._stop.setObjectName("settings.calendar.stop")
        self._stop.setAccessibleDescription(_("Keep the calendar file up to date no more"))
        self._stop.clicked.connect(lambda: self.choose(None))
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SMALL)
        line.addWidget(self._choose)
        line.addWidget(self._stop)
        card.body.addWidget(self._file)
        card.body.addWidget(buttons, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_choose(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, _("Keep a calendar file"), folder, _("Calendar file (*.ics)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(_("follow-ups.ics"))
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def choose(self, path: Path | None) -> None:
        """Have this file kept up to date, or none."""

        def chosen(_none: object) -> None:
            self._show_calendar(path)
            self.calendar_chosen.emit()

        self._tasks.change(self, lambda desk: settings.commands.choose_calendar_file(desk, path), chosen)

    def _show_calendar(self, path: Path | None) -> None:
        self._file.setText(_("None is kept.") if path is None else str(path))
        self._stop.setVisible(path is not None)
