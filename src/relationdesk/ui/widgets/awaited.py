"""Waiting for the keychain, which may ask its user something first, or never answer."""

from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

SLOW_MILLISECONDS = 300
_EVERY_MILLISECONDS = 30


class Awaited(QObject):
    """Says `came` once with the answer; before it, if that takes more than a moment, `slow`.

    The answer is looked for, not called for, so that one which never comes holds nothing.
    """

    came = Signal(object)
    slow = Signal()

    def __init__(self, coming: "Future[Any]", parent: QObject) -> None:
        super().__init__(parent)
        self._coming = coming
        self._looking = QTimer(self, interval=_EVERY_MILLISECONDS)
        self._looking.timeout.connect(self._on_look)
        self._looking.start()
        self._patience = QTimer(self, singleShot=True, interval=SLOW_MILLISECONDS)
        self._patience.timeout.connect(self.slow)
        self._patience.start()

    @Slot()
    def _on_look(self) -> None:
        if self._coming.done():
            self._looking.stop()
            self._patience.stop()
            self.came.emit(self._coming.result())
