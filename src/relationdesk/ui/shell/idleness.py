"""Noticing that the user has left the program's windows alone."""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

from relationdesk.domain.clock import Clock

_LONGEST_WAIT = timedelta(minutes=1)
_AGAIN = timedelta(seconds=5)
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)


class Idleness(QObject):
    """Says `over` when nothing was typed, clicked or moved for so long, and again until it is stopped.

    It looks at the clock once a minute at least, since no timer runs while the computer sleeps. Input that
    comes once the time is over comes too late: it is kept from the window.
    """

    over = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last: datetime = clock.now()
        self._limit: timedelta | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look_at_clock)

    def begin(self, minutes: int) -> None:
        """Count from now on."""
        if self._limit is None:
            self._last = self._clock.now()
            application = QGuiApplication.instance()
            if isinstance(application, QGuiApplication):
                application.focusWindowChanged.connect(self._listen_to)
        self._limit = timedelta(minutes=minutes)
        self.look_at_clock()

    def stop(self) -> None:
        """Count no more."""
        if self._limit is None:
            return
        self._limit = None
        self._timer.stop()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._listen_to)
        for window in QGuiApplication.topLevelWindows():
            window.removeEventFilter(self)

    @Slot()
    def look_at_clock(self) -> None:
        """Say `over` if the time is over, and see to it that the clock is looked at again."""
        if self._limit is None:
            return
        for window in QGuiApplication.topLevelWindows():
            self._listen_to(window)
        is_over = self._is_over()
        wait = _AGAIN if is_over else min(self._limit - (self._clock.now() - self._last), _LONGEST_WAIT)
        self._timer.start(max(1, wait // timedelta(milliseconds=1)))
        if is_over:
            self.over.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in _INPUT or self._limit is None:
            return False
        if self._is_over():
            self.look_at_clock()
            return True
        self._last = self._clock.now()
        return False

    def _is_over(self) -> bool:
        now = self._clock.now()
        self._last = min(self._last, now)  # a clock that was put back gives no more time than a whole term
        return self._limit is not None and now - self._last >= self._limit

    @Slot(QWindow)
    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
