"""Whether one stayed with a page, or just stepped over it in the list."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

_LONG_MILLISECONDS = 2_000


class Staying(QObject):
    """Who opened a page, worked on it or looked at it for long stayed with it."""

    def __init__(self, page: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self.has_stayed = False
        self.patience = QTimer(self, singleShot=True, interval=_LONG_MILLISECONDS)
        self.patience.timeout.connect(self.stay)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def begin(self) -> None:
        """Look at another page, which may be stepped over yet."""
        self.has_stayed = False
        self.patience.start()

    @Slot()
    def stay(self) -> None:
        """Stay with the page that is looked at."""
        self.patience.stop()
        self.has_stayed = True

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._page.isAncestorOf(new):
            self.stay()
