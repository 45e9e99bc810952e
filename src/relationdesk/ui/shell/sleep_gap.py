"""Noticing, once the computer is awake, that it was asleep."""

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from relationdesk.domain.clock import Clock

_EVERY_MILLISECONDS = 5_000
_GAP = timedelta(minutes=1)


class SleepGap(QObject):
    """Says `slept` within seconds of waking: between two looks the clock went on for more than a minute."""

    slept = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seen = clock.now()
        self._timer = QTimer(self, interval=_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.look_at_clock)

    def begin(self) -> None:
        """Look from now on."""
        self._seen = self._clock.now()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look_at_clock(self) -> None:
        """Compare the clock with what it told the last time; nothing once it is stopped."""
        if not self._timer.isActive():
            return
        seen, self._seen = self._seen, self._clock.now()
        if self._seen - seen > _GAP:
            self.slept.emit()
