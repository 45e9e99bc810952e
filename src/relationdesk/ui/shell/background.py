"""The program while no window is in sight: the tray, and starting with the user's session."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from relationdesk.domain.clock import Clock
from relationdesk.ui.shell.guard import Guard
from relationdesk.ui.shell.in_tray import InTray
from relationdesk.ui.shell.now_open import NowOpen
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.theme import Theme
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.desks.machine import DeskFiles, Machine

if TYPE_CHECKING:
    from relationdesk.ui.places.settings.place import SettingsPlace
    from relationdesk.ui.shell.start import StartWindow


class Background(QObject):
    """Lives as long as the program, and follows the windows that it is told of."""

    def __init__(
        self, machine: Machine, clock: Clock, theme: Theme, remembered: Remembered, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._machine = machine
        self._remembered = remembered
        self._guard: Guard | None = None
        self._in_tray = InTray(theme, remembered, clock, self)
        self._in_tray.lock_asked.connect(self._on_lock_asked)

    def begin_unseen(self) -> None:
        """Begin without a window; with a minimised one where there is no tray."""
        self._in_tray.begin_unseen()

    def bring(self, window: "MainWindow | StartWindow", former: NowOpen, *, is_own: bool) -> None:
        """Show a window that comes instead of another, unless the user left the program in the tray.

        `is_own` is not so of the sample desk, of which the tray tells nothing.
        """
        self._guard = None
        if is_own:
            self._in_tray.bring(window, former)
        else:
            self._in_tray.rest()
            window.show()

    def wait(self, window: "StartWindow") -> None:
        """Tell in the tray that a desk waits to be unlocked; its window is painted."""
        self._in_tray.wait(window)

    def join(self, window: MainWindow, guard: Guard, files: DeskFiles) -> None:
        """Tell in the tray of the user's own desk, which is open and painted.

        Raises:
            ExpectedError: that the program starts with the computer could not be put right.
        """
        self._guard = guard
        self._in_tray.join(window)
        self._machine.autostart(files).heal()

    def add_settings(self, place: "SettingsPlace", tasks: Tasks[Reader, Desk], files: DeskFiles) -> None:
        """Have it in Settings what goes on while the window is closed."""
        from relationdesk.ui.shell.tray_settings import TraySettings  # noqa: PLC0415 - rare, kept off the start

        autostart, has_tray = self._machine.autostart(files), self._in_tray.has_tray
        TraySettings(place, tasks, self._remembered, autostart, has_tray=has_tray)

    @Slot()
    def come_forward(self) -> None:
        """Bring the window into sight, if it is not."""
        self._in_tray.open()

    def close(self) -> None:
        """The program ends."""
        self._in_tray.close()

    @Slot()
    def _on_lock_asked(self) -> None:
        if self._guard is not None:
            if not self._guard.can_lock:
                self.come_forward()
            self._guard.lock()
