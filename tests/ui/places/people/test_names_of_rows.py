"""No two buttons of a record have the same name: a screen reader tells which row each belongs to."""

from collections import Counter
from datetime import date

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from relationdesk.domain.card import AddressEntry, ContactEntry, HandleEntry
from relationdesk.domain.readings import Reading
from relationdesk.domain.vocabulary import (
    ContactKind,
    OwnKind,
    Polarity,
    PreferenceCategory,
    RoleKind,
    Source,
)
from relationdesk.ui.places.people.record.address_row import AddressRow
from relationdesk.ui.places.people.record.contact_row import ContactRow
from relationdesk.ui.places.people.record.reach import ReachCard
from relationdesk.ui.places.people.record.tab import CARDS
from relationdesk.ui.widgets.audience_mark import AudienceMark
from relationdesk.work import organisations, people
from relationdesk.work.organisations.told import Role
from relationdesk.work.people import editing
from relationdesk.work.people.editing.told import Consent
from relationdesk.work.people.told import Fact, Preference, Refusal


@pytest.fixture
def lea(desk, add):
    """Somebody of whom there is more than one of everything."""
    lea = add("Léa Marchetti", topics=("trail", "rain"), tags=("autumn", "spring"), languages=("fr", "en"))
    for kind in ContactKind:
        for number, value in enumerate(("one", "two")):
            is_phone = kind is ContactKind.PHONE
            text = f"+33 6 39 98 00 1{number}" if is_phone else f"{value}@{kind}.example"
            editing.reaching.add_contact(desk, lea, ContactEntry(kind, text))
    for word in ("one", "two"):
        editing.addresses.add_address(desk, lea, AddressEntry(street=f"{word} road"))
        handle = editing.accounts.add_account(desk, lea, HandleEntry("Instagram", f"lea.{word}"))
        editing.accounts.add_reading(desk, handle, Reading(38_000, date(2026, 1, 4)), Source.I_SAW)
        organisations.roles.add_role(desk, lea, Role(RoleKind.WORKS_FOR, f"House {word}", title="editor"))
        editing.keeping.note_consent(desk, lea, Consent(f"newsletter {word}"))
        field = editing.own_fields.add_own_field(desk, name=f"Field {word}", kind=OwnKind.TEXT)
        editing.own_fields.fill_own_field(desk, lea, field, word)
        channel = Preference(Polarity.LIKES, PreferenceCategory.CHANNEL, f"channel {word}")
        people.knowledge.remember_preference(desk, lea, channel)
        people.knowledge.remember_fact(desk, lea, Fact(f"fact {word}"))
        people.knowledge.note_refusal(desk, lea, Refusal(f"refused {word}"))
    return lea


@pytest.fixture
def screen(place, lea, settled):
    made = place()
    made.open_person(lea)
    settled()
    return made.screen_of_person


def names_in(page):
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    found = (QAccessible.queryAccessibleInterface(one) for one in buttons)
    return Counter(one.text(QAccessible.Text.Name) for one in found)


def test_every_button_of_the_record_names_its_row(screen, settled):
    screen.edit_record()
    screen.record.page.card(CARDS[-1])
    settled()

    names = names_in(screen.record.page)
    assert names.total() > 40
    assert {name: count for name, count in names.items() if count > 1} == {}
    assert "What to do with it: one@email.example" in names


def test_every_label_and_eye_of_a_way_to_reach_somebody_names_it(screen, settled):
    screen.edit_record()
    card = screen.record.page.card(ReachCard)
    settled()

    rows = [*card.findChildren(ContactRow), *card.findChildren(AddressRow)]
    labels = {row.label.field.accessibleName() for row in rows}
    eyes = {row.findChild(AudienceMark).what for row in rows}
    assert len(labels) == len(eyes) == len(rows) == 10
    assert "Label of one@email.example" in labels
    assert "one road" in eyes


def test_every_button_of_the_preferences_names_its_row(screen, settled):
    screen.tabs.setCurrentIndex(2)
    settled()

    names = names_in(screen.preferences)
    assert names.total() > 15
    assert {name: count for name, count in names.items() if count > 1} == {}
