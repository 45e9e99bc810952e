"""From chosen files to what they would bring: read, compared, and read again when the columns change."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from relationdesk.domain.errors import ExpectedError
from relationdesk.ui.places.imports.files import Compared, Found, ReadFile, Source, compare, read_files
from relationdesk.ui.progress import Step
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.imports.own_fields import OwnOperator
from relationdesk.work.imports.preview import Preview
from relationdesk.work.imports.reading import Mapping, UnreadableFileError
from relationdesk.work.settings.region import home_region


class Intake(QObject):
    """Says `counted` while it reads, then `previewed`; `refused` with the errors of unreadable files.

    The files and their previews stand in one order; a file that was refused is in neither.
    """

    counted = Signal(int)
    previewed = Signal()
    refused = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asked: Asked | None = None
        self._region = ""
        self._refusals: tuple[UnreadableFileError, ...] = ()
        self.files: tuple[ReadFile, ...] = ()
        self.previews: tuple[Preview, ...] = ()
        self.guessed: dict[Path, Mapping] = {}
        self.fields: tuple[OwnOperator, ...] = ()

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._asked is not None

    def read(self, paths: Sequence[Path]) -> None:
        """Begin with other files; those of before are forgotten."""
        self.stop()
        self.files, self.previews, self._refusals, self.guessed = (), (), (), {}
        self._read([Source(path) for path in dict.fromkeys(paths)])

    def read_again(self, index: int, mapping: Mapping) -> None:
        """Read one of the files again, with what the user makes of its columns."""
        self.stop()
        self._read([Source(self.files[index].source.path, mapping, is_chosen=True)])

    def leave_out(self, path: Path) -> None:
        """Forget a file, which was brought in."""
        kept = [n for n, file in enumerate(self.files) if file.source.path != path]
        self.previews = tuple(self.previews[n] for n in kept)
        self.files = tuple(self.files[n] for n in kept)

    def stop(self) -> None:
        """Stop reading; what was read before stays."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _read(self, sources: Sequence[Source]) -> None:
        self._asked = self._tasks.run(
            self,
            lambda progress: read_files(sources, progress),
            self._on_read,
            self._on_failed,
            progressed=self._on_step,
        )

    def _on_step(self, step: Step) -> None:
        self.counted.emit(step.done)

    def _on_read(self, found: Found) -> None:
        self._refusals = (*self._refusals, *found.refusals)
        fresh = {file.source.path: file for file in found.files}
        kept = [fresh.pop(file.source.path, file) for file in self.files]
        self.files = (*kept, *fresh.values())
        for file in found.files:
            if file.source.mapping is None and file.reading.mapping is not None:
                self.guessed[file.source.path] = file.reading.mapping
        if not self.files:
            self._finish()
        elif self._region:
            self._compare()
        else:
            self._asked = self._tasks.change(self, home_region, self._on_region, self._on_failed)

    def _on_region(self, region: str) -> None:
        self._region = region
        self._compare()

    def _compare(self) -> None:
        files, region = self.files, self._region
        self._asked = self._tasks.ask(
            self, lambda reader: compare(reader, files, region), self._on_compared, self._on_failed
        )

    def _on_compared(self, compared: Compared) -> None:
        wanted = [
            Source(file.source.path, mapping)
            for file, mapping in zip(self.files, compared.better, strict=True)
            if mapping is not None
        ]
        if wanted:
            self._read(wanted)
            return
        self.previews, self.fields = compared.previews, compared.fields
        self._finish()

    def _finish(self) -> None:
        self._asked = None
        refusals, self._refusals = self._refusals, ()
        if self.files:
            self.previewed.emit()
        if refusals:
            self.refused.emit(refusals)

    def _on_failed(self, error: ExpectedError) -> None:
        self._asked = None
        self._refusals = ()
        self.refused.emit((error,))
