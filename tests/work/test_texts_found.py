"""Every table that declares itself has its words found, in its row, for its owner, with the match marked."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from golden import a_row
from real_desk import DAY
from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Card
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person
from relationdesk.work.search import texts
from relationdesk.work.search.queries import found

TABLES = {name: table for name, table in CATALOGUE.items() if table.found_on is not None}


def test_people_are_told_texts_of_these_tables():
    assert set(TABLES) == {
        "interaction", "participant", "promise", "follow_up", "partnership", "preference", "fact", "relation",
        "role", "attachment", "refusal", "own_value",
    }  # fmt: skip
    assert all(table.search for table in TABLES.values())


@pytest.mark.parametrize(
    ("name", "column"), [(name, column) for name, table in TABLES.items() for column in table.search]
)
def test_a_word_of_a_declared_column_is_found(desk: Desk, name: str, column: str):
    person = create_person(desk, Card(display_name="Noor Benali"))
    happened = log_interaction(desk, people=[person], kind=InteractionKind.NOTE, text="x")
    write(desk, name, column, person, happened)

    for typed in ("élégance", "ELEGA", "elegence", "kind:note elegance"):
        (line,) = found(desk.reader, typed, DAY)
        assert (line.kind, line.person_id) == (name, person)
        assert line.snippet == "de l’\x02élégance\x03 !"
        assert (line.day is not None) == bool(TABLES[name].found_on)


def write(desk: Desk, name: str, column: str, person: int, happened: int) -> None:
    said = "de l’élégance !"
    with desk.change(Label.LOG_INTERACTION) as session:
        connection = session.connection()
        if name in {"interaction", "participant"}:
            where = "id" if name == "interaction" else "interaction_id"
            statement = f"UPDATE {name} SET {column} = :said WHERE {where} = :happened"
            connection.execute(text(statement), {"said": said, "happened": happened})
            return
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        row = a_row(name, 1) | dict.fromkeys(TABLES[name].search, "") | {column: said, "id": 900}
        for key in CATALOGUE[name].plain + CATALOGUE[name].personal:
            if key.endswith("_id") and key != "person_id":
                row[key] = None
        row |= {"person_id": person}
        row |= {"other_id": person} if "other_id" in row else {}
        row |= {"trashed_at": None} if "trashed_at" in row else {}
        for parent, column_of in (
            ("organisation", "organisation_id"),
            ("organisation", "client_id"),
            ("blob", "blob_hash"),
            ("own_field", "own_field_id"),
        ):
            if column_of in row:
                made = a_row(parent, 1) | (
                    {"trashed_at": None, "name": "", "notes": ""} if parent == "organisation" else {}
                )
                connection.execute(insert(parent, made), made)
                row[column_of] = made.get("id", made.get("hash"))
        connection.execute(insert(name, row), row)


def insert(table: str, row: dict[str, object]):
    columns = ", ".join(row)
    return text(f"INSERT INTO {table}({columns}) VALUES ({', '.join(f':{key}' for key in row)})")


def test_a_table_joins_by_its_declaration_alone():
    declared = replace(CATALOGUE["organisation"], owner="person_id", found_on="founded_on")

    sql = texts._statement("press_review", declared).sql

    assert "press_review.founded_on AS day" in sql
    assert "JOIN person ON person.id = press_review.person_id" in sql
    assert "press_review.trashed_at IS NULL" in sql
