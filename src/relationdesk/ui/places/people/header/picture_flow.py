"""Changing a person's picture: which file, then which part of it, then keeping that."""

from pathlib import Path

from PySide6.QtCore import QObject, QRect, QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.pictures import KEPT_TYPE, fit_to_keep, opened
from relationdesk.work import people
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.errors import UnfitPictureError
from relationdesk.work.people.queries import PictureContent


class PictureFlow(QObject):
    """Says `said` when the picture was changed or taken away."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window

    def begin(self, view: PersonView) -> None:
        """Ask which picture shall be shown of somebody."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        kinds = _("Pictures (*.jpg *.jpeg *.png *.webp)")
        dialog = QFileDialog(self._window, _("Choose a picture"), folder, kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.choose(view.id, view.name, Path(path)))
        dialog.open()

    def choose(self, person: PersonId, name: str, path: Path) -> None:
        """Ask which part of the picture in a file shows somebody; what is no picture is refused."""
        self._tasks.run(
            self, lambda _progress: _opened(path), lambda image: self._ask_part(person, name, image)
        )

    def crop(self, view: PersonView) -> None:
        """Ask which part of the picture that somebody has shall show them; nothing without one."""
        digest = view.page.record.picture_hash
        if digest is None:
            return
        self._tasks.ask(
            self,
            lambda reader: people.queries.pictures_of(reader, [digest]),
            lambda found: self._ask_part_of(view, found),
        )

    def _ask_part_of(self, view: PersonView, found: list[PictureContent]) -> None:
        if found:
            content = found[0].content
            self._tasks.run(
                self,
                lambda _progress: _fit(opened(content)),
                lambda image: self._ask_part(view.id, view.name, image),
            )

    def remove(self, person: PersonId) -> None:
        """Show somebody by their initials again."""
        self._tasks.change(
            self,
            lambda desk: people.pictures.remove_picture(desk, person),
            lambda _nothing: self.said.emit(_("Picture removed")),
        )

    def _ask_part(self, person: PersonId, name: str, image: QImage) -> None:
        from relationdesk.ui.places.people.header.frame_dialog import FrameDialog  # noqa: PLC0415 - with its first use

        dialog = FrameDialog(image, name, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._cut(person, image, dialog.part))
        dialog.open()

    def _cut(self, person: PersonId, image: QImage, part: QRect) -> None:
        self._tasks.run(
            self,
            lambda _progress: fit_to_keep(image, part),
            lambda content: self._keep(person, content),
        )

    def _keep(self, person: PersonId, content: bytes) -> None:
        self._tasks.change(
            self,
            lambda desk: people.pictures.set_picture(desk, person, content, KEPT_TYPE),
            lambda _nothing: self.said.emit(_("Picture changed")),
        )


def _opened(path: Path) -> QImage:
    return _fit(opened(people.pictures.picture_file(path)))


def _fit(image: QImage | None) -> QImage:
    if image is None:
        raise UnfitPictureError
    return image
