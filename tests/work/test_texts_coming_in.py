"""No text that comes in shows otherwise than it is kept, whichever way it comes."""

from datetime import date

import pytest
from sqlalchemy import text as sql

from relationdesk.domain.card import AddressEntry, AddressPart, Card, ContactEntry, HandleEntry
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import (
    Action,
    ContactKind,
    InteractionKind,
    LawfulBasis,
    OrganisationKind,
    OwnKind,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    RecordText,
    RoleKind,
)
from relationdesk.work import follow_ups, history, organisations, partnerships
from relationdesk.work.organisations.told import OrganisationText, Role
from relationdesk.work.people import commands, editing, knowledge, several
from relationdesk.work.people.editing.told import Consent
from relationdesk.work.people.told import Fact, Preference, Refusal
from relationdesk.work.settings.commands import keep_my_details
from relationdesk.work.settings.queries import MyDetails

EVIL = "\u202eevil\x07"
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"


def _introduced(desk, _lea):
    commands.create_person(desk, Card(display_name=EVIL, city=EVIL, notes=(EVIL,), topics=(EVIL,)))


def _reached(desk, lea):
    one = editing.reaching.add_contact(desk, lea, ContactEntry(ContactKind.MESSENGER, EVIL, label=EVIL))
    editing.reaching.change_contact(desk, one, f"{EVIL}2")
    editing.reaching.label_contact(desk, one, f"{EVIL}2")
    address = editing.addresses.add_address(desk, lea, AddressEntry(street=EVIL))
    editing.addresses.set_part(desk, address, AddressPart.CITY, EVIL)
    editing.accounts.add_account(desk, lea, HandleEntry(EVIL, EVIL))


def _belonging(desk, lea):
    editing.belonging.add_topic(desk, lea, EVIL)
    several.tag_people(desk, [lea], EVIL)
    field = editing.own_fields.add_own_field(desk, name=EVIL, kind=OwnKind.TEXT)
    editing.own_fields.fill_own_field(desk, lea, field, EVIL)


def _kept(desk, lea):
    editing.keeping.set_lawful_basis(desk, lea, LawfulBasis.CONTRACT, EVIL)
    editing.keeping.set_do_not_contact(desk, lea, asked=True, reason=EVIL)
    editing.keeping.note_consent(desk, lea, Consent(EVIL, source=EVIL))


def _known(desk, lea):
    topic = PreferenceCategory.TOPIC
    knowledge.remember_preference(desk, lea, Preference(Polarity.LOVES, topic, EVIL))
    knowledge.remember_fact(desk, lea, Fact(EVIL, label=EVIL))
    knowledge.note_refusal(desk, lea, Refusal(what=EVIL, why=EVIL, said_by=EVIL, client=EVIL))


def _happened(desk, lea):
    history.commands.log_interaction(
        desk, people=[lea], kind=InteractionKind.CALL, text=EVIL, title=EVIL, place=EVIL
    )


def _to_do(desk, lea):
    one = follow_ups.commands.set_follow_up(
        desk, person_id=lea, action=Action.CALL, reason=EVIL, due_on=date(2026, 12, 1)
    )
    follow_ups.commands.finish_follow_up(desk, one, line=EVIL)
    follow_ups.commands.make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what=EVIL)


def _agreed(desk, lea):
    partnerships.commands.add_partnership(desk, person_id=lea, client=EVIL, title=EVIL)
    one = organisations.commands.add_organisation(desk, f"{EVIL} agency", OrganisationKind.AGENCY)
    organisations.commands.set_text(desk, one, OrganisationText.NOTES, EVIL)
    organisations.roles.add_role(desk, lea, Role(RoleKind.WORKS_FOR, f"{EVIL} two", title=EVIL))


def _written(desk, lea):
    for field in RecordText:
        editing.texts.set_text(desk, lea, field, EVIL)
    keep_my_details(desk, MyDetails(name=EVIL, signature=EVIL))


@pytest.mark.parametrize(
    "come_in", [_introduced, _reached, _belonging, _kept, _known, _happened, _to_do, _agreed, _written]
)
def test_what_would_show_evil_as_live_is_kept_as_it_is_seen(desk, add, come_in):
    come_in(desk, add("Léa Marchetti"))
    found = list(_texts_on(desk))
    assert not [place for place, text in found if "\u202e" in text or "\x07" in text]
    assert any("evil" in text for _place, text in found)


def _texts_on(desk):
    """Every text of the desk file, with the table that it stands in."""
    with desk.change(Label.EDIT_PERSON) as session:
        for (table,) in session.execute(sql(_TABLES)).all():
            for row in session.execute(sql(f'SELECT * FROM "{table}"')).all():
                yield from ((table, value) for value in row if isinstance(value, str))
