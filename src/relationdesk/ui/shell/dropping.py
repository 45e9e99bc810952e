"""Files that are dropped on the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """Hands files over that are dropped anywhere on `window`."""

    def __init__(self, window: QWidget, dropped: Callable[[Sequence[Path]], object]) -> None:
        super().__init__(window)
        self._dropped = dropped
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and (files := files_in(event.mimeData())):
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                self._dropped(files)
            return True
        return super().eventFilter(watched, event)


def files_in(carried: QMimeData) -> list[Path]:
    """The files among what is carried."""
    return [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
