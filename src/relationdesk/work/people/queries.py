"""The list of people."""

import json
from dataclasses import dataclass, field
from datetime import date

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.folding import sort_key
from relationdesk.domain.ids import PersonId
from relationdesk.work.people.matching import words_of
from relationdesk.work.people.nearness import nearest_people

MOST_NAMED = 200


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One row of the list: what tells a person apart, and when there was contact last.

    `distant_on` is the day from which they grow distant; the first of all days for who was never talked to.
    """

    id: PersonId
    name: str
    topic: str
    platform: str
    last_contact: date | None
    next_due: date | None
    picture_hash: str | None
    city: str
    distant_on: date | None


@dataclass(frozen=True, slots=True)
class PictureContent:
    """A picture as it is kept, encoded."""

    hash: str
    content: bytes = field(repr=False)


_LINES = Statement(
    PersonLine,
    """
    SELECT
      person.id AS id,
      person.display_name AS name,
      coalesce((SELECT topic.name FROM person_topic JOIN topic ON topic.id = person_topic.topic_id
        WHERE person_topic.person_id = person.id ORDER BY person_topic.rank, topic.id LIMIT 1), '') AS topic,
      coalesce((SELECT handle.platform FROM handle
        WHERE handle.person_id = person.id ORDER BY handle.rank, handle.id LIMIT 1), '') AS platform,
      last_talk.contact AS last_contact,
      (SELECT min(follow_up.due_on) FROM follow_up
        WHERE follow_up.person_id = person.id AND follow_up.state = 'open') AS next_due,
      person.picture_hash AS picture_hash,
      person.city AS city,
      CASE WHEN last_talk.distant_after IS NULL THEN NULL
        ELSE coalesce(date(last_talk.day, (last_talk.distant_after + 1) || ' days'), '0001-01-01')
        END AS distant_on
    FROM json_each(:ids) AS wanted JOIN person ON person.id = wanted.value
      LEFT JOIN last_talk ON last_talk.person_id = person.id
    ORDER BY wanted.key
    """,
)


_PICTURES = Statement(
    PictureContent,
    """SELECT blob.hash AS hash, blob.content AS content
    FROM json_each(:ids) AS wanted JOIN blob ON blob.hash = wanted.value""",
)
_LISTED = "trashed_at IS NULL AND archived_at IS NULL"
_CALLED_EXACTLY = f"SELECT id FROM person WHERE sort_key = :key AND {_LISTED} ORDER BY id"  # noqa: S608 - a constant
_WHOLE_NAME = f"""
    SELECT id FROM person
    WHERE sort_key >= :letters || char(1) AND sort_key < :letters || char(2) AND {_LISTED}
    ORDER BY sort_key, id
"""  # noqa: S608 - a constant
LEVEL_ENDS = "\x01"
"""What parts the levels of a sort key (`domain.folding.sort_key`), letters first."""


def people_matching(reader: Reader, text: str = "") -> list[int]:
    """The identities of everyone in the list who matches every word of `text`, the nearest first.

    Without a text in the list's order; else those whose name begins so, then those who match otherwise,
    each in that order. When nobody does, words that look misspelt are taken for those they are nearest to.
    """
    return nearest_people(reader, text)


def people_count(reader: Reader) -> int:
    """How many people the list holds without a filter."""
    return reader.number(f"SELECT count(*) FROM person WHERE {_LISTED}")  # noqa: S608 - a constant


def archived_count(reader: Reader) -> int:
    """How many people are in the archive."""
    return reader.number("SELECT count(*) FROM person WHERE trashed_at IS NULL AND archived_at IS NOT NULL")


def person_lines(reader: Reader, ids: list[int]) -> list[PersonLine]:
    """The rows for a page of the list, in the order of `ids`; those who left meanwhile are missing."""
    return reader.ask(_LINES, ids=f"[{','.join(map(str, ids))}]")


def pictures_of(reader: Reader, digests: list[str]) -> list[PictureContent]:
    """The pictures with these hashes; those that are gone are missing."""
    return reader.ask(_PICTURES, ids=json.dumps(digests))


def people_named(reader: Reader, name: str) -> list[PersonLine]:
    """Whom a typed name can mean: those whose whole name it is, or else those whose name begins so.

    A name of signs alone means those who are called exactly that.
    """
    wanted = " ".join(words_of(name))
    if not wanted:
        return person_lines(reader, reader.ids(_CALLED_EXACTLY, key=sort_key(name.strip())))
    whole = reader.ids(_WHOLE_NAME, letters=sort_key(name).partition(LEVEL_ENDS)[0])
    if whole:
        return person_lines(reader, whole[:MOST_NAMED])
    lines = person_lines(reader, people_matching(reader, name)[:MOST_NAMED])
    return [line for line in lines if " ".join(words_of(line.name)).startswith(wanted)]
