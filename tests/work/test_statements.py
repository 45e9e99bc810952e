"""Every statement of the program, held against the schema that it will meet."""

import re
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from pkgutil import walk_packages

import pytest
from sqlcipher3 import dbapi2

import relationdesk.work
from real_desk import Made
from relationdesk.desk.reader import Statement

BIG = {
    "person", "interaction", "participant", "follow_up", "contact_point", "handle", "reading", "preference",
    "fact", "promise", "relation", "partnership", "last_talk", "refusal", "own_value",
}  # fmt: skip
ALLOWED = {
    ("relationdesk.work.today.queries._OWED", "promise USING INDEX ix_promise_open"): (
        "the index holds open promises alone"
    ),
    ("relationdesk.work.today.distant._DISTANT", "last_talk USING COVERING INDEX ix_last_talk_distant"): (
        "the index begins with those who waited longest, and the first of them are wanted"
    ),
    ("relationdesk.work.people.filter_values._SOME_CITIES", "person USING INDEX ix_person_listed"): (
        "the first of the list are wanted"
    ),
    ("relationdesk.work.people.record_values._COUNTRIES", "person USING INDEX ix_person_listed"): (
        "the first of the list are wanted"
    ),
    ("relationdesk.work.people.filter_values._PLATFORMS", "handle"): "the newest are wanted",
    (
        "relationdesk.work.backups.queries._LATEST_ENTRIES",
        "interaction",
    ): "the newest five are wanted",
    ("relationdesk.work.backups.queries._PEOPLE", "person USING INDEX ix_person_sort_key"): (
        "a backup is looked through for a part of a name"
    ),
}
"""Full scans of big tables that are meant, each with its reason."""


def statements() -> dict[str, Statement]:
    found = {}
    for module in walk_packages(relationdesk.work.__path__, "relationdesk.work."):
        for name, value in vars(import_module(module.name)).items():
            parts = value if isinstance(value, tuple) else (value,)
            for number, part in enumerate(parts):
                if isinstance(part, Statement):
                    found[f"{module.name}.{name}" + (f"[{number}]" if len(parts) > 1 else "")] = part
    return found


STATEMENTS = statements()


def bound(sql: str) -> dict[str, object]:
    names = set(re.findall(r"(?<![:\w]):([a-z_]+\d*)", sql))
    return {
        name: "[]"
        if name in {"ids", "marks", "days", "beginnings", "people"}
        else '"a"*'
        if "match" in name
        else 1
        for name in names
    }


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dbapi2.Connection]:
    from real_desk import made_in  # noqa: PLC0415 - beside its only use

    made: Made = made_in(tmp_path_factory.mktemp("statements"))
    raw = made.raw()
    yield raw
    raw.close()


def test_the_statements_of_every_area_were_found():
    areas = {name.split(".")[2] for name in STATEMENTS}

    assert {"today", "people", "history", "follow_ups", "partnerships", "search"} <= areas
    assert len(STATEMENTS) > 30


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statements_columns_are_the_fields_it_fills_in_their_order(connection, name: str):
    statement = STATEMENTS[name]
    cursor = connection.execute(statement.sql, bound(statement.sql))

    assert [column[0] for column in cursor.description] == [f.name for f in fields(statement.fills)]


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_statement_scans_a_big_table(connection, name: str):
    sql = STATEMENTS[name].sql

    assert scans(connection, sql, bound(sql)) <= {scan for who, scan in ALLOWED if who == name}


def test_every_scan_that_is_allowed_still_happens(connection):
    made = {
        (name, scan)
        for name, statement in STATEMENTS.items()
        for scan in scans(connection, statement.sql, bound(statement.sql))
    }

    assert set(ALLOWED) <= made


def scans(connection, sql: str, parameters: dict[str, object]) -> set[str]:
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)]
    aliases = dict(re.findall(r"(?:FROM|JOIN)\s+(\w+)\s+AS\s+(\w+)", sql))
    real = {alias: table for table, alias in aliases.items()}
    found = set()
    for step in plan:
        scanned = re.fullmatch(r"SCAN (\w+)(.*)", step)
        if scanned and real.get(scanned[1], scanned[1]) in BIG and "VIRTUAL" not in step:
            found.add(real.get(scanned[1], scanned[1]) + scanned[2])
    return found
