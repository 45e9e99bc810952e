"""Files as real programs wrote them, kept beside the checkout and not in it."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from relationdesk.domain.card import Birthday, ContactEntry, FactEntry, HandleEntry, RoleEntry
from relationdesk.domain.money import Money
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.exchange.reports import IncomingCard, ReportKind
from relationdesk.exchange.tables.guessing import guess
from relationdesk.exchange.tables.reader import cards
from relationdesk.exchange.tables.table import open_table
from relationdesk.exchange.vcard.reader import read_vcards

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the foreign files are not here")


def people(name: str) -> list[IncomingCard]:
    content = io.BytesIO((DATA / name).read_bytes())
    if name.endswith(".vcf"):
        found = list(read_vcards(content))
    else:
        table = open_table(content)
        found = list(cards(table, guess(table)))
    assert all(isinstance(item, IncomingCard) for item in found)
    return [item for item in found if isinstance(item, IncomingCard)]


def test_the_consultants_sheet():
    sacha, yann, unknown, zoe = people("tables/consultant_sheet.csv")
    assert sacha.card.display_name == "Sacha Vidal"
    assert sacha.card.handles == (HandleEntry("instagram", "sacha.mange", audience=12_400),)
    assert sacha.card.topics == ("cuisine", "huile d’olive")
    assert sacha.card.last_contact == date(2026, 9, 21)
    assert sacha.card.come_back_on == date(2026, 10, 5)
    assert sacha.card.preferences[0].money == Money(Decimal("350.00"), "EUR")
    assert sacha.card.preferences[2].value == "alcool"
    assert yann.card.handles[0].audience == 38_000
    assert FactEntry("Cadeaux OK", "prêt seulement") in yann.card.facts
    assert unknown.card.display_name == "@inconnue_casquette"
    assert zoe.card.handles[0].audience == 1_200_000
    assert zoe.card.preferences[0].money == Money(Decimal(1200), "EUR")
    assert [doubt.kind for doubt in zoe.doubts] == [ReportKind.AMBIGUOUS_DATE]


def test_google_of_2024():
    lea, theo = people("tables/google_2024.csv")
    assert [entry.value for entry in lea.card.contacts] == [
        "lea@trails.example",
        "contact@trails.example",
        "+33 6 39 98 00 12",
    ]
    assert lea.card.contacts[0].preferred
    assert lea.card.tags == ("Trail", "Outdoor")
    assert FactEntry("Pointure", "39") in lea.card.facts
    assert (lea.card.city, lea.card.birthday) == ("Annecy", Birthday(4, 3, 1991))
    assert theo.card.birthday == Birthday(11, 24)
    assert theo.card.roles == (RoleEntry("Bruit de fond", "Producteur"),)


def test_google_of_before():
    (noor,) = people("tables/google_old.csv")
    assert noor.card.display_name == "Noor Benali"
    assert len([entry for entry in noor.card.contacts if entry.kind is ContactKind.PHONE]) == 3
    assert noor.card.tags == ("Photo",)


def test_linkedin():
    jeanne, hugo = people("tables/linkedin_connections.csv")
    assert jeanne.card.handles[0].name == "jeanne-oury-example"
    assert hugo.card.roles == (RoleEntry('"Ultra, long"', "Podcaster"),)


def test_outlook():
    (aicha,) = people("tables/outlook_en.csv")
    (remi,) = people("tables/outlook_fr.csv")
    assert aicha.card.birthday == Birthday(2, 29, 1988)
    assert aicha.card.handles[0].platform == "youtube"
    assert FactEntry("Manager's Name", "Hélène Dufour") in aicha.card.facts
    assert remi.card.notes == ("Père de jumeaux ; teste le babyphone",)
    assert remi.card.contacts[0] == ContactEntry(ContactKind.PHONE, "06 39 98 00 88", "mobile")


@pytest.mark.parametrize(
    ("name", "first", "count"),
    [
        ("John_Doe_ANDROID", "john.doe@company.com", 6),
        ("John_Doe_EVOLUTION", "Mr. John Richter, James Doe Sr.", 1),
        ("John_Doe_GMAIL", "Mr. John Richter, James Doe Sr.", 1),
        ("John_Doe_IPHONE", "Mr. John Richter James Doe Sr.", 1),
        ("John_Doe_MS_OUTLOOK", "Mr. John Richter James Doe Sr.", 1),
        ("gmail-single", "Greg Dartmouth", 1),
        ("rfc6350-example", "Simon Perreault", 1),
    ],
)
def test_every_card_of_other_programs_reads(name: str, first: str, count: int):
    found = people(f"vcard/{name}.vcf")
    assert len(found) == count
    assert found[0].card.display_name == first


def test_pictures_of_other_programs_are_whole():
    for name, size in (("IPHONE", 32_531), ("MS_OUTLOOK", 860)):
        picture = people(f"vcard/John_Doe_{name}.vcf")[0].card.picture
        assert picture is not None
        assert (picture.media_type, len(picture.content)) == ("image/jpeg", size)
