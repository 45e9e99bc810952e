"""What every test may ask for."""

import os
import sys

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication

settings.register_profile("the same examples each time", derandomize=True, deadline=None)
settings.register_profile("others each time", deadline=None, print_blob=True)
settings.load_profile(
    "others each time" if os.environ.get("RELATIONDESK_FULL") else "the same examples each time"
)
if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What the program makes its application with."""
    from relationdesk.ui.theme.theme import STYLE  # noqa: PLC0415 - only for tests with a window

    return ["relationdesk", *STYLE]


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application with its real letters, in the light theme."""
    from relationdesk.ui.theme.theme import Theme, ThemeChoice  # noqa: PLC0415 - only for tests with a window

    qapp.setProperty("theme", Theme(qapp, ThemeChoice.LIGHT))
    return qapp
