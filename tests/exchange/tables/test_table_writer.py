"""People written as tables: read again they are the same, and nothing in them is computed."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from relationdesk.domain.card import (
    AddressEntry,
    Birthday,
    Card,
    ContactEntry,
    FactEntry,
    HandleEntry,
    PreferenceEntry,
    RoleEntry,
)
from relationdesk.domain.money import Money
from relationdesk.domain.vocabulary import (
    ContactKind,
    FormOfAddress,
    PersonKind,
    Polarity,
    PreferenceCategory,
    RoleKind,
)
from relationdesk.exchange.reports import IncomingCard
from relationdesk.exchange.tables.guessing import guess
from relationdesk.exchange.tables.reader import cards
from relationdesk.exchange.tables.table import open_table
from relationdesk.exchange.tables.writer import csv_of, xlsx_of

FULL = Card(
    display_name="Léa Marchetti",
    given_name="Léa",
    family_name="Marchetti",
    phonetic_name="Lé-a",
    pronouns="elle",
    kinds=(PersonKind.JOURNALIST, PersonKind.PODCASTER),
    city="Annecy",
    country="France",
    time_zone="Europe/Paris",
    languages=("fr", "en"),
    form_of_address=FormOfAddress.TU,
    birthday=Birthday(2, 29),
    how_met="At the fair,\nin the rain",
    contacts=(
        ContactEntry(ContactKind.EMAIL, "lea@marchetti.example", "work", preferred=True),
        ContactEntry(ContactKind.EMAIL, "lea@home.example"),
        ContactEntry(ContactKind.PHONE, "+33 1 99 00 12 34", "mobile"),
        ContactEntry(ContactKind.LINK, "https://marchetti.example/press"),
    ),
    addresses=(AddressEntry("work", "1 rue du Lac", "Lyon", "Rhône", "69001", "France"),),
    handles=(
        HandleEntry("instagram", "lea.trails", audience=12_400, audience_on=date(2026, 3, 1)),
        HandleEntry("youtube", "leatrails"),
    ),
    roles=(
        RoleEntry("Trail Monthly", "Editor"),
        RoleEntry("Summit Agents", kind=RoleKind.REPRESENTED_BY),
    ),
    topics=("trail running", "huts"),
    tags=("press", "lunch, then walk"),
    facts=(FactEntry("Shoe size", "39"),),
    last_contact=date(2026, 6, 17),
    come_back_on=date(2026, 12, 3),
)
PAYLOADS = ("=cmd|'/c calc'!A1", "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x.example")')


def read_again(people: list[Card]) -> list[Card]:
    table = open_table(io.BytesIO(b"".join(csv_of(people))))
    return [found.card for found in cards(table, guess(table)) if isinstance(found, IncomingCard)]


def cells_of(workbook: bytes) -> list[str]:
    """Every text of the workbook; the cells that are no text fail."""
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        page = ET.fromstring(parts.read("xl/worksheets/sheet1.xml"))
        texts = ET.fromstring(parts.read("xl/sharedStrings.xml"))
        names = parts.namelist()
    assert not page.findall(".//x:f", space)
    assert {cell.get("t") for cell in page.findall(".//x:c", space)} == {"s"}
    assert not [name for name in names if "external" in name.lower() or name.endswith("sheet1.xml.rels")]
    return [text.text or "" for text in texts.findall(".//x:t", space)]


def test_everything_a_table_can_hold_comes_in_again():
    (again,) = read_again([FULL])

    assert replace(again, kinds=FULL.kinds) == FULL
    assert set(again.kinds) == set(FULL.kinds)


def test_people_who_have_different_things_stand_under_the_same_headings():
    people = [FULL, Card(display_name="Noor Benali", facts=(FactEntry("Shoe size", "41"),)), Card("", "Zoé")]

    again = read_again(people)

    assert [person.facts for person in again] == [person.facts for person in people]
    assert [person.display_name for person in again] == ["Léa Marchetti", "Noor Benali", "Zoé"]


@pytest.mark.parametrize("label", ["Notes", "Name", "E-mail", "", "Instagram"])
def test_a_fact_that_is_called_like_a_column_stays_a_fact(label):
    fact = FactEntry(label, "kept")

    (again,) = read_again([Card(display_name="Léa Marchetti", facts=(fact,))])

    assert [told.value for told in again.facts] == ["kept"]
    assert (again.notes, again.contacts, again.handles) == ((), (), ())


def test_other_preferences_are_kept_as_what_is_said_of_the_person():
    paid = PreferenceEntry(
        Polarity.REFUSES, PreferenceCategory.REWARD, "paid", Money(Decimal("200.00"), "EUR")
    )

    (again,) = read_again([Card(display_name="Léa Marchetti", preferences=(paid,))])

    assert again.facts == (FactEntry("refuses: reward", "paid 200.00 EUR"),)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_in_a_table_is_computed(payload):
    person = Card(display_name=payload, city=payload, facts=(FactEntry(payload, payload),))

    table = b"".join(csv_of([person])).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(table, newline="")) for cell in row]

    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r\0")]
    assert any(payload.strip() in text for text in cells_of(xlsx_of([person])))
    assert read_again([person])[0].city == payload.strip()


def test_a_workbook_holds_what_the_table_does():
    texts = cells_of(xlsx_of([FULL]))

    assert {"Name", "Léa Marchetti", "lea@marchetti.example", "2026-06-17", "12400"} <= set(texts)
