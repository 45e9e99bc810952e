"""The pictures that opened notes show, read from the desk when they are first wanted."""

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from relationdesk.domain.pictures import digests_in
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.pictures import opened
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.queries import PictureContent, pictures_of

_WIDEST: Final = 420
_TALLEST: Final = 320
_MOST_KEPT: Final = 24


class NotePictures(QObject):
    """Answers at once with what it has, and says `came` when it has more to show."""

    came = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._kept: OrderedDict[str, QImage | None] = OrderedDict()
        self._wanted: set[str] = set()

    def image(self, target: str) -> QImage | None:
        """The picture of the desk that a note names, or None while there is none to show."""
        digests = digests_in(target)
        if len(digests) != 1:
            return None
        (digest,) = digests
        if digest not in self._kept and digest not in self._wanted:
            self._wanted.add(digest)
            self._tasks.ask(
                self, lambda reader: pictures_of(reader, [digest]), lambda read: self._open(digest, read)
            )
        return self._kept.get(digest)

    def _open(self, digest: str, read: list[PictureContent]) -> None:
        content = read[0].content if read else b""
        self._tasks.run(self, lambda _progress: _fitting(content), lambda image: self._keep(digest, image))

    def _keep(self, digest: str, image: QImage | None) -> None:
        self._wanted.discard(digest)
        self._kept[digest] = image
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        if image is not None:
            self.came.emit()


def _fitting(content: bytes) -> QImage | None:
    image = opened(content)
    if image is None or (image.width() <= _WIDEST and image.height() <= _TALLEST):
        return image
    ways = (Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return image.scaled(_WIDEST, _TALLEST, *ways)
