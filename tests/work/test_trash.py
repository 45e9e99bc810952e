"""What is moved to the trash comes back whole, and goes for good after thirty days and not before."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from real_desk import DAY, FULL_CARD, PIXEL, archive_of, assert_sound
from relationdesk.desk.desk import Desk
from relationdesk.desk.rows import insert_rows
from relationdesk.desk.search_index import index_of, indexed_tables
from relationdesk.desk.tables import InteractionRow, ParticipantRow
from relationdesk.domain.card import Card, ContactEntry
from relationdesk.domain.drafts import Draft, DraftField, about_person
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import OrganisationId, PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import (
    Action,
    Audience,
    ContactKind,
    Direction,
    InteractionKind,
    PromiseSide,
    Tone,
)
from relationdesk.work.agenda.queries import agenda
from relationdesk.work.calendars.queries import planned
from relationdesk.work.dossiers.commands import gathered
from relationdesk.work.drafts.commands import keep_drafts
from relationdesk.work.drafts.queries import kept_drafts
from relationdesk.work.exports.commands import export_people
from relationdesk.work.follow_ups.commands import make_promise, set_follow_up
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.history.queries import timeline
from relationdesk.work.imports.commands import import_people, write_report
from relationdesk.work.imports.preview import Standing, preview
from relationdesk.work.imports.reading import read_people
from relationdesk.work.organisations.commands import restore_organisation, trash_organisation
from relationdesk.work.partnerships.commands import add_partnership, restore_partnership, trash_partnership
from relationdesk.work.partnerships.queries import partnerships_of
from relationdesk.work.people.commands import create_person, restore_person, set_cadence, trash_person
from relationdesk.work.people.introductions import introduced_in
from relationdesk.work.people.queries import people_count, people_matching, people_named
from relationdesk.work.people.record import person_page
from relationdesk.work.reminders.queries import standing
from relationdesk.work.search.queries import found
from relationdesk.work.today.agreed_days import AgreedDays
from relationdesk.work.today.queries import person_without_cadence, today_page
from relationdesk.work.trash.commands import keep_house, remove_for_good, restore
from relationdesk.work.trash.queries import Belongings, Kind, belongings, trash

NOON = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def lea(desk: Desk) -> PersonId:
    """Somebody with something of every kind, and a follow-up due today."""
    person = create_person(desk, FULL_CARD)
    log_interaction(desk, people=[person], kind=InteractionKind.MEETING, text="A coffee by the lake")
    make_promise(desk, person_id=person, side=PromiseSide.I_OWE, what="The grey shoes", due_on=DAY)
    set_follow_up(desk, person_id=person, action=Action.SEND, reason="Send the shoes", due_on=DAY)
    add_partnership(
        desk,
        person_id=person,
        client="Trails",
        title="Autumn film",
        ends_on=DAY,
        embargo_until=DAY,
        return_on=DAY,
    )
    set_cadence(desk, person, ideal_days=30, longest_days=60)
    desk.forget_steps()
    return person


def use_on(desk: Desk, *days: date) -> None:
    """Use the desk on these days, one after the other; it stands on the last of them."""
    for day in days:
        desk.clock.moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        while keep_house(desk):
            pass


def days_from(first: date, count: int) -> list[date]:
    return [first + timedelta(days=ahead) for ahead in range(count)]


def in_trash(desk: Desk) -> list[tuple[Kind, str]]:
    lines = trash(desk.reader, desk.today(), desk.clock.zone())
    return [(line.trashed.kind, line.trashed.name) for line in lines]


def test_somebody_put_back_is_as_they_were_byte_for_byte(desk: Desk, lea: PersonId):
    before = archive_of(desk)

    trash_person(desk, lea)
    assert archive_of(desk) != before
    restore_person(desk, lea)
    assert archive_of(desk) == before

    for _ in range(2):
        desk.undo()
    assert archive_of(desk) == before
    for _ in range(2):
        desk.redo()
    assert archive_of(desk) == before
    assert_sound(desk)


def client_of(desk: Desk) -> OrganisationId:
    return OrganisationId(desk.reader.number("SELECT id FROM organisation WHERE name = 'Trails'"))


def test_an_organisation_and_a_partnership_come_back_as_they_were(desk: Desk, lea: PersonId):
    before = archive_of(desk)
    (partnership,) = partnerships_of(desk.reader, lea)

    trash_partnership(desk, partnership.id)
    trash_organisation(desk, client_of(desk))
    assert partnerships_of(desk.reader, lea) == []
    restore_partnership(desk, partnership.id)
    assert [line.client for line in partnerships_of(desk.reader, lea)] == [""]
    restore_organisation(desk, client_of(desk))

    assert partnerships_of(desk.reader, lea) == [partnership]
    assert archive_of(desk) == before


def test_moving_to_the_trash_is_one_change_that_undo_takes_back(desk: Desk, lea: PersonId):
    before = archive_of(desk)

    trash_person(desk, lea)
    assert desk.undo() is not None

    assert archive_of(desk) == before
    assert desk.undo_state().undo is None


def test_what_is_in_the_trash_keeps_its_day(desk: Desk, lea: PersonId):
    trash_person(desk, lea)
    desk.clock.moment += timedelta(days=5)
    trash_person(desk, lea)

    (line,) = trash(desk.reader, desk.today(), desk.clock.zone())

    assert (line.since, line.trashed.trashed_at) == (DAY, NOON)


def card_file(desk: Desk, tmp_path) -> str:
    export_people(desk.reader, tmp_path / "people.vcf")
    return (tmp_path / "people.vcf").read_text()


SEEN: dict[str, Callable[[Desk, PersonId], object]] = {
    "the list": lambda desk, _lea: people_matching(desk.reader),
    "the count": lambda desk, _lea: people_count(desk.reader),
    "a name": lambda desk, _lea: people_matching(desk.reader, "marchetti"),
    "a topic": lambda desk, _lea: people_matching(desk.reader, "alpine"),
    "a tag": lambda desk, _lea: people_matching(desk.reader, "vip"),
    "an organisation": lambda desk, _lea: people_matching(desk.reader, "hebdo"),
    "an account": lambda desk, _lea: people_matching(desk.reader, "leamarch"),
    "an address": lambda desk, _lea: people_matching(desk.reader, "marchetti.example"),
    "a misspelling": lambda desk, _lea: people_matching(desk.reader, "marcheti"),
    "a whole name": lambda desk, _lea: people_named(desk.reader, "Léa Marchetti"),
    "search by name": lambda desk, _lea: found(desk.reader, "marchetti", DAY),
    "search in history": lambda desk, _lea: found(desk.reader, "lake", DAY),
    "search in promises": lambda desk, _lea: found(desk.reader, "grey", DAY),
    "search in follow-ups": lambda desk, _lea: found(desk.reader, "send", DAY),
    "search in partnerships": lambda desk, _lea: found(desk.reader, "autumn", DAY),
    "search in preferences": lambda desk, _lea: found(desk.reader, "leather", DAY),
    "search in facts": lambda desk, _lea: found(desk.reader, "brother", DAY),
    "her screen": lambda desk, lea: person_page(desk.reader, lea, DAY),
    "due": lambda desk, _lea: today_page(desk.reader, DAY).due_today,
    "promises": lambda desk, _lea: today_page(desk.reader, DAY).promises,
    "endings": lambda desk, _lea: today_page(desk.reader, DAY).agreed.endings,
    "loans": lambda desk, _lea: today_page(desk.reader, DAY).agreed.loans,
    "embargoes": lambda desk, _lea: today_page(desk.reader, DAY).agreed.embargoes,
    "the week's load": lambda desk, _lea: any(today_page(desk.reader, DAY).per_day),
    "anybody": lambda desk, _lea: today_page(desk.reader, DAY).has_people,
    "distant": lambda desk, _lea: today_page(desk.reader, DAY + timedelta(days=90)).overdue,
    "birthdays": lambda desk, _lea: today_page(desk.reader, date(2028, 2, 29)).birthdays,
    "birthdays ahead": lambda desk, _lea: today_page(desk.reader, date(2028, 2, 27)).birthdays_ahead,
    "the agenda": lambda desk, _lea: any(agenda(desk.reader, DAY, DAY).values()),
    "birthdays of the agenda": lambda desk, _lea: any(
        agenda(desk.reader, date(2028, 2, 29), date(2028, 2, 29)).values()
    ),
    "the calendar file": lambda desk, _lea: planned(desk.reader),
    "cards": lambda desk, _lea: export_people(desk.reader, desk.path.with_name("people.vcf")),
}


@pytest.mark.parametrize("where", SEEN)
def test_somebody_in_the_trash_is_seen_nowhere_else(desk: Desk, lea: PersonId, where: str):
    look = SEEN[where]
    assert look(desk, lea)

    trash_person(desk, lea)
    assert not look(desk, lea)

    restore_person(desk, lea)
    assert look(desk, lea)


def test_nobody_in_the_trash_is_reminded_of_or_asked_about(desk: Desk, add):
    noor = add("Noor Benali")
    at = (NOON + timedelta(hours=2)).time()
    set_follow_up(desk, person_id=noor, action=Action.CALL, reason="x", due_on=DAY, due_at=at)
    evening = NOON + timedelta(hours=9)
    assert standing(desk.reader, evening, desk.clock.zone()).open
    assert person_without_cadence(desk.reader) is not None

    trash_person(desk, noor)

    assert not standing(desk.reader, evening, desk.clock.zone()).open
    assert person_without_cadence(desk.reader) is None


def test_no_dossier_is_written_about_or_names_somebody_in_the_trash(desk: Desk, lea: PersonId, add):
    noor = add("Noor Benali")
    log_interaction(desk, people=[lea, noor], kind=InteractionKind.EVENT, text="The fair")
    assert any(entry.people == ("Léa Marchetti",) for entry in gathered(desk.reader, noor, today=DAY).history)

    trash_person(desk, lea)

    assert not any(entry.people for entry in gathered(desk.reader, noor, today=DAY).history)
    with pytest.raises(NotFoundError):
        gathered(desk.reader, lea, today=DAY)


def test_what_happened_with_others_too_stays_in_their_history(desk: Desk, lea: PersonId, add):
    noor = add("Noor Benali")
    log_interaction(desk, people=[lea, noor], kind=InteractionKind.EVENT, text="The fair")

    trash_person(desk, lea)

    assert [entry.text for entry in timeline(desk.reader, noor)] == ["The fair"]
    assert [one.name for one in found(desk.reader, "fair", DAY)] == ["Noor Benali"]


def test_a_partnership_in_the_trash_is_not_found(desk: Desk, lea: PersonId):
    (partnership,) = partnerships_of(desk.reader, lea)
    trash_partnership(desk, partnership.id)

    assert found(desk.reader, "autumn", DAY) == []
    assert not [entry for entry in timeline(desk.reader, lea) if entry.title == "Autumn film"]
    assert today_page(desk.reader, DAY).agreed == AgreedDays()


def test_an_organisation_in_the_trash_leads_to_nobody_and_stands_on_no_record(desk: Desk, lea: PersonId):
    hebdo = OrganisationId(desk.reader.number("SELECT id FROM organisation WHERE name = 'Trail Hebdo'"))
    trash_organisation(desk, hebdo)

    page = person_page(desk.reader, lea, DAY)
    assert page is not None
    assert [role.organisation for role in page.roles] == ["Agence Nord", "Sentier"]
    assert people_matching(desk.reader, "hebdo") == []
    assert found(desk.reader, "hebdo", DAY) == []


def test_an_organisation_that_is_named_again_comes_back_with_everybody(desk: Desk, lea: PersonId, add):
    trash_organisation(desk, client_of(desk))
    noor = add("Noor Benali")

    add_partnership(desk, person_id=noor, client="Trails", title="Winter film")

    assert [line.client for line in partnerships_of(desk.reader, noor)] == ["Trails"]
    assert [line.client for line in partnerships_of(desk.reader, lea)] == ["Trails"]
    desk.undo()
    assert in_trash(desk) == [(Kind.ORGANISATION, "Trails")]


def test_the_trash_tells_what_belongs_to_each(desk: Desk, lea: PersonId):
    assert belongings(desk.reader, Kind.PERSON, lea) == Belongings(1, 1, 1, 1, 5, 0, 0)
    assert belongings(desk.reader, Kind.ORGANISATION, client_of(desk)) == Belongings(0, 0, 0, 1, 0, 0, 0)


def test_the_latest_stands_first_and_what_its_person_took_along_is_not_told_apart(desk, lea, add):
    noor = add("Noor Benali")
    (partnership,) = partnerships_of(desk.reader, lea)
    trash_partnership(desk, partnership.id)
    desk.clock.moment += timedelta(minutes=1)
    trash_person(desk, noor)
    assert in_trash(desk) == [(Kind.PERSON, "Noor Benali"), (Kind.PARTNERSHIP, "Autumn film")]

    desk.clock.moment += timedelta(minutes=1)
    trash_person(desk, lea)

    assert in_trash(desk) == [(Kind.PERSON, "Léa Marchetti"), (Kind.PERSON, "Noor Benali")]


def test_everything_is_put_back_from_the_trash_by_its_kind(desk: Desk, lea: PersonId):
    before = archive_of(desk)
    (partnership,) = partnerships_of(desk.reader, lea)
    trash_partnership(desk, partnership.id)
    trash_organisation(desk, client_of(desk))
    trash_person(desk, lea)

    restore(desk, Kind.PERSON, lea)
    restore(desk, Kind.ORGANISATION, client_of(desk))
    restore(desk, Kind.PARTNERSHIP, partnership.id)

    assert archive_of(desk) == before


CARD = (
    "BEGIN:VCARD\nVERSION:3.0\nFN:Léa Marchetti\nEMAIL:lea@marchetti.example\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nFN:Noor Benali\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nFN:Sacha Vidal\nEND:VCARD\n"
)


def test_an_import_that_meets_somebody_in_the_trash_says_so_and_makes_no_twin(desk, lea, add, tmp_path):
    trash_person(desk, lea)
    trash_person(desk, add("Noor Benali"))
    (tmp_path / "people.vcf").write_text(CARD)

    seen = preview(desk.reader, read_people(tmp_path / "people.vcf"), "FR")

    assert [line.standing for line in seen.lines] == [Standing.TRASHED, Standing.TRASHED, Standing.NEW]
    assert [line.alike.is_trashed for line in seen.lines if line.alike] == [True, True]
    assert import_people(desk, seen, file_name="people.vcf", title="x").added == 1
    assert write_report(tmp_path / "report.csv", [("people.vcf", seen)]) == 2
    assert "people.vcf,1,in_the_trash,Léa Marchetti" in (tmp_path / "report.csv").read_text("utf-8-sig")


def test_somebody_on_the_desk_is_nearer_than_their_twin_in_the_trash(desk, lea, tmp_path):
    trash_person(desk, lea)
    twin = create_person(desk, FULL_CARD)
    (tmp_path / "people.vcf").write_text(CARD)

    first, *_others = preview(desk.reader, read_people(tmp_path / "people.vcf"), "FR").lines

    assert first.standing is Standing.KNOWN
    assert first.alike is not None
    assert first.alike.person_id == twin


def test_somebody_new_who_looks_like_one_in_the_trash_is_said_to(desk: Desk, lea: PersonId):
    trash_person(desk, lea)

    (introduced,) = introduced_in(desk.reader, "Léa, lea@marchetti.example", "FR")

    assert introduced.alike is not None
    assert (introduced.alike.person_id, introduced.alike.is_trashed) == (lea, True)


def test_a_draft_about_somebody_in_the_trash_is_told_as_such(desk: Desk, lea: PersonId):
    keep_drafts(desk, [Draft(about_person(DraftField.NOTE, lea), "She asked")])
    trash_person(desk, lea)

    assert [(kept.text, kept.name, kept.is_trashed) for kept in kept_drafts(desk.reader)] == [
        ("She asked", "Léa Marchetti", True)
    ]


def test_after_thirty_days_of_use_everything_of_theirs_is_gone(desk: Desk, lea: PersonId):
    trash_person(desk, lea)
    keep_drafts(desk, [Draft(about_person(DraftField.NOTE, lea), "She asked")])
    desk.forget_steps()

    use_on(desk, *days_from(DAY, 30))
    assert in_trash(desk) == [(Kind.PERSON, "Léa Marchetti")]
    use_on(desk, DAY + timedelta(days=30))

    assert in_trash(desk) == []
    left = {
        table: desk.reader.number(f"SELECT count(*) FROM {table}")
        for table in ("person", "interaction", "participant", "promise", "follow_up", "partnership", "draft")
    }
    assert set(left.values()) == {0}
    assert desk.reader.number("SELECT count(*) FROM blob") == 0
    assert desk.undo_state().undo is None
    assert_sound(desk)


def test_what_happened_with_somebody_who_stays_stays_with_them(desk: Desk, lea: PersonId, add):
    noor = add("Noor Benali")
    log_interaction(desk, people=[lea, noor], kind=InteractionKind.EVENT, text="The fair")
    trash_person(desk, lea)

    remove_for_good(desk, Kind.PERSON, lea)

    assert [entry.text for entry in timeline(desk.reader, noor)] == ["The fair"]
    assert desk.reader.number("SELECT count(*) FROM interaction") == 1


@pytest.mark.parametrize(
    "days",
    [
        [date(2099, 1, 1)],
        [date(1970, 1, 1)],
        [DAY - timedelta(days=1)],
        [date(1970, 1, 1), DAY, date(1970, 1, 2), DAY + timedelta(days=1)],
        [date(2099, 1, 1), DAY + timedelta(days=1), date(2099, 1, 2), DAY + timedelta(days=2)],
        days_from(date(2099, 1, 1), 5),
        [DAY + timedelta(days=400)],
    ],
    ids=str,
)
def test_a_clock_that_jumps_does_not_empty_the_trash(desk: Desk, lea: PersonId, days: list[date]):
    use_on(desk, DAY)
    trash_person(desk, lea)
    desk.forget_steps()

    use_on(desk, *days)

    assert in_trash(desk) == [(Kind.PERSON, "Léa Marchetti")]


def test_what_was_thrown_away_under_a_wrong_clock_is_kept_too(desk: Desk, lea: PersonId):
    use_on(desk, date(1970, 1, 1))
    trash_person(desk, lea)
    desk.forget_steps()

    use_on(desk, *days_from(DAY, 10))

    assert in_trash(desk) == [(Kind.PERSON, "Léa Marchetti")]


def test_nothing_goes_while_there_is_something_to_undo(desk: Desk, lea: PersonId, add):
    trash_person(desk, lea)
    desk.forget_steps()
    use_on(desk, *days_from(DAY, 29))
    add("Noor Benali")

    use_on(desk, *days_from(DAY + timedelta(days=29), 5))
    assert in_trash(desk) == [(Kind.PERSON, "Léa Marchetti")]
    assert desk.undo_state().undo is not None

    desk.forget_steps()
    use_on(desk, DAY + timedelta(days=34))
    assert in_trash(desk) == []


def test_only_what_was_there_for_its_time_goes(desk: Desk, lea: PersonId, add):
    trash_person(desk, lea)
    desk.forget_steps()
    use_on(desk, *days_from(DAY, 10))
    trash_person(desk, add("Noor Benali"))
    desk.forget_steps()

    use_on(desk, *days_from(DAY + timedelta(days=10), 21))

    assert in_trash(desk) == [(Kind.PERSON, "Noor Benali")]


def test_organisations_and_partnerships_go_after_their_time_as_well(desk: Desk, lea: PersonId):
    (partnership,) = partnerships_of(desk.reader, lea)
    trash_partnership(desk, partnership.id)
    trash_organisation(desk, client_of(desk))
    desk.forget_steps()

    use_on(desk, *days_from(DAY, 31))

    assert in_trash(desk) == []
    assert desk.reader.number("SELECT count(*) FROM partnership") == 0
    assert desk.reader.number("SELECT count(*) FROM organisation WHERE name = 'Trails'") == 0
    assert people_matching(desk.reader, "marchetti") == [lea]


def test_removing_for_good_leaves_nothing_to_undo_and_asks_for_the_trash(desk: Desk, lea: PersonId, add):
    with pytest.raises(NotFoundError):
        remove_for_good(desk, Kind.PERSON, lea)
    add("Noor Benali")
    trash_person(desk, lea)

    heard = []
    desk.listen(lambda changes: heard.append((changes, desk.undo_state().undo)))
    remove_for_good(desk, Kind.PERSON, lea)

    ((changes, undo),) = heard
    assert (changes.label, undo) == ("remove_for_good", None)
    assert "person" in changes.tables
    assert desk.undo() is None
    with pytest.raises(NotFoundError):
        restore_person(desk, lea)
    assert_sound(desk)


def test_a_picture_that_is_somebody_elses_too_stays(desk: Desk, lea: PersonId):
    twin = create_person(desk, FULL_CARD)
    trash_person(desk, lea)

    remove_for_good(desk, Kind.PERSON, lea)
    assert desk.reader.number("SELECT count(*) FROM blob WHERE size = :size", size=len(PIXEL)) == 1

    trash_person(desk, twin)
    remove_for_good(desk, Kind.PERSON, twin)
    assert desk.reader.number("SELECT count(*) FROM blob") == 0


def test_a_content_that_undo_still_wants_is_not_swept(desk: Desk):
    create_person(desk, FULL_CARD)
    desk.undo()

    use_on(desk, DAY)
    desk.redo()

    assert desk.reader.number("SELECT count(*) FROM blob") == 1
    assert_sound(desk)


@pytest.mark.parametrize("entries", [3, 700])
def test_no_word_of_theirs_is_left_in_the_search_index(desk: Desk, add, entries: int):
    noor = add("Noor Benali")
    needle = create_person(
        desk,
        Card(
            display_name="Zyxwv Needlewood",
            contacts=(ContactEntry(ContactKind.EMAIL, "zyxwv@needlewood.example"),),
        ),
    )
    talk_much(desk, noor, "ordinary", entries)
    talk_much(desk, needle, "zyxwvneedle", entries)
    assert words_left(desk, b"zyxwv")
    trash_person(desk, needle)
    desk.forget_steps()

    remove_for_good(desk, Kind.PERSON, needle)
    use_on(desk, DAY)

    assert not words_left(desk, b"zyxwv")
    assert words_left(desk, b"ordinary")
    assert_sound(desk)


def talk_much(desk: Desk, person: PersonId, word: str, count: int) -> None:
    first = desk.fresh_ids(2 * count)
    talk = {"kind": InteractionKind.CALL, "happened_on": DAY, "direction": Direction.BOTH}
    talk |= {"tone": Tone.NEITHER, "audience": Audience.ONLY_ME, "noted_at": desk.clock.now()}
    with desk.change(Label.IMPORT) as session:
        talks = [talk | {"id": first + number, "text": f"{word} {number}"} for number in range(count)]
        insert_rows(session, InteractionRow, talks)
        links = [{"id": one["id"] + count, "interaction_id": one["id"], "person_id": person} for one in talks]
        insert_rows(session, ParticipantRow, links)


def words_left(desk: Desk, word: bytes) -> bool:
    return any(
        word in bytes(block)
        for table in indexed_tables()
        for (block,) in desk.reader._rows(f"SELECT block FROM {index_of(table)}_data", {})
    )
