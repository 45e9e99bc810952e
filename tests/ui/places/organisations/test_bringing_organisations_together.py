"""Two organisations that are one are shown beside each other and brought together, by choice or by name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QRadioButton

from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import OrganisationKind, RoleKind
from relationdesk.ui.places.organisations.rows import PersonLineRow
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.person_row import PERSON_LINE
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.organisations.commands import add_organisation, set_text, trash_organisation
from relationdesk.work.organisations.roles import add_role
from relationdesk.work.organisations.told import OrganisationText, Role
from relationdesk.work.partnerships.commands import add_partnership

NAME = "Jeanne Oury"


def listed(place):
    model = place.list.model
    return [model.index(row, 0).data(PERSON_LINE).name for row in range(model.rowCount())]


def links(section):
    return [row.link.text() for row in section.findChildren(PersonLineRow) if not row.isHidden()]


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def dialog_of(place):
    return place.findChild(QDialog, "organisation.join_dialog")


def way(dialog, name):
    return dialog.findChild(QRadioButton, f"organisation.{name}")


def ask_for(qtbot, shown, name, until_idle):
    field = shown.screen_of_organisation.about.name.field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    until_idle()
    dialog = dialog_of(shown)
    assert dialog is not None
    return dialog


@pytest.fixture
def sport(desk, office):
    """Another client, with a name, a kind, a website and notes of its own, and people."""
    made = add_organisation(desk, "Olivade SA", OrganisationKind.BRAND)
    set_text(desk, made, OrganisationText.WEBSITE, "sport.olivade.example")
    set_text(desk, made, OrganisationText.NOTES, "Ask in May")
    add_role(desk, office.people["Aïcha Nouri"], Role(RoleKind.WORKS_FOR, "Olivade SA", "buyer"))
    add_partnership(desk, person_id=office.people[NAME], client="Olivade SA", title="Spring")
    return made


def test_another_one_is_found_and_both_are_seen_before_they_are_one(  # noqa: PLR0917 - fixtures
    qtbot, shown, olivade, sport, desk, head, until_idle
):
    set_text(desk, olivade, OrganisationText.WEBSITE, "olivade.example")
    until_idle()
    shown.screen_of_organisation.header.join_asked.emit()
    which = shown.findChild(QDialog, "organisation.which_dialog")
    qtbot.keyClicks(which.finder.field, "oliv")
    until_idle()
    assert [button.words for button in which.finder.found] == ["Olivade SA"]
    qtbot.keyClick(which.finder.field, Qt.Key.Key_Return)
    until_idle()
    dialog = dialog_of(shown)
    said = texts(dialog.sides)
    assert {"Ask in May", "—"} <= set(said)
    assert any(text.startswith("Aïcha Nouri") and "buyer" in text for text in said)
    assert any("Théo Bastide" in text and "tastings" in text for text in said)
    assert texts(dialog.outcome)[1:] == [
        "Olivade",
        "Client\N{NO-BREAK SPACE}· olivade.example",
        "4 people\N{NO-BREAK SPACE}· 2 partnerships\N{NO-BREAK SPACE}· 1 refusal",
        "Ask in May\nAlso called Olivade SA\nAlso kept as: brand\nAnother website: sport.olivade.example",
    ]

    for name in ("name.1", "kind.1", "website.1"):
        qtbot.mouseClick(way(dialog, name), Qt.MouseButton.LeftButton)
    assert texts(dialog.outcome)[1:3] == ["Olivade SA", "Brand\N{NO-BREAK SPACE}· sport.olivade.example"]
    before = head(olivade)
    dialog.findChild(QPushButton, "organisation.join").click()
    until_idle()

    qtbot.waitUntil(lambda: listed(shown) == ["Olivade SA"])
    assert head(olivade).notes == "Ask in May\nAlso kept as: client\nAnother website: olivade.example"
    assert links(shown.screen_of_organisation.people) == ["Aïcha Nouri", NAME]
    assert desk.undo_state().undo is Label.JOIN_ORGANISATIONS
    desk.undo()
    qtbot.waitUntil(lambda: listed(shown) == ["Olivade", "Olivade SA"])
    assert head(olivade) == before


def test_one_that_looks_the_same_is_pointed_out_and_nothing_happens_by_itself(  # noqa: PLR0917 - fixtures
    qtbot, shown, olivade, sport, desk, head, until_idle
):
    until_idle()
    (link,) = shown.findChildren(TextLink, "organisation.lookalike")
    assert link.text() == "Looks like “Olivade SA”"
    link.click()
    until_idle()
    dialog_of(shown).reject()
    until_idle()
    assert listed(shown) == ["Olivade", "Olivade SA"]

    trash_organisation(desk, sport)
    until_idle()

    assert shown.screen_of_organisation.lookalikes.isHidden()
    assert head(olivade).name == "Olivade"


def test_a_name_that_is_there_brings_both_together_when_that_is_wanted(  # noqa: PLR0917 - fixtures
    qtbot, shown, olivade, desk, office, head, until_idle
):
    add_role(desk, office.people["Aïcha Nouri"], Role(RoleKind.WORKS_FOR, "Moulin"))
    until_idle()
    dialog = ask_for(qtbot, shown, "Moulin", until_idle)
    assert dialog.findChild(QPushButton, "organisation.rename") is None
    assert way(dialog, "name.1").isChecked()

    dialog.findChild(QPushButton, "organisation.join").click()
    until_idle()

    qtbot.waitUntil(lambda: listed(shown) == ["Moulin"])
    assert links(shown.screen_of_organisation.people) == ["Aïcha Nouri", NAME]
    assert head(olivade).notes == "Also called Olivade"
    assert desk.undo_state().undo is Label.JOIN_ORGANISATIONS


def test_a_name_of_one_in_the_trash_says_so_and_brings_it_back(  # noqa: PLR0917 - fixtures
    qtbot, shown, olivade, desk, head, until_idle
):
    moulin = add_organisation(desk, "Moulin")
    set_text(desk, moulin, OrganisationText.NOTES, "the old mill")
    trash_organisation(desk, moulin)
    dialog = ask_for(qtbot, shown, "Moulin", until_idle)

    assert "“Moulin” is in the trash, and comes back with this." in texts(dialog)
    assert "the old mill" in texts(dialog.sides)
    dialog.findChild(QPushButton, "organisation.join").click()
    until_idle()

    assert (head(olivade).name, head(moulin)) == ("Moulin", None)


def test_a_name_that_is_there_may_be_left(qtbot, shown, olivade, desk, head, until_idle):  # noqa: PLR0917 - fixtures
    add_organisation(desk, "Moulin")
    dialog = ask_for(qtbot, shown, "Moulin", until_idle)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    until_idle()

    name = shown.screen_of_organisation.about.name
    assert name.text == head(olivade).name == "Olivade"
    assert drafts_of(shown._tasks).draft(name.key).text == ""


def test_a_name_that_differs_by_an_accent_may_be_taken_all_the_same(  # noqa: PLR0917 - fixtures
    qtbot, shown, olivade, desk, head, until_idle
):
    add_organisation(desk, "Écho")
    dialog = ask_for(qtbot, shown, "Echo", until_idle)
    assert [way(dialog, f"name.{place}").text() for place in range(3)] == ["Olivade", "Écho", "Echo"]

    dialog.findChild(QPushButton, "organisation.rename").click()
    until_idle()

    assert head(olivade).name == "Echo"
    assert desk.undo_state().undo is Label.EDIT_ORGANISATION
