"""The recovery sheet: where it goes, its writing, and what became of it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks.recovery_sheets import RecoverySheet, write_sheet
from relationdesk.work.errors import sentence


class SheetFlow(QObject):
    """Says `written` with the path of the sheet, or `refused` with a sentence."""

    written = Signal(object)
    refused = Signal(str)

    def __init__(self, tasks: Tasks[Any, Any], window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window

    def begin(self, sheet: RecoverySheet) -> None:
        """Ask where the sheet is to go."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, _("Save the recovery sheet"), folder, _("PDF document (*.pdf)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        name = _("RelationDesk recovery sheet")
        dialog.selectFile(f"{name}.pdf")
        dialog.fileSelected.connect(lambda path: self.write(sheet, Path(path)))
        dialog.open()

    def write(self, sheet: RecoverySheet, path: Path) -> None:
        """Write the sheet to a file."""
        self._tasks.run(
            self,
            lambda _progress: write_sheet(sheet, path),
            lambda _none: self.written.emit(path),
            self._on_refused,
        )

    def _on_refused(self, error: ExpectedError) -> None:
        self.refused.emit(sentence(error))
