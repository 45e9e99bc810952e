"""How a person is reached: ways, addresses and accounts, each changed in one step, and who shares them."""

from datetime import date

import pytest

from real_desk import DAY
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import AddressEntry, AddressPart, Card, ContactEntry, HandleEntry
from relationdesk.domain.errors import EmptyTextError, NotFoundError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.readings import Reading
from relationdesk.domain.suiting.question_words import question_text
from relationdesk.domain.vocabulary import ContactKind, Source
from relationdesk.language.words import Language, speaking
from relationdesk.work.people.commands import create_person, trash_person
from relationdesk.work.people.editing.accounts import (
    add_account,
    add_reading,
    change_account,
    move_account,
    remove_account,
    remove_reading,
    set_day,
    set_followers,
    set_source,
)
from relationdesk.work.people.editing.addresses import add_address, prefer_address, remove_address, set_part
from relationdesk.work.people.editing.reaching import (
    add_contact,
    change_contact,
    label_contact,
    move_contact,
    prefer_contact,
    remove_contact,
)
from relationdesk.work.people.reached import Reached, reached
from relationdesk.work.people.record import PersonPage, person_page
from relationdesk.work.people.suiting import would_suit
from relationdesk.work.search.queries import found

EMAIL = ContactEntry(ContactKind.EMAIL, "lea@trails.example")
STREET = AddressEntry(label="home", street="12 rue des Lilas", city="Lyon")


@pytest.fixture
def lea(desk: Desk) -> PersonId:
    return create_person(desk, Card(display_name="Léa Marchetti"))


def page(desk: Desk, person: PersonId) -> PersonPage:
    shown = person_page(desk.reader, person, DAY)
    assert shown is not None
    return shown


def values(desk: Desk, person: PersonId) -> list[str]:
    return [line.value for line in page(desk, person).contacts]


def looked_up(desk: Desk, person: PersonId) -> Reached:
    return reached(desk.reader, person)


def test_a_phone_is_kept_as_typed_and_found_by_its_number(desk: Desk, lea: PersonId):
    add_contact(desk, lea, ContactEntry(ContactKind.PHONE, " 06 39 98 12 34 ", label="mobile"))

    (line,) = page(desk, lea).contacts
    assert (line.value, line.label, line.doubtful) == ("06 39 98 12 34", "mobile", False)
    assert desk.reader.ids("SELECT id FROM contact_point WHERE value_key = '+33639981234'") == [line.id]
    assert desk.undo_state().undo is Label.ADD_CONTACT
    desk.undo()
    assert values(desk, lea) == []


def test_a_doubtful_value_is_kept_with_its_mark_and_loses_it_when_put_right(desk: Desk, lea: PersonId):
    contact = add_contact(desk, lea, ContactEntry(ContactKind.EMAIL, "lea at trails"))
    assert [(line.value, line.doubtful) for line in page(desk, lea).contacts] == [("lea at trails", True)]

    change_contact(desk, contact, "lea@trails.example")
    assert [(line.value, line.doubtful) for line in page(desk, lea).contacts] == [
        ("lea@trails.example", False)
    ]


def test_the_same_address_is_not_added_twice(desk: Desk, lea: PersonId):
    first = add_contact(desk, lea, EMAIL)

    assert add_contact(desk, lea, ContactEntry(ContactKind.EMAIL, "LEA@trails.example")) == first
    assert values(desk, lea) == ["lea@trails.example"]


@pytest.mark.parametrize("value", ["", "  \n"])
def test_nothing_is_no_way_to_reach_somebody(desk: Desk, lea: PersonId, value: str):
    contact = add_contact(desk, lea, EMAIL)

    with pytest.raises(EmptyTextError):
        add_contact(desk, lea, ContactEntry(ContactKind.LINK, value))
    with pytest.raises(EmptyTextError):
        change_contact(desk, contact, value)
    assert values(desk, lea) == ["lea@trails.example"]


def test_one_of_each_kind_is_preferred(desk: Desk, lea: PersonId):
    first = add_contact(desk, lea, EMAIL)
    second = add_contact(desk, lea, ContactEntry(ContactKind.EMAIL, "l@work.example", preferred=True))
    phone = add_contact(desk, lea, ContactEntry(ContactKind.PHONE, "+33639980001", preferred=True))
    assert preferred(desk, lea) == {second, phone}

    prefer_contact(desk, first, preferred=True)
    assert preferred(desk, lea) == {first, phone}
    assert page(desk, lea).contacts[0].id == first
    prefer_contact(desk, first, preferred=False)
    assert preferred(desk, lea) == {phone}
    desk.undo()
    desk.undo()
    assert preferred(desk, lea) == {second, phone}


def preferred(desk: Desk, person: PersonId) -> set[int]:
    return {line.id for line in page(desk, person).contacts if line.preferred}


def test_those_of_a_kind_stand_in_the_users_order(desk: Desk, lea: PersonId):
    add_contact(desk, lea, ContactEntry(ContactKind.PHONE, "+33639980001"))
    ids = [
        add_contact(desk, lea, ContactEntry(ContactKind.EMAIL, f"{name}@a.example"))
        for name in ("a", "b", "c")
    ]

    move_contact(desk, ids[2], by=-1)
    assert values(desk, lea)[:3] == ["a@a.example", "c@a.example", "b@a.example"]
    move_contact(desk, ids[0], by=-1)
    assert values(desk, lea)[:3] == ["a@a.example", "c@a.example", "b@a.example"]
    add_contact(desk, lea, ContactEntry(ContactKind.EMAIL, "d@a.example"))
    assert values(desk, lea)[3] == "d@a.example"
    desk.undo()
    desk.undo()
    assert values(desk, lea)[:3] == ["a@a.example", "b@a.example", "c@a.example"]


def test_a_way_to_reach_somebody_is_labelled_and_removed(desk: Desk, lea: PersonId):
    contact = add_contact(desk, lea, EMAIL)
    label_contact(desk, contact, " her sister's ")
    assert page(desk, lea).contacts[0].label == "her sister's"

    remove_contact(desk, contact)
    assert values(desk, lea) == []
    with pytest.raises(NotFoundError):
        label_contact(desk, contact, "home")
    desk.undo()
    assert page(desk, lea).contacts[0].label == "her sister's"


def test_a_new_address_is_found_by_search(desk: Desk, lea: PersonId):
    contact = add_contact(desk, lea, EMAIL)
    change_contact(desk, contact, "unmistakable@trails.example")

    assert [one.name for one in found(desk.reader, "unmistakable", DAY)] == ["Léa Marchetti"]


def test_postal_addresses_are_changed_part_by_part(desk: Desk, lea: PersonId):
    first = add_address(desk, lea, STREET)
    second = add_address(desk, lea, AddressEntry(city="Paris", preferred=True))
    set_part(desk, first, AddressPart.POSTCODE, " 69003 ")

    assert [(line.id, line.preferred) for line in page(desk, lea).addresses] == [
        (second, True),
        (first, False),
    ]
    prefer_address(desk, first, preferred=True)
    (line, other) = page(desk, lea).addresses
    assert (line.id, line.label, line.street, line.postcode, line.city) == (
        *(first, "home"),
        *("12 rue des Lilas", "69003", "Lyon"),
    )
    assert not other.preferred
    remove_address(desk, second)
    desk.undo()
    assert len(page(desk, lea).addresses) == 2


def test_an_address_goes_with_its_last_part_and_none_is_made_of_nothing(desk: Desk, lea: PersonId):
    address = add_address(desk, lea, AddressEntry(label="home", city="Paris"))
    with pytest.raises(EmptyTextError):
        add_address(desk, lea, AddressEntry(label="home", street=" "))

    set_part(desk, address, AddressPart.CITY, "")
    assert page(desk, lea).addresses == ()
    desk.undo()
    assert [line.city for line in page(desk, lea).addresses] == ["Paris"]


def test_accounts_stand_in_order_and_the_first_is_shown(desk: Desk, lea: PersonId):
    first = add_account(desk, lea, HandleEntry("insta", "@lea.trails"))
    second = add_account(desk, lea, HandleEntry("TikTok", "lea.runs", "https://tiktok.com/@lea.runs"))
    assert add_account(desk, lea, HandleEntry("Instagram", "LEA.trails")) == first
    assert accounts(desk, lea) == [("Instagram", "lea.trails"), ("TikTok", "lea.runs")]

    move_account(desk, second, by=-9)
    assert accounts(desk, lea) == [("TikTok", "lea.runs"), ("Instagram", "lea.trails")]
    change_account(desk, first, HandleEntry("Blog", "lea.example"))
    assert accounts(desk, lea)[1] == ("Blog", "lea.example")
    with pytest.raises(EmptyTextError):
        change_account(desk, first, HandleEntry("Blog", "@"))
    desk.undo()
    desk.undo()
    assert accounts(desk, lea) == [("Instagram", "lea.trails"), ("TikTok", "lea.runs")]


def accounts(desk: Desk, person: PersonId) -> list[tuple[str, str]]:
    return [(line.platform, line.name) for line in page(desk, person).handles]


def test_readings_are_added_corrected_and_removed(desk: Desk, lea: PersonId):
    account = add_account(desk, lea, HandleEntry("Instagram", "lea"))
    october = add_reading(desk, account, Reading(38_000, date(2026, 10, 12)), Source.I_SAW)
    add_reading(desk, account, Reading(31_000, date(2026, 3, 4)), Source.THEY_SAID)
    assert add_reading(desk, account, Reading(38_500, date(2026, 10, 12)), Source.I_SAW) == october
    assert readings(desk, lea) == [31_000, 38_500]
    assert page(desk, lea).handles[0].followers == 38_500

    set_followers(desk, october, 30_000)
    set_day(desk, october, date(2026, 1, 2))
    set_source(desk, october, Source.I_GUESS)
    assert readings(desk, lea) == [30_000, 31_000]
    assert looked_up(desk, lea).readings[account][0].source is Source.I_GUESS
    remove_reading(desk, october)
    assert readings(desk, lea) == [31_000]
    remove_account(desk, account)
    assert looked_up(desk, lea).readings == {}
    desk.undo()
    assert readings(desk, lea) == [31_000]


def readings(desk: Desk, person: PersonId) -> list[int]:
    return [line.followers for lines in looked_up(desk, person).readings.values() for line in lines]


def test_an_old_reading_is_a_question_to_ask(desk: Desk, lea: PersonId):
    account = add_account(desk, lea, HandleEntry("Instagram", "lea.trails"))
    add_reading(desk, account, Reading(31_000, date(2026, 3, 4)), Source.I_SAW)
    assert "How many follow @lea.trails by now?" in asked(desk, lea)

    add_reading(desk, account, Reading(38_000, DAY), Source.I_SAW)
    assert "How many follow @lea.trails by now?" not in asked(desk, lea)


def asked(desk: Desk, person: PersonId) -> list[str]:
    with speaking(Language.ENGLISH):
        return [question_text(one) for one in would_suit(page(desk, person), [], DAY).questions]


def test_who_has_the_same_address_or_account_is_told(desk: Desk, lea: PersonId):
    email = ContactEntry(ContactKind.EMAIL, "Team@trails.example")
    phone = ContactEntry(ContactKind.PHONE, "+33 6 39 98 00 01")
    account = HandleEntry("tiktok", "Trail.Team")
    noor = create_person(desk, Card(display_name="Noor Benali", contacts=(email, phone), handles=(account,)))
    mail = add_contact(desk, lea, ContactEntry(ContactKind.EMAIL, "team@trails.example"))
    call = add_contact(desk, lea, ContactEntry(ContactKind.PHONE, "06 39 98 00 01"))
    own = add_contact(desk, lea, EMAIL)
    handle = add_account(desk, lea, HandleEntry("TikTok", "trail.team"))

    told = looked_up(desk, lea)
    assert {line: one.name for line, one in told.contacts.items()} == {
        mail: "Noor Benali",
        call: "Noor Benali",
    }
    assert own not in told.contacts
    assert told.handles[handle].person_id == noor
    trash_person(desk, noor)
    assert (looked_up(desk, lea).contacts, looked_up(desk, lea).handles) == ({}, {})


@pytest.mark.parametrize(
    "add",
    [
        lambda desk, person: add_contact(desk, person, EMAIL),
        lambda desk, person: add_address(desk, person, STREET),
        lambda desk, person: add_account(desk, person, HandleEntry("TikTok", "lea")),
    ],
)
def test_nothing_is_added_to_nobody(desk: Desk, add):
    with pytest.raises(NotFoundError):
        add(desk, PersonId(404))
    assert desk.undo_state().undo is None
