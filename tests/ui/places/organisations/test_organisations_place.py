"""Organisations stand in a list beside the page of one, which is changed in place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QPushButton

from relationdesk.domain.drafts import Draft, DraftField, DraftKey, of_organisation
from relationdesk.domain.vocabulary import OrganisationKind, RoleKind
from relationdesk.ui.places.organisations.rows import PersonLineRow
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.person_row import PERSON_LINE
from relationdesk.work.organisations.commands import add_organisation, set_text, trash_organisation
from relationdesk.work.organisations.roles import add_role
from relationdesk.work.organisations.told import OrganisationText, Role

NAME = "Jeanne Oury"


def listed(place):
    model = place.list.model
    return [model.index(row, 0).data(PERSON_LINE).name for row in range(model.rowCount())]


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def links(section):
    return [row.link.text() for row in section.findChildren(PersonLineRow) if not row.isHidden()]


def write(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_with_none_the_place_says_what_belongs_there_and_how_to_begin(place, until_idle):
    made = place()

    assert "No organisations yet" in texts(made)
    made._welcome.acted.emit()
    assert made.form.name.hasFocus()


def test_the_list_stands_in_the_order_of_names_and_is_spoken_with_kind_and_count(place, olivade, desk):
    add_organisation(desk, "Écho", OrganisationKind.MEDIUM)
    made = place()

    assert listed(made) == ["Écho", "Olivade"]
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [made.list.model.index(row, 0).data(role) for row in range(2)] == [
        "Écho, Medium",
        "Olivade, Client, 2 people",
    ]


def test_more_organisations_than_a_page_are_read_as_they_are_scrolled_to(place, desk, until_idle, qtbot):
    for number in range(140):
        add_organisation(desk, f"Brand {number:03}")
    made = place()
    last = made.list.model.index(139, 0)
    assert last.data(PERSON_LINE) is None

    qtbot.waitUntil(lambda: last.data(PERSON_LINE) is not None)

    assert last.data(PERSON_LINE).name == "Brand 139"


def test_the_page_tells_who_belongs_there_what_was_agreed_and_what_was_refused(shown):
    screen = shown.screen_of_organisation

    assert links(screen.people) == [NAME]
    assert links(screen.represented) == ["Noor Benali"]
    assert links(screen.former) == ["Rémi Kowalski"]
    assert links(screen.partnerships) == ["Sacha Vidal"]
    assert links(screen.refusals) == ["Théo Bastide"]
    told = texts(screen)
    assert "miller\N{NO-BREAK SPACE}· since 1 Nov" in told
    assert "taster\N{NO-BREAK SPACE}· until 24 Nov 2020" in told
    assert "Client\N{NO-BREAK SPACE}· 2 people" in told


def test_each_person_is_a_link_to_them(qtbot, shown, office):
    row = shown.screen_of_organisation.people.findChild(PersonLineRow)

    with qtbot.waitSignal(shown.person_asked) as asked:
        qtbot.mouseClick(row.link, Qt.MouseButton.LeftButton)

    assert asked.args == [office.people[NAME]]


def test_many_people_come_in_two_steps(qtbot, place, desk, office, until_idle):
    for number in range(45):
        office.add(f"Person {number:02}")
        add_role(desk, office.people[f"Person {number:02}"], Role(RoleKind.WORKS_FOR, "Grand"))
    made = place()
    made.open_organisation(desk.reader.number("SELECT id FROM organisation WHERE name = 'Grand'"))
    until_idle()
    people = made.screen_of_organisation.people
    assert len(links(people)) == 40

    more = next(one for one in people.findChildren(QPushButton) if one.text() == "Show all 45")
    more.click()

    qtbot.waitUntil(lambda: len(links(people)) == 45)
    qtbot.waitUntil(lambda: made.focusWidget().text() == "Person 40")
    assert more.isHidden()


def test_texts_and_kind_are_kept_where_they_are_typed_and_undone_one_by_one(  # noqa: PLR0917 - fixtures
    qtbot, shown, olivade, head, desk, until_idle
):
    about = shown.screen_of_organisation.about
    said = []
    shown.said.connect(said.append)

    write(qtbot, about.website.field, "https://olivade.example")
    write(qtbot, about.notes.field, "Two mills")
    about.kind.setCurrentIndex(1)
    about.kind.activated.emit(1)
    until_idle()

    now = head(olivade)
    assert (now.website, now.notes, now.kind) == (
        "https://olivade.example",
        "Two mills",
        OrganisationKind.BRAND,
    )
    assert said == ["Kept: Website", "Kept: Notes", "Kept: Kind"]
    desk.undo()
    desk.undo()
    until_idle()
    assert head(olivade).notes == ""
    qtbot.waitUntil(lambda: about.notes.text == "")


def test_the_website_is_seen_in_full_before_the_browser_opens_it(qtbot, shown, until_idle):
    about = shown.screen_of_organisation.about
    assert about.open_website.isHidden()

    write(qtbot, about.website.field, "Olivade.example/trail")
    until_idle()
    assert (about.website.text, about.website.told) == ("Olivade.example/trail", "")
    qtbot.mouseClick(about.open_website, Qt.MouseButton.LeftButton)

    (asked,) = shown.findChildren(QMessageBox, "note.link")
    assert asked.informativeText() == "https://olivade.example/trail"
    asked.reject()


def test_a_doubtful_website_is_kept_and_never_opened(qtbot, shown, olivade, head, until_idle, desk):  # noqa: PLR0917 - fixtures
    about = shown.screen_of_organisation.about

    write(qtbot, about.website.field, "file:///etc/hosts")
    until_idle()

    assert head(olivade).website == "file:///etc/hosts"
    assert about.website.told == "That is no ordinary web address. It is kept, and never opened."
    assert about.open_website.isHidden()
    desk.undo()
    until_idle()
    assert about.website.told == ""


def test_a_new_name_is_kept_and_the_list_follows(qtbot, shown, olivade, head, until_idle):
    write(qtbot, shown.screen_of_organisation.about.name.field, "Zeste")
    qtbot.waitUntil(lambda: listed(shown) == ["Zeste"])

    assert head(olivade).name == "Zeste"
    assert shown.findChild(QDialog) is None


def test_an_empty_name_comes_back(qtbot, shown, olivade, head, until_idle):
    name = shown.screen_of_organisation.about.name
    name.field.setFocus()
    name.field.clear()
    qtbot.keyClick(name.field, Qt.Key.Key_Return)
    until_idle()

    assert name.text == "Olivade"
    assert "could not be found again" in name.told
    assert head(olivade).name == "Olivade"


def test_the_trash_is_one_key_away_and_the_next_one_is_shown(qtbot, place, olivade, desk, until_idle):
    other = add_organisation(desk, "Zeste")
    made = place()
    made.list.table.choose(0)
    until_idle()
    said = []
    made.said.connect(said.append)

    qtbot.keyClick(made.list.table, Qt.Key.Key_Delete)
    until_idle()

    qtbot.waitUntil(lambda: listed(made) == ["Zeste"])
    assert made.organisation == other
    assert said == ["Olivade is in the trash"]
    desk.undo()
    qtbot.waitUntil(lambda: listed(made) == ["Olivade", "Zeste"])


def test_what_went_to_the_trash_elsewhere_is_shown_no_more(qtbot, shown, olivade, desk):
    trash_organisation(desk, olivade)

    qtbot.waitUntil(lambda: "No organisations yet" in texts(shown))
    assert shown.organisation is None


def test_a_new_organisation_is_made_and_shown(qtbot, place, olivade, head, until_idle):
    made = place()
    made.list.new.click()
    qtbot.keyClicks(made.form.name, "Zeste")
    made.form.kind.show_value(OrganisationKind.BRAND)
    qtbot.keyClick(made.form.name, Qt.Key.Key_Return)
    until_idle()

    assert head(made.organisation).name == "Zeste"
    assert head(made.organisation).kind is OrganisationKind.BRAND
    assert made.is_page_shown
    assert made.form.name.text() == ""


def test_a_name_that_is_there_is_offered_while_it_is_typed(qtbot, place, olivade, until_idle):
    made = place()
    made.new_organisation()
    qtbot.keyClicks(made.form.name, "OLIVADE")
    until_idle()
    assert made.form.known.text() == "Open “Olivade”, which is there already"
    qtbot.keyClicks(made.form.name, " Ltd")
    until_idle()
    assert made.form.known.text() == "Open “Olivade”, which looks like it"

    qtbot.mouseClick(made.form.known, Qt.MouseButton.LeftButton)
    until_idle()

    assert made.organisation == olivade
    assert drafts_of(made._tasks).draft(DraftKey(DraftField.NEW_ORGANISATION)).text == ""


def test_escape_leads_from_the_form_to_the_page_and_from_the_page_to_the_list(qtbot, shown, until_idle):
    shown.new_organisation()
    qtbot.keyClick(shown.form.name, Qt.Key.Key_Escape)
    assert shown.is_page_shown

    shown.screen_of_organisation.take_focus()
    qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Escape)

    assert shown.list.table.hasFocus()


def test_what_is_typed_stays_while_the_page_is_read_again_and_is_a_draft(
    qtbot, shown, olivade, desk, until_idle
):
    notes = shown.screen_of_organisation.about.notes
    notes.field.setFocus()
    qtbot.keyClicks(notes.field, "Ask for")
    set_text(desk, olivade, OrganisationText.WEBSITE, "https://olivade.example")
    qtbot.waitUntil(lambda: shown.screen_of_organisation.about.website.text != "")

    assert notes.text == "Ask for"
    key = of_organisation(DraftField.ORGANISATION_NOTES, olivade)
    assert drafts_of(shown._tasks).draft(key) == Draft(key, "Ask for")


def test_what_is_typed_is_kept_for_the_organisation_that_is_left(  # noqa: PLR0917 - fixtures
    qtbot, shown, olivade, desk, head, until_idle
):
    other = add_organisation(desk, "Zeste")
    shown.open_organisation(other)
    until_idle()
    there = shown.state()
    shown.open_organisation(olivade)
    until_idle()
    notes = shown.screen_of_organisation.about.notes
    notes.field.setFocus()
    qtbot.keyClicks(notes.field, "Two mills")

    shown.restore(there)
    until_idle()

    assert head(olivade).notes == "Two mills"
    assert head(other).notes == ""
    assert notes.text == ""


def test_the_filter_narrows_the_list_and_its_state_comes_back(qtbot, place, olivade, desk, until_idle):
    for name in ("Moulin", "Zeste"):
        add_organisation(desk, name)
    made = place()
    qtbot.keyClicks(made.list.filter, "mou")
    qtbot.waitUntil(lambda: listed(made) == ["Moulin"])
    made.list.table.choose(0)
    until_idle()
    moulin, state = made.organisation, made.state()
    qtbot.keyClick(made.list.filter, Qt.Key.Key_Escape)
    made.open_organisation(desk.reader.number("SELECT id FROM organisation WHERE name = 'Zeste'"))
    qtbot.waitUntil(lambda: len(listed(made)) == 3)

    made.restore(state)

    qtbot.waitUntil(lambda: listed(made) == ["Moulin"])
    assert made.organisation == moulin
    assert made.list.filter.text() == "mou"


def test_what_follows_is_shown_even_if_the_one_that_left_was_missed_first(place, olivade, desk, until_idle):
    other = add_organisation(desk, "Zeste")
    made = place()
    made.list.table.choose(0)
    until_idle()
    trash_organisation(desk, olivade)
    made.read_page()
    until_idle()
    assert made.organisation is None

    made.go_after(olivade, other)

    assert made.organisation == other


def test_in_a_narrow_window_list_and_page_take_turns(qtbot, place, olivade, until_idle):
    made = place(width=560, height=480)
    assert made.list.isVisible()
    assert not made.division.widget(1).isVisible()
    qtbot.keyClick(made.list.filter, Qt.Key.Key_Down)
    qtbot.keyClick(made.list.table, Qt.Key.Key_Return)
    until_idle()
    assert not made.list.isVisible()
    assert made.screen_of_organisation.isVisible()

    made.screen_of_organisation.header.back_asked.emit()

    assert made.list.isVisible()


def test_somebody_is_said_to_belong_there_without_leaving_the_page(qtbot, shown, desk, until_idle):
    said = []
    shown.said.connect(said.append)
    screen = shown.screen_of_organisation
    adding = screen.add_person

    qtbot.mouseClick(adding.button, Qt.MouseButton.LeftButton)
    assert adding.name.hasFocus()
    qtbot.keyClicks(adding.name, "sacha")
    until_idle()
    qtbot.keyClick(adding.name, Qt.Key.Key_Return)
    until_idle()

    assert links(screen.people) == [NAME, "Sacha Vidal"]
    assert said == ["Sacha Vidal belongs to Olivade now. Their record says as what"]
    assert adding.name.hasFocus()
    assert adding.name.text() == ""

    desk.undo()
    until_idle()
    assert links(screen.people) == [NAME]


def test_whoever_belongs_there_is_not_added_twice(qtbot, shown, until_idle):
    screen = shown.screen_of_organisation
    screen.add_person.begin()
    qtbot.keyClicks(screen.add_person.name, "jeanne")
    until_idle()
    qtbot.keyClick(screen.add_person.name, Qt.Key.Key_Return)
    until_idle()

    assert links(screen.people) == [NAME]
    assert f"{NAME} is there already." in texts(screen)


def test_escape_leaves_the_adding_and_gives_the_keyboard_to_its_button(qtbot, shown):
    adding = shown.screen_of_organisation.add_person
    adding.begin()

    qtbot.keyClick(adding.name, Qt.Key.Key_Escape)

    assert adding.button.hasFocus()
    assert not adding.name.isVisible()


def test_a_new_organisation_that_is_there_opens_as_it_was_and_says_so(
    qtbot, place, olivade, head, until_idle
):
    made = place()
    said = []
    made.said.connect(said.append)
    before = head(olivade)
    made.new_organisation()
    made.form.kind.show_value(OrganisationKind.AGENCY)

    write(qtbot, made.form.name, "olivade")
    until_idle()

    assert made.organisation == olivade
    assert head(olivade) == before
    assert said == ["Olivade was there already: here it is, as it was"]
