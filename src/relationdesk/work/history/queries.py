"""The timeline of one person: what happened, what was promised, what was agreed, in one order."""

import json
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import InteractionId, PersonId
from relationdesk.domain.mentions import Mention, Part, parts_of
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone

HEAD: Final = 60
"""Entries of a timeline that are read first, more than a screen shows."""
_ALL: Final = -1
_NOBODY: Final = "[]"


class EntryKind(StrEnum):
    """What a line of the timeline is."""

    INTERACTION = "interaction"
    PROMISE = "promise"
    PARTNERSHIP = "partnership"
    FOLLOW_UP = "follow_up"
    MENTION = "mention"
    """Something that happened with others, whose text names the person."""
    ATTACHMENT = "attachment"
    """A file that came with nothing that happened."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody else in an entry; `written` is how its text names them, and empty for who took part.

    Whoever is not there is in the trash.
    """

    person: PersonId
    name: str
    is_there: bool
    written: str = ""


class People(tuple[Named, ...]):
    """People in an entry, in the order in which they came into it."""

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> "People":
        """What the file tells of them."""
        if text == _NOBODY:
            return NO_PEOPLE
        told = json.loads(text)
        return cls(Named(PersonId(one[0]), one[1], bool(one[2]), *one[3:]) for one in told)


NO_PEOPLE: Final = People()


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of the timeline.

    `word` is the kind of an interaction, the side of a promise, the stage of a partnership or the
    action of a follow-up, as the vocabulary has them; `state` is the state of a promise or follow-up;
    `due_on` is what a promise is due; `who` names the client of a partnership. `tone` tells of an interaction
    whether the user asked or gave, and is empty otherwise. `company` has who else took part in what happened,
    `named` whom its text names.
    """

    kind: EntryKind
    id: int
    day: date
    word: str
    title: str
    text: str
    private_line: str
    state: str
    due_on: date | None
    who: str
    tone: str = ""
    company: People = NO_PEOPLE
    named: People = NO_PEOPLE

    @property
    def parts(self) -> tuple[Part, ...]:
        """The text in parts, those that name somebody apart, each with the name they have now."""
        now = {one.written: one for one in self.named}
        mentions = [Mention(one.person, one.written) for one in self.named]
        return tuple(
            part if part.mention is None else Part(now[part.text].name, part.mention)
            for part in parts_of(self.text, mentions)
        )

    @property
    def told(self) -> str:
        """The text with the plain names of those whom it names."""
        return "".join(part.text for part in self.parts) if self.named else self.text


@dataclass(frozen=True, slots=True)
class Told:
    """What happened, with everything that can be told otherwise."""

    id: InteractionId
    kind: InteractionKind
    happened_on: date
    title: str
    text: str
    place: str
    direction: Direction
    tone: Tone


@dataclass(frozen=True, slots=True)
class TookPart:
    """Somebody who took part, with the line that only their history shows."""

    person: PersonId
    name: str
    line: str


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody by their name, and as a text names them."""

    person: PersonId
    name: str
    written: str = field(default="")


_TIMELINE = Statement(
    TimelineEntry,
    """
    SELECT told.kind AS kind, told.id AS id, told.day AS day, told.word AS word, told.title AS title,
      told.text AS text, told.private_line AS private_line, told.state AS state, told.due_on AS due_on,
      told.who AS who, told.tone AS tone,
      CASE WHEN told.kind IN ('interaction', 'mention') THEN (
        SELECT json_group_array(json_array(person.id, person.display_name, person.trashed_at IS NULL)
          ORDER BY participant.id)
        FROM participant JOIN person ON person.id = participant.person_id
        WHERE participant.interaction_id = told.id AND participant.person_id <> :person)
        ELSE '[]' END AS company,
      CASE WHEN told.kind IN ('interaction', 'mention') THEN (
        SELECT json_group_array(
          json_array(person.id, person.display_name, person.trashed_at IS NULL, mention.name)
          ORDER BY mention.id)
        FROM mention JOIN person ON person.id = mention.person_id
        WHERE mention.interaction_id = told.id)
        ELSE '[]' END AS named
    FROM (
    SELECT kind, id, day, word, title, text, private_line, state, due_on, who, tone FROM (
    SELECT 'interaction' AS kind, interaction.id AS id, interaction.happened_on AS day,
      interaction.kind AS word, interaction.title AS title, interaction.text AS text,
      participant.line AS private_line, interaction.direction AS state, NULL AS due_on,
      interaction.place AS who, interaction.tone AS tone
    FROM participant JOIN interaction ON interaction.id = participant.interaction_id
    WHERE participant.person_id = :person
    UNION ALL
    SELECT 'promise', id, made_on, side, '', what, '', state, due_on, '', ''
    FROM promise WHERE person_id = :person
    UNION ALL
    SELECT 'partnership', partnership.id,
      coalesce(partnership.stage_since, partnership.agreed_on, substr(partnership.created_at, 1, 10)),
      partnership.stage, partnership.title, partnership.outcome, partnership.lesson, '', partnership.ends_on,
      coalesce(organisation.name, ''), ''
    FROM partnership LEFT JOIN organisation
        ON organisation.id = partnership.client_id AND organisation.trashed_at IS NULL
    WHERE partnership.person_id = :person AND partnership.trashed_at IS NULL
    UNION ALL
    SELECT 'follow_up', id, closed_on, action, reason, closing_word, '', state, due_on, '', ''
    FROM follow_up
    WHERE person_id = :person AND state <> 'open' AND closing_interaction_id IS NULL
    UNION ALL
    SELECT 'mention', interaction.id, interaction.happened_on, interaction.kind, interaction.title,
      interaction.text, '', interaction.direction, NULL, '', ''
    FROM (SELECT DISTINCT interaction_id FROM mention WHERE person_id = :person) AS where_named
      JOIN interaction ON interaction.id = where_named.interaction_id
    WHERE NOT EXISTS (SELECT 1 FROM participant
        WHERE participant.interaction_id = interaction.id AND participant.person_id = :person)
      AND EXISTS (SELECT 1 FROM participant JOIN person ON person.id = participant.person_id
        WHERE participant.interaction_id = interaction.id AND person.trashed_at IS NULL)
    UNION ALL
    SELECT 'attachment', id, substr(added_at, 1, 10), '', name, '', '', '', NULL, '', ''
    FROM attachment WHERE person_id = :person AND interaction_id IS NULL
    ) ORDER BY day DESC, kind <> 'interaction', id DESC LIMIT :most) AS told
    ORDER BY told.day DESC, told.kind <> 'interaction', told.id DESC
    """,
)
_TOLD = Statement(
    Told,
    """SELECT id, kind, happened_on, title, text, place, direction, tone FROM interaction WHERE id = :id""",
)
_TOOK_PART = Statement(
    TookPart,
    """SELECT person.id AS person, person.display_name AS name, participant.line AS line
    FROM participant JOIN person ON person.id = participant.person_id
    WHERE participant.interaction_id = :id ORDER BY participant.id""",
)
_NAMED_IN = Statement(
    Called,
    """SELECT person.id AS person, person.display_name AS name, mention.name AS written
    FROM mention JOIN person ON person.id = mention.person_id
    WHERE mention.interaction_id = :id ORDER BY mention.id""",
)
_CALLED = Statement(
    Called,
    """SELECT person.id AS person, person.display_name AS name, '' AS written
    FROM json_each(:ids) AS wanted JOIN person ON person.id = wanted.value
    WHERE person.trashed_at IS NULL ORDER BY wanted.key""",
)


def timeline(reader: Reader, person_id: PersonId) -> list[TimelineEntry]:
    """Everything about a person, the newest day first, and on a day what happened before what came of it.

    A follow-up that was done with a line stands there as the interaction that the line became. What happened
    with others and names the person stands there too.
    """
    return reader.ask(_TIMELINE, person=person_id, most=_ALL)


def timeline_head(reader: Reader, person_id: PersonId, most: int = HEAD) -> list[TimelineEntry]:
    """The newest `most` entries of the timeline; where they are fewer, that is all of it."""
    return reader.ask(_TIMELINE, person=person_id, most=most)


def told(reader: Reader, interaction_id: InteractionId) -> Told | None:
    """Something that happened, as it is told; None when it is gone."""
    return reader.ask_one(_TOLD, id=interaction_id)


def took_part(reader: Reader, interaction_id: InteractionId) -> list[TookPart]:
    """Who took part in something, in the order in which they came into it."""
    return reader.ask(_TOOK_PART, id=interaction_id)


def named_in(reader: Reader, interaction_id: InteractionId) -> list[Called]:
    """Whom the text of something names."""
    return reader.ask(_NAMED_IN, id=interaction_id)


def people_called(reader: Reader, people: list[PersonId]) -> list[Called]:
    """The names of those of these people who are there."""
    return reader.ask(_CALLED, ids=json.dumps(people))
