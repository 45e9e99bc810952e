from datetime import date

import pytest
from PySide6.QtCore import Qt

from relationdesk.domain.card import Card, ContactEntry, HandleEntry
from relationdesk.domain.drafts import Draft, DraftField, DraftKey, named_subject
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.ui.places.people.adding.new_person import NewPerson
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.queries import people_count
from relationdesk.work.people.record import person_page

SAME = {"email": "e-mail", "phone": "phone", "handle": "account"}


@pytest.fixture
def form(place, settled):
    def opened():
        shown = place()
        shown.new_person()
        settled()
        return shown.form

    return opened


def test_a_new_person_is_saved_with_enter_and_shown(qtbot, desk, form, settled):
    shown = form()
    assert shown.introduction.text.hasFocus()
    fields = (
        (shown.fields.name, "Noor Benali"),
        (shown.fields.email, "noor@light.example"),
        (shown.fields.handle, "@noor"),
        (shown.fields.platform, "Instagram"),
        (shown.fields.topics, "photography, light"),
        (shown.fields.city, "Lyon"),
    )
    for field, text in fields:
        qtbot.keyClicks(field, text)

    with qtbot.waitSignal(shown.created) as created:
        qtbot.keyClick(shown.fields.city, Qt.Key.Key_Return)
    settled()

    page = person_page(desk.reader, created.args[0], date(2026, 11, 24))
    assert (page.record.name, page.record.city) == ("Noor Benali", "Lyon")
    assert page.topics == ("photography", "light")
    assert [(handle.platform, handle.name) for handle in page.handles] == [("Instagram", "noor")]
    place = shown.window()
    assert place.screen_of_person.isVisible()
    assert place.screen_of_person.history.note.text.hasFocus()
    assert shown.fields.name.text() == ""


def test_first_and_family_name_follow_the_name_until_one_writes_them(qtbot, desk, form, settled):
    shown = form()
    parts = (shown.fields.given, shown.fields.family)
    qtbot.keyClicks(shown.fields.name, "Eric Dupre")
    assert [part.text() for part in parts] == ["Eric", "Dupre"]
    qtbot.keyClicks(shown.fields.name, " Lambert")
    assert [part.text() for part in parts] == ["", ""]

    qtbot.keyClicks(shown.fields.family, "Dupre Lambert")
    shown.fields.name.clear()
    qtbot.keyClicks(shown.fields.name, "Eric Dupre")
    assert [part.text() for part in parts] == ["Eric", "Dupre Lambert"]
    with qtbot.waitSignal(shown.created) as created:
        qtbot.keyClick(shown.fields.name, Qt.Key.Key_Return)
    settled()

    record = person_page(desk.reader, created.args[0], date(2026, 11, 24)).record
    assert (record.name, record.given_name, record.family_name) == ("Eric Dupre", "Eric", "Dupre Lambert")
    assert [part.text() for part in parts] == ["", ""]


def test_a_name_that_waited_as_a_draft_has_its_parts_too(qtbot, tasks, clock):
    drafts_of(tasks).put(Draft(DraftKey(DraftField.NEW_PERSON, named_subject("name")), "Éric Dupré"))
    shown = NewPerson(tasks, clock)
    qtbot.addWidget(shown)
    assert (shown.fields.given.text(), shown.fields.family.text()) == ("Éric", "Dupré")


def test_a_namesake_is_shown_before_anything_is_saved(qtbot, desk, add, form, settled):
    add("Léa Marchetti")
    shown = form()
    qtbot.keyClicks(shown.fields.name, "lea marchetti")

    qtbot.keyClick(shown.fields.name, Qt.Key.Key_Return)
    settled()

    assert people_count(desk.reader) == 1
    assert shown.save_button.text() == "Add all the same"
    assert "Léa Marchetti" in [button.words for button in shown.findChildren(TextButton)]

    qtbot.keyClick(shown.fields.name, Qt.Key.Key_Return)
    settled()
    assert people_count(desk.reader) == 2


def test_a_namesake_is_said_while_the_name_is_typed(qtbot, add, form, settled):
    lea = add("Léa Marchetti")
    shown = form()
    qtbot.keyClicks(shown.fields.name, "Lea MARCHETTI")
    qtbot.waitUntil(lambda: any(b.isVisible() for b in shown.findChildren(TextButton)))

    with qtbot.waitSignal(shown.person_asked) as asked:
        qtbot.mouseClick(shown.findChild(TextButton), Qt.MouseButton.LeftButton)
    settled()

    assert asked.args == [lea]
    assert shown.window().screen_of_person.isVisible()


def test_escape_leaves_the_form_and_loses_nothing(qtbot, add, form, settled):
    add("Léa Marchetti")
    shown = form()
    qtbot.keyClicks(shown.fields.name, "Somebody half")

    qtbot.keyClick(shown.fields.name, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    shown.window().new_person()

    assert shown.fields.name.text() == "Somebody half"


def test_nothing_is_saved_without_a_name(qtbot, desk, form, settled):
    shown = form()
    qtbot.keyClicks(shown.fields.city, "Lyon")

    qtbot.keyClick(shown.fields.city, Qt.Key.Key_Return)
    settled()

    assert people_count(desk.reader) == 0
    assert shown.fields.name.hasFocus()


def test_an_empty_desk_shows_two_ways_to_begin(qtbot, place):
    shown = place()
    assert not shown.list.isVisible()

    with qtbot.waitSignal(shown.import_asked):
        qtbot.mouseClick(shown.findChild(Button, "people.import"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(shown.findChild(Button, "people.first"), Qt.MouseButton.LeftButton)

    assert shown.form.isVisible()


@pytest.mark.parametrize(
    "reached",
    [("email", "LEA@trails.example"), ("phone", "+33 6 39 98 00 12"), ("handle", "@Lea.Trails")],
)
def test_whoever_is_reached_the_same_way_is_shown_before_anything_is_saved(
    qtbot, desk, form, settled, reached
):
    lea = Card(
        display_name="Léa Marchetti",
        contacts=(
            ContactEntry(ContactKind.EMAIL, "lea@trails.example"),
            ContactEntry(ContactKind.PHONE, "06 39 98 00 12"),
        ),
        handles=(HandleEntry("instagram", "lea.trails"),),
    )
    person = create_person(desk, lea)
    field, typed = reached
    shown = form()
    qtbot.keyClicks(shown.fields.name, "Somebody Else")
    qtbot.keyClicks(getattr(shown.fields, field), typed)

    qtbot.keyClick(shown.fields.name, Qt.Key.Key_Return)
    settled()

    assert people_count(desk.reader) == 1
    assert shown.save_button.text() == "Add all the same"
    assert shown.save_button.property("role") == "secondary", "the one thing to do next is to look"
    assert [button.words for button in shown.findChildren(TextButton)] == [
        f"Léa Marchetti, same {SAME[field]}"
    ]
    way = next(button for button in shown.findChildren(TextButton) if "Léa" in button.accessibleName())
    with qtbot.waitSignal(shown.person_asked) as asked:
        way.click()
    assert asked.args == [person]
