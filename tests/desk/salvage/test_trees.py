"""Rows read out of pages are those that the library reads."""

from pathlib import Path

import pytest

from golden import KEY, golden_desks
from real_desk import FULL_CARD, Made
from relationdesk.desk.checking import go_on
from relationdesk.desk.connection import Connection, open_connection
from relationdesk.desk.contents import archived_tables
from relationdesk.desk.key import DeskKey
from relationdesk.desk.salvage.gathering import gather, readable_rows
from relationdesk.desk.salvage.pages import USABLE, Pages
from relationdesk.desk.salvage.shapes import Shape, shapes_of
from relationdesk.desk.salvage.trees import rows_in
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person

LENGTHS = [*range(3940, 4030, 7), 8000, 8011, 8012, 8013, 40_000]
"""Of texts that fill a page, hardly do not, or go on over several."""


def read_by_pages(path: Path, key: DeskKey, shapes: list[Shape]) -> dict[str, list[tuple[object, ...]]]:
    with Pages(path, key) as pages:
        gathered = gather(pages, shapes, go_on)
        assert gathered.broken == ()
        return {
            shape.table: sorted(
                shape.values_of(row)
                for leaf in gathered.leaves[shape.table]
                for row in readable_rows(pages, leaf)
            )
            for shape in shapes
        }


def read_by_library(raw: Connection, shapes: list[Shape]) -> dict[str, list[tuple[object, ...]]]:
    return {
        shape.table: sorted(raw.execute(f"SELECT {', '.join(shape.columns)} FROM {shape.table}").fetchall())
        for shape in shapes
    }


def assert_read_alike(path: Path, key: DeskKey, tables: list[str]) -> None:
    raw = open_connection(path, key)
    shapes = shapes_of(raw, tables)
    told = read_by_library(raw, shapes)
    raw.close()

    assert read_by_pages(path, key, shapes) == told
    assert any(told.values())


@pytest.mark.parametrize("golden", golden_desks(), ids=lambda golden: f"schema {golden.version}")
def test_every_table_of_a_golden_desk_is_read_as_the_library_reads_it(golden, tmp_path: Path):
    path = tmp_path / "my.desk"
    path.write_bytes(golden.files.desk.read_bytes())
    raw = open_connection(path, KEY)
    there = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    raw.close()

    assert_read_alike(path, KEY, [table for table in archived_tables() if table in there])


def test_texts_of_any_length_are_read_to_their_end(made: Made):
    desk = made.opened()
    person = create_person(desk, FULL_CARD)
    for length in LENGTHS:
        text = "é" * (length // 2)
        log_interaction(desk, people=[person], kind=InteractionKind.CALL, text=text)
    desk.close()

    assert_read_alike(made.files.desk, made.key, ["interaction", "person", "blob"])


def test_numbers_of_any_size_are_read(made: Made):
    raw = made.raw()
    raw.execute("PRAGMA foreign_keys = 0")
    numbers = (0, 1, -1, 127, -128, 2**15, -(2**23), 2**31, -(2**40), 2**47, 2**62, -(2**62))
    for place, number in enumerate(numbers):
        raw.execute("INSERT INTO reading VALUES (?, 1, NULL, ?, 'i_saw')", (50**place, number))
    raw.close()

    assert_read_alike(made.files.desk, made.key, ["reading"])


@pytest.mark.parametrize("number", [1, 2])
def test_a_page_of_junk_that_claims_more_rows_than_fit_has_none_that_can_be_read(number: int):
    start = 100 if number == 1 else 0
    page = bytes(start) + b"\r" + b"\xff" * (USABLE - start - 1)

    assert set(rows_in(page, number, lambda _number: None)) == {None}
