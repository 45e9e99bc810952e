"""The trash tells what is in it and until when, puts it back, and asks before it removes anything."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from relationdesk.domain.labels import Label
from relationdesk.ui.widgets.person_row import PERSON_LINE
from relationdesk.work import partnerships
from relationdesk.work.organisations.commands import trash_organisation
from relationdesk.work.people.queries import people_matching

LEA, NOOR, SACHA = "Léa Marchetti", "Noor Benali", "Sacha Vidal"


def rows(place):
    model = place.list.model
    return [model.index(row, 0).data(PERSON_LINE).name for row in range(model.rowCount())]


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def is_listed(office, name):
    return office.people[name] in people_matching(office.desk.reader)


def dialog_of(place):
    return place.findChild(QDialog, "trash.remove_dialog")


def test_an_empty_trash_says_what_it_is_for_and_leads_to_people(qtbot, place, office):
    shown = place()
    assert rows(shown) == []
    assert "The trash is empty" in texts(shown)

    with qtbot.waitSignal(shown.people_asked):
        shown._empty.acted.emit()


def test_what_is_in_it_stands_there_the_latest_first(place, throw, clock):
    throw(LEA, NOOR)
    clock.moment += timedelta(days=3)

    shown = place()

    assert rows(shown) == [NOOR, LEA]
    spoken = shown.list.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Noor Benali, Person, 27 days left"


def test_the_panel_says_since_when_and_until_when_and_what_comes_back_with_it(place, throw, until_idle):
    throw(LEA)

    shown = place()
    until_idle()

    told = texts(shown.panel)
    assert "Moved to the trash on 24 November 2026." in told
    assert "Stays until 24 December 2026, and then goes for good." in told
    assert "1 entry of the history\n1 promise\n1 follow-up" in told


def test_partnerships_and_organisations_are_told_by_their_kind(place, desk, office, until_idle):
    (one,) = partnerships.queries.partnerships_of(desk.reader, office.people[SACHA])
    client = desk.reader.number("SELECT id FROM organisation WHERE name = 'Olivade'")
    partnerships.commands.trash_partnership(desk, one.id)
    desk.clock.moment += timedelta(minutes=1)
    trash_organisation(desk, client)

    shown = place()

    details = [shown.list.model.index(row, 0).data(PERSON_LINE) for row in range(2)]
    assert [(one.name, one.subtitle) for one in details] == [
        ("Olivade", "Organisation · 30 days left"),
        ("Harvest", "Partnership with Sacha Vidal · 30 days left"),
    ]
    until_idle()
    assert "its name on 1 partnership, which stays" in texts(shown.panel)


def test_putting_back_is_one_key_away_and_goes_on_with_the_next(qtbot, place, throw, office, until_idle):
    throw(SACHA, LEA, NOOR)
    shown = place()
    said = []
    shown.said.connect(said.append)
    assert shown.list.table.hasFocus()
    qtbot.keyClick(shown.list.table, Qt.Key.Key_Down)

    qtbot.keyClick(shown.list.table, Qt.Key.Key_Return)
    assert shown.panel.put_back.hasFocus()
    qtbot.keyClick(shown.panel.put_back, Qt.Key.Key_Space)
    until_idle()

    assert said == ["Léa Marchetti is back"]
    assert is_listed(office, LEA)
    assert rows(shown) == [NOOR, SACHA]
    assert shown.line.trashed.name == SACHA
    assert shown.list.table.hasFocus()
    assert office.desk.undo_state().undo is Label.PUT_BACK


def test_undo_moves_them_to_the_trash_again(place, throw, desk, until_idle, qtbot):
    throw(LEA)
    shown = place()
    shown.put_back()
    until_idle()
    assert rows(shown) == []

    desk.undo()

    qtbot.waitUntil(lambda: rows(shown) == [LEA])


def test_escape_leads_from_the_panel_back_to_the_list(qtbot, place, throw):
    throw(LEA)
    shown = place()
    shown.panel.put_back.setFocus()

    qtbot.keyClick(shown.panel.put_back, Qt.Key.Key_Escape)

    assert shown.list.table.hasFocus()


def test_removing_says_exactly_what_goes_and_enter_keeps(qtbot, place, throw, desk, until_idle):
    throw(LEA)
    shown = place()

    qtbot.keyClick(shown.list.table, Qt.Key.Key_Delete)
    until_idle()
    dialog = dialog_of(shown)

    told = texts(dialog)
    assert told[0] == "Remove Léa Marchetti for good?"
    goes = told[told.index("This goes as well:") + 1]
    for what in ("1 history entry", "1 promise", "1 follow-up", "Of the record: "):
        assert what in goes
    assert any("cannot be undone" in text for text in told)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    until_idle()
    assert rows(shown) == [LEA]
    assert desk.undo_state().undo is not None


def test_removing_for_good_removes_and_leaves_nothing_to_undo(qtbot, place, throw, office, until_idle):
    throw(NOOR, LEA)
    shown = place()
    said = []
    shown.said.connect(said.append)
    until_idle()

    qtbot.mouseClick(shown.panel.remove, Qt.MouseButton.LeftButton)
    until_idle()
    qtbot.mouseClick(dialog_of(shown).remove, Qt.MouseButton.LeftButton)
    until_idle()

    assert said == ["Léa Marchetti is gone for good"]
    assert rows(shown) == [NOOR]
    assert office.desk.reader.number("SELECT count(*) FROM person") == len(office.people) - 1
    assert office.desk.undo_state().undo is None


def test_of_much_one_finds_somebody_by_typing(qtbot, place, throw, office, until_idle):
    for number in range(8):
        office.add(f"Passer By {number}")
    throw(*(f"Passer By {number}" for number in range(8)), LEA)
    shown = place()
    assert shown.list.filter.isVisible()

    qtbot.keyClicks(shown.list.table, "mar")
    assert rows(shown) == [LEA]
    assert shown.line.trashed.name == LEA
    qtbot.keyClicks(shown.list.filter, "x")
    assert "Nothing matches" in texts(shown.list)
    assert shown.line is None

    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Escape)
    assert len(rows(shown)) == 9


def test_the_filter_is_not_there_where_there_is_little(place, throw):
    throw(LEA)

    assert not place().list.filter.isVisible()


def test_one_comes_back_to_where_one_was(place, throw, until_idle):
    throw(SACHA, LEA, NOOR)
    shown = place()
    shown.list.table.choose(1)
    state = shown.state()

    again = place()
    again.restore(state)
    QApplication.processEvents()

    assert again.line.trashed.name == LEA


@pytest.mark.parametrize("width", [596, 1085])
def test_nothing_is_cut_at_any_width(place, throw, width):
    throw(LEA)
    shown = place(width)

    for button in (shown.panel.put_back, shown.panel.remove):
        assert button.width() >= button.sizeHint().width()
        assert (
            shown.panel.viewport()
            .rect()
            .contains(button.mapTo(shown.panel.viewport(), button.rect().bottomRight()))
        )
