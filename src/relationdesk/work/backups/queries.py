"""What there is in the way of backups, and what they hold."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from relationdesk.desk.backups.errors import Unfit, UnfitBackupError
from relationdesk.desk.backups.reading import opened_backup, tables_in
from relationdesk.desk.backups.shelf import Backup, backup_at, backups_of
from relationdesk.desk.errors import DamagedDeskError
from relationdesk.desk.key import DeskKey
from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.backups import is_overdue, latest_trusted
from relationdesk.domain.folding import letters
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.backups.source import Source

MOST_FOUND = 50
_LATEST = 5
__all__ = [
    "Backup",
    "Counts",
    "FoundPerson",
    "Holdings",
    "LatestEntry",
    "Standing",
    "backups",
    "counts_now",
    "holdings",
    "made_at",
    "people_in",
    "standing",
]

_READ = frozenset({"person", "participant", "interaction", "follow_up", "partnership"})


@dataclass(frozen=True, slots=True)
class Standing:
    """How well a desk is backed up.

    `last` is the moment of the last backup, which was good when it was made. `is_behind` tells that the desk
    was written to since. `size` is the desk's, in bytes.
    """

    last: datetime | None
    is_behind: bool
    size: int = 0

    def is_overdue(self, now: datetime) -> bool:
        """Whether the user should be told that changes are in no backup for a week, or in none at all."""
        return self.is_behind and is_overdue(self.last, now)


@dataclass(frozen=True, slots=True)
class LatestEntry:
    """One of the newest entries of a history."""

    day: date
    kind: InteractionKind
    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a backup holds, and when it was made."""

    path: Path
    made: datetime
    size: int
    people: int
    entries: int
    follow_ups: int
    partnerships: int
    latest: tuple[LatestEntry, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is on a desk."""

    people: int
    entries: int


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody in a backup."""

    id: PersonId
    name: str
    city: str


_LATEST_ENTRIES = Statement(
    LatestEntry,
    """
    SELECT interaction.happened_on AS day, interaction.kind AS kind,
      coalesce((SELECT person.display_name FROM participant JOIN person ON person.id = participant.person_id
        WHERE participant.interaction_id = interaction.id ORDER BY participant.id LIMIT 1), '') AS name,
      interaction.title AS title, interaction.text AS text
    FROM interaction ORDER BY interaction.id DESC LIMIT :most
    """,
)
_PEOPLE = Statement(
    FoundPerson,
    """
    SELECT person.id AS id, person.display_name AS name, person.city AS city
    FROM person
    WHERE NOT EXISTS (SELECT 1 FROM json_each(:marks) AS mark WHERE instr(person.names_key, mark.value) = 0)
    ORDER BY person.sort_key, person.id LIMIT :most
    """,
)


def standing(source: Source) -> Standing:
    """How well a desk is backed up, told by the files alone.

    A backup whose moment lies ahead was made while the clock was wrong, and says nothing of how old it is.
    """
    backups = backups_of(source.files)
    last = latest_trusted((backup.made for backup in backups), source.clock.now())
    with suppress(OSError):
        written = max(path.stat().st_mtime_ns for path in _written_to(source))
        is_behind = not backups or written > max(backup.path.stat().st_mtime_ns for backup in backups)
        return Standing(last, is_behind=is_behind, size=source.files.desk.stat().st_size)
    return Standing(last, is_behind=True)


def backups(source: Source) -> list[Backup]:
    """The backups beside a desk, the latest first."""
    return backups_of(source.files)


def holdings(path: Path, key: DeskKey) -> Holdings:
    """What a backup holds.

    Raises:
        UnfitBackupError, NewerBackupError: it cannot be read.
    """
    with _reader(path, key) as reader:
        return Holdings(
            path=path,
            made=made_at(path),
            size=path.stat().st_size,
            people=reader.number("SELECT count(*) FROM person"),
            entries=reader.number("SELECT count(*) FROM interaction"),
            follow_ups=reader.number("SELECT count(*) FROM follow_up"),
            partnerships=reader.number("SELECT count(*) FROM partnership"),
            latest=tuple(reader.ask(_LATEST_ENTRIES, most=_LATEST)),
        )


def counts_now(reader: Reader) -> Counts:
    """How much is on the desk now."""
    return Counts(
        reader.number("SELECT count(*) FROM person"), reader.number("SELECT count(*) FROM interaction")
    )


def people_in(path: Path, key: DeskKey, words: str) -> list[FoundPerson]:
    """The people in a backup whose names hold these words, in order of name, the first of them all for none.

    Raises:
        UnfitBackupError, NewerBackupError: it cannot be read.
    """
    with _reader(path, key) as reader:
        return reader.ask(_PEOPLE, marks=json.dumps(letters(words).split()), most=MOST_FOUND)


@contextmanager
def _reader(path: Path, key: DeskKey) -> Iterator[Reader]:
    try:
        with opened_backup(path, key) as connection:
            if _READ - set(tables_in(connection)):
                raise UnfitBackupError(path, Unfit.NO_DESK)
            yield Reader(connection, path)
    except (DamagedDeskError, ValueError) as error:
        raise UnfitBackupError(path, Unfit.DAMAGED) from error


def made_at(path: Path) -> datetime:
    """When a backup was made, by its name, or else by when the file was written last."""
    with suppress(OSError):
        backup = backup_at(path)
        return backup.made if backup else datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return datetime.fromtimestamp(0, UTC)


def _written_to(source: Source) -> Iterator[Path]:
    yield source.files.desk
    log = source.files.desk.with_name(source.files.desk.name + "-wal")
    if log.exists() and log.stat().st_size:
        yield log
