"""One person brought back from a backup: all of theirs, nothing of anybody else's, one undoable change."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from operations import OPERATIONS, a_card
from real_desk import DAY, FULL_CARD, archive_of, assert_sound
from relationdesk.desk.backups.errors import UnfitBackupError
from relationdesk.desk.connection import open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import AttachmentRow, RelationRow
from relationdesk.domain.card import Card
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import (
    Action,
    Audience,
    InteractionKind,
    PromiseSide,
    RelationKind,
    RewardKind,
)
from relationdesk.work.backups.making import back_up
from relationdesk.work.backups.person import bring_person_back, state_in, state_now
from relationdesk.work.backups.source import source_of
from relationdesk.work.follow_ups.commands import make_promise, set_follow_up
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.partnerships.commands import add_partnership
from relationdesk.work.people.commands import create_person, set_cadence
from relationdesk.work.people.knowledge import remember_fact
from relationdesk.work.people.told import Fact


@pytest.fixture
def lea(desk: Desk) -> PersonId:
    """A person with something of everything, and a talk that somebody else took part in."""
    person = create_person(desk, FULL_CARD)
    noor = create_person(desk, Card(display_name="Noor Benali"))
    talk = log_interaction(desk, people=[person], kind=InteractionKind.CALL, text="Alone")
    log_interaction(desk, people=[person, noor], kind=InteractionKind.MEETING, text="With Noor")
    set_follow_up(desk, person_id=person, action=Action.CALL, reason="Ask", due_on=DAY)
    make_promise(desk, person_id=person, side=PromiseSide.I_OWE, what="The shoes")
    add_partnership(desk, person_id=person, client="Nord", title="Autumn", reward=RewardKind.LOAN)
    set_cadence(desk, person, ideal_days=30, longest_days=60)
    with desk.change(Label.EDIT_PERSON) as session:
        blob = session.execute(text("SELECT hash FROM blob LIMIT 1")).scalar_one()
        session.add(
            RelationRow(
                id=desk.fresh_id(),
                person_id=person,
                other_id=noor,
                kind=RelationKind.KNOWS,
                audience=Audience.ONLY_ME,
            )
        )
        session.add(
            AttachmentRow(
                id=desk.fresh_id(),
                person_id=person,
                interaction_id=talk,
                blob_hash=blob,
                name="card.png",
                added_at=desk.clock.now(),
                audience=Audience.ONLY_ME,
            )
        )
    return person


def erased(desk: Desk, person: int) -> None:
    """Take a person off the desk with everything, as if for good."""
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(text("DELETE FROM person WHERE id = :person"), {"person": person})
        session.execute(
            text(
                "DELETE FROM interaction WHERE NOT EXISTS"
                " (SELECT 1 FROM participant WHERE participant.interaction_id = interaction.id)"
            )
        )


def noor_of(desk: Desk) -> int:
    return desk.reader.number("SELECT id FROM person WHERE display_name = 'Noor Benali'")


def backup_of(desk: Desk) -> Path:
    return back_up(source_of(desk)).backup.path


def test_a_person_who_is_gone_comes_back_with_everything_byte_for_byte(desk: Desk, lea: PersonId):
    then, backup = archive_of(desk), backup_of(desk)
    erased(desk, lea)
    assert b"The shoes" not in archive_of(desk)

    assert bring_person_back(desk, backup, lea) > 20

    assert archive_of(desk) == then
    assert_sound(desk)


def test_it_is_one_change_that_is_undone_and_made_again(desk: Desk, lea: PersonId):
    then, backup = archive_of(desk), backup_of(desk)
    erased(desk, lea)
    without = archive_of(desk)
    bring_person_back(desk, backup, lea)

    desk.undo()
    assert archive_of(desk) == without
    desk.redo()
    assert archive_of(desk) == then


def test_what_nobody_has_any_more_but_they_had_comes_back_too(desk: Desk, lea: PersonId):
    """Topics, tags, organisations and pictures that were tidied away meanwhile."""
    then, backup = archive_of(desk), backup_of(desk)
    erased(desk, lea)
    with desk.change(Label.EDIT_PERSON) as session:
        for table in ("topic", "tag", "organisation"):
            session.execute(text(f"DELETE FROM {table}"))

    bring_person_back(desk, backup, lea)

    assert archive_of(desk) == then


def test_names_that_were_made_anew_meanwhile_are_the_same_thing(desk: Desk, lea: PersonId):
    backup = backup_of(desk)
    erased(desk, lea)
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(text("DELETE FROM tag"))
    other = create_person(desk, Card(display_name="Another", tags=("vip",)))

    bring_person_back(desk, backup, lea)

    assert desk.reader.number("SELECT count(*) FROM tag WHERE name_key = 'vip'") == 1
    assert desk.reader.ids("SELECT person_id FROM person_tag ORDER BY person_id") == sorted([lea, other])
    assert_sound(desk)


def test_somebody_who_is_still_there_becomes_as_they_were(desk: Desk, lea: PersonId):
    then, backup = archive_of(desk), backup_of(desk)
    remember_fact(desk, lea, Fact("added since"))
    log_interaction(desk, people=[lea], kind=InteractionKind.NOTE, text="Written since")
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(
            text("UPDATE person SET display_name = 'Lea M.', trashed_at = created_at WHERE id = :p"),
            {"p": lea},
        )
        session.execute(text("DELETE FROM promise"))
        session.execute(text("UPDATE handle SET name = 'other'"))
    changed = archive_of(desk)

    bring_person_back(desk, backup, lea)

    assert archive_of(desk) == then
    desk.undo()
    assert archive_of(desk) == changed


def test_everybody_else_stays_as_they_are_now(desk: Desk, lea: PersonId):
    backup, noor = backup_of(desk), noor_of(desk)
    log_interaction(desk, people=[PersonId(noor), lea], kind=InteractionKind.MEETING, text="Both, since")
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(
            text("UPDATE interaction SET text = 'With Noor, told better' WHERE text = 'With Noor'")
        )
        session.execute(text("UPDATE person SET city = 'Lyon' WHERE id = :noor"), {"noor": noor})
    create_person(desk, Card(display_name="Since then"))

    bring_person_back(desk, backup, lea)

    told = archive_of(desk).decode()
    for words in ("Both, since", "With Noor, told better", "Lyon", "Since then"):
        assert words in told
    assert_sound(desk)


def test_what_two_people_have_in_common_waits_for_both(desk: Desk, lea: PersonId):
    backup, noor = backup_of(desk), noor_of(desk)
    erased(desk, lea)
    erased(desk, noor)

    bring_person_back(desk, backup, lea)

    assert desk.reader.number("SELECT count(*) FROM relation") == 0
    assert desk.reader.ids("SELECT DISTINCT person_id FROM participant") == [lea]
    assert desk.reader.number("SELECT count(*) FROM interaction WHERE text = 'With Noor'") == 1
    assert_sound(desk)
    bring_person_back(desk, backup, PersonId(noor))
    assert desk.reader.number("SELECT count(*) FROM relation") == 1
    assert desk.reader.number("SELECT count(*) FROM participant WHERE person_id = :noor", noor=noor) == 1
    assert_sound(desk)


def test_bringing_back_who_is_as_they_were_changes_nothing(desk: Desk, lea: PersonId):
    before = archive_of(desk)

    assert bring_person_back(desk, backup_of(desk), lea) == 0

    assert archive_of(desk) == before


def test_both_sides_are_told(desk: Desk, lea: PersonId):
    backup = backup_of(desk)
    now = state_now(desk.reader, lea)
    assert now is not None

    assert state_in(backup, desk.key, lea) == now
    assert (now.name, now.city, now.entries, now.follow_ups, now.promises) == (
        "Léa Marchetti",
        "Annecy",
        2,
        1,
        1,
    )
    assert (now.partnerships, now.preferences, now.facts, now.attachments, now.last_on) == (1, 3, 2, 1, DAY)
    erased(desk, lea)
    assert state_now(desk.reader, lea) is None
    assert state_in(backup, desk.key, lea) == now


def test_somebody_who_is_not_in_the_backup_is_told(desk: Desk, lea: PersonId):
    backup = backup_of(desk)
    later = create_person(desk, Card(display_name="Later"))

    with pytest.raises(NotFoundError):
        state_in(backup, desk.key, later)
    with pytest.raises(NotFoundError):
        bring_person_back(desk, backup, later)
    assert desk.reader.number("SELECT count(*) FROM person WHERE id = :later", later=later) == 1


@pytest.mark.parametrize(
    "statement", ["UPDATE fact SET source = 'spell'", "UPDATE handle SET rank = 'first'"]
)
def test_a_backup_whose_rows_cannot_be_changes_nothing(desk: Desk, lea: PersonId, statement: str):
    backup = backup_of(desk)
    connection = open_connection(backup, desk.key)
    connection.execute(statement)
    connection.close()
    erased(desk, lea)
    before = archive_of(desk)

    with pytest.raises(UnfitBackupError):
        bring_person_back(desk, backup, lea)

    assert archive_of(desk) == before


TWO_BECOME_ONE = {"merge two people", "take two people apart"}
"""What became of two records is taken apart, not brought back."""


@pytest.mark.parametrize("seed", range(12))
def test_after_any_work_a_person_comes_back_as_they_were_and_undo_is_complete(desk: Desk, seed: int):
    chance = Random(seed)
    people = [create_person(desk, a_card(chance)) for _ in range(3)]
    names = sorted(name for name in OPERATIONS if name not in TWO_BECOME_ONE)
    for _ in range(25):
        OPERATIONS[chance.choice(names)](desk, chance)
    person = chance.choice(people)
    then, backup = state_now(desk.reader, person), backup_of(desk)
    for _ in range(15):
        OPERATIONS[chance.choice(names)](desk, chance)
    if seed % 2:
        erased(desk, person)
    before = archive_of(desk)

    bring_person_back(desk, backup, person)

    now = state_now(desk.reader, person)
    assert now is not None
    assert then is not None
    assert replace(now, entries=0, last_on=None) == replace(then, entries=0, last_on=None)
    assert now.entries >= then.entries
    assert_sound(desk)
    after = archive_of(desk)
    if after != before:
        desk.undo()
        assert archive_of(desk) == before
        desk.redo()
        assert archive_of(desk) == after
