"""What is done with files: keeping, looking at and saving them, beside the interface thread."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _, plural
from relationdesk.ui.progress import Progress, Step
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.pictures import KEPT_TYPE, fit_to_keep
from relationdesk.work import attachments
from relationdesk.work.attachments.opening import copy_to_open, may_be_opened
from relationdesk.work.attachments.queries import AttachmentLine, FileContent, write_out
from relationdesk.work.attachments.reading import NewFile, file_read
from relationdesk.work.desks import Desk, Reader


class FileFlow(QObject):
    """Says `said` when something was done, and how far a long reading is."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window

    def choose(self, person: PersonId) -> None:
        """Ask which files shall be kept with somebody."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, _("Add files"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add(person, [Path(name) for name in names]))
        dialog.open()

    def add(self, person: PersonId, paths: Sequence[Path]) -> None:
        """Keep files with somebody, all of them or none."""

        def read(progress: Progress) -> list[NewFile]:
            files = []
            for number, path in enumerate(paths):
                progress.step(number, len(paths))
                files.append(file_read(path))
            return files

        self._tasks.run(self, read, lambda files: self._keep(person, files), progressed=self._tell)

    def add_picture(self, person: PersonId, image: QImage) -> None:
        """Keep a picture that was pasted, of at most 1024 pixels a side."""
        name = _("Pasted picture.jpg")
        self._tasks.run(
            self,
            lambda _progress: [NewFile(name, KEPT_TYPE, fit_to_keep(image, image.rect()))],
            lambda files: self._keep(person, files),
        )

    def show(self, line: AttachmentLine) -> None:
        """Have the system show a copy of a file; what may hold a program is only saved."""
        if not may_be_opened(line.name):
            self.said.emit(
                _("“{file}” may hold a program and is not opened from here; save it first.").format(
                    file=line.name
                )
            )
            return
        self._with_content(line, self._show)

    def save(self, line: AttachmentLine) -> None:
        """Ask where a file shall go."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, _("Save the file"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(Path(line.name).name)
        dialog.fileSelected.connect(lambda name: self.write(line, Path(name)))
        dialog.open()

    def write(self, line: AttachmentLine, path: Path) -> None:
        """Write a file where it was asked for."""

        def write(file: FileContent) -> None:
            self._tasks.run(
                self,
                lambda _progress: write_out(file, path),
                lambda _nothing: self.said.emit(_("File saved: {file}").format(file=path.name)),
            )

        self._with_content(line, write)

    def _with_content(self, line: AttachmentLine, then: Callable[[FileContent], None]) -> None:
        self._tasks.ask(self, lambda reader: attachments.queries.file_content(reader, line.id), then)

    def _show(self, file: FileContent) -> None:
        self._tasks.run(
            self,
            lambda _progress: copy_to_open(file),
            self._open,
        )

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(_("No program here shows this kind of file; save it and open it yourself."))

    def _keep(self, person: PersonId, files: list[NewFile]) -> None:
        count = len(files)
        self._tasks.change(
            self,
            lambda desk: attachments.commands.attach_files(desk, person, files),
            lambda _ids: self.said.emit(plural("{n} file added", "{n} files added", count)),
        )

    def _tell(self, step: Step) -> None:
        if step.done:
            self.said.emit(_("Reading file {n} of {total}…").format(n=step.done + 1, total=step.total))
