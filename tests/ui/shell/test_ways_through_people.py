"""Who was opened is a stop of Back and Forward, as a page is in a browser; who was stepped over is none."""

import pytest
from PySide6.QtCore import Qt

from relationdesk.domain.vocabulary import RelationKind, RoleKind
from relationdesk.ui.shell.place import PlaceName
from relationdesk.work.organisations.roles import add_role
from relationdesk.work.organisations.told import Role
from relationdesk.work.people.relations import add_relation

LEA, THEO, NOOR, SACHA = "Léa Marchetti", "Théo Bastide", "Noor Benali", "Sacha Vidal"
_RELATIONS = 3


@pytest.fixture
def go_to(window, office, until_idle):
    def go(name):
        window.open_person(office.people[name])
        until_idle()

    return go


@pytest.fixture
def names(window, office, until_idle):
    """Who is looked at on the way back, until Today, by pressing Back."""
    called = {person: name for name, person in office.people.items()}

    def walk(step):
        step()
        until_idle()
        return called[window.people.person] if window.current is PlaceName.PEOPLE else window.current

    return walk


def names_listed(window):
    model = window.people.list.model
    return [model.name_of(model.person_at(row)) for row in range(model.rowCount())]


def click_row(qtbot, window, name):
    table = window.people.list.table
    index = table.model().index(names_listed(window).index(name), 0)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())


def test_back_walks_the_circle_back_with_its_tab_and_forward_returns(
    window, office, go_to, names, until_idle
):
    add_relation(office.desk, office.people[LEA], office.people[THEO], RelationKind.KNOWS)
    go_to(LEA)
    screen = window.people.screen_of_person
    screen.tabs.setCurrentIndex(_RELATIONS)
    until_idle()
    screen.relations.circle.nodes[0].click()
    until_idle()
    screen.tabs.setCurrentIndex(0)
    assert window.people.person == office.people[THEO]

    assert names(window.back) == LEA
    assert screen.tabs.currentIndex() == _RELATIONS
    assert names(window.forward) == THEO
    assert screen.tabs.currentIndex() == 0
    assert names(window.back) == LEA
    assert names(window.back) is PlaceName.TODAY
    assert not window.frame.bar.back.isEnabled()


def test_whoever_is_clicked_in_the_list_is_a_stop(qtbot, window, names, until_idle):
    window.go(PlaceName.PEOPLE)
    until_idle()
    for name in (LEA, NOOR, SACHA):
        click_row(qtbot, window, name)
        until_idle()

    assert [names(window.back) for _step in range(3)] == [NOOR, LEA, PlaceName.TODAY]


def test_who_is_stepped_over_in_the_list_is_no_stop_but_who_is_stayed_with_is(
    qtbot, window, names, until_idle
):
    window.go(PlaceName.PEOPLE)
    until_idle()
    click_row(qtbot, window, names_listed(window)[0])
    table, place = window.people.list.table, window.people
    for _step in range(3):
        qtbot.keyClick(table, Qt.Key.Key_Down)
        until_idle()
    place.staying.patience.setInterval(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: place.staying.has_stayed)
    place.staying.patience.setInterval(600_000)
    for _step in range(2):
        qtbot.keyClick(table, Qt.Key.Key_Down)
        until_idle()

    stepped = names_listed(window)
    assert [names(window.back) for _step in range(3)] == [stepped[4], stepped[0], PlaceName.TODAY]
    assert [names(window.forward) for _step in range(3)] == [stepped[0], stepped[4], stepped[6]]


def test_who_is_worked_on_is_a_stop_and_who_is_opened_twice_is_one(qtbot, window, go_to, names, until_idle):
    go_to(LEA)
    go_to(LEA)
    table = window.people.list.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    until_idle()
    stepped = window.people.person
    window.people.screen_of_person.history.note.text.setFocus()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    until_idle()
    assert window.people.person != stepped

    window.back()
    until_idle()
    assert window.people.person == stepped
    assert names(window.back) == LEA
    assert names(window.back) is PlaceName.TODAY


def test_an_organisation_that_was_opened_is_a_stop(qtbot, window, office, until_idle):
    for name in ("Olivade", "Savara"):
        add_role(office.desk, office.people[LEA], Role(RoleKind.WORKS_FOR, name, ""))
    window.go(PlaceName.ORGANISATIONS)
    until_idle()
    place = window.rooms.organisations
    table = place.list.table
    for row in (0, 1):
        at = table.visualRect(table.model().index(row, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        until_idle()
    first, second = (place.list.model.organisation_at(row) for row in (0, 1))
    assert place.organisation == second

    window.back()
    until_idle()

    assert place.organisation == first
    window.forward()
    until_idle()
    assert place.organisation == second


def test_a_filter_goes_for_whoever_it_hides_when_they_are_opened_and_comes_back_with_back(
    qtbot, window, office, names, until_idle
):
    window.go(PlaceName.PEOPLE)
    until_idle()
    window.people.show_view("lea")
    until_idle()
    assert names_listed(window) == [LEA]
    click_row(qtbot, window, LEA)
    until_idle()

    window.people.follow(office.people[NOOR])
    until_idle()
    assert window.people.list.filter.text() == ""
    assert NOOR in names_listed(window)
    assert window.people.list.table.currentIndex().row() == names_listed(window).index(NOOR)

    assert names(window.back) == LEA
    assert window.people.list.filter.text() == "lea"
    assert names_listed(window) == [LEA]


def test_who_is_added_stands_in_the_list_whatever_was_filtered(qtbot, window, until_idle):
    window.go(PlaceName.PEOPLE)
    window.people.show_view("lea")
    until_idle()
    window.new_person()
    form = window.people.form
    qtbot.keyClicks(form.fields.name, "Eric Dupre")
    qtbot.keyClick(form.fields.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shown.is_person)
    until_idle()

    assert "Eric Dupre" in names_listed(window)
    assert window.people.list.filter.text() == ""


def test_a_filter_that_lets_somebody_through_stays_when_they_are_opened(window, go_to, office, until_idle):
    window.go(PlaceName.PEOPLE)
    window.people.show_view("lea")
    until_idle()

    go_to(LEA)

    assert window.people.list.filter.text() == "lea"
