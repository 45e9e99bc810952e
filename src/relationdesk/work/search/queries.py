"""Finding people and texts: names first, then everything that was written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import PersonId
from relationdesk.work.people.filtering import filtered_people, read_on, within
from relationdesk.work.people.matching import Spellings, as_meant, as_typed
from relationdesk.work.people.nearness import nearest_to
from relationdesk.work.people.within import Within
from relationdesk.work.search.marking import with_reasons
from relationdesk.work.search.texts import MATCH_BEGINS, MATCH_ENDS, PERSON, Found, texts_with

__all__ = ["MATCH_BEGINS", "MATCH_ENDS", "PERSON", "Found", "found", "found_apart", "people_named"]

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


def found(reader: Reader, typed: str, day: date, limit: int = 20) -> list[Found]:
    """At most `limit` people whom a filter lets through and texts about them, people first.

    Every free word begins a word of what is found. When nothing does, words that look misspelt are taken for
    those they are nearest to. A text of signs alone finds nothing.
    """

    def together(words: list[Spellings], among: Within) -> list[Found]:
        people = _people(reader, words, among, day, limit)
        return people + texts_with(reader, words, among, limit - len(people))

    return _found(reader, _Asked(typed, day, limit), together)


def found_apart(reader: Reader, typed: str, day: date, *, people: int, texts: int) -> list[Found]:
    """What `found` finds, with room kept for texts: at most so many people, then at most so many texts."""

    def apart(words: list[Spellings], among: Within) -> list[Found]:
        return [*_people(reader, words, among, day, people), *texts_with(reader, words, among, texts)]

    return _found(reader, _Asked(typed, day, people), apart)


def people_named(reader: Reader, ids: Sequence[PersonId]) -> list[Found]:
    """These people in this order, without those who are gone."""
    return reader.ask(_PEOPLE, ids=f"[{','.join(map(str, ids))}]")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A filter on a day, and how many people are wanted."""

    typed: str
    day: date
    most: int


_Search = Callable[[list[Spellings], Within], list[Found]]


def _found(reader: Reader, asked: _Asked, search: _Search) -> list[Found]:
    wanted = read_on(reader, asked.typed)
    words = as_typed(wanted.words)
    if not words:
        return [] if wanted.is_words_alone else _filtered(reader, asked)
    among = within(reader, wanted, asked.day, asked.most)
    lines = search(words, among)
    if lines:
        return lines
    meant = as_meant(reader, wanted.words, is_for_texts=True)
    return search(meant, among) if meant else []


def _filtered(reader: Reader, asked: _Asked) -> list[Found]:
    people = filtered_people(reader, asked.typed, asked.day, asked.most)
    return people_named(reader, [PersonId(person) for person in people])


def _people(reader: Reader, words: list[Spellings], among: Within, day: date, limit: int) -> list[Found]:
    people = [PersonId(person) for person in nearest_to(reader, words, limit, among)]
    return with_reasons(reader, people_named(reader, people), words, day)
