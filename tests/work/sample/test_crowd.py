import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import pytest

from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.checking import check_file
from relationdesk.desk.connection import Connection, open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import UnwritableDeskError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.opening import look
from relationdesk.desk.search_index import check_indexes
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.contact import contact_key, is_doubtful
from relationdesk.domain.folding import fold, sort_key
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import ContactKind, InteractionKind
from relationdesk.work.exports.commands import write_archive
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.history.queries import timeline
from relationdesk.work.people.record import person_page
from relationdesk.work.sample.crowd.draws import Dice, Subject, drawn, phrases, thinning
from relationdesk.work.sample.crowd.members import LONG_HISTORY_ENTRIES, LONG_HISTORY_NAME
from relationdesk.work.sample.crowd.parts import crowd_parts
from relationdesk.work.sample.crowd.rows import TABLE_OF
from relationdesk.work.sample.making import make_sample_desk
from relationdesk.work.search.queries import found
from relationdesk.work.today.queries import today_page

DAY = date(2026, 11, 23)
FULL = bool(os.environ.get("RELATIONDESK_FULL"))
LONG = " ".join(LONG_HISTORY_NAME)
FICTIONAL_PHONE = re.compile(
    r"\+33 6 39 98 \d\d \d\d|\+44 7700 900\d{3}|\+353 20 91\d \d{4}|\+1 (418|514|819) 555 01\d\d"
)
FICTIONAL_HOST = re.compile(r"[a-z0-9.-]+\.example", re.ASCII)


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory, morning: FixedClock) -> Iterator[Callable[[int], Desk]]:
    made: list[Desk] = []

    def _make(people: int) -> Desk:
        files = DeskFiles(tmp_path_factory.mktemp("crowd") / "crowd.desk")
        made.append(make_sample_desk(files, morning, people))
        return made[-1]

    yield _make
    for desk in made:
        desk.close()


@pytest.fixture(scope="module")
def crowd(make: Callable[[int], Desk]) -> Desk:
    return make(300)


@pytest.fixture
def raw(crowd: Desk) -> Iterator[Connection]:
    vault = look(crowd.files).vault
    assert vault is not None
    key = vault.key_of_sample()
    assert key is not None
    connection = open_connection(crowd.path, key)
    yield connection
    connection.close()


def column(raw: Connection, sql: str) -> list:
    return [row[0] for row in raw.execute(sql)]


def test_the_same_clock_and_number_give_the_same_archive(
    crowd: Desk, make: Callable[[int], Desk], tmp_path: Path
):
    write_archive(crowd.reader, tmp_path / "once.json")
    write_archive(make(300).reader, tmp_path / "again.json")
    assert (tmp_path / "once.json").read_bytes() == (tmp_path / "again.json").read_bytes()


def test_indexes_and_links_are_true_and_all_of_them_are_there(crowd: Desk, sample: Desk, raw: Connection):
    assert check_indexes(raw) == []
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    schema = "SELECT count(*) FROM sqlite_schema"
    assert crowd.reader.number(schema) == sample.reader.number(schema)


def test_every_page_has_its_seal_those_that_nothing_is_on_too(make: Callable[[int], Desk]):
    """A page that was freed before it was ever written would be a hole that no key opens."""
    desk = make(2000)

    assert check_file(desk.path, desk.key, with_indexes=False).is_sound


def test_it_has_as_many_people_as_were_asked_for_and_ten_entries_on_average(crowd: Desk):
    assert crowd.reader.number("SELECT count(*) FROM person") == 300
    assert 2400 < crowd.reader.number("SELECT count(*) FROM interaction") < 3600


def test_every_kind_of_row_is_there(raw: Connection):
    assert [table for table in TABLE_OF.values() if not column(raw, f"SELECT count(*) FROM {table}")[0]] == []


def test_every_value_is_one_that_an_archive_takes(crowd: Desk, raw: Connection):
    empty = [
        (table, name)
        for table in CATALOGUE
        for _, name, _, needed, *_ in raw.execute(f"PRAGMA table_info({table})").fetchall()
        if needed and column(raw, f"SELECT count(*) FROM {table} WHERE {name} IS NULL")[0]
    ]
    assert empty == []
    for person in crowd.reader.ids("SELECT id FROM person"):
        assert person_page(crowd.reader, PersonId(person), DAY) is not None


def test_keys_are_those_that_the_program_writes(raw: Connection):
    for name, given, family, names, key in raw.execute(
        "SELECT display_name, given_name, family_name, names_key, sort_key FROM person "
        "WHERE phonetic_name = ''"
    ):
        assert key == sort_key(name)
        assert set(names.split()) == set(fold(f"{name} {given} {family}").split())
    for kind, value, key, doubtful in raw.execute(
        "SELECT kind, value, value_key, doubtful FROM contact_point"
    ):
        assert key == contact_key(ContactKind(kind), value, "FR")
        assert not is_doubtful(ContactKind(kind), value, key)
        assert not doubtful


def test_domains_and_phones_are_fictional_and_nobody_shares_a_phone(raw: Connection):
    phones = column(raw, "SELECT value FROM contact_point WHERE kind = 'phone'")
    assert all(FICTIONAL_PHONE.fullmatch(phone) for phone in phones)
    assert len(phones) == len(set(phones)) > 90
    hosts = [
        value.partition("@")[2]
        for value in column(raw, "SELECT value FROM contact_point WHERE kind = 'email'")
    ]
    links = column(
        raw,
        "SELECT value FROM contact_point WHERE kind = 'link' "
        "UNION ALL SELECT link FROM handle WHERE link <> '' "
        "UNION ALL SELECT website FROM organisation WHERE website <> ''",
    )
    hosts += [link.removeprefix("https://").partition("/")[0] for link in links]
    assert [host for host in hosts if not FICTIONAL_HOST.fullmatch(host)] == []


def test_every_timeline_has_entries_and_none_lies_ahead(crowd: Desk):
    for person in crowd.reader.ids("SELECT id FROM person"):
        entries = timeline(crowd.reader, PersonId(person))
        assert entries
        assert entries[0].day <= DAY


def test_about_one_in_twenty_has_something_to_be_done_and_hardly_any_of_it_is_late(crowd: Desk):
    coming = crowd.reader.number(
        "SELECT count(*) FROM follow_up WHERE state = 'open' AND due_on BETWEEN :day AND :until",
        day=DAY.isoformat(),
        until=(DAY + timedelta(weeks=10)).isoformat(),
    )
    assert 10 < coming < 60
    page = today_page(crowd.reader, DAY)
    assert 2 <= len(page.overdue) <= 4
    assert len(page.distant) < 6


def test_one_in_ten_has_a_partnership_with_a_client(crowd: Desk):
    assert (
        15
        < crowd.reader.number(
            "SELECT count(DISTINCT person_id) FROM partnership JOIN organisation "
            "ON organisation.id = partnership.client_id AND organisation.kind = 'client'"
        )
        < 90
    )


def test_words_are_found_and_thin_out(crowd: Desk, raw: Connection):
    assert found(crowd.reader, "lamp", DAY)
    words = Counter(
        word
        for text in column(raw, "SELECT text FROM interaction")
        for word in re.findall(r"\w+", fold(text))
    )
    frequent = [times for _, times in words.most_common()]
    assert len(frequent) > 1500
    assert frequent[0] > 20 * frequent[300] > 0
    assert sum(times <= 2 for times in frequent) > len(frequent) // 4


def test_there_is_nothing_to_undo_and_what_comes_after_is_undone(make: Callable[[int], Desk]):
    desk = make(61)
    assert desk.undo_state().undo is None
    person = PersonId(max(desk.reader.ids("SELECT id FROM person")))
    before = timeline(desk.reader, person)
    log_interaction(desk, people=[person], kind=InteractionKind.CALL, text="Rang about the lamp.")
    assert desk.undo_state().undo is Label.LOG_INTERACTION
    desk.undo()
    assert timeline(desk.reader, person) == before


@pytest.mark.parametrize("people", [1, 2, 17, 59])
def test_fewer_than_sixty_are_the_first_and_speak_of_one_another_only(
    make: Callable[[int], Desk], sample: Desk, people: int
):
    first = "SELECT id FROM person ORDER BY id"
    desk = make(people)
    assert desk.reader.ids(first) == sample.reader.ids(first)[:people]
    assert desk.reader.number("SELECT count(*) FROM participant") >= people * 4


def test_nothing_is_left_when_the_making_is_broken_off(
    tmp_path: Path, morning: FixedClock, monkeypatch: pytest.MonkeyPatch
):
    def interrupted(_dice: Dice, _share: float) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(Dice, "happens", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make_sample_desk(DeskFiles(tmp_path / "sample.desk"), morning, 300)
    assert list(tmp_path.iterdir()) == []


def test_a_desk_that_is_there_is_left_alone(tmp_path: Path, morning: FixedClock):
    files = DeskFiles(tmp_path / "sample.desk")
    files.vault.write_bytes(b"mine")
    with pytest.raises(UnwritableDeskError) as caught:
        make_sample_desk(files, morning, 300)
    assert caught.value.path == files.desk
    assert [path.name for path in tmp_path.iterdir()] == [files.vault.name]


def test_a_folder_that_takes_nothing_is_told_by_the_name_that_was_given(tmp_path: Path, morning: FixedClock):
    (tmp_path / "file").write_text("no folder")
    files = DeskFiles(tmp_path / "file" / "sample.desk")
    with pytest.raises(UnwritableDeskError) as caught:
        make_sample_desk(files, morning, 300)
    assert caught.value.path == files.desk


def test_phrases_draw_every_slot_anew():
    dice, subject = Dice(1), Subject()
    subject.topic = "bread"
    said = phrases(dice, ["{topic} and {other}: 100 %"], {"topic": subject, "other": drawn(dice, ("a", "b"))})
    assert set(islice(said, 50)) == {"bread and a: 100 %", "bread and b: 100 %"}


def test_what_stands_first_is_drawn_most_often():
    often = Counter(islice(thinning(Dice(1), "abcdefghij"), 4000))
    assert often["a"] > 2 * often["e"] > often["j"] > 0


def test_every_list_has_something_to_draw_from():
    parts = crowd_parts()
    assert len(parts.origins) == 6
    for voice in (parts.english, parts.french):
        assert set(voice.notes) == set(voice.titles) == {kind.value for kind in InteractionKind}
    assert LONG_HISTORY_NAME[1] not in {family for origin in parts.origins for family in origin.family}


@pytest.mark.full
@pytest.mark.skipif(not FULL, reason="takes minutes; dev.py test --full runs it")
def test_a_hundred_thousand_people_have_a_million_entries(make: Callable[[int], Desk]):
    desk = make(100_000)
    assert desk.reader.number("SELECT count(*) FROM person") == 100_000
    assert 970_000 < desk.reader.number("SELECT count(*) FROM interaction") < 1_030_000
    (long,) = desk.reader.ids("SELECT id FROM person WHERE display_name = :name", name=LONG)
    entries = desk.reader.number("SELECT count(*) FROM participant WHERE person_id = :id", id=long)
    assert LONG_HISTORY_ENTRIES <= entries < LONG_HISTORY_ENTRIES + 20
    hundreds = "SELECT count(*) FROM (SELECT 1 FROM participant GROUP BY person_id HAVING count(*) >= 100)"
    assert desk.reader.number(hundreds) > 100
    assert 4_000 < desk.reader.number("SELECT count(*) FROM follow_up WHERE state = 'open'") < 6_000
    assert len(today_page(desk.reader, DAY).overdue) < 40
