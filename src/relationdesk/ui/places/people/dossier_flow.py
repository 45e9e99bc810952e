"""Writing a dossier: where to, then the writing, then what became of it."""

import re
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.tasks import Tasks
from relationdesk.work import dossiers
from relationdesk.work.desks import Desk, Reader

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 80


class DossierFlow(QObject):
    """Says `said` when the dossier lies where it was asked for."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window

    def begin(self, view: PersonView) -> None:
        """Ask where the dossier about somebody shall go."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, _("Write a dossier"), folder, _("PDF document (*.pdf)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(file_name(view.name))
        dialog.fileSelected.connect(lambda path: self.write(view, Path(path)))
        dialog.open()

    def write(self, view: PersonView, path: Path) -> None:
        """Write the dossier about somebody to a file; questions to the desk go on meanwhile."""
        self._tasks.ask(
            self,
            lambda reader: dossiers.commands.gathered(reader, view.id, today=view.today),
            lambda gathered: self._typeset(gathered, path),
        )

    def _typeset(self, gathered: "dossiers.Dossier", path: Path) -> None:
        self._tasks.run(
            self,
            lambda _progress: dossiers.commands.typeset(gathered, path),
            lambda _written: self.said.emit(_("Dossier written: {file}").format(file=path.name)),
        )


def file_name(name: str) -> str:
    """A name for the file of a dossier that every system accepts."""
    allowed = " ".join(_FORBIDDEN.sub(" ", name)[:_LONGEST].split()).strip(" .")
    return f"{allowed or 'dossier'}.pdf"
