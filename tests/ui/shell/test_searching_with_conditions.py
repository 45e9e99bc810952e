"""Conditions in the search at the top."""

import pytest
from PySide6.QtCore import Qt

from relationdesk.domain.vocabulary import OwnKind, PromiseSide
from relationdesk.ui.shell.palette import FilterChoice, Heading, PersonChoice, Told, rows_found
from relationdesk.ui.shell.palette_list import ROW
from relationdesk.work.follow_ups.commands import make_promise
from relationdesk.work.people.editing.own_fields import add_own_field, fill_own_field


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


def told(field):
    model = field.results.list.model()
    rows = [model.index(row, 0).data(ROW) for row in range(model.rowCount())]
    return [row.text for row in rows if isinstance(row, Told)]


def test_what_is_not_understood_is_told_above_what_the_rest_finds(qtbot, field, until_idle):
    qtbot.keyClicks(field, "colour:red noor")
    until_idle()

    assert told(field) == ["There is no filter “colour:”, so it was left out."]
    people = [one.text for one in listed(field) if isinstance(one, PersonChoice)]
    assert people == ["Noor Benali"]
    assert field.results.list.currentIndex().row() > 0


def test_nothing_is_told_of_the_condition_that_is_being_typed(qtbot, field, until_idle):
    qtbot.keyClicks(field, "kind:jou")
    until_idle()

    assert told(field) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "last:>90x",
            "“last:” does not know “>90x”, so it was left out. It knows >90d, <2w, >6m, >1y, never.",
        ),
        ("foo:bar", "There is no filter “foo:”, so it was left out."),
    ],
)
def test_a_mistake_that_finds_nothing_is_told_while_the_cursor_is_in_it(
    qtbot, field, until_idle, typed, sentence
):
    qtbot.keyClicks(field, typed)
    until_idle()

    assert told(field) == [sentence]


def test_a_field_of_the_users_is_a_condition_like_the_others(qtbot, field, office, until_idle):
    own = add_own_field(office.desk, name="Shoe size", kind=OwnKind.NUMBER)
    fill_own_field(office.desk, office.people["Noor Benali"], own, "39")

    qtbot.keyClicks(field, "shoe")
    until_idle()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    until_idle()
    assert field.text() == "shoe-size:"
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    until_idle()

    assert field.text() == "shoe-size:39 "
    assert [one.text for one in listed(field) if isinstance(one, PersonChoice)] == ["Noor Benali"]
    field.setText("")
    qtbot.keyClicks(field, "shoe-size:>red noor")
    until_idle()
    assert told(field) == ["“shoe-size:” compares numbers, so “>red” was left out. Write 39, >38 or <=40.5."]
