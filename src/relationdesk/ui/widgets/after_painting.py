"""Waiting until the window shows what it was given, so that nothing else keeps it from doing so."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_LONGEST: Final = 1_000
"""Milliseconds; a window that is minimised, hidden or behind others may never be painted."""


class AfterPainting(QObject):
    """Calls `do` once, when the window of `widget` has been painted the next time, or nobody sees it.

    Of several who wait for the same painting the last is called first, as Qt has it for event filters.
    """

    def __init__(self, widget: QWidget, do: Callable[[], object]) -> None:
        super().__init__(widget)
        self._do = do
        self._window = widget.window()
        self._window.installEventFilter(self)
        QTimer.singleShot(_LONGEST if self._window.isVisible() else 0, self, self._on_painted)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self, self._on_painted)  # the window answers the request first
        return False

    def _on_painted(self) -> None:
        self._window.removeEventFilter(self)
        self.deleteLater()
        do, self._do = self._do, _nothing
        do()


def _nothing() -> None:
    """It was called already."""
