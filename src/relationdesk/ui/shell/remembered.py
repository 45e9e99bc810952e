"""What the window remembers from one start to the next; nothing of it is about people."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from relationdesk.language.words import Language
from relationdesk.ui.theme.theme import ThemeChoice

_FILE = "window.ini"
_FIRST_SIZE = QSize(1280, 800)
_FRAME = QSize(2, 32)
"""About what a desktop draws around a window."""


class Remembered:
    """A small file in `folder`; what it lacks or what cannot be read is as on the first start."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / _FILE), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language | None:
        """The language chosen last, None while none was."""
        kept = str(self._settings.value("language", ""))
        return Language(kept) if kept in set(Language) else None

    @property
    def look(self) -> ThemeChoice:
        """The look chosen last."""
        kept = str(self._settings.value("look", ""))
        return ThemeChoice(kept) if kept in set(ThemeChoice) else ThemeChoice.SYSTEM

    @property
    def stays_in_tray(self) -> bool:
        """Whether closing the window is to leave the program in the tray."""
        return str(self._settings.value("stay-in-tray", "")) == "yes"

    def keep_stay_in_tray(self, is_wanted: bool) -> None:  # noqa: FBT001 - what a box says
        """Remember whether closing the window is to leave the program in the tray."""
        self._settings.setValue("stay-in-tray", "yes" if is_wanted else "no")
        self._settings.sync()

    def keep_language(self, language: Language) -> None:
        """Remember the language."""
        self._settings.setValue("language", language.value)
        self._settings.sync()

    def keep_look(self, look: ThemeChoice) -> None:
        """Remember the look."""
        self._settings.setValue("look", look.value)
        self._settings.sync()

    def keep_place(self, window: QMainWindow) -> None:
        """Remember where and how large the window is on these screens."""
        self._settings.setValue(_screens(), window.saveGeometry())
        self._settings.sync()

    def restore_place(self, window: QMainWindow) -> None:
        """Put the window where it was on these screens, or make it as large as they allow for."""
        kept = self._settings.value(_screens())
        if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
            window.resize(_FIRST_SIZE.boundedTo(window.screen().availableSize() - _FRAME))

    def is_quiet_about(self, path: Path) -> bool:
        """Whether the user wants to be told no more where this file lies."""
        return str(self._settings.value(_quiet(path), "")) == "yes"

    def be_quiet_about(self, path: Path) -> None:
        """Tell no more where this file lies."""
        self._settings.setValue(_quiet(path), "yes")
        self._settings.sync()

    def keep_layout(self, name: str, kept: QByteArray) -> None:
        """Remember how a place is divided on these screens."""
        self._settings.setValue(f"{_screens()}-{name}", kept)
        self._settings.sync()

    def layout(self, name: str) -> QByteArray | None:
        """How a place was divided on these screens; None when it never was on them."""
        kept = self._settings.value(f"{_screens()}-{name}")
        return kept if isinstance(kept, QByteArray) else None


def _quiet(path: Path) -> str:
    """Under which name it is kept; it does not tell the path."""
    return f"folder/{hashlib.sha256(str(path).encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"


def _screens() -> str:
    """A name for the screens as they are set up now."""
    rects = [screen.geometry() for screen in QGuiApplication.screens()]
    shape = ";".join(f"{rect.x()},{rect.y()},{rect.width()},{rect.height()}" for rect in rects)
    return f"geometry/{hashlib.sha256(shape.encode()).hexdigest()[:12]}"
