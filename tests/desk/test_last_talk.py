"""The day of the last talk, kept beside each person, is what the history tells, whatever is done."""

import os
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import text

from operations import OPERATIONS
from real_desk import DAY, assert_sound
from relationdesk.desk.desk import Desk
from relationdesk.desk.last_talk import are_last_talks_true, rebuild_last_talks
from relationdesk.domain.card import Card
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Direction, InteractionKind
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person, set_cadence
from relationdesk.work.people.record import person_page
from relationdesk.work.today.queries import today_page

STEPS = 200 if os.environ.get("RELATIONDESK_FULL") else 40
KINDS = [kind.value for kind in InteractionKind]
DIRECTIONS = [direction.value for direction in Direction]
COPIED = """
    display_name, given_name, family_name, phonetic_name, pronouns, names_key, sort_key, city, country,
    time_zone, form_of_address, addressed_by_title, birth_year, birth_month, birth_day, picture_hash, how_met,
    ideal_gap_days, longest_gap_days, lawful_basis, lawful_basis_note, do_not_contact, do_not_contact_reason,
    retain_until, archived_at, trashed_at, created_at"""
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
}
"""Each trigger, and a change that does not go without it."""


def lived_in(desk: Desk, chance: Random) -> None:
    people = [create_person(desk, Card(display_name=f"Person {number}")) for number in range(5)]
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

    for _ in range(20):
        carry_out(desk, chance, ROWS[TRIGGERS[trigger]])

    assert not is_true(desk)
    rebuild_last_talks(desk.writer._connection)
    assert is_true(desk)


def test_its_triggers_are_all_tried(desk: Desk):
    there = desk.reader._rows(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'last_talk_*'", {}
    )

    assert {name for (name,) in there} == {f"last_talk_{name}" for name in TRIGGERS}


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
