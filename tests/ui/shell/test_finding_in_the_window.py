"""Looking for words in a history from wherever one is about a person, and coming back to its filter."""

import pytest
from PySide6.QtCore import Qt

from relationdesk.ui.shell.place import PlaceName

LEA = "Léa Marchetti"


@pytest.fixture
def at_lea(window, office, until_idle):
    window.open_person(office.people[LEA])
    until_idle()
    return window


def test_ctrl_f_leads_to_the_history_and_escape_closes_the_line_alone(qtbot, at_lea, until_idle):
    screen = at_lea.people.screen_of_person
    at_lea.shown.edit_record()
    until_idle()
    qtbot.keyClick(at_lea, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    until_idle()
    field = screen.history.find_bar.field
    assert at_lea.focusWidget() is field
    assert screen.history.isVisible()

    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert not screen.history.find_bar.isVisible()
    assert screen.history.isAncestorOf(at_lea.focusWidget())
    assert at_lea.people.is_person_shown


def test_the_filter_of_a_history_is_there_when_one_comes_back_to_the_place(at_lea, until_idle):
    kinds = at_lea.people.screen_of_person.history.kinds
    kinds.pick(2)
    assert kinds.text() == "Calls"

    at_lea.go(PlaceName.TODAY)
    until_idle()
    at_lea.go(PlaceName.PEOPLE)
    until_idle()
    assert kinds.text() == "Calls"

    at_lea.go(PlaceName.TODAY)
    until_idle()
    at_lea.back()
    until_idle()
    assert kinds.text() == "Calls"
