import pytest
from PySide6.QtCore import QCoreApplication

from relationdesk.language.words import Language
from relationdesk.ui.shell.qt_words import speak


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    speak(Language.ENGLISH)


def qt_says(text):
    return QCoreApplication.translate("QPlatformTheme", text)


def test_qt_speaks_the_language_of_the_window_and_goes_back(qapp):
    speak(Language.FRENCH)
    assert qt_says("Cancel") == "Annuler"

    speak(Language.ENGLISH)
    assert qt_says("Cancel") == "Cancel"
