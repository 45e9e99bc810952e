"""Finding people and texts: names first, then everything that was written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import PersonId
from relationdesk.work.people.matching import Spellings, as_meant, as_typed, prefix_match
from relationdesk.work.people.nearness import nearest_to


class FoundKind(StrEnum):
    """Where something was found."""

    PERSON = "person"
    INTERACTION = "interaction"
    PREFERENCE = "preference"
    FACT = "fact"
    PROMISE = "promise"
    FOLLOW_UP = "follow_up"
    PARTNERSHIP = "partnership"


@dataclass(frozen=True, slots=True)
class Found:
    """A person, or a text about one; the words that matched stand between U+0002 and U+0003."""

    kind: FoundKind
    person_id: PersonId
    name: str
    snippet: str
    day: date | None


MATCH_BEGINS, MATCH_ENDS = "\x02", "\x03"
_SNIPPET = "snippet({index}, -1, char(2), char(3), '…', 14)"

_PEOPLE = Statement(
    Found,
    """
    SELECT 'person' AS kind, person.id AS person_id, person.display_name AS name,
      coalesce((SELECT topic.name FROM person_topic JOIN topic ON topic.id = person_topic.topic_id
        WHERE person_topic.person_id = person.id
        ORDER BY person_topic.rank, topic.id LIMIT 1), '') AS snippet,
      (SELECT max(interaction.happened_on) FROM participant
        JOIN interaction ON interaction.id = participant.interaction_id
        WHERE participant.person_id = person.id) AS day
    FROM json_each(:ids) AS wanted JOIN person ON person.id = wanted.value
    WHERE person.trashed_at IS NULL
    ORDER BY wanted.key
    """,
)


def _about(table: str, day: str, kind: str, *, where: str = "true") -> Statement[Found]:
    index = f"{table}_fts"
    return Statement(
        Found,
        f"""
        SELECT '{kind}' AS kind, person.id AS person_id, person.display_name AS name,
          {_SNIPPET.format(index=index)} AS snippet, {day} AS day
        FROM {index} JOIN {table} ON {table}.id = {index}.rowid JOIN person ON person.id = {table}.person_id
        WHERE {index} MATCH :match AND person.trashed_at IS NULL AND {where}
        ORDER BY {index}.rowid DESC LIMIT :most
        """,  # noqa: S608 - names of this module
    )


_TEXTS = (
    Statement(
        Found,
        f"""
        SELECT 'interaction' AS kind, person.id AS person_id, person.display_name AS name,
          {_SNIPPET.format(index="interaction_fts")} AS snippet, interaction.happened_on AS day
        FROM interaction_fts JOIN interaction ON interaction.id = interaction_fts.rowid
          JOIN participant ON participant.interaction_id = interaction.id
          JOIN person ON person.id = participant.person_id
        WHERE interaction_fts MATCH :match AND person.trashed_at IS NULL
        ORDER BY interaction_fts.rowid DESC LIMIT :most
        """,  # noqa: S608 - names of this module
    ),
    _about("promise", "promise.made_on", "promise"),
    _about("follow_up", "follow_up.due_on", "follow_up"),
    _about(
        "partnership",
        "partnership.stage_since",
        "partnership",
        where="partnership.trashed_at IS NULL",
    ),
    _about("preference", "preference.noted_on", "preference"),
    _about("fact", "fact.noted_on", "fact"),
)


def found(reader: Reader, text: str, limit: int = 20) -> list[Found]:
    """At most `limit` people and texts in which every word of `text` begins a word, people first.

    When nothing does, words that look misspelt are taken for those they are nearest to. A text of signs
    alone finds nothing.
    """
    return _found(reader, text, lambda words: _found_together(reader, words, limit))


def found_apart(reader: Reader, text: str, *, people: int, texts: int) -> list[Found]:
    """What `found` finds, with room kept for texts: at most so many people, then at most so many texts."""
    return _found(
        reader, text, lambda words: [*_people(reader, words, people), *_texts(reader, words, texts)]
    )


def people_named(reader: Reader, ids: Sequence[PersonId]) -> list[Found]:
    """These people in this order, without those who are gone."""
    return reader.ask(_PEOPLE, ids=f"[{','.join(map(str, ids))}]")


def _found(reader: Reader, text: str, search: Callable[[list[Spellings]], list[Found]]) -> list[Found]:
    typed = as_typed(text)
    if not typed:
        return []
    lines = search(typed)
    if lines:
        return lines
    meant = as_meant(reader, text)
    return search(meant) if meant else []


def _found_together(reader: Reader, words: list[Spellings], limit: int) -> list[Found]:
    people = _people(reader, words, limit)
    return people + (_texts(reader, words, limit) if len(people) < limit else [])[: limit - len(people)]


def _people(reader: Reader, words: list[Spellings], limit: int) -> list[Found]:
    return people_named(reader, [PersonId(person) for person in nearest_to(reader, words, limit)])


def _texts(reader: Reader, words: list[Spellings], limit: int) -> list[Found]:
    match = " AND ".join(prefix_match(spellings) for spellings in words)
    return [line for statement in _TEXTS for line in reader.ask(statement, match=match, most=limit)][:limit]
