"""Organisations are reached by the palette, the search and from people, and the ways back hold."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from relationdesk.domain.drafts import Draft, DraftField, of_organisation
from relationdesk.domain.vocabulary import RoleKind
from relationdesk.ui.shell.palette import rows_found
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.unfinished import going_on, told, unfinished
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.work.drafts.commands import keep_drafts
from relationdesk.work.drafts.queries import kept_drafts
from relationdesk.work.organisations.roles import add_role
from relationdesk.work.organisations.told import Role

LEA, SACHA = "Léa Marchetti", "Sacha Vidal"


@pytest.fixture
def olivade(office):
    add_role(office.desk, office.people[LEA], Role(RoleKind.WORKS_FOR, "Olivade", "taster"))
    return office.desk.reader.number("SELECT id FROM organisation WHERE name = 'Olivade'")


def organisations(window):
    return window.rooms.organisations


def commands_for(window, typed):
    rows = rows_found(typed, [], window.commands.offered, window._clock.now().date())
    return [row.text for row in rows]


def test_the_palette_leads_there_and_back_leads_home(qtbot, window, olivade, until_idle):
    assert "Organisations" in commands_for(window, "organis")
    assert "Organisations" in commands_for(window, "clients")
    action = next(one.action for one in window.commands.offered if one.title == "Organisations")

    action.trigger()
    until_idle()

    assert window.current is PlaceName.ORGANISATIONS
    assert organisations(window).list.filter.hasFocus()
    window.back()
    assert window.current is PlaceName.TODAY


def test_bringing_together_is_offered_where_a_page_is_in_view(qtbot, window, olivade, until_idle):
    assert "Bring together with" not in commands_for(window, "bring together")

    window.open_organisation(olivade)
    until_idle()

    assert "Bring together with" in commands_for(window, "bring together")
    next(one.action for one in window.commands.offered if one.title.startswith("Bring together")).trigger()
    which = window.findChild(QDialog, "organisation.which_dialog")
    assert which.isVisible()
    which.reject()


def test_the_rail_leads_there_and_is_marked(qtbot, window, until_idle):
    items = {name: window.findChild(QAbstractButton, f"nav.{name}") for name in PlaceName}

    qtbot.mouseClick(items[PlaceName.ORGANISATIONS], Qt.MouseButton.LeftButton)
    until_idle()

    assert window.current is PlaceName.ORGANISATIONS
    assert [name for name, item in items.items() if item.isChecked()] == [PlaceName.ORGANISATIONS]
    window.go(PlaceName.PEOPLE)
    assert [name for name, item in items.items() if item.isChecked()] == [PlaceName.PEOPLE]


def test_the_search_finds_it_by_name_and_opens_its_page(qtbot, window, olivade, until_idle):
    field = window.findChild(QWidget, "search.field")
    field.setFocus()
    qtbot.keyClicks(field, "oliv")
    until_idle()
    model = window.findChild(QWidget, "search.results").model()
    rows = [model.index(row).data() for row in range(model.rowCount())]
    assert rows[rows.index("Organisations") + 1] == "Olivade"
    spoken = model.index(rows.index("Olivade")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Olivade, Client · 1 person"

    field.results._on_clicked(model.index(rows.index("Olivade")))
    until_idle()

    assert window.current is PlaceName.ORGANISATIONS
    assert organisations(window).organisation == olivade
    assert organisations(window).is_page_shown


def test_conditions_and_signs_find_no_organisations(qtbot, window, olivade, until_idle):
    field = window.findChild(QWidget, "search.field")
    field.setFocus()
    for typed in ("oliv topic:food", "> oliv"):
        field.clear()
        qtbot.keyClicks(field, typed)
        until_idle()
        model = window.findChild(QWidget, "search.results").model()
        assert "Olivade" not in [model.index(row).data() for row in range(model.rowCount())]


def test_back_from_a_person_comes_to_the_page_they_were_opened_from(
    qtbot, window, olivade, office, until_idle
):
    window.open_organisation(olivade)
    until_idle()
    organisations(window).person_asked.emit(office.people[LEA])
    until_idle()
    assert window.shown.is_person

    window.back()
    until_idle()

    assert window.shown.is_organisation
    assert organisations(window).organisation == olivade
    window.forward()
    until_idle()
    assert window.people.person == office.people[LEA]


def test_the_palette_moves_the_one_that_is_shown_to_the_trash(qtbot, window, olivade, office, until_idle):
    window.open_organisation(olivade)
    until_idle()
    assert "Move to the trash" in commands_for(window, "move")

    window.shown.ask_for_trash()
    until_idle()

    assert office.desk.reader.number("SELECT count(*) FROM organisation WHERE trashed_at IS NOT NULL") == 1


def test_another_language_keeps_the_page_and_its_place(window, olivade, until_idle):
    from relationdesk.language.words import Language  # noqa: PLC0415 - as in the settings

    window.open_organisation(olivade)
    until_idle()

    window.speak(Language.FRENCH)
    until_idle()

    assert window.shown.is_organisation
    assert organisations(window).organisation == olivade


def test_what_was_being_written_about_one_is_offered_and_gone_on_with(window, office, olivade, until_idle):
    key = of_organisation(DraftField.ORGANISATION_NOTES, olivade)
    keep_drafts(office.desk, [Draft(key, "Ask for the second mill")])

    (left,) = unfinished(kept_drafts(office.desk.reader))

    assert told(left) == "You were writing about Olivade: “Ask for the second mill”"
    assert going_on(left) == "Go on writing about Olivade"
    drafts_of(window._tasks).put(Draft(key, "Ask for the second mill"))
    window.write(left.key)
    until_idle()
    notes = organisations(window).screen_of_organisation.about.notes
    assert notes.field.hasFocus()
    assert notes.text == "Ask for the second mill"
