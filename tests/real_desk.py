"""Real desks for tests: a file in a folder of the test, a clock that stands still."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
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
from relationdesk.domain.money import Money
from relationdesk.domain.recovery_code import new_code
from relationdesk.domain.vocabulary import (
    ContactKind,
    FormOfAddress,
    PersonKind,
    Polarity,
    PreferenceCategory,
    RoleKind,
)
from relationdesk.work.exports.commands import write_archive

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
