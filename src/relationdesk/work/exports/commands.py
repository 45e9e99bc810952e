"""Writing people and the whole desk into files, and reading a whole desk back."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from relationdesk.desk.contents import archived_tables, fill, make_room, rows_of
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import UnfitTextError
from relationdesk.desk.files import write_whole
from relationdesk.desk.reader import Reader
from relationdesk.desk.schema import SCHEMA_VERSION
from relationdesk.domain.labels import Label
from relationdesk.exchange.archive import BadArchiveError, NewerArchiveError, written
from relationdesk.exchange.archive import read_archive as archive_in
from relationdesk.exchange.vcard.writer import write_vcards
from relationdesk.work.exports.errors import FullDeskError
from relationdesk.work.files import reading, writing
from relationdesk.work.people.cards import cards_of
from relationdesk.work.people.queries import people_matching

_READ = range(1, SCHEMA_VERSION + 1)
"""Schemas whose archives are read: what came after the first is tables that an older archive lacks."""


def export_vcards(reader: Reader, path: Path, ids: Sequence[int] | None = None) -> int:
    """Write people as vCard 4.0 (RFC 6350), everyone in the list when `ids` is None; returns how many.

    Raises:
        UnwritableFileError, FullDiskError: the file cannot be written; what was there is unharmed.
    """
    with writing(path), reader.one_moment():
        cards = list(cards_of(reader, people_matching(reader) if ids is None else ids))
        write_whole(path, write_vcards(cards))
    return len(cards)


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
