"""The eyes on the record, which say who may read each line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from relationdesk.domain.accounts import account_told
from relationdesk.domain.card import AddressEntry, ContactEntry
from relationdesk.domain.sharing import PersonField, Shareable
from relationdesk.domain.vocabulary import (
    Audience,
    ContactKind,
    FormOfAddress,
    Polarity,
    PreferenceCategory,
    RecordText,
    RoleKind,
)
from relationdesk.ui.places.people.eyes import Eye
from relationdesk.ui.widgets.tab_order import stops_in
from relationdesk.work import people
from relationdesk.work.organisations.roles import add_role
from relationdesk.work.organisations.told import Role
from relationdesk.work.people.editing.accounts import add_account
from relationdesk.work.people.editing.addresses import add_address
from relationdesk.work.people.editing.addressing import set_form_of_address
from relationdesk.work.people.editing.audiences import set_field_audience
from relationdesk.work.people.editing.reaching import add_contact
from relationdesk.work.people.editing.texts import set_text
from relationdesk.work.people.keeping import audiences_of
from relationdesk.work.people.told import Fact, Preference, Refusal


@pytest.fixture
def lea(desk, add):
    person = add("Léa Marchetti")
    set_text(desk, person, RecordText.CITY, "Lyon")
    set_text(desk, person, RecordText.GIVEN_NAME, "Léa")
    set_form_of_address(desk, person, FormOfAddress.TU)
    add_contact(desk, person, ContactEntry(ContactKind.EMAIL, "lea@press.example"))
    add_address(desk, person, AddressEntry(street="1 rue Haute"))
    add_account(desk, person, account_told("@lea", "Bluesky"))
    add_role(desk, person, Role(organisation="Lumen Press", kind=RoleKind.WORKS_FOR))
    return person


@pytest.fixture
def shown(place, lea, settled):
    """Open somebody's record, and give the place with the eyes by what they are for."""

    def opened():
        made = place()
        made.settled = settled
        made.open_person(lea)
        settled()
        made.screen_of_person.edit_record()
        settled()
        page = made.screen_of_person.record.page
        made.eyes = lambda kind: next(eye for eye in page.findChildren(Eye) if kind in _kinds(eye))
        made.page = page
        return made

    return opened


def _kinds(eye):
    return (eye.target,) if isinstance(eye.target, PersonField) else eye.target


@pytest.fixture
def shared(desk, lea):
    def found(kind):
        held = audiences_of(desk.reader, lea)
        return kind in held.fields or kind in {row for row, _id in held.rows}

    return found


@pytest.mark.parametrize(
    "kind",
    [
        PersonField.CITY,
        PersonField.NAMES,
        PersonField.FORM_OF_ADDRESS,
        PersonField.KINDS,
        PersonField.TOPICS,
        PersonField.DO_NOT_CONTACT,
        Shareable.CONTACT_POINT,
        Shareable.POSTAL_ADDRESS,
        Shareable.HANDLE,
        Shareable.ROLE,
    ],
)
def test_a_line_is_shared_by_its_eye_and_kept_alone_again_in_one_step(qtbot, desk, shown, shared, kind):
    made = shown()
    eye = made.eyes(kind)
    stops_in(eye.parentWidget())[0].setFocus()
    assert eye.mark.isVisible()
    qtbot.mouseClick(eye.mark, Qt.MouseButton.LeftButton)
    made.settled()
    assert shared(kind)
    assert made.eyes(kind).mark.audience is Audience.SHARED

    desk.undo()
    made.settled()
    assert not shared(kind)
    assert made.eyes(kind).mark.audience is Audience.ONLY_ME


def test_the_eye_is_seen_where_the_keyboard_is_and_where_something_is_shared(qtbot, desk, lea, shown):
    set_field_audience(desk, lea, PersonField.CITY, Audience.SHARED)
    made = shown()
    assert not made.eyes(PersonField.CITY).mark.isHidden()
    names = made.eyes(PersonField.NAMES).mark
    assert names.isHidden()

    field = made.page.findChild(object, f"record.{RecordText.GIVEN_NAME}")
    field.setFocus()
    assert not names.isHidden()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is names
    assert names.accessibleDescription() == "Names: for you alone"


def test_an_empty_line_has_nothing_to_share(shown):
    made = shown()
    made.page.findChild(object, f"record.{RecordText.COUNTRY}").setFocus()
    assert made.eyes(PersonField.COUNTRY).mark.isHidden()


def test_until_it_is_known_who_may_read_a_line_no_eye_says_so(desk, lea, add, shown, settled):
    set_field_audience(desk, lea, PersonField.CITY, Audience.SHARED)
    other = add("Tom Okafor")
    made = shown()
    made.open_person(other)
    settled()
    view = made.screen_of_person.view
    made.open_person(lea)
    settled()
    assert not made.eyes(PersonField.CITY).mark.isHidden()

    made.page.show_person(view)
    assert made.eyes(PersonField.CITY).mark.isHidden()


def test_who_may_read_it_is_not_that_of_the_person_before(desk, lea, add, shown, settled):
    set_field_audience(desk, lea, PersonField.CITY, Audience.SHARED)
    other = add("Tom Okafor")
    made = shown()
    made.open_person(other)
    settled()
    assert made.eyes(PersonField.CITY).mark.isHidden()
    assert made.eyes(PersonField.CITY).mark.audience is Audience.ONLY_ME


@pytest.mark.parametrize("kind", [Shareable.PREFERENCE, Shareable.FACT, Shareable.REFUSAL])
def test_what_is_known_is_shared_by_its_eye_and_kept_alone_again(  # noqa: PLR0917
    desk, lea, place, shared, settled, kind
):
    people.knowledge.remember_preference(
        desk, lea, Preference(Polarity.LOVES, PreferenceCategory.FORMAT, "long formats")
    )
    people.knowledge.remember_fact(desk, lea, Fact("has a dog"))
    people.knowledge.note_refusal(desk, lea, Refusal("interviews"))
    made = place()
    made.open_person(lea)
    settled()
    made.screen_of_person.tabs.setCurrentIndex(2)
    settled()
    eye = next(eye for eye in made.findChildren(Eye) if kind in _kinds(eye))
    eye.mark.click()
    settled()
    assert shared(kind)
    assert eye.mark.audience is Audience.SHARED

    desk.undo()
    settled()
    assert not shared(kind)
    assert eye.mark.audience is Audience.ONLY_ME
