"""The program in the tray: what is shown there, and whether it goes on there when the window is closed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from relationdesk.domain.clock import Clock
from relationdesk.language.words import _
from relationdesk.ui.shell.now_open import NowOpen
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.tray import Tray
from relationdesk.ui.shell.tray_link import TrayLink
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from relationdesk.ui.shell.start import StartWindow


class InTray(QObject):
    """Follows whatever window the program has, and says `lock_asked`.

    A window that is closed while the user wants the program to stay is only put out of sight: the close is
    granted, so that a session can end, and nothing that ends with a window ends.
    """

    lock_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        remembered: Remembered,
        clock: Clock,
        parent: QObject | None = None,
        *,
        has_tray: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self._clock = clock
        self._has_tray = has_tray
        self._window: MainWindow | StartWindow | None = None
        self._is_watching = False
        self._begins_unseen = False
        self._link: TrayLink | None = None
        self.tray = Tray(theme, self)
        self.tray.open_asked.connect(self.open)
        self.tray.lock_asked.connect(self.lock_asked)
        self.tray.quit_asked.connect(self._on_quit_asked)

    @property
    def has_tray(self) -> bool:
        """Whether this desktop has a tray."""
        return self._has_tray()

    @property
    def stays(self) -> bool:
        """Whether a window that is closed leaves the program in the tray."""
        return self._is_watching and self._remembered.stays_in_tray and self.has_tray

    def begin_unseen(self) -> None:
        """Begin without a window; with a minimised one where there is no tray."""
        self._begins_unseen = True

    def bring(self, window: "MainWindow | StartWindow", former: NowOpen) -> None:
        """Show a window of the user's own desk, unless the one that it comes instead of is out of sight."""
        is_unseen = self._begins_unseen or former.is_out_of_sight
        self._begins_unseen = False
        self._follow(window)
        if not isinstance(window, MainWindow):
            self.tray.show_closed(_("Open the window: reminders wait for it"))
            self._show_icon()
        if not is_unseen:
            window.show()
        elif self.has_tray:
            QApplication.setQuitOnLastWindowClosed(False)
        else:
            window.showMinimized()

    def wait(self, window: "StartWindow") -> None:
        """Show that the desk of a window that is shown already waits to be unlocked."""
        if self._window is not window:
            self._follow(window)
        self.tray.show_closed(_("Unlock to see reminders"))
        self._show_icon()

    def join(self, window: MainWindow) -> None:
        """Show in the tray how it stands on an open desk, from now on."""
        if self._window is not window:
            self._follow(window)
        self._link = TrayLink(self.tray, window, self._clock)
        self._show_icon()

    def rest(self) -> None:
        """Show nothing for a desk that is not the user's own."""
        self.let_go()
        self._window = None
        self.tray.icon.hide()

    @Slot()
    def open(self) -> None:
        """Bring the window to the front, from out of sight as well."""
        window = self._window
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()

    @Slot()
    def let_go(self) -> None:
        """Let the window be closed for good."""
        QApplication.setQuitOnLastWindowClosed(True)
        if self._window is not None and self._is_watching:
            self._window.removeEventFilter(self)
        self._is_watching = False

    def close(self) -> None:
        """The program ends: end what ends with a window, also with one that was put out of sight."""
        self.let_go()
        self.tray.icon.hide()
        if self._window is not None:
            self._window.wind_up()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            QApplication.setQuitOnLastWindowClosed(True)
        elif event.type() == QEvent.Type.Close and self.stays and self._window is not None:
            self._remembered.keep_place(self._window)
            QApplication.setQuitOnLastWindowClosed(False)
            return True
        return False

    def _show_icon(self) -> None:
        """On X11 a tray that comes later takes it in; elsewhere Qt would complain that there is none."""
        if self.has_tray or QGuiApplication.platformName() == "xcb":
            self.tray.icon.show()

    def _follow(self, window: "MainWindow | StartWindow") -> None:
        self.let_go()
        self._window, self._is_watching = window, True
        window.installEventFilter(self)
        window.leaving.connect(self.let_go)

    @Slot()
    def _on_quit_asked(self) -> None:
        self.let_go()
        QApplication.closeAllWindows()
        QCoreApplication.exit(0)
