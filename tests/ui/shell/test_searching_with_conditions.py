"""Conditions in the search at the top."""

import pytest
from PySide6.QtCore import Qt

from relationdesk.domain.vocabulary import PromiseSide
from relationdesk.ui.shell.palette import FilterChoice, Heading, PersonChoice, rows_found
from relationdesk.work.follow_ups.commands import make_promise


@pytest.fixture
def field(window, office):
    make_promise(
        office.desk, person_id=office.people["Noor Benali"], side=PromiseSide.THEY_OWE, what="figures"
    )
    found = window.frame.bar.findChild(object, "search.field")
    found.setFocus()
    return found


def listed(field):
    model = field.results.list.model()
    return [model.choice(row) for row in range(model.rowCount())]


def test_a_condition_is_completed_with_tab_and_finds_people(qtbot, field, until_idle):
    qtbot.keyClicks(field, "ow")
    until_idle()
    assert [one.text for one in listed(field) if isinstance(one, FilterChoice)] == ["owes:"]

    qtbot.keyClick(field, Qt.Key.Key_Tab)
    until_idle()
    assert field.text() == "owes:"
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    until_idle()

    assert field.text() == "owes:me "
    people = [one.text for one in listed(field) if isinstance(one, PersonChoice)]
    assert people == ["Noor Benali", "Théo Bastide"]


def test_a_completion_is_taken_as_any_row_is(qtbot, field, until_idle):
    qtbot.keyClicks(field, "due:l")
    until_idle()
    while not isinstance(listed(field)[field.results.list.currentIndex().row()], FilterChoice):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    until_idle()

    assert field.text() == "due:late "


def test_completions_stand_below_what_was_found():
    rows = rows_found("ow", [], [], None, ["owes:"])

    assert rows == [Heading("Filters"), FilterChoice("owes:", "Tab")]
