"""Writing people and the whole desk into files, and reading a whole desk back."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from sqlalchemy.exc import IntegrityError

from relationdesk.desk.contents import archived_tables, fill, make_room, rows_of
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import UnfitTextError
from relationdesk.desk.files import write_whole
from relationdesk.desk.reader import Reader
from relationdesk.desk.schema import SCHEMA_VERSION
from relationdesk.domain.card import Card
from relationdesk.domain.labels import Label
from relationdesk.exchange.archive import BadArchiveError, NewerArchiveError, written
from relationdesk.exchange.archive import read_archive as archive_in
from relationdesk.exchange.people_file import people_in_json
from relationdesk.exchange.tables.writer import csv_of, xlsx_of
from relationdesk.exchange.vcard.writer import write_vcards
from relationdesk.work.exports.errors import FullDeskError, WrongEndingError
from relationdesk.work.files import reading, writing
from relationdesk.work.people.cards import cards_of
from relationdesk.work.people.queries import people_matching, person_lines

_READ = range(1, SCHEMA_VERSION + 1)
"""Schemas whose archives are read: what came after the first is tables that an older archive lacks."""


_AT_ONCE: Final = 1_000
_Writer = Callable[[Iterable[Card]], Iterable[bytes]]
_WRITERS: Final[Mapping[str, _Writer]] = {
    ".vcf": write_vcards,
    ".csv": csv_of,
    ".xlsx": lambda cards: [xlsx_of(cards)],
    ".json": people_in_json,
}
ENDINGS: Final = tuple(_WRITERS)
"""The endings of the files that people are written to; each is a form."""
_WITHOUT_DAYS: Final = ".vcf"


def export_people(reader: Reader, path: Path, ids: Sequence[int] | None = None) -> int:
    """Write people in the form that the file's ending names, everyone in the list when `ids` is None.

    Returns how many. A vCard is version 4.0 (RFC 6350).

    Raises:
        WrongEndingError: the ending names no form.
        UnwritableFileError, FullDiskError: the file cannot be written; what was there is unharmed.
    """
    ending = path.suffix.lower()
    with writing(path), reader.one_moment():
        if ending not in _WRITERS:
            raise WrongEndingError(path, ", ".join(ENDINGS))
        asked = people_matching(reader) if ids is None else ids
        there = reader.ids(_ON_THE_DESK, ids=json.dumps(list(asked)))
        cards = cards_of(reader, there) if ending == _WITHOUT_DAYS else _with_days(reader, there)
        write_whole(path, _WRITERS[ending](cards))
    return len(there)


_ON_THE_DESK: Final = """SELECT person.id FROM json_each(:ids) AS wanted
    JOIN person ON person.id = wanted.value WHERE person.trashed_at IS NULL ORDER BY wanted.key"""


def _with_days(reader: Reader, ids: Sequence[int]) -> Iterator[Card]:
    """The cards of people with the days of the last contact and of the next step."""
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for card, line in zip(cards_of(reader, some), person_lines(reader, list(some)), strict=True):
            yield replace(card, last_contact=line.last_contact, come_back_on=line.next_due)


def write_archive(reader: Reader, path: Path) -> int:
    """Write the whole desk as a JSON archive; returns how many people are in it.

    Raises:
        UnwritableFileError, FullDiskError: the file cannot be written; what was there is unharmed.
    """
    with writing(path), reader.one_moment():
        write_whole(
            path, written(SCHEMA_VERSION, ((table, rows_of(reader, table)) for table in archived_tables()))
        )
        return reader.number("SELECT count(*) FROM person")


def read_archive(desk: Desk, path: Path) -> int:
    """Read a whole desk from an archive into this empty one, as one change; returns how many people came.

    Nothing is changed when it fails.

    Raises:
        FullDeskError: there is something on this desk already.
        MissingFileError: the file cannot be read.
        NewerArchiveError: a later version wrote it.
        BadArchiveError, UnfitRowError: it is no archive, or what it holds does not fit together.
    """
    with reading(path):
        archive = archive_in(path)
    if archive.schema > SCHEMA_VERSION:
        raise NewerArchiveError(path)
    known = archived_tables()
    if archive.schema not in _READ or set(archive.tables) - set(known):
        raise BadArchiveError(path)
    try:
        with desk.change(Label.READ_ARCHIVE) as session:
            if not make_room(session):
                raise FullDeskError
            for table in known:
                is_older = archive.schema < SCHEMA_VERSION
                fill(session, table, archive.tables.get(table, []), is_older=is_older)
    except (IntegrityError, UnfitTextError) as error:
        raise BadArchiveError(path) from error
    return len(archive.tables.get("person", []))
