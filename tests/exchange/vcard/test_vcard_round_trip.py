import io
import string
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relationdesk.domain.card import (
    AddressEntry,
    Birthday,
    Card,
    ContactEntry,
    FactEntry,
    HandleEntry,
    Picture,
    PreferenceEntry,
    RoleEntry,
)
from relationdesk.domain.money import Money
from relationdesk.domain.texts import clean
from relationdesk.domain.vocabulary import (
    ContactKind,
    FormOfAddress,
    PersonKind,
    Polarity,
    PreferenceCategory,
    RoleKind,
)
from relationdesk.exchange.encoding import one_line
from relationdesk.exchange.reports import IncomingCard
from relationdesk.exchange.vcard.reader import read_vcards
from relationdesk.exchange.vcard.writer import Version, vcard, write_vcards

letters = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(';,:\\"^=\n@&é😀'), max_size=60)
lines = letters.map(one_line)
words = lines.filter(bool)
texts = letters.map(lambda text: clean(text).strip()).filter(bool)
days = st.dates(min_value=date(1, 1, 1))
labels = st.sampled_from(("", "work", "home", "mobile", "work fax", "cell", "Work")) | lines
pictures = st.builds(
    Picture, st.just("image/png"), st.binary(max_size=200).map(lambda b: b"\x89PNG\r\n\x1a\n" + b)
)


def unique(items):
    return st.lists(items, max_size=3, unique=True).map(tuple)


def contact(value):
    kind, text, label = value
    return ContactEntry(kind, text, label)


def one_preferred(entries):
    seen = set()
    return tuple(
        ContactEntry(e.kind, e.value, e.label, preferred=True)
        if e.kind not in seen and not seen.add(e.kind)
        else e
        for e in entries
    )


contacts = unique(st.tuples(st.sampled_from(ContactKind), words, labels).map(contact))
addresses = unique(st.builds(AddressEntry, labels, texts, lines, lines, lines, lines))
handles = unique(
    st.builds(HandleEntry, lines, words, lines, st.none() | st.integers(0, 10**10), st.none() | days)
)
money = st.builds(
    Money, st.decimals(0, 10**6, places=2), st.text(string.ascii_uppercase, min_size=3, max_size=3)
)
cards = st.builds(
    Card,
    display_name=words,
    given_name=lines,
    family_name=lines,
    phonetic_name=lines,
    pronouns=lines,
    kinds=unique(st.sampled_from(PersonKind)),
    city=lines,
    country=lines,
    time_zone=lines,
    languages=unique(words),
    form_of_address=st.none() | st.sampled_from(FormOfAddress),
    birthday=st.none() | days.map(lambda d: Birthday(d.month, d.day, d.year)) | st.just(Birthday(2, 29)),
    how_met=texts | st.just(""),
    contacts=contacts | contacts.map(one_preferred),
    addresses=addresses,
    handles=handles,
    roles=unique(
        st.builds(
            RoleEntry, words, lines, st.sampled_from(RoleKind), since=st.none() | days, until=st.none() | days
        )
        | st.builds(RoleEntry, st.just(""), words)
    ),
    topics=unique(words),
    tags=unique(words),
    preferences=unique(
        st.builds(
            PreferenceEntry,
            st.sampled_from(Polarity),
            st.sampled_from(PreferenceCategory),
            texts,
            st.none() | money,
        )
    ),
    facts=unique(st.builds(FactEntry, lines, texts)),
    notes=unique(texts),
    picture=st.none() | pictures,
    last_contact=st.none() | days,
    come_back_on=st.none() | days,
)


def read_back(content: bytes) -> Card:
    (found,) = read_vcards(io.BytesIO(content))
    assert isinstance(found, IncomingCard)
    return found.card


@pytest.mark.parametrize("version", Version)
@settings(max_examples=60)
@given(card=cards)
def test_a_card_written_and_read_back_is_the_same_card(version: Version, card: Card):
    assert read_back(vcard(card, version)) == card


@settings(max_examples=40)
@given(card=cards)
def test_no_line_is_longer_than_75_octets_and_none_cuts_a_character(card: Card):
    content = vcard(card)
    assert content.endswith(b"END:VCARD\r\n")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")


@given(value=st.text())
def test_no_value_adds_a_line_of_its_own(value: str):
    hostile = value + "\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Intruder\x85TEL:1\u2028TEL:2"
    card = Card(
        display_name=hostile,
        pronouns=hostile,
        contacts=(
            ContactEntry(ContactKind.EMAIL, hostile, hostile),
            ContactEntry(ContactKind.MESSENGER, "a", hostile),
        ),
        handles=(HandleEntry(hostile, hostile, hostile),),
        facts=(FactEntry(hostile, hostile),),
        tags=(hostile,),
    )
    assert len(list(read_vcards(io.BytesIO(vcard(card))))) == 1


def test_many_cards_come_back_in_order_with_exact_money():
    people = [
        Card(
            display_name=f"Person {number}",
            preferences=(
                PreferenceEntry(
                    Polarity.LIKES, PreferenceCategory.REWARD, "paid", Money(Decimal("350.00"), "EUR")
                ),
            ),
        )
        for number in range(20)
    ]
    found = list(read_vcards(io.BytesIO(b"".join(write_vcards(people)))))
    assert [item.card for item in found if isinstance(item, IncomingCard)] == people
