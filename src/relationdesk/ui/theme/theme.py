"""The theme of the running application: light, dark, or as the system has it."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from relationdesk.ui.theme.fonts import font, load_fonts
from relationdesk.ui.theme.palette import palette_of
from relationdesk.ui.theme.stylesheet import stylesheet_of
from relationdesk.ui.theme.tokens import DARK, LIGHT, Tokens

STYLE: Final = ("-style", "Fusion")
"""What the application is to be made with. Chosen later it would come back as a QStyle, of which PySide6 then
makes every name there is, which takes longer than reading the desk."""


class ThemeChoice(StrEnum):
    """What the user can choose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application, and dresses it again when the user or the system changes the theme.

    Fusion with our own two palettes looks the same on every system; a theme that the program chose
    itself is also told to Qt, for the title bars and dialogs that the system draws. An application is made
    with `STYLE` and has one theme: a second one would dress widgets that are on their way out, which Qt does
    not survive.
    """

    changed = Signal(object)

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._tokens: Tokens | None = None
        load_fonts()
        application.setFont(font())
        self.choose(choice)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen, which may be to follow the system."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """The tokens in force."""
        return self._tokens or LIGHT

    def choose(self, choice: ThemeChoice) -> None:
        """Show a theme from now on; says `changed` with the tokens when the colours became others."""
        self._choice = choice
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[choice])
        self._dress(_tokens_for(choice))

    @Slot()
    def _on_scheme_changed(self) -> None:
        self._dress(_tokens_for(self._choice))

    def _dress(self, tokens: Tokens) -> None:
        if tokens is self._tokens:
            return
        self._tokens = tokens
        self._application.setPalette(palette_of(tokens))
        self._application.setStyleSheet(stylesheet_of(tokens))
        self.changed.emit(tokens)


_SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
}


def _tokens_for(choice: ThemeChoice) -> Tokens:
    if choice is ThemeChoice.SYSTEM:
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    return DARK if choice is ThemeChoice.DARK else LIGHT
