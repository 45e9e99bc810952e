"""Undo and redo are complete (promise 5)."""

import os
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from operations import OPERATIONS, ROW_CHANGES, Operation, add_someone, bring_in, log_something
from real_desk import Made, archive_of, assert_sound, made_in
from relationdesk.desk.catalogue import CATALOGUE, Undo
from relationdesk.desk.changes import Changes
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import UnfitTextError
from relationdesk.desk.tables import InteractionRow, RelationRow
from relationdesk.domain.card import Card
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Audience, InteractionKind, RelationKind
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person

FULL = bool(os.environ.get("RELATIONDESK_FULL"))
STEPS, BULK = (50, 1000) if FULL else (20, 40)
EVERYTHING = OPERATIONS | ROW_CHANGES


def lived_in(desk: Desk, chance: Random) -> None:
    """Give a desk something of everything, and let all of it stand."""
    for _ in range(3):
        add_someone(desk, chance)
    for name in (
        *("log", "set a follow-up", "promise", "begin a partnership", "finish"),
        *("note a refusal", "note a channel", "add a relation", "note a consent"),
        *("add a field", "add a field", "fill in a field"),
    ):
        OPERATIONS[name](desk, chance)
    for _ in range(2):
        OPERATIONS["set a follow-up"](desk, chance)
        OPERATIONS["promise"](desk, chance)
    for name in ("archive several", "give several a tag", "save a view", "save a view"):
        OPERATIONS[name](desk, chance)
    OPERATIONS["keep a file"](desk, Random("file"))
    OPERATIONS["move somebody to the trash"](desk, Random("trash"))
    desk.forget_steps()


def test_every_undoable_table_has_its_three_triggers(desk: Desk):
    undoable = [name for name, table in CATALOGUE.items() if table.undo is Undo.UNDOABLE]
    triggers = desk.writer._connection.execute(
        "SELECT tbl_name, count(*) FROM temp.sqlite_schema WHERE type = 'trigger' GROUP BY tbl_name"
    ).fetchall()

    assert dict(triggers) == dict.fromkeys(undoable, 3)


@pytest.mark.parametrize("name", EVERYTHING)
def test_each_kind_of_change_is_undone_and_redone(desk: Desk, name: str):
    chance = Random(name)
    lived_in(desk, chance)
    before = archive_of(desk)
    EVERYTHING[name](desk, chance)
    after = archive_of(desk)
    assert after != before

    desk.undo()
    assert archive_of(desk) == before
    desk.redo()
    assert archive_of(desk) == after
    desk.undo()
    assert archive_of(desk) == before
    assert desk.undo() is None
    assert_sound(desk)


@pytest.mark.parametrize("seed", range(4 if FULL else 2))
def test_mixed_operations_are_undone_one_by_one_and_redone_likewise(desk: Desk, seed: int):
    chance = Random(seed)
    lived_in(desk, chance)
    states = [archive_of(desk)]
    for number in range(STEPS):
        operation: Operation = chance.choice(list(EVERYTHING.values()))
        if number == STEPS // 2:
            operation = bring_in(BULK)
        if not desk.reader.number("SELECT count(*) FROM person"):
            operation = add_someone
        operation(desk, chance)
        state = archive_of(desk)
        if len(desk.writer.journal.undoable) == len(states):
            states.append(state)
        assert state == states[-1]

    for state in reversed(states[:-1]):
        desk.undo()
        assert archive_of(desk) == state
    assert desk.undo() is None
    for state in states[1:]:
        desk.redo()
        assert archive_of(desk) == state
    assert desk.redo() is None
    assert_sound(desk)


def test_a_text_with_a_nul_comes_back_whole(desk: Desk):
    person = create_person(desk, Card(display_name="a"))
    for name in ("a\0b\0c", "short"):
        with desk.change(Label.EDIT_PERSON) as session:
            session.execute(text("UPDATE person SET display_name = :name"), {"name": name})
    desk.undo()

    assert desk.reader._rows("SELECT display_name FROM person", {}) == [("a\0b\0c",)]
    assert person


def test_a_new_change_ends_what_could_be_redone(desk: Desk):
    for name in ("One", "Two"):
        create_person(desk, Card(display_name=name))
    desk.undo()
    create_person(desk, Card(display_name="Three"))

    assert desk.redo() is None
    assert desk.undo_state().undo is Label.ADD_PERSON
    desk.undo()
    desk.undo()
    assert desk.reader.number("SELECT count(*) FROM person") == 0


def test_a_failed_change_leaves_no_row_and_no_step(desk: Desk):
    before = archive_of(desk)

    with pytest.raises(IntegrityError):
        two_tags_of_one_name(desk)

    assert archive_of(desk) == before
    assert desk.undo() is None


def test_a_plain_change_is_a_step_of_undo_that_is_heard_of(desk: Desk):
    heard: list[Changes] = []
    desk.listen(heard.append)

    with desk.change_plainly(Label.EDIT_PERSON) as connection:
        connection.execute("INSERT INTO tag(id, name, name_key) VALUES (1, 'x', 'x')")

    assert [(changes.label, changes.tables) for changes in heard] == [(Label.EDIT_PERSON, {"tag"})]
    assert desk.reader.number("SELECT count(*) FROM tag") == 1
    desk.undo()
    assert desk.reader.number("SELECT count(*) FROM tag") == 0


def test_a_failed_plain_change_leaves_no_row_and_no_step(desk: Desk):
    before = archive_of(desk)

    with pytest.raises(desk.writer._connection.IntegrityError):
        two_tags_plainly(desk)

    assert archive_of(desk) == before
    assert desk.undo() is None
    create_person(desk, Card(display_name="After it"))


def two_tags_plainly(desk: Desk) -> None:
    with desk.change_plainly(Label.EDIT_PERSON) as connection:
        connection.execute("INSERT INTO tag(id, name, name_key) VALUES (1, 'x', 'x')")
        connection.execute("INSERT INTO tag(id, name, name_key) VALUES (2, 'X', 'x')")


def test_a_plain_change_with_a_text_that_no_file_holds_is_told(desk: Desk):
    with pytest.raises(UnfitTextError), desk.change_plainly(Label.EDIT_PERSON) as connection:
        connection.execute("INSERT INTO tag(id, name, name_key) VALUES (1, 'x', :half)", {"half": "\ud83d"})

    assert desk.reader.number("SELECT count(*) FROM tag") == 0


def two_tags_of_one_name(desk: Desk) -> None:
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(text("INSERT INTO tag(id, name, name_key) VALUES (1, 'x', 'x')"))
        session.execute(text("INSERT INTO tag(id, name, name_key) VALUES (2, 'X', 'x')"))


def test_a_change_of_nothing_is_no_step(desk: Desk):
    with desk.change(Label.EDIT_PERSON):
        pass

    assert desk.undo_state().undo is None


def test_a_failing_undo_leaves_desk_and_journal_as_they_were(desk: Desk):
    """Another row took the place of the one that the step would bring back, behind the journal's back."""
    add_someone(desk, Random(1))
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(text("DELETE FROM tag"))
    (tag,) = desk.writer._connection.execute(
        "SELECT row FROM temp.journal WHERE tab = 'tag' ORDER BY id DESC"
    ).fetchone()
    trigger_free_insert(desk, tag)
    state, log = archive_of(desk), log_of(desk)

    with pytest.raises(Exception, match="UNIQUE"):
        desk.undo()

    assert archive_of(desk) == state
    assert log_of(desk) == log
    trigger_free_delete(desk, tag)
    desk.undo()
    desk.undo()
    assert desk.reader.number("SELECT count(*) FROM person") == 0


def test_an_undo_whose_commit_fails_leaves_the_journal_as_it_was(desk: Desk):
    """Links are checked at the end of an undo, so it can fail as late as its commit."""
    person = create_person(desk, Card(display_name="One"))
    log_interaction(desk, people=[person], kind=InteractionKind.NOTE, text="x")
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(text("DELETE FROM interaction"))
    connection = desk.writer._connection
    connection.execute("PRAGMA foreign_keys = 0")
    connection.execute("DROP TRIGGER temp.journal_person_delete")
    connection.execute("DELETE FROM person")
    connection.execute("PRAGMA foreign_keys = 1")
    log, steps = log_of(desk), list(desk.writer.journal.undoable)

    with pytest.raises(connection.IntegrityError, match="FOREIGN KEY"):
        desk.undo()

    assert (log_of(desk), desk.writer.journal.undoable) == (log, steps)
    new = create_person(desk, Card(display_name="Two"))
    desk.undo()
    assert desk.reader.ids("SELECT id FROM person") == []
    assert new


def log_of(desk: Desk) -> list[tuple[object, ...]]:
    return desk.writer._connection.execute("SELECT * FROM temp.journal ORDER BY id").fetchall()


def trigger_free_insert(desk: Desk, tag: int) -> None:
    desk.writer._connection.execute("DROP TRIGGER temp.journal_tag_insert")
    desk.writer._connection.execute(
        "INSERT INTO tag(id, name, name_key) VALUES (?, 'other', 'other')", (tag,)
    )


def trigger_free_delete(desk: Desk, tag: int) -> None:
    desk.writer._connection.execute("DROP TRIGGER temp.journal_tag_delete")
    desk.writer._connection.execute("DELETE FROM tag WHERE id = ?", (tag,))


def test_a_change_tells_what_it_touched(desk: Desk):
    person = create_person(desk, Card(display_name="One"))
    other = create_person(desk, Card(display_name="Two"))
    heard = []
    desk.listen(heard.append)

    log_interaction(desk, people=[person], kind=InteractionKind.NOTE, text="x")
    desk.undo()

    assert [changes.label for changes in heard] == [Label.LOG_INTERACTION] * 2
    assert all(changes.tables == {"interaction", "participant"} for changes in heard)
    assert all(changes.touches(person) and not changes.touches(other) for changes in heard)


def test_a_change_of_very_many_people_touches_everybody(desk: Desk):
    heard = []
    desk.listen(heard.append)

    bring_in(250)(desk, Random(2))

    assert heard[0].people is None
    assert heard[0].touches(PersonId(1))


def test_nobody_hears_of_a_failed_change(desk: Desk):
    heard = []
    desk.listen(heard.append)
    with pytest.raises(RuntimeError), desk.change(Label.EDIT_PERSON):
        raise RuntimeError

    assert heard == []


def test_settings_are_not_undone(desk: Desk):
    with desk.change(Label.EDIT_MY_DETAILS) as session:
        session.execute(text("INSERT INTO setting VALUES ('look', '1')"))

    assert desk.undo() is None


def test_the_log_is_gone_when_the_desk_was_closed(tmp_path: Path):
    made: Made = made_in(tmp_path)
    first = made.opened()
    add_someone(first, Random(3))
    first.close()
    second = made.opened()

    assert second.undo() is None
    second.close()


def test_a_picture_is_stored_once_and_survives_undo_and_redo(desk: Desk):
    chance = Random(5)
    add_someone(desk, chance)
    blobs = "SELECT count(*) FROM blob"
    for _ in range(3):
        desk.undo()
        desk.redo()

    assert desk.reader.number(blobs) <= 1
    log_something(desk, chance)
    assert_sound(desk)


def test_a_change_names_the_people_it_is_about(desk, add):
    heard = []
    lea, noor = add("Léa"), add("Noor")
    desk.listen(heard.append)

    log_interaction(desk, people=[lea], kind=InteractionKind.CALL, text="called")

    assert heard[-1].people == {lea}
    assert not heard[-1].touches(noor)


def test_a_change_that_shows_with_others_too_touches_everybody(desk, add):
    heard = []
    lea, noor = add("Léa"), add("Noor")
    interaction = log_interaction(desk, people=[lea, noor], kind=InteractionKind.CALL, text="called")
    desk.listen(heard.append)

    with desk.change(Label.EDIT_PERSON) as session:
        session.get(InteractionRow, interaction).text = "called both"
    with desk.change(Label.EDIT_PERSON) as session:
        session.add(
            RelationRow(
                id=desk.fresh_id(),
                person_id=lea,
                other_id=noor,
                kind=RelationKind.KNOWS,
                audience=Audience.ONLY_ME,
            )
        )

    assert [changes.people for changes in heard] == [None, None]
