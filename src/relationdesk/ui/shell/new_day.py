"""Noticing that a new day has begun while the window was open."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from relationdesk.domain.clock import Clock, today

_EVERY_MILLISECONDS = 60_000


class NewDay(QObject):
    """Says `began` within a minute of the user's midnight."""

    began = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day = today(clock)
        timer = QTimer(self, interval=_EVERY_MILLISECONDS)
        timer.timeout.connect(self._on_minute)
        timer.start()

    @Slot()
    def _on_minute(self) -> None:
        day = today(self._clock)
        if day != self._day:
            self._day = day
            self.began.emit()
