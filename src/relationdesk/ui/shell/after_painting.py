"""Waiting until the window shows what it was given, so that nothing else keeps it from doing so."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class AfterPainting(QObject):
    """Calls `do` once, when the window that `widget` is in has been painted the next time."""

    def __init__(self, widget: QWidget, do: Callable[[], object]) -> None:
        super().__init__(widget)
        self._do = do
        widget.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._on_painted)  # the window answers the request first
        return False

    def _on_painted(self) -> None:
        self._do()
        self.deleteLater()
