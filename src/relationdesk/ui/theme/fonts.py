"""The letters of the window: Inter, and Noto Sans for the scripts that Inter lacks."""

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from relationdesk.language.resources import resource
from relationdesk.ui.theme.tokens import FontSize, Weight

FAMILIES: Final = ("Inter", "Noto Sans")
_FILES: Final = (
    "Inter-Regular.otf",
    "Inter-SemiBold.otf",
    "Inter-Italic.otf",
    "Inter-SemiBoldItalic.otf",
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
)


class MissingFontError(Exception):
    """A font that is part of the program is not in its place: the installation is broken."""


def load_fonts() -> None:
    """Make the bundled fonts known to Qt.

    Without any font every letter is drawn as a box and nothing fails, hence the error.

    Raises:
        MissingFontError: a file is gone or cannot be read.
    """
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0:
            raise MissingFontError(name)


@cache
def font(size: FontSize = FontSize.BODY, weight: Weight = Weight.NORMAL) -> QFont:
    """The window's font in one of its sizes and weights; copy it before changing it."""
    made = QFont(list(FAMILIES))
    made.setPixelSize(int(size))
    made.setWeight(QFont.Weight(int(weight)))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
