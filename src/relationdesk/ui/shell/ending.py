"""Ending when the system or a terminal asks for it, as if the window were closed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

INTERRUPTED = 130
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
"""Ctrl+C, logging out, and a terminal that is closed; Windows has no SIGHUP."""


class Ending(QObject):
    """Python hears of a signal between two of its own steps, which the timer of `Collecting` brings about.

    An interruption that is raised there could be lost in code that lets nothing through; this one waits
    for the event loop.
    """

    _asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """End the event loop when it is asked for in the block; what is ignored already stays so."""
        numbers = [number for name in _NAMES if (number := getattr(signal, name, None)) is not None]
        former = {number: signal.getsignal(number) for number in numbers}
        for number, handler in former.items():
            if handler is not signal.SIG_IGN:
                signal.signal(number, self._hear)
        try:
            yield
        finally:
            for number, handler in former.items():
                signal.signal(number, handler)

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self._asked.emit()

    @Slot()
    def _on_asked(self) -> None:
        QApplication.closeAllWindows()
        QCoreApplication.exit(INTERRUPTED)
