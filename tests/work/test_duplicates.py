"""Who may be on the desk twice."""

import pytest

from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Card, ContactEntry, HandleEntry
from relationdesk.domain.duplicates import Reason
from relationdesk.domain.errors import GivenUpError
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.work.backups.source import source_of
from relationdesk.work.people.commands import create_people, create_person, trash_person
from relationdesk.work.people.duplicates import duplicates
from relationdesk.work.people.merging import mark_not_same, merge


def found(desk: Desk) -> list[tuple[str, str, tuple[Reason, ...]]]:
    pairs = duplicates(source_of(desk), lambda _done, _total: None)
    return [(pair.name, pair.other_name, pair.reasons) for pair in pairs]


def test_pairs_come_with_their_reasons_the_likeliest_first(desk: Desk):
    mail = ContactEntry(ContactKind.EMAIL, "noor@maps.example")
    phone = ContactEntry(ContactKind.PHONE, "06 39 98 00 12")
    cards = [
        Card(display_name="Léa Marchetti"),
        Card(display_name="Lea Marcheti"),
        Card(display_name="Noor Benali", contacts=(mail, phone)),
        Card(display_name="N. B.", contacts=(ContactEntry(ContactKind.EMAIL, "NOOR@maps.example"),)),
        Card(display_name="Agnes", contacts=(ContactEntry(ContactKind.PHONE, "+33 6 39 98 00 12"),)),
        Card(display_name="Tom One", handles=(HandleEntry("instagram", "@Tom.One"),)),
        Card(display_name="Somebody Else", handles=(HandleEntry("Instagram", "tom.one"),)),
        Card(display_name="Marchetti Léa"),
    ]
    create_people(desk, cards)

    assert found(desk) == [
        ("Noor Benali", "N. B.", (Reason.EMAIL,)),
        ("Tom One", "Somebody Else", (Reason.HANDLE,)),
        ("Noor Benali", "Agnes", (Reason.PHONE,)),
        ("Léa Marchetti", "Marchetti Léa", (Reason.SAME_NAME,)),
        ("Léa Marchetti", "Lea Marcheti", (Reason.NAMES_ALIKE,)),
        ("Lea Marcheti", "Marchetti Léa", (Reason.NAMES_ALIKE,)),
    ]


def test_whoever_is_not_the_same_or_in_the_trash_or_merged_is_not_proposed(desk: Desk):
    lea, again, third = create_people(desk, [Card(display_name="Léa Marchetti")] * 3)
    mark_not_same(desk, again, lea)
    assert len(found(desk)) == 2
    desk.undo()
    assert len(found(desk)) == 3

    trash_person(desk, third)
    assert len(found(desk)) == 1
    merge(desk, lea, again, {})
    assert found(desk) == []


def test_what_many_share_proposes_nobody(desk: Desk):
    switchboard = ContactEntry(ContactKind.PHONE, "01 99 00 12 34")
    names = ["Ada", "Bo", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hal", "Ida"]
    create_people(desk, [Card(display_name=name, contacts=(switchboard,)) for name in names])

    assert found(desk) == []


def test_the_comparison_is_given_up_when_asked(desk: Desk):
    create_person(desk, Card(display_name="Léa Marchetti"))

    def give_up(_done: int, _total: int) -> None:
        raise GivenUpError

    with pytest.raises(GivenUpError):
        duplicates(source_of(desk), give_up)
