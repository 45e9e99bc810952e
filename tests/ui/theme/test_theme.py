import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetrics, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QScrollArea

from relationdesk.ui.theme import fonts
from relationdesk.ui.theme.fonts import FAMILIES, font
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.theme import Theme, ThemeChoice
from relationdesk.ui.theme.tokens import DARK, LIGHT, Weight


@pytest.fixture
def theme(qapp):
    theme = qapp.property("theme")
    yield theme
    theme.choose(ThemeChoice.LIGHT)


def test_choosing_a_theme_dresses_the_application_and_says_so_once(theme, qtbot):
    with qtbot.waitSignal(theme.changed) as changed:
        theme.choose(ThemeChoice.DARK)

    assert changed.args == [DARK]
    assert tokens_now() is DARK
    assert theme.tokens is DARK
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(ThemeChoice.DARK)


def test_a_button_takes_the_colours_of_the_new_theme(theme, qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.resize(80, 33)
    light = button.grab().toImage().pixelColor(40, 16).name().upper()

    theme.choose(ThemeChoice.DARK)

    assert light == LIGHT.panel
    assert button.grab().toImage().pixelColor(40, 16).name().upper() == DARK.panel


def test_the_system_theme_follows_the_system(theme):
    theme.choose(ThemeChoice.SYSTEM)
    scheme = QGuiApplication.styleHints().colorScheme()

    assert theme.choice is ThemeChoice.SYSTEM
    assert theme.tokens is (DARK if scheme is Qt.ColorScheme.Dark else LIGHT)


def test_the_letters_are_bundled_and_not_only_those_of_the_system(qapp):
    loaded = {family for number in range(6) for family in QFontDatabase.applicationFontFamilies(number)}

    assert set(FAMILIES) <= loaded


def test_a_missing_font_is_an_error_for_its_letters_would_be_boxes(qapp, monkeypatch):
    monkeypatch.setattr(fonts, "_FILES", ("gone.otf",))

    with pytest.raises(fonts.MissingFontError, match=r"gone\.otf"):
        fonts.load_fonts()


def test_the_window_is_written_in_them(qapp):
    assert QFontInfo(font()).family() == FAMILIES[0]
    assert QFontInfo(font()).pixelSize() == 13
    assert qapp.font().families() == list(FAMILIES)


def drawn(letter):
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(font())
    painter.drawText(10, 25, letter)
    painter.end()
    return picture


@pytest.mark.parametrize("letter", ["e", "œ", "Ł", "ж", "λ", "⇧", "↵"])
def test_letters_are_drawn_and_not_as_boxes(qapp, letter):
    assert drawn(letter) != drawn("\U0010fffd")
    assert drawn(letter) != drawn(" ")


def test_strong_letters_are_wider_than_thin_ones(qapp):
    thin, strong = (QFontMetrics(font(weight=weight)) for weight in Weight)

    assert strong.horizontalAdvance("Marchetti") > thin.horizontalAdvance("Marchetti")


def test_the_theme_and_the_widgets_bring_no_library_of_the_desk():
    program = (
        "import sys, relationdesk.ui.tasks, relationdesk.ui.theme.theme, relationdesk.ui.widgets.person_row\n"
        "print([name for name in ('sqlalchemy', 'sqlmodel', 'sqlcipher3', 'babel') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"


def test_a_theme_belongs_to_its_application(qapp):
    assert isinstance(qapp.property("theme"), Theme)


def test_a_dialog_that_belongs_to_a_page_that_scrolls_keeps_its_ground_and_frames(qtbot):
    page = QScrollArea()
    qtbot.addWidget(page)
    dialog = QDialog(page)
    dialog.resize(200, 80)
    field = QLineEdit(dialog)
    field.setGeometry(20, 20, 120, 33)
    dialog.ensurePolished()
    field.ensurePolished()

    picture = dialog.grab().toImage()

    assert picture.pixelColor(5, 5).name().upper() == LIGHT.bg
    assert picture.pixelColor(80, 20).name().upper() == LIGHT.line
    assert picture.pixelColor(80, 36).name().upper() == LIGHT.panel
