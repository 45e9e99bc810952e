"""A narrow window: the rail is icons, and nothing is cut off."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from relationdesk.language.words import Language
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.rail import FOLDED_WIDTH
from relationdesk.ui.widgets.card import IconMark


def resize(qtbot, window, *size):
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)


def outside(window):
    """The buttons that are shown but reach out of the window at its sides."""
    found = []
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            left = button.mapTo(window, QPoint(0, 0)).x()
            if left < 0 or left + button.width() > window.width():
                found.append(button.accessibleName() or button.text())
    return found


def test_under_760_pixels_the_rail_is_icons_with_their_words_as_tips(qtbot, window):
    resize(qtbot, window, 700, 560)

    assert window.frame.rail.width() == FOLDED_WIDTH
    item = window.findChild(QWidget, "nav.today")
    QApplication.sendEvent(item, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert "Today, 6" in item.toolTip()


def test_a_wider_window_has_the_words_again(qtbot, window):
    resize(qtbot, window, 700, 560)
    resize(qtbot, window, 900, 600)

    assert window.frame.rail.width() > FOLDED_WIDTH
    assert window.findChild(QWidget, "protection").isVisible()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("place", list(PlaceName))
def test_nothing_reaches_out_of_the_smallest_window(qtbot, window, until_idle, language, place):
    window.speak(language)
    window.go(place)
    resize(qtbot, window, 640, 480)
    until_idle()
    QApplication.processEvents()

    assert outside(window) == []


def test_the_icons_of_a_folded_rail_stand_in_one_line(qtbot, window):
    resize(qtbot, window, 700, 560)
    rail = window.frame.rail
    marks = rail.findChildren(IconMark)
    for mark in marks:
        mark.parentWidget().layout().activate()

    assert len(marks) == 2
    centres = {mark.mapTo(rail, mark.rect().center()).x() for mark in marks}
    item = window.findChild(QWidget, "nav.today")
    assert centres == {item.mapTo(rail, item.rect().center()).x()}
