"""The pictures that are on the screen, read from the desk when they are first wanted."""

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from relationdesk.domain.errors import ExpectedError
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.pictures import thumbnail
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.queries import PictureContent, pictures_of

_MOST_KEPT: Final = 512
_AT_ONCE: Final = 12

_Key = tuple[str, int]


class PictureStore(QObject):
    """Answers at once with what it has, and says `came` when it has more to show."""

    came = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._kept: OrderedDict[_Key, QPixmap | None] = OrderedDict()
        self._wanted: dict[_Key, None] = {}
        self._is_reading = False
        self._beginning = QTimer(self, singleShot=True, interval=0)
        self._beginning.timeout.connect(self._on_beginning)

    def pixmap(self, digest: str | None, side: int) -> QPixmap | None:
        """The picture with this hash for a square of `side` pixels, or None while there is none to show."""
        if digest is None:
            return None
        key = (digest, round(side * _pixels_in_one()))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._wanted.pop(key, None)
        self._wanted[key] = None
        if not self._is_reading:
            self._beginning.start()
        return None

    @Slot()
    def _on_beginning(self) -> None:
        """Read those wanted last; those scrolled past are wanted again when they are seen."""
        keys = list(self._wanted)[-_AT_ONCE:]
        self._wanted.clear()
        if not keys or self._is_reading:
            return
        self._is_reading = True
        digests = [digest for digest, _side in keys]
        self._tasks.ask(
            self,
            lambda reader: pictures_of(reader, digests),
            lambda read: self._open(keys, read),
            self._on_refused,
        )

    def _open(self, keys: list[_Key], read: list[PictureContent]) -> None:
        contents = {picture.hash: picture.content for picture in read}
        self._tasks.run(
            self,
            lambda _progress: [(key, thumbnail(contents.get(key[0], b""), key[1])) for key in keys],
            self._keep,
        )

    def _on_refused(self, error: ExpectedError) -> None:
        self._is_reading = False
        self._tasks.refused.emit(error)

    def _keep(self, opened: list[tuple[_Key, QImage | None]]) -> None:
        self._is_reading = False
        for key, image in opened:
            self._kept[key] = None if image is None else QPixmap.fromImage(image)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        if self._wanted:
            self._beginning.start()
        self.came.emit()


def _pixels_in_one() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
