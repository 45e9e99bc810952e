"""Real desks for tests: a file in a folder of the test, a clock that stands still."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from relationdesk.desk.connection import Connection, open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey, new_key
from relationdesk.desk.last_talk import are_last_talks_true
from relationdesk.desk.making import make_desk
from relationdesk.desk.search_index import check_indexes
from relationdesk.desk.vault import new_vault
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
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.ids import PersonId
from relationdesk.domain.money import Money
from relationdesk.domain.recovery_code import new_code
from relationdesk.domain.vocabulary import (
    ContactKind,
    FormOfAddress,
    InteractionKind,
    LawfulBasis,
    OwnKind,
    PersonKind,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    RelationKind,
    RoleKind,
)
from relationdesk.work.attachments.commands import attach_files
from relationdesk.work.attachments.reading import NewFile
from relationdesk.work.exports.commands import write_archive
from relationdesk.work.follow_ups.commands import make_promise
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.partnerships.commands import add_partnership
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.editing.keeping import keep_until, set_do_not_contact, set_lawful_basis
from relationdesk.work.people.editing.own_fields import add_own_field, fill_own_field
from relationdesk.work.people.knowledge import note_refusal, set_quiet_times
from relationdesk.work.people.relations import add_relation
from relationdesk.work.people.told import Refusal

DAY = date(2026, 11, 24)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)


def clock_at(day: date = DAY) -> FixedClock:
    """A clock that stands at ten in the morning in Paris."""
    return FixedClock(datetime(day.year, day.month, day.day, 9, tzinfo=UTC), ZoneInfo("Europe/Paris"))


@dataclass(frozen=True)
class Made:
    """A desk on the disk with what opens it."""

    files: DeskFiles
    key: DeskKey
    code: str

    def opened(self, clock: FixedClock | None = None) -> Desk:
        """The desk, open."""
        return Desk(self.files, self.key, clock or clock_at())

    def raw(self) -> Connection:
        """A writing connection beside the program's own."""
        return open_connection(self.files.desk, self.key)


def made_in(folder: Path, name: str = "my.desk") -> Made:
    """An empty desk in `folder`, as the program makes it; every one has the same key."""
    desk, vault, key, code = _pattern()
    files = DeskFiles(folder / name)
    files.desk.write_bytes(desk)
    files.vault.write_bytes(vault)
    return Made(files, key, code)


@cache
def _pattern() -> tuple[bytes, bytes, DeskKey, str]:
    """A desk that the program made, to be copied: making one costs a fifth of a second."""
    key, code = new_key(), new_code()
    with tempfile.TemporaryDirectory() as folder:
        files = DeskFiles(Path(folder) / "pattern.desk")
        make_desk(files, key, new_vault(key, code))
        return files.desk.read_bytes(), files.vault.read_bytes(), key, code


def archive_of(desk: Desk) -> bytes:
    """The whole content of a desk, as its archive tells it."""
    path = desk.path.with_name("state.json")
    write_archive(desk.reader, path)
    return path.read_bytes()


def assert_sound(desk: Desk) -> None:
    """Every page, link and index of a desk is as it should be."""
    with desk.writer.transaction() as session:
        connection = session.connection().connection.driver_connection
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert check_indexes(connection) == []
        assert are_last_talks_true(connection)


FULL_CARD = Card(
    display_name="Léa Marchetti",
    given_name="Léa",
    family_name="Marchetti",
    phonetic_name="Léa Markétti",
    pronouns="elle",
    kinds=(PersonKind.INFLUENCER, PersonKind.PODCASTER),
    city="Annecy",
    country="France",
    time_zone="Europe/Paris",
    languages=("fr", "it"),
    form_of_address=FormOfAddress.TU,
    birthday=Birthday(2, 29, 1992),
    how_met="At the trail fair, in the queue for coffee.",
    contacts=(
        ContactEntry(ContactKind.EMAIL, "lea@marchetti.example", "work", preferred=True),
        ContactEntry(ContactKind.PHONE, "06 39 98 12 34", "mobile"),
        ContactEntry(ContactKind.LINK, "https://marchetti.example/lea"),
    ),
    addresses=(AddressEntry("home", "3 rue du Lac", "Annecy", "", "74000", "France", preferred=True),),
    handles=(
        HandleEntry(
            "instagram", "lea.court", "https://instagram.example/lea.court", 48200, date(2026, 10, 1)
        ),
        HandleEntry("strava", "leamarch"),
    ),
    roles=(
        RoleEntry("Trail Hebdo", "columnist"),
        RoleEntry("Agence Nord", kind=RoleKind.REPRESENTED_BY),
        RoleEntry("Sentier", "editor", since=date(2019, 3, 1), until=date(2024, 6, 30)),
    ),
    topics=("trail running", "alpine huts"),
    tags=("vip",),
    preferences=(
        PreferenceEntry(Polarity.LOVES, PreferenceCategory.TOPIC, "long distance"),
        PreferenceEntry(Polarity.LIKES, PreferenceCategory.REWARD, "paid", Money(Decimal("450.50"), "EUR")),
        PreferenceEntry(Polarity.REFUSES, PreferenceCategory.PRODUCT, "leather"),
    ),
    facts=(FactEntry("shoe size", "39"), FactEntry("", "brother runs the Annecy club")),
    picture=Picture("image/png", PIXEL),
)
"""A person with something in every field that a card has."""


def full_person(desk: Desk) -> PersonId:
    """Somebody with something in every field, and a row of every kind that may be shared."""
    lea = create_person(desk, FULL_CARD)
    friend = create_person(desk, Card(display_name="Noor Benali"))
    set_quiet_times(desk, lea, weekdays=(6,), starts=None, ends=None)
    set_lawful_basis(desk, lea, LawfulBasis.CONSENT, "asked at the fair")
    keep_until(desk, lea, DAY + timedelta(days=900))
    set_do_not_contact(desk, lea, asked=True, reason="until spring")
    add_relation(desk, lea, friend, RelationKind.FRIEND_OF)
    log_interaction(desk, people=[lea], kind=InteractionKind.CALL, text="Hello")
    make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="a book")
    add_partnership(desk, person_id=lea, client="Trail Hebdo", title="A story")
    note_refusal(desk, lea, Refusal("leather"))
    fill_own_field(desk, lea, add_own_field(desk, name="Shoe size", kind=OwnKind.NUMBER), "39")
    attach_files(desk, lea, [NewFile("contract.txt", "text/plain", b"signed")])
    return lea
