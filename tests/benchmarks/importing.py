"""Bringing 10,000 contact cards in, from the file to the last of them found by a search."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

from cards import cards
from figures import Figure
from resident import most_memory
from setting import Setting

from relationdesk.desk.catalogue import CATALOGUE, Undo
from relationdesk.desk.connection import open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey, new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.vault import sample_vault
from relationdesk.domain.clock import FixedClock
from relationdesk.work.imports.commands import import_people
from relationdesk.work.imports.preview import preview
from relationdesk.work.imports.reading import read_people
from relationdesk.work.people.queries import people_matching
from relationdesk.work.settings.region import home_region

PEOPLE = 10_000
LEAST, AIM = 5_000, 300


def importing(setting: Setting) -> Iterator[Figure]:
    """People a second, and the memory it takes; the floor is the bare writing of the rows that came in."""
    key, folder = new_key(), setting.passing()
    files = DeskFiles(folder / "imported.desk")
    make_desk(files, key, sample_vault(key))
    desk = Desk(files, key, FixedClock(datetime(2026, 11, 24, 9, tzinfo=UTC), ZoneInfo("Europe/Paris")))
    desk.undo_state()  # the writing side is ready, as it is in an open window
    file = folder / "people.vcf"
    file.write_bytes(cards(PEOPLE))
    with most_memory() as memory:
        seconds = _bring_in(desk, file)
    found = len(people_matching(desk.reader, f"{PEOPLE - 1:05}"))
    if (_people(desk), found) != (PEOPLE, 1):
        raise AssertionError((_people(desk), found))
    bare = _bare_writing(files, key, folder)
    begun = perf_counter()
    desk.undo()
    undone = perf_counter() - begun
    if _people(desk):
        raise AssertionError(_people(desk))
    desk.close()
    yield Figure(
        "g. importing 10,000 cards, beside bare writing",
        "people/s",
        PEOPLE / seconds,
        PEOPLE / bare,
        LEAST,
        at_least=True,
    )
    yield Figure("g. most memory meanwhile, with the children", "MB", memory(), None, AIM)
    yield Figure("g. taking all of it back", "s", undone)


def _people(desk: Desk) -> int:
    return desk.reader.number("SELECT count(*) FROM person")


def _bring_in(desk: Desk, file: Path) -> float:
    begun = perf_counter()
    region = home_region(desk)
    seen = preview(desk.reader, read_people(file), region)
    import_people(desk, seen, file_name=file.name, title="Imported", chosen=range(PEOPLE))
    return perf_counter() - begun


def _bare_writing(files: DeskFiles, key: DeskKey, folder: Path) -> float:
    """Seconds that the driver takes for the same rows, with the same indexes for search and no undo."""
    source = open_connection(files.desk, key, reading=True)
    copy = DeskFiles(folder / "copied.desk")
    make_desk(copy, key, sample_vault(key))
    target = open_connection(copy.desk, key)
    target.execute("PRAGMA foreign_keys = 0")
    written = [name for name, table in CATALOGUE.items() if table.undo is not Undo.DERIVED]
    rows = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in written}
    begun = perf_counter()
    target.execute("BEGIN IMMEDIATE")
    for table, told in rows.items():
        if told:
            target.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(told[0]))})", told)
    target.execute("COMMIT")
    seconds = perf_counter() - begun
    source.close()
    target.close()
    return seconds
