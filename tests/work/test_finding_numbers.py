"""A telephone number is found however it was written, and however it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from real_desk import DAY
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Card, ContactEntry
from relationdesk.domain.contact import contact_key, is_doubtful, number_beginnings
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.filtering import filtered_as_typed, filtered_people
from relationdesk.work.search.queries import found

NUMBERS = {
    "Léa": "06 39 98 00 12",
    "Noor": "+33 6 39 98 00 34",
    "Tess": "+44 7700 900123",
    "Rémi": "0033 (0)6.39.98.00.56",
    "Sam": "ask 39980",
}


@pytest.fixture
def reached(desk: Desk) -> Desk:
    for name, number in NUMBERS.items():
        create_person(desk, Card(display_name=name, contacts=(ContactEntry(ContactKind.PHONE, number),)))
    return desk


TYPED = [
    ("0639980012", ["Léa"]),
    ("+33639980012", ["Léa"]),
    ("06 39 98 00 12", ["Léa"]),
    ("06.39.98.00.12", ["Léa"]),
    ("+33 (0)6 39 98 00 12", ["Léa"]),
    ("0033 6 39 98 00 12", ["Léa"]),
    ("33639980012", ["Léa"]),
    ("639980012", ["Léa"]),
    ("06399800", ["Léa", "Noor", "Rémi"]),
    ("0639980034", ["Noor"]),
    ("07700 900123", ["Tess"]),
    ("+447700", ["Tess"]),
    ("0639980056", ["Rémi"]),
    ("0639980099", []),
    ("39980", ["Sam"]),
]


@pytest.mark.parametrize(("typed", "names"), TYPED)
def test_a_number_is_found_in_the_list_and_in_the_search(reached: Desk, typed: str, names: list[str]):
    called = dict(reached.reader.stream("SELECT id, display_name FROM person"))

    assert [called[one] for one in filtered_people(reached.reader, typed, DAY)] == names
    assert [called[one] for one in filtered_as_typed(reached.reader, typed, DAY, 9)] == names
    assert [one.name for one in found(reached.reader, typed, DAY)] == names


def test_the_number_is_told_as_it_is_written(reached: Desk):
    assert [one.snippet for one in found(reached.reader, "0639980034", DAY)] == ["\x02+33 6 39 98 00 34\x03"]


def test_a_few_digits_are_no_number(reached: Desk):
    assert filtered_people(reached.reader, "3363", DAY) == []


@given(some.integers(10**4, 10**12), some.sampled_from(["", "0", "00", "+"]))
def test_a_number_begins_as_its_own_beginnings_say(digits: int, before: str):
    typed = f"{before}{digits}".replace("+", "")
    key = contact_key(ContactKind.PHONE, f"{before}{digits}", "FR")

    assert any(key.startswith(begun) for begun in number_beginnings(typed))


@pytest.mark.parametrize("typed", ["+1", "+33 6 12", "+33 6 12 34 56 78 / 01 02 03 04 05", "+33 6 12 34 5"])
def test_what_can_be_no_number_is_marked(typed: str):
    key = contact_key(ContactKind.PHONE, typed, "FR")

    assert is_doubtful(ContactKind.PHONE, typed, key)
