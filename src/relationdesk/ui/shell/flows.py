"""What the menu starts: people and whole desks coming in and going out as files."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.dates import whole_number
from relationdesk.language.words import _, plural
from relationdesk.ui.tasks import Tasks
from relationdesk.work import exports
from relationdesk.work.desks import Desk, Reader


class Flows(QObject):
    """Asks for a file, has it written or read off the interface thread, and says how it went.

    `imported` comes when people came in, `merged` with whose record two became.
    """

    said = Signal(str)
    imported = Signal()
    merged = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window

    @Slot()
    def import_people(self, files: Sequence[Path] = ()) -> None:
        """Open the dialog that shows what files hold before anything is written."""
        from relationdesk.ui.places.imports.dialog import ImportDialog  # noqa: PLC0415 - rare, kept off the start

        dialog = ImportDialog(self._tasks, self._window)
        dialog.said.connect(self.said)
        dialog.imported.connect(self.imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        dialog.read(files)

    @Slot()
    def find_duplicates(self) -> None:
        """Propose who may be on the desk twice."""
        from relationdesk.ui.places.duplicates.dialog import DuplicatesDialog  # noqa: PLC0415 - see above

        dialog = DuplicatesDialog(self._tasks, self._window)
        dialog.said.connect(self.said)
        dialog.merged.connect(self.merged)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        dialog.look()

    @Slot()
    def export_people(self) -> None:
        """Write everyone as vCard."""
        self._ask_where(_("Export people as vCard"), _("people"), "vcf", _("vCard"), self._write_vcards)

    @Slot(object)
    def export_some(self, people: Sequence[PersonId]) -> None:
        """Write these people as vCard."""
        self._ask_where(
            _("Export people as vCard"),
            _("people"),
            "vcf",
            _("vCard"),
            lambda path: self._write_vcards(path, people),
        )

    @Slot()
    def write_archive(self) -> None:
        """Write the whole desk as an archive that the program can read back."""
        self._ask_where(
            _("Write the desk as an archive"),
            _("desk"),
            "json",
            _("RelationDesk archive"),
            self._write_archive,
        )

    @Slot()
    def read_archive(self) -> None:
        """Read a whole desk back from an archive."""
        dialog = self._dialog(_("Read an archive"), "json", _("RelationDesk archive"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._read_archive(Path(name)))
        dialog.open()

    def _write_vcards(self, path: Path, people: Sequence[PersonId] | None = None) -> None:
        self._tasks.ask(
            self,
            lambda reader: exports.commands.export_vcards(reader, path, people),
            lambda count: self.said.emit(
                plural(
                    "{count} person written to {file}",
                    "{count} people written to {file}",
                    count,
                    count=whole_number(count),
                    file=path.name,
                )
            ),
        )

    def _write_archive(self, path: Path) -> None:
        self._tasks.ask(
            self,
            lambda reader: exports.commands.write_archive(reader, path),
            lambda _count: self.said.emit(_("The whole desk was written to {file}").format(file=path.name)),
        )

    def _read_archive(self, path: Path) -> None:
        self._tasks.change(
            self,
            lambda desk: exports.commands.read_archive(desk, path),
            lambda _count: self.said.emit(_("The archive {file} was read").format(file=path.name)),
        )

    def _ask_where(self, title: str, name: str, suffix: str, kind: str, then: Callable[[Path], None]) -> None:
        dialog = self._dialog(title, suffix, kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{name}.{suffix}")
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.open()

    def _dialog(self, title: str, suffix: str, kind: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(f"{kind} (*.{suffix})")
        return dialog
