"""What is in the trash, and until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.trash import goes_on
from relationdesk.work.settings.queries import days_used


class Kind(StrEnum):
    """What can be in the trash; the value is the name of its table."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PARTNERSHIP = "partnership"


@dataclass(frozen=True, slots=True)
class Trashed:
    """Something in the trash; `about` is the client and `whom` the person of a partnership."""

    kind: Kind
    id: int
    name: str
    about: str
    whom: str
    picture_hash: str | None
    trashed_at: datetime


@dataclass(frozen=True, slots=True)
class TrashLine:
    """Something in the trash, since which day of the user's, and when it goes for good."""

    trashed: Trashed
    since: date
    goes_on: date


@dataclass(frozen=True, slots=True)
class Belongings:
    """How much goes and comes back with something in the trash."""

    interactions: int
    promises: int
    follow_ups: int
    partnerships: int
    remembered: int
    files: int
    people: int


_TRASHED = Statement(
    Trashed,
    """
    SELECT 'person' AS kind, person.id AS id, person.display_name AS name, '' AS about, '' AS whom,
      person.picture_hash AS picture_hash, person.trashed_at AS trashed_at
    FROM person WHERE person.trashed_at IS NOT NULL
    UNION ALL
    SELECT 'organisation', organisation.id, organisation.name, '', '', NULL, organisation.trashed_at
    FROM organisation WHERE organisation.trashed_at IS NOT NULL
    UNION ALL
    SELECT 'partnership', partnership.id, partnership.title, coalesce(client.name, ''), person.display_name,
      NULL, partnership.trashed_at
    FROM partnership JOIN person ON person.id = partnership.person_id AND person.trashed_at IS NULL
      LEFT JOIN organisation AS client
        ON client.id = partnership.client_id AND client.trashed_at IS NULL
    WHERE partnership.trashed_at IS NOT NULL
    ORDER BY trashed_at DESC, id DESC
    """,
)
_OF_PERSON = Statement(
    Belongings,
    """
    SELECT (SELECT count(*) FROM participant WHERE person_id = :id) AS interactions,
      (SELECT count(*) FROM promise WHERE person_id = :id) AS promises,
      (SELECT count(*) FROM follow_up WHERE person_id = :id) AS follow_ups,
      (SELECT count(*) FROM partnership WHERE person_id = :id) AS partnerships,
      (SELECT count(*) FROM preference WHERE person_id = :id)
        + (SELECT count(*) FROM fact WHERE person_id = :id) AS remembered,
      (SELECT count(*) FROM attachment WHERE person_id = :id) AS files,
      0 AS people
    """,
)
_OF_ORGANISATION = Statement(
    Belongings,
    """
    SELECT 0 AS interactions, 0 AS promises, 0 AS follow_ups,
      (SELECT count(*) FROM partnership WHERE client_id = :id) AS partnerships,
      0 AS remembered, 0 AS files,
      (SELECT count(DISTINCT person_id) FROM role WHERE organisation_id = :id) AS people
    """,
)
_NOTHING = Belongings(0, 0, 0, 0, 0, 0, 0)


def trash(reader: Reader, today: date, zone: ZoneInfo) -> list[TrashLine]:
    """Everything in the trash, the latest first.

    A partnership of somebody who is there too comes and goes with them, and is not told apart.
    """
    used = days_used(reader)
    return [_line(one, used, today, zone) for one in reader.ask(_TRASHED)]


def belongings(reader: Reader, kind: Kind, row_id: int) -> Belongings:
    """How much goes and comes back with something in the trash."""
    statement = {Kind.PERSON: _OF_PERSON, Kind.ORGANISATION: _OF_ORGANISATION}.get(kind)
    found = reader.ask_one(statement, id=row_id) if statement is not None else None
    return found or _NOTHING


def _line(trashed: Trashed, used: Sequence[date], today: date, zone: ZoneInfo) -> TrashLine:
    since = trashed.trashed_at.astimezone(zone).date()
    return TrashLine(trashed, since, goes_on(since, used, today))
