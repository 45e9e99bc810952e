import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QRadioButton

from relationdesk.domain.card import Card
from relationdesk.ui.places.duplicates.dialog import DuplicatesDialog
from relationdesk.ui.places.duplicates.merge_dialog import MergeDialog
from relationdesk.ui.places.duplicates.whom_dialog import WhomDialog
from relationdesk.ui.places.people.parting.apart_flow import ApartDialog
from relationdesk.ui.shell.place import PlaceName
from relationdesk.work import people

LEA = "Léa Marchetti"


@pytest.fixture
def dialog(qtbot, window, office, until_idle):
    """The likely pairs, among them Léa and somebody called nearly the same."""
    card = Card(display_name="Lea Marcheti", how_met="On a ferry")
    office.people["again"] = people.commands.create_person(office.desk, card)
    window._flows.find_duplicates()
    found = window.findChildren(DuplicatesDialog)[0]
    qtbot.waitUntil(lambda: found.pairs.count() > 0)
    until_idle()
    found.pairs.setCurrentRow(next(row for row in range(found.pairs.count()) if LEA in text(found, row)))
    return found


def text(dialog, row):
    return dialog.pairs.item(row).text()


def called(office, name):
    return people.queries.people_named(office.desk.reader, name)


def press(qtbot, within, name):
    qtbot.mouseClick(within.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_a_pair_is_told_with_its_reason_and_two_who_are_not_the_same_are_not_told_again(
    qtbot, window, dialog, office, until_idle
):
    row = dialog.pairs.currentRow()
    count = dialog.pairs.count()
    assert text(dialog, row) == "Léa Marchetti and Lea Marcheti: names alike"

    press(qtbot, dialog, "duplicates.not_same")
    until_idle()
    assert dialog.pairs.count() == count - 1
    dialog.reject()

    window._flows.find_duplicates()
    again = next(one for one in window.findChildren(DuplicatesDialog) if one is not dialog)
    until_idle()
    assert again.pairs.count() == count - 1


def test_two_become_one_with_the_chosen_fields_and_two_again_from_the_persons_menu(
    qtbot, window, dialog, office, until_idle
):
    lea, again = office.people[LEA], office.people["again"]
    press(qtbot, dialog, "duplicates.compare")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(MergeDialog)))
    asked = dialog.findChildren(MergeDialog)[0]
    asked.findChild(QRadioButton, "merge.display_name.right").click()
    press(qtbot, asked, "merge.now")
    qtbot.waitUntil(lambda: called(office, LEA) == [])
    until_idle()
    assert [found.id for found in called(office, "Lea Marcheti")] == [lea]
    dialog.reject()
    until_idle()

    window.open_person(lea)
    until_idle()
    press(qtbot, window, "person.more")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Take apart…").trigger()
    menu.close()
    qtbot.waitUntil(lambda: bool(window.findChildren(ApartDialog)))
    press(qtbot, window.findChildren(ApartDialog)[0], "apart.now")
    until_idle()

    assert [found.id for found in called(office, LEA)] == [lea]
    assert [found.id for found in called(office, "Lea Marcheti")] == [again]


def merge_dialog(qtbot, window):
    qtbot.waitUntil(lambda: bool(window.findChildren(MergeDialog)))
    return window.findChildren(MergeDialog)[0]


def test_somebody_is_merged_with_whom_one_names_from_the_persons_menu(qtbot, window, office, until_idle):
    lea, noor = office.people[LEA], office.people["Noor Benali"]
    window.open_person(lea)
    until_idle()
    press(qtbot, window, "person.more")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Merge with…").trigger()
    menu.close()

    asked = window.findChildren(WhomDialog)[0]
    qtbot.keyClicks(asked.finder.field, "noor")
    qtbot.waitUntil(lambda: [button.words for button in asked.finder.found] == ["Noor Benali"])
    qtbot.keyClick(asked.finder.field, Qt.Key.Key_Return)
    press(qtbot, merge_dialog(qtbot, window), "merge.now")
    qtbot.waitUntil(lambda: called(office, "Noor Benali") == [])
    until_idle()

    assert [found.id for found in called(office, LEA)] == [lea]
    assert window.people.person == lea
    assert noor not in [window.people.list.model.person_at(row) for row in range(8)]


def test_whom_is_chosen_among_those_found_and_enter_merges(qtbot, window, office, until_idle):
    lea = office.people[LEA]
    window._flows.merge_with(lea, LEA)
    asked = window.findChildren(WhomDialog)[0]
    qtbot.keyClicks(asked.finder.field, "noor")
    qtbot.waitUntil(lambda: [button.words for button in asked.finder.found] == ["Noor Benali"])

    qtbot.keyClick(asked.finder.field, Qt.Key.Key_Down)
    qtbot.keyClick(asked.finder.found[0], Qt.Key.Key_Return)
    merging = merge_dialog(qtbot, window)
    assert merging.merge.isDefault()
    qtbot.keyClick(merging.findChildren(QRadioButton)[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: called(office, "Noor Benali") == [])
    until_idle()

    assert [found.id for found in called(office, LEA)] == [lea]


def test_enter_on_a_likely_pair_compares_it_and_closes_nothing(qtbot, window, dialog):
    qtbot.keyClick(dialog.pairs, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(dialog.findChildren(MergeDialog)))
    assert dialog.isVisible()


def test_nobody_is_merged_with_themselves(qtbot, window, office, until_idle):
    window._flows.merge_with(office.people[LEA], LEA)
    asked = window.findChildren(WhomDialog)[0]

    qtbot.keyClicks(asked.finder.field, "lea")
    until_idle()

    assert LEA not in [button.words for button in asked.finder.found]
    asked.reject()


def test_two_who_are_chosen_in_the_list_are_merged(qtbot, window, office, until_idle):
    window.go(PlaceName.PEOPLE)
    until_idle()
    shown = window.people.list
    names = [shown.model.name_of(shown.model.person_at(row)) for row in (0, 1, 2)]
    shown.table.choose_several([0, 1, 2])
    assert not shown.several.merge.isVisible()
    shown.table.choose_several([0, 1])

    qtbot.mouseClick(shown.several.merge, Qt.MouseButton.LeftButton)
    press(qtbot, merge_dialog(qtbot, window), "merge.now")
    qtbot.waitUntil(lambda: called(office, names[1]) == [])
    until_idle()

    assert len(called(office, names[0])) == 1
