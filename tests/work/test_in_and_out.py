"""People come in from files and go out again; a whole desk leaves and comes back byte for byte."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader

from operations import OPERATIONS
from real_desk import DAY, FULL_CARD, archive_of, assert_sound, made_in
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import UnfitRowError
from relationdesk.domain.card import Card, ContactEntry
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import (
    Action,
    ContactKind,
    InteractionKind,
    PromiseSide,
    RewardKind,
    Stage,
)
from relationdesk.exchange.archive import BadArchiveError, NewerArchiveError
from relationdesk.exchange.reports import FileKind, IncomingCard, Reading, ReportKind, RowReport
from relationdesk.language.words import Language, speaking
from relationdesk.work.dossiers.commands import gathered, write_dossier
from relationdesk.work.exports.commands import export_people, read_archive, write_archive
from relationdesk.work.exports.errors import FullDeskError
from relationdesk.work.files import MissingFileError, OwnFileError, UnwritableFileError
from relationdesk.work.follow_ups.commands import make_promise, set_follow_up
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.imports.commands import import_people, write_report
from relationdesk.work.imports.preview import Preview, Standing, preview
from relationdesk.work.imports.reading import read_people
from relationdesk.work.partnerships.commands import add_partnership
from relationdesk.work.people.cards import cards_of
from relationdesk.work.people.commands import create_person, set_cadence
from relationdesk.work.people.queries import people_matching

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "imports"


def seen(desk: Desk, *cards: Card) -> Preview:
    incoming = tuple(IncomingCard(line, card) for line, card in enumerate(cards, 1))
    return preview(desk.reader, Reading(FileKind.VCARD, incoming), "FR")


def brought_in(desk: Desk, found: Preview, **how: object) -> int:
    return import_people(desk, found, file_name="x.vcf", title="From x.vcf", **how).added


@pytest.mark.parametrize("name", sorted(path.name for path in FIXTURES.iterdir()))
def test_every_programs_file_comes_in_once_and_leaves_by_one_undo(desk: Desk, name: str):
    empty = archive_of(desk)
    found = preview(desk.reader, read_people(FIXTURES / name), "FR")

    added = brought_in(desk, found, tag="fair")

    assert added == len(people_matching(desk.reader, "fair")) > 0
    again = preview(desk.reader, read_people(FIXTURES / name), "FR")
    assert again.count(Standing.KNOWN) == len(again.lines)
    assert_sound(desk)
    desk.undo()
    assert archive_of(desk) == empty


@pytest.mark.parametrize(
    "card",
    [
        Card(display_name="Other", contacts=(ContactEntry(ContactKind.EMAIL, "LEA@marchetti.example"),)),
        Card(display_name="Other", contacts=(ContactEntry(ContactKind.PHONE, "+33 6 39 98 12 34"),)),
        Card(display_name="Other", handles=(replace(FULL_CARD.handles[0], name="@LEA.Court"),)),
        Card(display_name="léa  MARCHETTI"),
    ],
    ids=["e-mail", "phone", "handle", "name"],
)
def test_somebody_known_is_told_and_not_proposed(desk: Desk, card: Card):
    person = create_person(desk, FULL_CARD)

    found = seen(desk, card)

    assert [(line.standing, line.alike.person_id) for line in found.lines if line.alike] == [
        (Standing.KNOWN, person)
    ]
    assert found.proposed() == frozenset()
    assert brought_in(desk, found) == 0
    assert brought_in(desk, found, chosen=[0]) == 1


def test_a_second_line_of_the_same_person_is_told(desk: Desk):
    found = seen(desk, Card(display_name="Noor"), Card(display_name="NOOR"))

    assert [line.standing for line in found.lines] == [Standing.NEW, Standing.KNOWN]


def test_a_report_is_harmless_in_a_spreadsheet(desk: Desk, tmp_path: Path):
    payloads = ["=cmd|'/c calc'!A1", "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "\0=1"]
    reports = tuple(RowReport(n, ReportKind.DOUBTFUL_EMAIL, text) for n, text in enumerate(payloads))
    found = preview(desk.reader, Reading(FileKind.TABLE, (), reports), "FR")

    lines = write_report(tmp_path / "report.csv", [("=file.csv", found)])

    assert lines == len(payloads)
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert all(row[0] == "'=file.csv" for row in rows)
    assert [row[3] for row in rows] == [f"'{payload}" for payload in payloads]


def test_cards_leave_and_come_in_equal(desk: Desk, tmp_path: Path):
    bare = Card(display_name="Élan “quoted”; a, b: c\\n = x")
    for card in (FULL_CARD, bare, replace(FULL_CARD, display_name="Œuvre 👩‍👩‍👧", picture=None)):
        create_person(desk, card)
    path = tmp_path / "people.vcf"

    assert export_people(desk.reader, path) == 3

    (tmp_path / "other").mkdir()
    other = made_in(tmp_path / "other").opened()
    brought_in(other, preview(other.reader, read_people(path), "FR"), chosen=range(3))
    here = list(cards_of(desk.reader, people_matching(desk.reader)))
    there = list(cards_of(other.reader, people_matching(other.reader)))
    other.close()
    assert there == here


def everything(desk: Desk) -> PersonId:
    chance = Random(7)
    person = create_person(desk, FULL_CARD)
    for _ in range(3):
        for name in OPERATIONS:
            OPERATIONS[name](desk, chance)
    return person


def test_an_archive_comes_back_byte_for_byte(desk: Desk, tmp_path: Path):
    everything(desk)
    path = tmp_path / "desk.json"
    count = write_archive(desk.reader, path)

    (tmp_path / "other").mkdir()
    other = made_in(tmp_path / "other").opened()
    empty = archive_of(other)

    assert read_archive(other, path) == count > 3
    assert archive_of(other) == path.read_bytes()
    assert people_matching(other.reader, "marchetti") == people_matching(desk.reader, "marchetti")
    assert_sound(other)
    other.undo()
    assert archive_of(other) == empty
    assert read_archive(other, path) == count
    assert archive_of(other) == path.read_bytes()
    other.close()


def test_an_archive_is_not_read_over_anything(desk: Desk, tmp_path: Path):
    write_archive(desk.reader, tmp_path / "desk.json")
    person = create_person(desk, FULL_CARD)
    with pytest.raises(FullDeskError):
        read_archive(desk, tmp_path / "desk.json")
    with desk.change(Label.EDIT_PERSON) as session:
        from sqlalchemy import text  # noqa: PLC0415 - beside its only use

        session.execute(text("DELETE FROM person"))

    with pytest.raises(FullDeskError):
        read_archive(desk, tmp_path / "desk.json")
    assert person


def spoilt(change: Callable[[dict], object]) -> Callable[[bytes], bytes]:
    def spoil(content: bytes) -> bytes:
        archive = json.loads(content)
        change(archive)
        return json.dumps(archive).encode()

    return spoil


def tables(change: Callable[[dict], object]) -> Callable[[bytes], bytes]:
    return spoilt(lambda archive: change(archive["tables"]))


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda content: content[: len(content) // 2],
    "not JSON": lambda _: b"\x89PNG",
    "not UTF-8": lambda content: content.replace(b"Marchetti", b"\xff\xfe"),
    "a list": lambda _: b"[]",
    "deep": lambda _: b"[" * 200_000,
    "another kind": spoilt(lambda a: a.update(archive="other")),
    "tables as a list": spoilt(lambda a: a.update(tables=[])),
    "rows as a word": tables(lambda t: t.update(person="x")),
    "a row as a list": tables(lambda t: t["person"].append([])),
    "an unknown table": tables(lambda t: t.update(sqlite_schema=[])),
    "an undeclared table": tables(lambda t: t.update(person_fts=[])),
    "a missing column": tables(lambda t: t["person"][0].pop("city")),
    "an unknown column": tables(lambda t: t["person"][0].update(more=1)),
    "a number for a text": tables(lambda t: t["person"][0].update(city=3)),
    "a text for a number": tables(lambda t: t["person"][0].update(id="x")),
    "a list for a text": tables(lambda t: t["person"][0].update(city=[])),
    "nothing for a name": tables(lambda t: t["person"][0].update(display_name=None)),
    "an unknown word": tables(lambda t: t["interaction"][0].update(kind="seance")),
    "an impossible day": tables(lambda t: t["interaction"][0].update(happened_on="2026-02-30")),
    "an endless number": tables(lambda t: t["person"][0].update(id=2**80)),
    "half a character": tables(lambda t: t["person"][0].update(city="\ud800")),
    "a link to nothing": tables(lambda t: t["participant"][0].update(person_id=404)),
    "one row twice": tables(lambda t: t["person"].append(t["person"][0])),
    "a name twice": tables(lambda t: t["tag"].append({**t["tag"][0], "id": 5})),
    "bytes that are none": tables(lambda t: t["blob"][0].update(content={"base64": "?"})),
    "text for bytes": tables(lambda t: t["blob"][0].update(content="x")),
    "an infinite amount": tables(lambda t: t["preference"][0].update(amount="lots")),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_spoilt_archive_is_refused_and_leaves_nothing(desk: Desk, tmp_path: Path, what: str):
    (tmp_path / "other").mkdir()
    source = made_in(tmp_path / "other").opened()
    person = create_person(source, FULL_CARD)
    log_interaction(source, people=[person], kind=InteractionKind.NOTE, text="x")
    path = tmp_path / "desk.json"
    write_archive(source.reader, path)
    source.close()
    path.write_bytes(SPOILT[what](path.read_bytes()))
    before = archive_of(desk)

    with pytest.raises((BadArchiveError, UnfitRowError)):
        read_archive(desk, path)

    assert archive_of(desk) == before
    assert desk.undo_state().undo is None


@pytest.mark.parametrize("part", ["version", "schema"])
def test_an_archive_of_a_later_version_says_so(desk: Desk, tmp_path: Path, part: str):
    path = tmp_path / "desk.json"
    write_archive(desk.reader, path)
    path.write_bytes(spoilt(lambda archive: archive.update({part: 99}))(path.read_bytes()))

    with pytest.raises(NewerArchiveError):
        read_archive(desk, path)


def test_an_archive_that_is_not_there_is_missing(desk: Desk, tmp_path: Path):
    for path in (tmp_path / "gone.json", tmp_path, tmp_path / ("x" * 300)):
        with pytest.raises(MissingFileError):
            read_archive(desk, path)


def test_a_change_made_meanwhile_is_not_half_in_an_archive(desk: Desk, tmp_path: Path):
    """Tables are read one after the other; a person who comes in between must not leave rows behind."""
    with desk.reader.one_moment():
        assert desk.reader.number("SELECT count(*) FROM person") == 0
        create_person(desk, FULL_CARD)
        assert desk.reader.number("SELECT count(*) FROM handle") == 0
    assert desk.reader.number("SELECT count(*) FROM handle") == 2


@pytest.mark.parametrize("name", ["my.desk", "my.desk.vault", "my.desk-wal", "my.desk.in-use", "link"])
def test_nothing_is_ever_written_over_a_desk(desk: Desk, tmp_path: Path, name: str):
    (tmp_path / "link").symlink_to(desk.path)
    person = create_person(desk, FULL_CARD)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir() if not p.name.endswith("-shm")}
    path = tmp_path / name

    for write in (
        lambda: write_archive(desk.reader, path),
        lambda: export_people(desk.reader, path),
        lambda: write_dossier(desk.reader, person, path, today=DAY),
        lambda: write_report(path, []),
    ):
        with pytest.raises(OwnFileError):
            write()

    assert {p.name: p.read_bytes() for p in tmp_path.iterdir() if not p.name.endswith("-shm")} == before


def test_a_device_or_folder_is_never_replaced(desk: Desk, tmp_path: Path):
    for path in (Path("/dev/null"), tmp_path, tmp_path / "gone" / "x.json", tmp_path / ("x" * 300)):
        with pytest.raises(UnwritableFileError):
            write_archive(desk.reader, path)

    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    ("language", "words"), [(Language.ENGLISH, "shoe size"), (Language.FRENCH, "novembre")]
)
def test_a_dossier_tells_everything_in_the_readers_language(
    desk: Desk, tmp_path: Path, language: Language, words: str
):
    person = create_person(desk, FULL_CARD)
    set_cadence(desk, person, ideal_days=30, longest_days=60)
    log_interaction(
        desk, people=[person], kind=InteractionKind.MEETING, text="Coffee in **Annecy**", title="Fair"
    )
    make_promise(desk, person_id=person, side=PromiseSide.I_OWE, what="The grey shoes")
    set_follow_up(desk, person_id=person, action=Action.SEND, reason="Send the shoes", due_on=DAY)
    add_partnership(
        desk, person_id=person, client="Trails", title="Autumn", stage=Stage.AGREED, reward=RewardKind.LOAN
    )

    with speaking(language):
        written = write_dossier(desk.reader, person, tmp_path / "lea.pdf", today=DAY)

    told = " ".join(page.extract_text() for page in PdfReader(written.path).pages)
    told = " ".join(told.split())
    assert not written.plain
    for part in (
        "Léa Marchetti",
        "Coffee in Annecy",
        "The grey shoes",
        "Send the shoes",
        "Trails",
        "leather",
        words,
    ):
        assert part in told, part


def test_a_note_alone_is_no_meeting_in_a_dossier(desk: Desk, add: Callable[[str], PersonId]):
    person = add("Noor Benali")
    log_interaction(desk, people=[person], kind=InteractionKind.NOTE, text="Came in with a file")
    assert gathered(desk.reader, person, today=DAY).relationship.meeting is None

    log_interaction(desk, people=[person], kind=InteractionKind.MEETING, text="Coffee", happened_on=DAY)

    meeting = gathered(desk.reader, person, today=DAY).relationship.meeting
    assert meeting is not None
    assert meeting.on == DAY


def test_a_dossier_about_nobody_is_refused_and_nothing_is_written(desk: Desk, tmp_path: Path):
    with pytest.raises(NotFoundError):
        write_dossier(desk.reader, PersonId(404), tmp_path / "x.pdf", today=DAY)

    assert not (tmp_path / "x.pdf").exists()


def test_a_namesake_with_an_address_of_their_own_comes_in_as_somebody_else(desk, tmp_path):
    create_person(
        desk, Card(display_name="Marie Martin", contacts=(ContactEntry(ContactKind.EMAIL, "m@a.example"),))
    )
    cards = tmp_path / "people.vcf"
    cards.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Marie Martin\nEMAIL:marie@b.example\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Marie Martin\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:M. M.\nEMAIL:M@A.example\nEND:VCARD\n"
    )
    found = preview(desk.reader, read_people(cards), "FR")

    assert [line.standing for line in found.lines] == [Standing.DOUBTFUL, Standing.KNOWN, Standing.KNOWN]
    report = tmp_path / "report.csv"
    write_report(report, [("people.vcf", found)])
    told = report.read_text("utf-8-sig")
    assert "people.vcf,1,same_name,Marie Martin" in told
    assert "people.vcf,6,known_already,Marie Martin" in told
