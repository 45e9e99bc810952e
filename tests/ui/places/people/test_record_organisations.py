"""What somebody does for which organisation, told and changed in place on the record."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from relationdesk.domain.ids import OrganisationId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import RoleKind
from relationdesk.ui.places.people.record.organisations import OrganisationsCard
from relationdesk.ui.places.people.record.role_form import RoleForm, role_keys
from relationdesk.ui.places.people.record.role_row import RoleRow
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.organisations.commands import add_organisation, set_text, trash_organisation
from relationdesk.work.organisations.roles import add_role
from relationdesk.work.organisations.told import OrganisationText, Role
from relationdesk.work.partnerships.commands import add_partnership
from relationdesk.work.people.record import person_page


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def roles(desk, lea):
    return lambda: [
        (role.organisation, role.title, role.since, role.until)
        for role in person_page(desk.reader, lea, desk.today()).roles
    ]


@pytest.fixture
def screen(place, lea, settled):
    def shown():
        made = place()
        made.open_person(lea)
        settled()
        made.screen_of_person.edit_record()
        settled()
        return made.screen_of_person

    return shown


def card_of(screen):
    return screen.record.page.card(OrganisationsCard)


def rows_of(card):
    rows = [row for row in card.findChildren(RoleRow) if not row.isHidden()]
    return sorted(rows, key=card.rows.indexOf)


def names(card):
    return [row.link.text() for row in rows_of(card)]


def open_form(qtbot, card):
    qtbot.mouseClick(card.add, Qt.MouseButton.LeftButton)
    return next(form for form in card.findChildren(RoleForm) if not form.isHidden())


def hint(form):
    return form.hint.text() if not form.hint.isHidden() else ""


def test_a_role_at_an_organisation_that_is_new_is_said_to_be_so_and_kept(qtbot, screen, roles, settled, desk):
    shown = screen()
    said = []
    shown.said.connect(said.append)
    form = open_form(qtbot, card_of(shown))
    assert form.organisation.hasFocus()

    qtbot.keyClicks(form.organisation, "Trail Mag")
    settled()
    assert hint(form) == "“Trail Mag” is new: it is put on the desk with this."
    qtbot.keyClicks(form.title, "editor")
    form.since.setDate(date(2024, 1, 1))
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    settled()

    assert roles() == [("Trail Mag", "editor", date(2024, 1, 1), None)]
    assert said == ["Kept: Trail Mag"]
    assert names(card_of(shown)) == ["Trail Mag"]
    assert card_of(shown).add.isVisible()
    assert desk.undo_state().undo is Label.ADD_ROLE
    desk.undo()
    settled()
    assert names(card_of(shown)) == []


def test_names_of_the_desk_are_offered_and_taken_with_tab(qtbot, screen, roles, settled, desk):
    add_organisation(desk, "Écho des Alpes")
    form = open_form(qtbot, card_of(screen()))

    qtbot.keyClicks(form.organisation, "alp")
    settled()
    assert form.completion.choices == ["Écho des Alpes"]
    qtbot.keyClick(form.organisation, Qt.Key.Key_Tab)

    assert form.organisation.text() == "Écho des Alpes"
    assert form.title.hasFocus()


def test_a_name_without_its_accents_means_the_one_on_the_desk(qtbot, screen, roles, settled, desk):
    add_organisation(desk, "Écho")
    form = open_form(qtbot, card_of(screen()))
    qtbot.keyClicks(form.organisation, "echo")
    settled()
    assert hint(form) == "“Écho” is meant, which is on the desk."
    form.completion.close()

    qtbot.keyClick(form.organisation, Qt.Key.Key_Return)
    settled()

    assert [name for name, *_rest in roles()] == ["Écho"]
    assert desk.reader.number("SELECT count(*) FROM organisation") == 1


def test_a_new_name_that_looks_like_one_of_the_desk_is_said_to(qtbot, screen, settled, desk):
    add_organisation(desk, "Trail Hebdo")
    card = card_of(screen())
    form = open_form(qtbot, card)
    qtbot.keyClicks(form.organisation, "Trail-Hebdo SA")
    settled()

    assert hint(form) == "“Trail-Hebdo SA” is new, and looks like “Trail Hebdo”, which is on the desk."


def test_one_in_the_trash_is_said_to_come_back(qtbot, screen, roles, settled, desk):
    trash_organisation(desk, OrganisationId(add_organisation(desk, "Écho")))
    form = open_form(qtbot, card_of(screen()))
    qtbot.keyClicks(form.organisation, "Écho")
    settled()
    assert hint(form) == "“Écho” comes back from the trash with this."

    qtbot.keyClick(form.organisation, Qt.Key.Key_Return)
    settled()

    assert [name for name, *_rest in roles()] == ["Écho"]


def test_a_role_that_would_end_before_it_begins_is_not_kept(qtbot, screen, roles, settled):
    form = open_form(qtbot, card_of(screen()))
    qtbot.keyClicks(form.organisation, "Écho")
    form.since.setDate(date(2024, 1, 1))
    form.until.setDate(date(2023, 1, 1))

    form.keep.click()
    settled()

    assert hint(form) == "It would end before it begins."
    assert roles() == []


def test_roles_that_ended_stand_below_and_their_last_day_counts(screen, desk, lea):
    today = desk.today()
    for name, until in (("Gone", date(2020, 1, 1)), ("Last day", today), ("Now", None)):
        add_role(desk, lea, Role(RoleKind.WORKS_FOR, name, "editor", until=until))

    card = card_of(screen())

    assert names(card)[-1] == "Gone"
    assert sorted(names(card)[:2]) == ["Last day", "Now"]
    told = [label.text() for label in rows_of(card)[-1].findChildren(QLabel)]
    assert told == ["editor\N{NO-BREAK SPACE}· until 1 Jan 2020"]


def test_a_role_is_changed_in_place(qtbot, screen, desk, lea, roles, settled):  # noqa: PLR0917 - fixtures
    add_role(desk, lea, Role(RoleKind.WORKS_FOR, "Écho", "editor"))
    card = card_of(screen())
    (row,) = rows_of(card)
    row.edit.click()
    assert row.form.title.text() == "editor"
    row.form.title.selectAll()
    qtbot.keyClicks(row.form.title, "trainer")

    qtbot.keyClick(row.form.title, Qt.Key.Key_Return)
    settled()

    assert [title for _name, title, *_days in roles()] == ["trainer"]
    (now,) = rows_of(card)
    assert now.edit.hasFocus()
    assert drafts_of(card.tasks).draft(role_keys(lea, now.line)[1]).text == ""


def test_escape_leaves_a_role_as_it_was(qtbot, screen, desk, lea, roles, settled):  # noqa: PLR0917 - fixtures
    add_role(desk, lea, Role(RoleKind.WORKS_FOR, "Écho", "editor"))
    card = card_of(screen())
    (row,) = rows_of(card)
    row.edit.click()
    qtbot.keyClicks(row.form.title, " in chief")

    qtbot.keyClick(row.form.title, Qt.Key.Key_Escape)
    settled()

    assert [title for _name, title, *_days in roles()] == ["editor"]
    row.edit.click()
    assert row.form.title.text() == "editor"


def test_a_role_is_removed_and_the_keyboard_stays(qtbot, screen, desk, lea, roles, settled):  # noqa: PLR0917
    add_role(desk, lea, Role(RoleKind.WORKS_FOR, "Écho", "editor"))
    card = card_of(screen())
    rows_of(card)[0].edit.click()

    card.findChild(QPushButton, "role.remove").click()
    settled()

    assert roles() == []
    assert card.add.hasFocus()
    assert desk.reader.number("SELECT count(*) FROM organisation") == 1


def test_what_is_typed_is_kept_for_that_person_and_gone_on_with(qtbot, screen, lea, settled):
    shown = screen()
    card = card_of(shown)
    form = open_form(qtbot, card)
    qtbot.keyClicks(form.organisation, "Tra")
    key = role_keys(lea, None)[0]
    assert drafts_of(card.tasks).draft(key).text == "Tra"
    form.left.emit()
    QApplication.processEvents()

    shown.write(key)

    again = next(one for one in card.findChildren(RoleForm) if not one.isHidden())
    assert again.organisation.text() == "Tra"
    assert again.organisation.hasFocus()


def test_a_row_that_is_being_changed_stays_while_another_role_comes(qtbot, screen, desk, lea, settled):
    add_role(desk, lea, Role(RoleKind.WORKS_FOR, "Écho", "editor"))
    card = card_of(screen())
    (row,) = rows_of(card)
    row.edit.click()
    row.form.title.setFocus()
    qtbot.keyClicks(row.form.title, " in chief")

    add_role(desk, lea, Role(RoleKind.REPRESENTED_BY, "Agence Nord"))
    settled()

    assert names(card) == ["Écho", "Agence Nord"]
    assert row.form.title.text() == "editor in chief"
    assert row.form.title.hasFocus()


def test_the_names_lead_to_the_page_from_the_record_the_column_and_a_partnership(
    qtbot, screen, desk, lea, settled
):
    add_role(desk, lea, Role(RoleKind.WORKS_FOR, "Écho", "editor"))
    add_role(desk, lea, Role(RoleKind.WORKS_FOR, "Gone", until=date(2020, 1, 1)))
    add_partnership(desk, person_id=lea, client="Écho", title="Harvest")
    echo = desk.reader.number("SELECT id FROM organisation WHERE name = 'Écho'")
    shown = screen()
    asked = []
    shown.organisation_asked.connect(asked.append)

    link = rows_of(card_of(shown))[0].link
    shown.record.page.ensureWidgetVisible(link)
    QApplication.processEvents()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    (beside,) = shown.findChildren(TextLink, "remember.organisation")
    assert (beside.text(), beside.accessibleDescription()) == ("Écho", "editor")
    assert asked == [echo]
    beside.click()
    assert asked == [echo, echo]
    shown.tabs.setCurrentIndex(1)
    settled()
    shown.findChild(TextLink, "partnership.client_link").click()

    assert asked == [echo, echo, echo]


def test_the_head_names_where_somebody_works_now_with_the_ways_there(qtbot, screen, desk, lea, settled):
    day = desk.today()
    shown = screen()
    assert shown.header.role.isHidden()

    add_role(desk, lea, Role(RoleKind.REPRESENTED_BY, "Agence Nord"))
    add_role(desk, lea, Role(RoleKind.WORKS_FOR, "Gone", "trainer", until=day - timedelta(days=1)))
    settled()
    role = shown.header.role
    assert (role.link.text(), role.link.accessibleDescription()) == ("Agence Nord", "represented by")

    add_role(desk, lea, Role(RoleKind.WORKS_FOR, "Écho", "editor", until=day))
    echo = desk.reader.number("SELECT id FROM organisation WHERE name = 'Écho'")
    settled()
    assert (role.link.text(), role.website.isHidden()) == ("Écho", True)
    set_text(desk, OrganisationId(echo), OrganisationText.WEBSITE, "echo.example")
    settled()
    qtbot.mouseClick(role.website, Qt.MouseButton.LeftButton)
    (asked,) = shown.window().findChildren(QMessageBox, "note.link")
    assert asked.informativeText() == "https://echo.example"
    asked.reject()
    with qtbot.waitSignal(shown.organisation_asked) as where:
        qtbot.mouseClick(role.link, Qt.MouseButton.LeftButton)
    assert where.args == [echo]
