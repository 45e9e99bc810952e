"""What the tray shows of an open desk, and what is done there from the tray."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, Slot

from relationdesk.domain.clock import Clock
from relationdesk.ui.shell.tray import Tray
from relationdesk.ui.shell.window import MainWindow

_HOUR: Final = timedelta(hours=1)


class TrayLink(QObject):
    """Goes with the window of the desk; counts whom Today counts."""

    def __init__(self, tray: Tray, window: MainWindow, clock: Clock) -> None:
        super().__init__(window)
        self._tray = tray
        self._window = window
        self._clock = clock
        reminding = self._reminding = window.beside.reminding
        reminding.silence_told.connect(self._on_silence_told)
        tray.hour_of_silence_asked.connect(self._on_hour_asked)
        tray.silence_until_tomorrow_asked.connect(reminding.silence_until_tomorrow)
        tray.end_of_silence_asked.connect(self._on_end_asked)
        window.rebuilt.connect(self._on_rebuilt)
        self._on_silence_told(reminding.silent_until)
        self._listen()

    def _listen(self) -> None:
        today = self._window.today
        today.counted.connect(self._tray.show_waiting)
        self._tray.show_waiting(today.people)

    @Slot()
    def _on_rebuilt(self) -> None:
        self._tray.speak()
        self._listen()

    @Slot(object)
    def _on_silence_told(self, until: datetime | None) -> None:
        self._tray.show_silence(None if until is None else until.astimezone(self._clock.zone()))

    @Slot()
    def _on_hour_asked(self) -> None:
        self._reminding.silence(_HOUR)

    @Slot()
    def _on_end_asked(self) -> None:
        self._reminding.silence(None)
