"""Changing a record from wherever one is in the window, and taking it back by the line below."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QTabBar

from relationdesk.language.words import Language
from relationdesk.ui.shell.palette import rows_found
from relationdesk.ui.widgets.button import Button
from relationdesk.work.people.record import person_page

LEA = "Léa Marchetti"


@pytest.fixture
def at_lea(window, office, until_idle):
    window.open_person(office.people[LEA])
    until_idle()
    return window


@pytest.fixture
def record(desk, office):
    return lambda: person_page(desk.reader, office.people[LEA], desk.today()).record


def said(window):
    return window.frame.line.findChild(QLabel, "status.message").accessibleName()


def test_the_menu_beside_the_name_leads_to_the_first_field(qtbot, at_lea, until_idle):
    qtbot.mouseClick(at_lea.people.screen_of_person.header.more_button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Edit the record").trigger()
    menu.close()
    until_idle()

    assert at_lea.focusWidget().objectName() == "record.display_name"


@pytest.mark.parametrize("name", ["display_name", "pronouns", "city"])
def test_a_value_is_changed_and_taken_back_by_the_line_below(  # noqa: PLR0917 - fixtures
    qtbot, at_lea, office, record, until_idle, name
):
    at_lea.shown.edit_record()
    until_idle()
    attribute = "name" if name == "display_name" else name
    before = getattr(record(), attribute)
    field = at_lea.people.findChild(QLineEdit, f"record.{name}")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Something else")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    until_idle()
    assert getattr(record(), attribute) == "Something else"
    assert said(at_lea).startswith("Kept: ")

    undo = at_lea.frame.line.findChild(Button)
    assert undo.isVisible()
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    until_idle()
    assert getattr(record(), attribute) == before
    assert field.text() == before


def test_the_palette_leads_to_the_record_while_somebody_is_in_view(window, office, until_idle):
    def offered():
        rows = rows_found("edit the rec", [], window._commands.offered, window._clock.now().date())
        return "Edit the record" in [row.text for row in rows]

    assert not offered()
    window.open_person(office.people[LEA])
    until_idle()
    assert offered()


@pytest.mark.parametrize("language", Language)
def test_every_tab_is_to_be_seen_in_a_small_window(window, office, until_idle, language):
    window.speak(language)
    window.resize(800, 600)
    window.open_person(office.people[LEA])
    until_idle()

    tabs = window.findChild(QTabBar, "person.tabs")
    assert tabs.sizeHint().width() <= tabs.parentWidget().width()
    assert tabs.width() >= tabs.sizeHint().width()
