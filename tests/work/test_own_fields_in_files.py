"""Fields of the user's own in tables and cards: out, and in again."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from real_desk import archive_of, assert_sound, made_in
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Card, FactEntry, OwnEntry
from relationdesk.domain.folding import fold
from relationdesk.domain.ids import PersonId
from relationdesk.domain.own_values import fits, kept
from relationdesk.domain.texts import clean
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.exchange.reports import FileKind, IncomingCard, Reading, ReportKind
from relationdesk.exchange.tables.columns import Column
from relationdesk.exchange.tables.guessing import guess
from relationdesk.exchange.tables.reader import cards
from relationdesk.exchange.tables.table import open_table
from relationdesk.exchange.tables.writer import csv_of
from relationdesk.exchange.vcard.reader import read_vcards
from relationdesk.exchange.vcard.writer import Version, write_vcards
from relationdesk.language.words import Language, speaking
from relationdesk.work.imports.commands import import_people
from relationdesk.work.imports.own_fields import MOST_NEW, better_mapping
from relationdesk.work.imports.preview import Preview, preview
from relationdesk.work.people.cards import cards_of
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.editing.own_fields import add_own_field, fill_own_field, remove_own_field
from relationdesk.work.people.own_fields import own_lines_of
from relationdesk.work.people.queries import people_matching

FIELDS = {
    "Shoe size": OwnKind.NUMBER,
    "Contract ends": OwnKind.DAY,
    "Végan": OwnKind.YES_NO,
    "Allergies": OwnKind.TEXT,
    "City": OwnKind.TEXT,
    "=Budget": OwnKind.NUMBER,
    "Own field: E-mail": OwnKind.TEXT,
    "Fact: Height; “cm”, \\n": OwnKind.NUMBER,
    "Other facts": OwnKind.DAY,
    'Said "so": ^ok^': OwnKind.TEXT,
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with fields of every kind, some of them called like something else."""
    desk = made_in(tmp_path_factory.mktemp("office")).opened()
    for name, kind in FIELDS.items():
        add_own_field(desk, name=name, kind=kind)
    yield desk
    desk.close()


def table_of(content: bytes) -> Reading:
    """A table as it is read without a desk."""
    table = open_table(io.BytesIO(content))
    mapping = guess(table)
    samples = tuple(row.cells for row in table.first_rows[:20])
    found = tuple(one for one in cards(table, mapping) if isinstance(one, IncomingCard))
    return Reading(FileKind.TABLE, found, mapping=mapping, headers=table.headers, samples=samples)


def read_on(desk: Desk, content: bytes) -> Preview:
    """A table as it is read for a desk."""
    reading = table_of(content)
    better = better_mapping(desk.reader, reading)
    if better is not None:
        again = cards(open_table(io.BytesIO(content)), better)
        found = tuple(one for one in again if isinstance(one, IncomingCard))
        reading = Reading(FileKind.TABLE, found, mapping=better, headers=reading.headers)
    return preview(desk.reader, reading, "FR")


def told(card: Card) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for entry in card.own:
        held.setdefault(entry.field, []).append(entry.value)
    return held


TEXTS = {
    OwnKind.NUMBER: st.decimals(-(10**9), 10**9, places=2).map(str) | st.integers(-99, 10**12).map(str),
    OwnKind.DAY: st.dates().map(lambda day: day.isoformat()),
    OwnKind.YES_NO: st.sampled_from(["yes", "no"]),
    OwnKind.TEXT: st.text(max_size=30)
    .map(lambda text: clean(text).strip())
    .filter(lambda text: text and " ::: " not in text and text[0] != "'"),
}


def entries(name: str) -> st.SearchStrategy[list[OwnEntry]]:
    kind = FIELDS[name]
    texts = TEXTS[kind].map(lambda text: kept(kind, text)).filter(lambda text: fits(kind, text))
    return st.lists(texts.map(lambda text: OwnEntry(name, text, kind)), max_size=2, unique=True)


OWN = st.tuples(*map(entries, FIELDS)).map(lambda held: tuple(entry for each in held for entry in each))
FACTS = st.lists(
    st.builds(FactEntry, st.sampled_from(["Size", "allergies", "City", "Own field: x"]), st.just("kept")),
    max_size=2,
    unique=True,
).map(tuple)
PEOPLE = st.lists(st.builds(Card, display_name=st.just("Léa"), own=OWN, facts=FACTS), min_size=1, max_size=3)


@settings(max_examples=80, deadline=None)
@given(people=PEOPLE, language=st.sampled_from(Language))
def test_a_table_that_was_written_here_gives_the_same_fields_back(
    office: Desk, people: list[Card], language: Language
):
    """A fact that is called like a field which nobody in the table has would become it."""
    used = {fold(entry.field) for card in people for entry in card.own}
    assume(all(fold(fact.label) in {*used, "size", "own field: x"} for card in people for fact in card.facts))
    with speaking(language):
        found = read_on(office, b"".join(csv_of(people)))

    again = [line.incoming for line in found.lines]
    assert [told(one.card) for one in again] == [told(card) for card in people]
    assert [set(one.card.facts) for one in again] == [set(card.facts) for card in people]
    assert [one.doubts for one in again] == [()] * len(people)
    assert found.new_fields == ()


@settings(max_examples=80, deadline=None)
@given(people=PEOPLE, version=st.sampled_from(Version))
def test_a_card_that_was_written_here_gives_the_same_fields_back(people: list[Card], version: Version):
    content = b"".join(write_vcards(people, version))

    again = [one.card for one in read_vcards(io.BytesIO(content)) if isinstance(one, IncomingCard)]

    assert [card.own for card in again] == [card.own for card in people]
    assert [card.facts for card in again] == [card.facts for card in people]


def brought(desk: Desk, found: Preview) -> list[PersonId]:
    before = set(people_matching(desk.reader))
    import_people(desk, found, file_name="x", title="x", chosen=range(len(found.lines)))
    return [person for person in people_matching(desk.reader) if person not in before]


def test_fields_are_made_anew_where_they_are_not_known_and_undo_takes_them_back(
    desk: Desk, office: Desk, tmp_path: Path
):
    lea = create_person(
        desk, Card("Léa", own=tuple(OwnEntry(name, "39", kind) for name, kind in FIELDS.items()))
    )
    (card,) = cards_of(desk.reader, [lea])
    assert {entry.field for entry in card.own} == {
        name for name, kind in FIELDS.items() if kind in {OwnKind.NUMBER, OwnKind.TEXT}
    }
    before = archive_of(office)
    remove_own_field(
        office, next(one for one in office.reader.ids("SELECT id FROM own_field WHERE name = 'City'"))
    )
    without = archive_of(office)

    reading = Reading(FileKind.VCARD, tuple(read_vcards(io.BytesIO(b"".join(write_vcards([card]))))))
    found = preview(office.reader, reading, "FR")
    assert found.new_fields == ("City",)
    (person,) = brought(office, found)

    (again,) = cards_of(office.reader, [person])
    assert (set(again.own), again.facts) == (set(card.own), card.facts)
    assert_sound(office)
    office.undo()
    assert archive_of(office) == without
    office.undo()
    assert archive_of(office) == before


def column_in(desk: Desk, text: str) -> tuple[Preview, list[tuple[str, str]], list[tuple[str, str]]]:
    found = read_on(desk, text.encode())
    card = found.lines[0].incoming.card
    return found, [(one.field, one.value) for one in card.own], [(one.label, one.value) for one in card.facts]


@pytest.mark.parametrize(
    ("heading", "cell", "field", "value"),
    [
        ("shoe SIZE", "39,5", "Shoe size", "39.5"),
        ("Contract ends", "31/12/2026", "Contract ends", "2026-12-31"),
        ("contract ends", "12/31/26", "Contract ends", "2026-12-31"),
        ("VEGAN", "Oui", "Végan", "yes"),
        ("Végan", "✗", "Végan", "no"),
        ("allergies", "noix", "Allergies", "noix"),
        ("Own field: City", "Annecy", "City", "Annecy"),
    ],
)
def test_a_column_called_like_a_field_becomes_it(
    office: Desk, heading: str, cell: str, field: str, value: str
):
    found, own, facts = column_in(office, f'Name;{heading}\nLéa;"{cell}"\n')

    assert (own, facts, found.new_fields) == ([(field, value)], [], ())


@pytest.mark.parametrize(
    ("heading", "cell", "why"),
    [
        ("Shoe size", "39 or 40", ReportKind.UNREADABLE_NUMBER),
        ("Contract ends", "soon", ReportKind.UNREADABLE_DATE),
        ("Végan", "mostly", ReportKind.UNREADABLE_ANSWER),
        ("Allergies", "x" * 2_001, ReportKind.FIELD_TOO_LONG),
    ],
)
def test_what_a_field_does_not_take_is_kept_as_a_fact_and_said(
    office: Desk, heading: str, cell: str, why: ReportKind
):
    found, own, facts = column_in(office, f"Name,{heading}\nLéa,{cell}\n")

    assert (own, facts) == ([], [(heading, cell)])
    (doubt,) = found.lines[0].incoming.doubts
    assert (doubt.line, doubt.kind) == (2, why)


def test_a_column_that_is_known_by_its_name_stays_what_it_is(office: Desk):
    _found, own, _facts = column_in(office, "Name,City\nLéa,Annecy\n")

    assert own == []


def test_an_import_gives_every_record_only_so_many_fields(desk: Desk):
    own = tuple(OwnEntry(f"Field {n}", f"value {n}", OwnKind.TEXT) for n in range(MOST_NEW + 2))
    cards_read = (IncomingCard(1, Card("Léa", own=own)), IncomingCard(2, Card("Noor", own=own)))

    found = preview(desk.reader, Reading(FileKind.VCARD, cards_read), "FR")

    assert len(found.new_fields) == MOST_NEW
    for line in found.lines:
        assert line.incoming.card.facts == tuple(FactEntry(one.field, one.value) for one in own[MOST_NEW:])
        assert [doubt.kind for doubt in line.incoming.doubts] == [ReportKind.FIELD_NOT_MADE] * 2


def test_a_field_that_became_something_else_meanwhile_loses_nothing(desk: Desk):
    incoming = IncomingCard(1, Card("Léa", own=(OwnEntry("Size", "large", OwnKind.TEXT),)))
    found = preview(desk.reader, Reading(FileKind.VCARD, (incoming,)), "FR")
    size = add_own_field(desk, name="SIZE", kind=OwnKind.NUMBER)

    (person,) = brought(desk, found)

    (card,) = cards_of(desk.reader, [person])
    assert (card.own, card.facts) == ((), (FactEntry("Size", "large"),))
    fill_own_field(desk, person, size, "39")
    assert [(line.label, line.text) for line in own_lines_of(desk.reader, person)] == [("SIZE", "39")]


def test_a_mapping_of_before_is_still_understood(office: Desk):
    from relationdesk.exchange import wire  # noqa: PLC0415 - beside its only use

    old = [
        ["fact", "Size", "", "Size", "", "", None, None],
        ["birthday", "B", "", "", "", "", "day_first", None],
    ]

    (fact, _day) = wire.mapping_from_wire(old).columns

    assert (fact.column, fact.kind) == (Column.FACT, OwnKind.TEXT)
    assert wire.mapping_to_wire(wire.mapping_from_wire(old))[0] == [*old[0], "text"]
