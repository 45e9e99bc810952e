"""Many rows at once, beside the library's own way of writing them."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from relationdesk.desk.desk import Desk
from relationdesk.desk.rows import insert_rows
from relationdesk.desk.search_index import check_indexes
from relationdesk.desk.tables import BlobRow, FollowUpRow, PersonRow, PreferenceRow
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import (
    Action,
    Audience,
    FollowUpState,
    FormOfAddress,
    Polarity,
    PreferenceCategory,
    Source,
)

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
DAY = date(2026, 11, 24)


def people(first: int) -> list[dict[str, object]]:
    return [
        {
            "id": first,
            "display_name": "Léa Marchetti",
            "form_of_address": FormOfAddress.TU,
            "created_at": NOW,
        },
        {"id": first + 1, "display_name": "", "form_of_address": None, "created_at": NOW},
    ]


def preferences(first: int, person: int) -> list[dict[str, object]]:
    told = {
        "person_id": person,
        "polarity": Polarity.LOVES,
        "category": PreferenceCategory.TOPIC,
        "value": "the sea",
        "source": Source.THEY_SAID,
        "noted_on": DAY,
        "audience": Audience.ONLY_ME,
    }
    amounts = [Decimal(10), Decimal("10.00"), None]
    return [{"id": first + n, "amount": amount, **told} for n, amount in enumerate(amounts)]


def follow_ups(first: int, person: int) -> list[dict[str, object]]:
    told = {"action": Action.CALL, "planned_on": DAY, "due_on": DAY, "state": FollowUpState.OPEN}
    return [{"id": first, "person_id": person, "due_at": time(17), "created_at": NOW, **told}]


def written(desk: Desk, table: type[SQLModel]) -> list[tuple[object, ...]]:
    rows = desk.reader.stream(f"SELECT * FROM {table.__tablename__} ORDER BY id")
    return [tuple(value for value in row if not isinstance(value, int) or value < 100) for row in rows]


def test_rows_are_written_as_the_library_writes_them(desk: Desk):
    ours, theirs = 1000, 2000
    for table, told in (
        (PersonRow, people),
        (PreferenceRow, lambda first: preferences(first + 10, first)),
        (FollowUpRow, lambda first: follow_ups(first + 20, first)),
    ):
        with desk.change(Label.IMPORT) as session:
            insert_rows(session, table, told(ours))
        with desk.change(Label.IMPORT) as session:
            session.connection().execute(insert(table), told(theirs))

        rows = written(desk, table)
        assert rows[: len(rows) // 2] == rows[len(rows) // 2 :]
        assert rows


def test_equal_amounts_stay_as_they_were_typed(desk: Desk):
    with desk.change(Label.IMPORT) as session:
        insert_rows(session, PersonRow, people(1))
        insert_rows(session, PreferenceRow, preferences(10, 1))

    amounts = [row[0] for row in desk.reader.stream("SELECT amount FROM preference ORDER BY id")]
    assert amounts == ["10", "10.00", None]


def test_rows_written_at_once_are_one_step_of_undo(desk: Desk):
    with desk.change(Label.IMPORT) as session:
        insert_rows(session, PersonRow, people(1))

    desk.undo()

    assert desk.reader.number("SELECT count(*) FROM person") == 0


def test_no_rows_are_nothing_to_write(desk: Desk):
    with desk.change(Label.IMPORT) as session:
        insert_rows(session, PersonRow, [])

    assert desk.undo() is None


@pytest.mark.parametrize("count", [99, 100, 101, 250])
def test_rows_of_several_statements_are_all_written_found_and_undone(desk: Desk, count: int):
    rows = [
        {"id": number, "display_name": f"n{number}", "names_key": f"n{number}", "created_at": NOW}
        for number in range(1, count + 1)
    ]
    with desk.change(Label.IMPORT) as session:
        insert_rows(session, PersonRow, rows)

    names = [row[0] for row in desk.reader.stream("SELECT display_name FROM person ORDER BY id")]
    assert names == [f"n{number}" for number in range(1, count + 1)]
    assert desk.reader.ids("SELECT rowid FROM person_fts WHERE person_fts MATCH :m", m=f"n{count}") == [count]
    assert check_indexes(desk.writer.journal.connection) == []

    desk.undo()
    assert desk.reader.number("SELECT count(*) FROM person") == 0
    assert check_indexes(desk.writer.journal.connection) == []


def test_a_row_that_cannot_be_written_leaves_none_of_its_statement(desk: Desk):
    rows = [{"id": 1 + number % 120, "display_name": "", "created_at": NOW} for number in range(121)]

    with pytest.raises(IntegrityError), desk.change(Label.IMPORT) as session:
        insert_rows(session, PersonRow, rows)

    assert desk.reader.number("SELECT count(*) FROM person") == 0
    assert desk.undo() is None


def test_pictures_are_written_one_by_one(desk: Desk):
    pictures = [
        {"hash": f"{number}", "media_type": "image/png", "size": 1, "content": bytes([number])}
        for number in range(150)
    ]
    with desk.change(Label.IMPORT) as session:
        insert_rows(session, BlobRow, pictures)

    assert desk.reader.number("SELECT count(DISTINCT content) FROM blob") == len(pictures)
