"""The day of the last talk, kept beside each person, is what the history tells, whatever is done."""

import os
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from operations import OPERATIONS
from real_desk import DAY, Made, assert_sound, made_in
from relationdesk.desk.desk import Desk
from relationdesk.desk.last_talk import KIND_BITS, are_last_talks_true, count_some_again, rebuild_last_talks
from relationdesk.domain.cadence import LabelKind, SharedCadence, cadence_in_force, told_cadence
from relationdesk.domain.card import Card
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.numbers import Numbers
from relationdesk.domain.talks import Contact, talk_days
from relationdesk.domain.vocabulary import Direction, InteractionKind
from relationdesk.work.exports.commands import read_archive, write_archive
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person, set_cadence
from relationdesk.work.people.record import person_page
from relationdesk.work.settings.commands import choose_numbers, go_on_counting
from relationdesk.work.today.queries import today_page

STEPS = 200 if os.environ.get("RELATIONDESK_FULL") else 40
KINDS = [kind.value for kind in InteractionKind]
DIRECTIONS = [direction.value for direction in Direction]
COPIED = """
    display_name, given_name, family_name, phonetic_name, pronouns, names_key, sort_key, city, country,
    time_zone, form_of_address, addressed_by_title, birth_year, birth_month, birth_day, picture_hash, how_met,
    ideal_gap_days, longest_gap_days, lawful_basis, lawful_basis_note, do_not_contact, do_not_contact_reason,
    retain_until, archived_at, trashed_at, created_at, quiet_days, quiet_from, quiet_until"""
ROWS = {
    "a participant comes before what they took part in": """
        INSERT INTO participant SELECT id + :far, interaction_id + :far, person_id, '' FROM participant
            WHERE interaction_id = :happened;
        INSERT INTO interaction SELECT id + :far, :kind, :day, '', '', '', :direction, tone, NULL, audience,
            noted_at FROM interaction WHERE id = :happened""",
    "a participant comes before the person": f"""
        INSERT INTO participant SELECT id + :far, interaction_id, person_id + :far, '' FROM participant
            WHERE interaction_id = :happened;
        INSERT INTO person SELECT id + :far, {COPIED}
            FROM person WHERE id IN (SELECT person_id FROM participant WHERE interaction_id = :happened)""",
    "its day is corrected": "UPDATE interaction SET happened_on = :day WHERE id = :happened",
    "its kind is corrected": (
        "UPDATE interaction SET kind = :kind, direction = :direction WHERE id = :happened"
    ),
    "it is forgotten": "DELETE FROM interaction WHERE id = :happened",
    "somebody was not there": "DELETE FROM participant WHERE interaction_id = :happened",
    "somebody was there as well": "INSERT OR IGNORE INTO participant VALUES (:far, :happened, :person, '')",
    "it was with somebody else": (
        "UPDATE OR IGNORE participant SET person_id = :person WHERE interaction_id = :happened"
    ),
    "it was on another occasion": (
        "UPDATE OR IGNORE participant SET interaction_id = :happened WHERE person_id = :person"
    ),
    "a person goes": "DELETE FROM person WHERE id = :person",
    "a rhythm is wished for": (
        "UPDATE person SET ideal_gap_days = :gap, longest_gap_days = NULL WHERE id = :person"
    ),
    "a person is archived": (
        "UPDATE person SET archived_at = iif(archived_at IS NULL, :day, NULL) WHERE id = :person"
    ),
    "a person goes to the trash": "UPDATE person SET trashed_at = :day WHERE id = :person",
    "a person asks for peace": "UPDATE person SET do_not_contact = NOT do_not_contact WHERE id = :person",
    "a tag is given": "INSERT OR IGNORE INTO person_tag SELECT :person, id FROM tag ORDER BY id LIMIT 1",
    "another tag is given": (
        "INSERT OR IGNORE INTO person_tag SELECT :person, id FROM tag ORDER BY id DESC LIMIT 1"
    ),
    "a tag is taken": "DELETE FROM person_tag WHERE person_id = :person",
    "a tag is somebody else's": """
        UPDATE OR IGNORE person_tag SET person_id = :other WHERE person_id = :person""",
    "a tag says how often": """
        UPDATE tag SET ideal_gap_days = :gap, longest_gap_days = iif(:gap % 2, NULL, :gap + 5)
            WHERE id = (SELECT max(id) FROM tag)""",
    "a tag comes after who has it": """
        INSERT INTO person_tag SELECT :person, :far;
        INSERT INTO tag VALUES (:far, 'tag ' || :far, 'tag ' || :far, :gap, NULL)""",
    "a tag goes": "DELETE FROM tag WHERE id = (SELECT max(id) FROM tag)",
    "a topic is given": (
        "INSERT OR IGNORE INTO person_topic SELECT :person, id, 0 FROM topic WHERE ideal_gap_days IS NOT NULL"
    ),
    "a topic is taken": "DELETE FROM person_topic WHERE person_id = :person",
    "a topic is somebody else's": """
        UPDATE OR IGNORE person_topic SET person_id = :other WHERE person_id = :person""",
    "a topic says how often": "UPDATE topic SET ideal_gap_days = :gap WHERE id = (SELECT max(id) FROM topic)",
    "a topic comes after who has it": """
        INSERT INTO person_topic SELECT :person, :far, 0;
        INSERT INTO topic VALUES (:far, 'topic ' || :far, 'topic ' || :far, :gap, NULL)""",
}
"""Changes of rows as no command makes them yet; the first two as an undo may bring rows back."""
TRIGGERS = {
    "person_came": "a participant comes before the person",
    "person_changed": "a rhythm is wished for",
    "joined": "somebody was there as well",
    "left": "somebody was not there",
    "moved": "it was with somebody else",
    "happened": "a participant comes before what they took part in",
    "forgotten": "it is forgotten",
    "corrected": "its day is corrected",
    "tag_given": "another tag is given",
    "tag_taken": "a tag is taken",
    "tag_moved": "a tag is somebody else's",
    "tag_came": "a tag comes after who has it",
    "tag_changed": "a tag says how often",
    "topic_given": "a topic is given",
    "topic_taken": "a topic is taken",
    "topic_moved": "a topic is somebody else's",
    "topic_came": "a topic comes after who has it",
    "topic_changed": "a topic says how often",
}
"""Each trigger, and a change that does not go without it."""
NUMBER_TRIGGERS = ("number_came", "number_changed", "number_gone")


def lived_in(desk: Desk, chance: Random) -> None:
    tags, topics = (
        {0: ("press", "vip"), 1: ("vip",), 2: ("vip",)},
        {2: ("huts",), 3: ("trail", "huts"), 4: ("trail",)},
    )
    cards = [
        Card(display_name=f"Person {n}", tags=tags.get(n, ()), topics=topics.get(n, ())) for n in range(7)
    ]
    people = [create_person(desk, card) for card in cards]
    for name in ("a tag says how often", "a topic says how often"):
        carry_out(desk, chance, ROWS[name])
    for _ in range(20):
        happen(desk, chance, people)


def happen(desk: Desk, chance: Random, people: list[PersonId]) -> None:
    log_interaction(
        desk,
        people=chance.sample(people, chance.randint(1, 2)),
        kind=chance.choice(list(InteractionKind)),
        text="What was said",
        direction=chance.choice(list(Direction)),
        happened_on=DAY - timedelta(days=chance.randrange(30)),
    )


def carry_out(desk: Desk, chance: Random, statements: str) -> None:
    def some(table: str) -> int:
        return chance.choice(desk.reader.ids(f"SELECT id FROM {table}") or [0])

    values = {
        "person": some("person"),
        "other": some("person"),
        "happened": some("interaction"),
        "gap": chance.randint(1, 99),
        "kind": chance.choice(KINDS),
        "direction": chance.choice(DIRECTIONS),
        "far": chance.randrange(10**6, 10**12),
        "day": str(DAY - timedelta(days=chance.randrange(40))),
    }
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(text("PRAGMA defer_foreign_keys = 1"))
        for statement in statements.split(";"):
            session.execute(text(statement), values)


def is_true(desk: Desk) -> bool:
    return are_last_talks_true(desk.writer._connection)


def test_every_change_has_an_effect_and_is_undone_and_redone(desk: Desk):
    chance = Random(1)
    lived_in(desk, chance)
    for name, statements in ROWS.items():
        steps = len(desk.writer.journal.undoable)
        while len(desk.writer.journal.undoable) == steps:
            carry_out(desk, chance, statements)
            if not desk.reader.number("SELECT count(*) FROM person"):
                lived_in(desk, chance)
        for move in (desk.undo, desk.redo):
            assert is_true(desk), name
            move()
        assert is_true(desk), name
    assert_sound(desk)


@pytest.mark.parametrize("seed", range(2))
def test_any_sequence_of_changes_undos_and_redos_leaves_it_true(desk: Desk, seed: int):
    chance = Random(seed)
    lived_in(desk, chance)
    changes = [*ROWS.values()]
    for number in range(STEPS):
        what = chance.randrange(8)
        if what == 0:
            desk.undo()
        elif what == 1:
            desk.redo()
        elif what == 2 or not desk.reader.number("SELECT count(*) FROM person"):
            OPERATIONS["add a person"](desk, chance)
        elif what == 3:
            happen(desk, chance, [PersonId(row) for row in desk.reader.ids("SELECT id FROM person")])
        else:
            carry_out(desk, chance, chance.choice(changes))
        assert is_true(desk), number
    while desk.undo():
        assert is_true(desk)
    while desk.redo():
        assert is_true(desk)
    assert_sound(desk)


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_without_any_one_of_its_triggers_it_would_not_stay_true(desk: Desk, trigger: str):
    chance = Random(2)
    lived_in(desk, chance)
    desk.writer._connection.execute(f"DROP TRIGGER last_talk_{trigger}")

    stayed = []
    for _ in range(20):
        carry_out(desk, chance, ROWS[TRIGGERS[trigger]])
        stayed.append(is_true(desk))

    assert not all(stayed)
    rebuild_last_talks(desk.writer._connection)
    assert is_true(desk)


def test_its_triggers_are_all_tried(desk: Desk):
    there = desk.reader._rows(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'last_talk_*'", {}
    )

    assert {name for (name,) in there} == {f"last_talk_{name}" for name in (*TRIGGERS, *NUMBER_TRIGGERS)}


def answered(desk: Desk) -> PersonId:
    """Somebody who answered a message after ten days, and was met long before."""
    person = create_person(desk, Card(display_name="Léa Marchetti"))
    for ago, kind, direction in (
        (40, InteractionKind.CALL, Direction.BOTH),
        (20, InteractionKind.EMAIL, Direction.I_REACHED_OUT),
        (10, InteractionKind.DIRECT_MESSAGE, Direction.THEY_REACHED_OUT),
    ):
        day = DAY - timedelta(days=ago)
        log_interaction(desk, people=[person], kind=kind, text="Shoes", happened_on=day, direction=direction)
    return person


def count(desk: Desk) -> None:
    """Count everybody again who waits for it."""
    while go_on_counting(desk):
        pass


def last_talk_with(desk: Desk, person: PersonId) -> int:
    """How many days ago it was."""
    page = person_page(desk.reader, person, DAY)
    assert page is not None
    assert page.record.last_two_way is not None
    return (DAY - page.record.last_two_way).days


def test_it_is_counted_again_when_an_answer_counts_for_longer_or_shorter(desk: Desk):
    person = answered(desk)
    told = []
    for days in (30, 9, 10):
        choose_numbers(desk, Numbers(answer_days=days))
        count(desk)
        told.append(last_talk_with(desk, person))
        assert is_true(desk)
    with desk.change(Label.READ_ARCHIVE) as session:
        session.execute(text("UPDATE setting SET value = '{\"answer_days\": 3}'"))
    count(desk)
    told.append(last_talk_with(desk, person))
    with desk.change(Label.READ_ARCHIVE) as session:
        session.execute(text("DELETE FROM setting"))
    count(desk)

    assert [*told, last_talk_with(desk, person)] == [10, 40, 10, 40, 10]


@pytest.mark.parametrize("trigger", NUMBER_TRIGGERS)
def test_without_any_one_of_the_triggers_of_the_number_it_would_not_stay_true(desk: Desk, trigger: str):
    answered(desk)
    desk.writer._connection.execute(f"DROP TRIGGER last_talk_{trigger}")
    stayed = []
    for statement in (
        "INSERT INTO setting VALUES ('numbers', '{\"answer_days\": 3}')",
        "UPDATE setting SET value = '{\"answer_days\": 30}'",
        "UPDATE setting SET value = 'cut {'",
        "UPDATE setting SET value = '{\"answer_days\": 3}'",
        "DELETE FROM setting",
    ):
        with desk.change(Label.READ_ARCHIVE) as session:
            session.connection().exec_driver_sql(statement)
        count(desk)
        stayed.append(is_true(desk))

    assert not all(stayed)


def some_counted(desk: Desk, most: int) -> bool:
    with desk.change_plainly(Label.EDIT_MY_DETAILS) as connection:
        return count_some_again(connection, most)


def days_told(desk: Desk, people: list[PersonId]) -> list[int]:
    return [last_talk_with(desk, person) for person in people]


def test_everybody_is_counted_some_at_a_time_and_what_is_changed_between_counts_at_once(desk: Desk):
    people = [answered(desk) for _ in range(5)]
    choose_numbers(desk, Numbers(answer_days=9))
    assert days_told(desk, people) == [10] * 5
    assert some_counted(desk, 2)
    assert days_told(desk, people) == [40, 40, 10, 10, 10]

    log_interaction(desk, people=[people[3]], kind=InteractionKind.CALL, text="Hut")
    late = answered(desk)

    assert days_told(desk, [*people, late]) == [40, 40, 10, 0, 10, 40]
    assert is_true(desk)
    while some_counted(desk, 2):
        assert is_true(desk)
    assert days_told(desk, [*people, late]) == [40, 40, 40, 0, 40, 40]
    assert desk.reader.number("SELECT count(*) FROM setting") == 1
    assert_sound(desk)


def test_a_number_chosen_while_everybody_is_counted_has_them_counted_from_the_first(desk: Desk):
    people = [answered(desk) for _ in range(3)]
    choose_numbers(desk, Numbers(answer_days=9))
    some_counted(desk, 2)

    choose_numbers(desk, Numbers(answer_days=30))
    count(desk)

    assert days_told(desk, people) == [10] * 3
    assert is_true(desk)


def test_whoever_was_not_counted_yet_is_counted_when_the_desk_is_open_again(made: Made):
    desk = made.opened()
    people = [answered(desk) for _ in range(3)]
    choose_numbers(desk, Numbers(answer_days=9))
    some_counted(desk, 2)
    desk.close()

    desk = made.opened()
    assert days_told(desk, people) == [40, 40, 10]
    count(desk)

    assert days_told(desk, people) == [40] * 3
    assert is_true(desk)
    desk.close()


def test_an_archive_of_a_desk_that_is_being_counted_is_read_into_one_with_numbers_of_its_own(
    desk: Desk, tmp_path: Path
):
    answered(desk)
    choose_numbers(desk, Numbers(answer_days=9))
    write_archive(desk.reader, tmp_path / "all.json")
    (tmp_path / "other").mkdir()
    other = made_in(tmp_path / "other").opened()
    choose_numbers(other, Numbers(answer_days=20))

    read_archive(other, tmp_path / "all.json")
    count(other)

    assert days_told(other, [PersonId(row) for row in other.reader.ids("SELECT id FROM person")]) == [40]
    assert is_true(other)
    other.close()


@pytest.mark.parametrize("seed", range(3))
def test_the_days_and_gaps_are_those_of_the_rules(desk: Desk, seed: int):
    chance = Random(seed)
    lived_in(desk, chance)
    days = chance.randint(1, 20)
    choose_numbers(desk, Numbers(answer_days=days))
    count(desk)
    for _ in range(15):
        name = chance.choice([name for name in ROWS if " goes" not in name and "archived" not in name])
        carry_out(desk, chance, ROWS[name])

    for person, day, after, contact, kinds in desk.reader._rows(
        "SELECT person_id, day, distant_after, contact, kinds FROM last_talk", {}
    ):
        happened = contacts_of(desk, person)
        talks = talk_days(happened, days)
        assert day == (str(max(talks)) if talks else None)
        assert after == gap_of(desk, person)
        own = (InteractionKind.NOTE, Direction.I_REACHED_OUT)
        met = [one.day for one in happened if (one.kind, one.direction) != own]
        assert contact == (str(max(met)) if met else None)
        assert kinds == sum(KIND_BITS[kind] for kind in {one.kind for one in happened})


def contacts_of(desk: Desk, person: int) -> list[Contact]:
    rows = desk.reader._rows(
        "SELECT kind, happened_on, direction FROM interaction WHERE id IN"
        " (SELECT interaction_id FROM participant WHERE person_id = :person)",
        {"person": person},
    )
    return [
        Contact(InteractionKind(kind), date.fromisoformat(day), Direction(direction))
        for kind, day, direction in rows
    ]


def gap_of(desk: Desk, person: int) -> int | None:
    """The longest gap of somebody as the rule has it."""
    ((ideal, longest, rests),) = desk.reader._rows(
        "SELECT ideal_gap_days, longest_gap_days, do_not_contact OR trashed_at IS NOT NULL FROM person"
        " WHERE id = :person",
        {"person": person},
    )
    shared = [
        SharedCadence(kind, name, cadence)
        for kind in LabelKind
        for name, *gaps in desk.reader._rows(
            f"SELECT name, ideal_gap_days, longest_gap_days FROM {kind} JOIN person_{kind}"
            f" ON {kind}_id = id WHERE person_id = :person",
            {"person": person},
        )
        if (cadence := told_cadence(*gaps)) is not None
    ]
    found = cadence_in_force(ideal, longest, shared)
    return None if rests or found is None else found.cadence.longest


def test_a_long_history_is_taken_back_in_a_time_that_grows_with_its_length_alone(desk: Desk):
    short, long = (steps_of_undoing(desk, count) for count in (600, 2400))

    assert long < 6 * short
    assert is_true(desk)


def steps_of_undoing(desk: Desk, count: int) -> int:
    """Thousands of steps of the database's machine to take `count` talks back, the newest first."""
    person = create_person(desk, Card(display_name="Léa Marchetti"))
    first = desk.fresh_ids(2 * count)
    happened = [
        {"id": first + number, "day": str(DAY - timedelta(days=count - number))} for number in range(count)
    ]
    joined = [{"id": row["id"] + count, "happened": row["id"], "person": person} for row in happened]
    with desk.change(Label.IMPORT) as session:
        session.execute(
            text(
                "INSERT INTO interaction VALUES (:id, 'call', :day, 'Call', '', '', 'both', 'neither', NULL,"
                " 'only_me', '2026-11-24T09:00:00.000Z')"
            ),
            happened,
        )
        session.execute(text("INSERT INTO participant VALUES (:id, :happened, :person, '')"), joined)
    steps = 0

    def count_up() -> None:
        nonlocal steps
        steps += 1

    desk.writer._connection.set_progress_handler(count_up, 1000)
    desk.undo()
    desk.writer._connection.set_progress_handler(None, 0)
    assert not desk.reader.number("SELECT count(*) FROM participant WHERE person_id = :person", person=person)
    return steps


def test_the_person_and_today_tell_the_same_day(desk: Desk):
    person = create_person(desk, Card(display_name="Léa Marchetti"))
    set_cadence(desk, person, ideal_days=10, longest_days=20)
    for ago in (30, 40):
        day = DAY - timedelta(days=ago)
        log_interaction(desk, people=[person], kind=InteractionKind.CALL, text="Shoes", happened_on=day)
    log_interaction(desk, people=[person], kind=InteractionKind.NOTE, text="To myself")

    page = person_page(desk.reader, person, DAY)
    assert page is not None
    assert page.record.last_two_way == DAY - timedelta(days=30)
    (row,) = today_page(desk.reader, DAY).distant
    assert (row.person_id, row.last_two_way, row.longest_gap_days) == (person, DAY - timedelta(days=30), 20)
