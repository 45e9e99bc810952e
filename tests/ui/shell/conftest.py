"""The window on a real desk."""

import pytest

from relationdesk.language.words import Language, use_language
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.theme.theme import ThemeChoice


@pytest.fixture
def remembered(tmp_path):
    return Remembered(tmp_path)


@pytest.fixture
def window(qtbot, qapp, tasks, clock, office, remembered, until_idle):  # noqa: PLR0917 - fixtures
    theme = qapp.property("theme")
    made = MainWindow(tasks, clock, theme, remembered, is_sample=True)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: made.has_begun)
    until_idle()
    made.today.show_again()
    yield made
    theme.choose(ThemeChoice.LIGHT)
    use_language(Language.ENGLISH)
