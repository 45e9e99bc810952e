"""Writing what was agreed to: one file after the other, each one step of undo."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from relationdesk.domain.errors import ExpectedError
from relationdesk.language.dates import whole_number
from relationdesk.language.words import _, plural
from relationdesk.ui.backing_first import back_up_first
from relationdesk.ui.places.imports.files import ReadFile
from relationdesk.ui.places.imports.intake import Intake
from relationdesk.ui.tasks import Tasks
from relationdesk.work import imports, settings
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.imports.preview import Preview

if TYPE_CHECKING:
    from relationdesk.work.imports.commands import Imported


@dataclass(frozen=True, slots=True)
class _Batch:
    """A file that waits to be written."""

    file: ReadFile
    preview: Preview
    chosen: frozenset[int]
    title: str
    tag: str


class Accepting(QObject):
    """Has everything that is on the desk backed up, then writes.

    Says `file_done` for each file written and `finished` after the last, or `failed` with the error.

    What was written before a failure stays, and is in `done`.
    """

    file_done = Signal(object)
    finished = Signal()
    failed = Signal(object)
    reported = Signal(str, int)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._waiting: list[_Batch] = []
        self._trouble = ""
        self.done: list[Imported] = []

    @property
    def is_busy(self) -> bool:
        """Whether people are being written."""
        return bool(self._waiting)

    def begin(self, intake: Intake, chosen: Sequence[frozenset[int]], tag: str) -> None:
        """Bring in the chosen people of every file; `chosen` stands in the files' order."""
        self._waiting = [
            _Batch(file, preview, numbers, _("From {file}").format(file=file.name), tag.strip())
            for file, preview, numbers in zip(intake.files, intake.previews, chosen, strict=True)
            if numbers
        ]
        back_up_first(self._tasks, self, self._on_backed_up)

    def report(self, intake: Intake, path: Path) -> None:
        """Write the doubtful and unreadable lines of every file to `path`."""
        previews = [(file.name, preview) for file, preview in zip(intake.files, intake.previews, strict=True)]
        self._tasks.run(
            self,
            lambda _progress: imports.commands.write_report(path, previews),
            lambda count: self.reported.emit(path.name, count),
            self.failed.emit,
        )

    def told(self) -> str:
        """What was done, in words."""
        count = sum(one.added for one in self.done)
        came = plural("{count} person came in", "{count} people came in", count, count=whole_number(count))
        return _("{came}. {trouble}").format(came=came, trouble=self._trouble) if self._trouble else came

    def _on_backed_up(self, trouble: str) -> None:
        self._trouble = trouble
        self._write_next()

    def _write_next(self) -> None:
        batch = self._waiting[0]
        self._tasks.change(self, lambda desk: _bring_in(desk, batch), self._on_written, self._on_failed)

    def _on_written(self, imported: "Imported") -> None:
        self.done.append(imported)
        batch = self._waiting.pop(0)
        self.file_done.emit(batch.file.source.path)
        if self._waiting:
            self._write_next()
        else:
            self.finished.emit()

    def _on_failed(self, error: ExpectedError) -> None:
        self._waiting.clear()
        self.failed.emit(error)


def _bring_in(desk: Desk, batch: _Batch) -> "Imported":
    imported = imports.commands.import_people(
        desk,
        batch.preview,
        file_name=batch.file.name,
        title=batch.title,
        chosen=batch.chosen,
        tag=batch.tag,
    )
    source = batch.file.source
    if source.mapping is not None and source.is_chosen:
        settings.mapping_commands.remember_mapping(desk, batch.file.reading.headers, source.mapping)
    return imported
