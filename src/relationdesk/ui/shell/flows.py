"""What the menu starts: people and whole desks coming in and going out as files."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.dates import whole_number
from relationdesk.language.words import _, plural
from relationdesk.ui.tasks import Tasks
from relationdesk.work import exports
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.ui.places.duplicates.merge_flow import MergeFlow


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
        self._merging: MergeFlow | None = None

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

    @Slot(object, object)
    def merge(self, kept: PersonId, other: PersonId) -> None:
        """Show two people beside each other, to be merged."""
        self._merge_flow().begin(kept, other)

    @Slot(object, str)
    def merge_with(self, person: PersonId, name: str) -> None:
        """Ask whom somebody is to be merged with."""
        self._merge_flow().choose(person, name)

    def _merge_flow(self) -> "MergeFlow":
        from relationdesk.ui.places.duplicates.merge_flow import MergeFlow  # noqa: PLC0415 - see above

        if self._merging is None:
            self._merging = MergeFlow(self._tasks, self._window)
            self._merging.said.connect(self.said)
            self._merging.merged.connect(lambda kept, _other: self.merged.emit(kept))
        return self._merging

    @Slot()
    def export_people(self) -> None:
        """Write everyone in the list."""
        self.export_some(None)

    @Slot(object)
    def export_some(self, people: Sequence[PersonId] | None) -> None:
        """Write these people, everyone in the list for None, in the form that the file's ending names."""
        kinds = {
            "vcf": _("Contact cards"),
            "csv": _("Table"),
            "xlsx": _("Excel workbook"),
            "json": _("JSON, everything that is told of them"),
        }
        self._ask_where(_("Export people"), _("people"), kinds, lambda path: self._write_people(path, people))

    @Slot()
    def write_archive(self) -> None:
        """Write the whole desk as an archive that the program can read back."""
        self._ask_where(
            _("Write the desk as an archive"),
            _("desk"),
            {"json": _("RelationDesk archive")},
            self._write_archive,
        )

    @Slot()
    def read_archive(self) -> None:
        """Read a whole desk back from an archive."""
        dialog = self._dialog(_("Read an archive"), {"json": _("RelationDesk archive")})
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._read_archive(Path(name)))
        dialog.open()

    def _write_people(self, path: Path, people: Sequence[PersonId] | None) -> None:
        self._tasks.ask(
            self,
            lambda reader: exports.commands.export_people(reader, path, people),
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

    def _ask_where(
        self, title: str, name: str, kinds: Mapping[str, str], then: Callable[[Path], None]
    ) -> None:
        """Ask for a file of one of the kinds, which are words by their endings; the first is proposed."""
        dialog = self._dialog(title, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.filterSelected.connect(lambda chosen: _take_ending(dialog, chosen.rpartition("*.")[2][:-1]))
        suffix = next(iter(kinds))
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{name}.{suffix}")
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.open()

    def _dialog(self, title: str, kinds: Mapping[str, str]) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([f"{kind} (*.{suffix})" for suffix, kind in kinds.items()])
        return dialog


def _take_ending(dialog: QFileDialog, suffix: str) -> None:
    """Give the file that stands in the dialog another ending."""
    dialog.setDefaultSuffix(suffix)
    for chosen in dialog.selectedFiles()[:1]:
        dialog.selectFile(Path(chosen).with_suffix(f".{suffix}").name)
