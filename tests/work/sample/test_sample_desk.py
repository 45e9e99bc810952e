from collections import Counter
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.connection import open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import UnwritableDeskError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.opening import Found, look, open_desk
from relationdesk.desk.search_index import check_indexes
from relationdesk.desk.vault import sample_vault
from relationdesk.domain.cadence import Closeness
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import FormOfAddress, InteractionKind, Polarity, PromiseSide, Stage
from relationdesk.work.follow_ups.queries import open_follow_ups, open_promises
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.history.queries import EntryKind, timeline
from relationdesk.work.partnerships.queries import partnerships_of
from relationdesk.work.people.record import PersonPage, person_page
from relationdesk.work.sample.making import add_sample_people, make_sample_desk
from relationdesk.work.today.queries import today_page

DAY = date(2026, 11, 23)


def contents_of(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    connection = open_connection(desk.path, key_of(desk), reading=True)
    try:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
            for table in CATALOGUE
        }
    finally:
        connection.close()


def key_of(desk: Desk):
    vault = look(desk.files).vault
    assert vault is not None
    key = vault.key_of_sample()
    assert key is not None
    return key


def person_of(desk: Desk, name: str) -> PersonId:
    (person,) = desk.reader.ids("SELECT id FROM person WHERE display_name = :name", name=name)
    return PersonId(person)


def page_of(desk: Desk, name: str) -> PersonPage:
    page = person_page(desk.reader, person_of(desk, name), DAY)
    assert page is not None
    return page


def test_the_same_clock_gives_the_same_desk(sample: Desk, morning: FixedClock, tmp_path: Path):
    again = make_sample_desk(DeskFiles(tmp_path / "again.desk"), morning)
    try:
        assert contents_of(again) == contents_of(sample)
    finally:
        again.close()


def test_another_day_moves_everything_with_it(tmp_path: Path):
    leap = FixedClock(
        datetime(2028, 2, 29, 23, 30, tzinfo=ZoneInfo("Europe/London")), ZoneInfo("Europe/London")
    )
    desk = make_sample_desk(DeskFiles(tmp_path / "leap.desk"), leap)
    try:
        page = today_page(desk.reader, desk.today())
        assert [row.name for row in page.overdue] == ["Léa Marchetti", "Théo Bastide"]
        assert "Jeanne Oury" in [row.name for row in (*page.birthdays, *page.birthdays_ahead)]
    finally:
        desk.close()


def test_every_index_is_true(sample: Desk):
    connection = open_connection(sample.path, key_of(sample))
    try:
        assert check_indexes(connection) == []
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()


def test_there_is_nothing_to_undo(sample: Desk):
    assert sample.undo_state().undo is None
    assert sample.undo_state().redo is None
    assert sample.undo() is None


def test_a_change_after_the_making_is_undone_alone(morning: FixedClock, tmp_path: Path):
    desk = make_sample_desk(DeskFiles(tmp_path / "sample.desk"), morning)
    try:
        before = contents_of(desk)
        noor = person_of(desk, "Noor Benali")
        log_interaction(desk, people=[noor], kind=InteractionKind.CALL, text="The camera is on its way.")
        assert desk.undo_state().undo is Label.LOG_INTERACTION
        desk.undo()
        assert contents_of(desk) == before
        assert desk.undo() is None
        desk.redo()
        assert timeline(desk.reader, noor)[0].text == "The camera is on its way."
    finally:
        desk.close()


def test_people_added_to_an_open_desk_are_one_step_of_undo(morning: FixedClock, tmp_path: Path):
    files = DeskFiles(tmp_path / "own.desk")
    key = new_key()
    make_desk(files, key, sample_vault(key))
    desk = Desk(files, key, morning)
    try:
        add_sample_people(desk)
        assert desk.reader.number("SELECT count(*) FROM person") == 60
        assert desk.undo_state().undo is Label.MAKE_SAMPLE
        desk.undo()
        assert desk.reader.number("SELECT count(*) FROM person") == 0
        assert desk.reader.number("SELECT count(*) FROM interaction") == 0
    finally:
        desk.close()


def test_a_sample_desk_opens_again_with_the_key_in_its_vault(morning: FixedClock, tmp_path: Path):
    files = DeskFiles(tmp_path / "sample.desk")
    make_sample_desk(files, morning).close()
    place = look(files)
    assert place.found is Found.LOCKED
    assert place.vault is not None
    key = place.vault.key_of_sample()
    assert key is not None
    desk = open_desk(place, key, morning)
    try:
        assert desk.reader.number("SELECT count(*) FROM person") == 60
    finally:
        desk.close()


def test_a_desk_that_is_there_is_left_alone(morning: FixedClock, tmp_path: Path):
    files = DeskFiles(tmp_path / "sample.desk")
    files.desk.write_bytes(b"mine")
    with pytest.raises(UnwritableDeskError):
        make_sample_desk(files, morning)
    assert files.desk.read_bytes() == b"mine"


def test_today_has_the_shape_of_a_good_day(sample: Desk):
    page = today_page(sample.reader, DAY)
    assert [(row.name, (DAY - row.due_on).days) for row in page.overdue] == [
        ("Léa Marchetti", 4),
        ("Théo Bastide", 1),
    ]
    assert [(row.name, row.due_at) for row in page.due_today] == [
        ("Rémi Kowalski", None),
        ("Orla Kinsella", time(11, 30)),
        ("Aïcha Nouri", time(17)),
    ]
    assert [row.name for row in page.distant] == ["Yann Corbel", "Sacha Vidal"]
    assert "Jeanne Oury" in [row.name for row in (*page.birthdays, *page.birthdays_ahead)]
    assert [row.name for row in page.coming][:2] == ["Noor Benali", "Jeanne Oury"]
    assert {row.name for row in page.agreed.endings} == {"Noor Benali", "Sacha Vidal"}
    assert [(row.name, row.title) for row in page.agreed.loans] == [
        ("Théo Bastide", "Sleep tracker on the show")
    ]
    assert [row.name for row in page.agreed.returns_ahead] == ["Noor Benali"]
    assert [row.name for row in page.agreed.embargoes_ahead] == ["Rémi Kowalski"]
    assert Counter(row.side for row in page.promises) == {PromiseSide.I_OWE: 3, PromiseSide.THEY_OWE: 2}
    assert sum(page.per_day) >= 5


def test_rows_of_today_say_why_now_and_what_was_last_said(sample: Desk):
    lea, theo = today_page(sample.reader, DAY).overdue
    assert (lea.topic, lea.platform) == ("trail running", "Instagram")
    assert lea.reason == "You promised the trail shoes in size 39"
    assert (lea.last_title, lea.last_on) == ("Met at Salon du Running", date(2026, 11, 12))
    assert theo.last_kind is InteractionKind.PUBLICATION


def test_sacha_grows_distant_after_nine_weeks(sample: Desk):
    sacha = today_page(sample.reader, DAY).distant[-1]
    assert sacha.ideal_gap_days == 42
    assert sacha.last_two_way is not None
    assert (DAY - sacha.last_two_way).days == 63
    assert sacha.last_title == "Tasting at the mill"


def test_leas_screen_tells_the_relationship(sample: Desk):
    page = page_of(sample, "Léa Marchetti")
    assert page.closeness is Closeness.WARM
    assert page.record.city == "Annecy"
    assert page.record.form_of_address is FormOfAddress.TU
    assert page.record.ideal_gap_days == 28
    assert page.topics[0] == "trail running"
    instagram = page.handles[0]
    assert (instagram.platform, instagram.name, instagram.followers) == ("Instagram", "lea.trails", 38000)
    assert [contact.value for contact in page.contacts] == [
        "lea@trails.example",
        "https://trails.example",
        "+33 6 39 98 00 12",
    ]
    assert "her brother: Annecy club, tripod, sandwiches" in [fact.value for fact in page.facts]
    assert {"scripts", "nicotine, fast fashion"} == {
        preference.value for preference in page.preferences if preference.polarity is Polarity.REFUSES
    }
    assert {"Noor Benali", "Théo Bastide"} <= {relation.name for relation in page.relations}


def test_what_is_open_with_lea(sample: Desk):
    lea = person_of(sample, "Léa Marchetti")
    assert [line.due_on for line in open_follow_ups(sample.reader, lea)] == [date(2026, 11, 19)]
    assert [line.what for line in open_promises(sample.reader, lea)] == ["Trail shoes, size 39"]
    partnerships = partnerships_of(sample.reader, lea)
    assert len(partnerships) == 3
    assert (partnerships[0].client, partnerships[0].stage) == ("Olivade", Stage.CLOSED)
    assert partnerships[1].ends_on == date(2027, 1, 30)


def test_leas_timeline_ends_at_the_salon(sample: Desk):
    newest, promised, written, *_ = timeline(sample.reader, person_of(sample, "Léa Marchetti"))
    assert {newest.kind, promised.kind} == {EntryKind.INTERACTION, EntryKind.PROMISE}
    met = newest if newest.kind is EntryKind.INTERACTION else promised
    assert met.text.startswith("Coffee, 20 min. Training for a 100 km in May. Wants to test **in the rain**")
    assert met.private_line == "“only if I can test in the rain”"
    assert written.word == InteractionKind.EMAIL


def test_every_timeline_has_entries_and_none_lies_ahead(sample: Desk):
    for person in sample.reader.ids("SELECT id FROM person"):
        entries = timeline(sample.reader, PersonId(person))
        assert len(entries) >= 4
        assert entries[0].day <= DAY


def test_a_follow_up_that_was_done_stands_in_the_history_as_what_it_became(sample: Desk):
    reasons = [entry.title for entry in timeline(sample.reader, person_of(sample, "Imogen Tarrant"))]
    assert "Ask about the tea tables" in reasons
    assert "Someone who swears correctly" in reasons
    assert "Find translators with a temper" not in reasons


def test_who_asked_to_be_left_alone_is_marked(sample: Desk):
    page = page_of(sample, "Garance Feuillet")
    assert page.record.do_not_contact
    assert page.record.do_not_contact_reason


def test_no_way_to_reach_somebody_is_doubtful(sample: Desk):
    assert sample.reader.number("SELECT count(*) FROM contact_point") > 90
    assert sample.reader.number("SELECT count(*) FROM contact_point WHERE doubtful") == 0


def test_the_consultant_has_a_letterhead(sample: Desk):
    assert sample.reader.number("SELECT count(*) FROM my_details WHERE name <> '' AND home_zone <> ''") == 1
