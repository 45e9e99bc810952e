import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMenu, QPushButton

from relationdesk.ui.places.people.parting.erase_dialog import EraseDialog
from relationdesk.work import erasing, people
from relationdesk.work.backups.making import back_up
from relationdesk.work.backups.source import source_of

LEA = "Léa Marchetti"


def choose(words):
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


@pytest.fixture
def asked(qtbot, window, office, until_idle):
    """The question whether Léa is to be erased; a backup holds her too."""
    back_up(source_of(office.desk))
    window.open_person(office.people[LEA])
    until_idle()
    qtbot.mouseClick(window.findChild(QPushButton, "person.more"), Qt.MouseButton.LeftButton)
    choose("Erase…")
    until_idle()
    qtbot.waitUntil(lambda: bool(window.findChildren(EraseDialog)))
    return window.findChildren(EraseDialog)[0]


def holding(office):
    return erasing.in_backups.backups_with(source_of(office.desk), office.desk.reader, office.people[LEA])


def is_there(office):
    return people.queries.people_named(office.desk.reader, LEA) != []


def test_the_question_says_what_goes_and_enter_keeps(qtbot, asked, office, until_idle):
    told = " ".join(label.text() for label in asked.findChildren(QLabel))
    assert "Erase Léa Marchetti?" in told
    assert "Of the record: Name." in told
    assert "1 history entry, 1 account, 1 topic, 1 follow-up, 1 promise." in told
    assert asked.findChild(QCheckBox, "erase.backups").text() == "Erase from 1 backup as well"

    qtbot.keyClick(asked, Qt.Key.Key_Return)
    until_idle()

    assert is_there(office)


def test_whoever_is_erased_is_gone_from_desk_and_backups_and_undo_does_not_reach_back(
    qtbot, window, asked, office, until_idle
):
    qtbot.mouseClick(asked.findChild(QPushButton, "erase.now"), Qt.MouseButton.LeftButton)
    until_idle()
    qtbot.waitUntil(lambda: holding(office) == [])

    assert not is_there(office)
    assert office.desk.undo_state().undo is None
    qtbot.waitUntil(lambda: window.people.person != office.people[LEA])


def test_the_backups_stay_as_they_are_if_that_is_wished(qtbot, asked, office, until_idle):
    asked.findChild(QCheckBox, "erase.backups").setChecked(False)
    qtbot.mouseClick(asked.findChild(QPushButton, "erase.now"), Qt.MouseButton.LeftButton)
    until_idle()

    assert not is_there(office)
    assert len(holding(office)) == 1
