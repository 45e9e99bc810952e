"""Pictures and files pasted into a note or dropped on it: kept aside, and named in the text."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPlainTextEdit

from relationdesk.domain.ids import PersonId
from relationdesk.domain.pictures import file_mark, media_type_of, picture_mark
from relationdesk.language.words import _
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.pictures import KEPT_TYPE, fit_to_keep, opened
from relationdesk.work import attachments
from relationdesk.work.attachments.reading import NewFile, file_read
from relationdesk.work.desks import Desk, Reader


class NotePasting(QObject):
    """Writes into `text` once what was pasted is kept aside; it is the person's when the note is kept."""

    def __init__(self, tasks: Tasks[Reader, Desk], text: QPlainTextEdit) -> None:
        super().__init__(text)
        self._tasks = tasks
        self._text = text
        self._person: PersonId | None = None

    def take(self, person: PersonId, carried: QMimeData) -> bool:
        """Take files or a picture about somebody; False for anything else."""
        self._person = person
        paths = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
        image = carried.imageData() if carried.hasImage() and not paths else None
        if paths:
            self._tasks.run(
                self,
                lambda _progress: [_read(path) for path in paths],
                lambda files: self._keep(person, files),
            )
        elif isinstance(image, QImage) and not image.isNull():
            name = _("Pasted picture.jpg")
            self._tasks.run(
                self,
                lambda _progress: [NewFile(name, KEPT_TYPE, fit_to_keep(image, image.rect()))],
                lambda files: self._keep(person, files),
            )
        else:
            return False
        return True

    def belong_to(self, person: PersonId) -> None:
        """The text is about somebody from now on; what was pasted about another is not named in it."""
        self._person = person

    def _keep(self, person: PersonId, files: Sequence[NewFile]) -> None:
        marks = [_mark(file) for file in files]
        self._tasks.change(
            self,
            lambda desk: attachments.commands.keep_aside(desk, files),
            lambda _none: self._write(person, marks),
        )

    def _write(self, person: PersonId, marks: Sequence[str]) -> None:
        if person == self._person:
            self._text.textCursor().insertText(" ".join(marks) + " ")


def _read(path: Path) -> NewFile:
    """A file as it is kept: a picture small, anything else as it is."""
    file = file_read(path)
    image = opened(file.content) if media_type_of(file.content) else None
    if image is None:
        return file
    return NewFile(f"{path.stem}.jpg", KEPT_TYPE, fit_to_keep(image, image.rect()))


def _mark(file: NewFile) -> str:
    return (picture_mark if file.media_type == KEPT_TYPE else file_mark)(file.name, file.digest)
