"""The timeline of one person: what happened, what was promised, what was agreed, in one order."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import PersonId

HEAD: Final = 60
"""Entries of a timeline that are read first, more than a screen shows."""
_ALL: Final = -1


class EntryKind(StrEnum):
    """What a line of the timeline is."""

    INTERACTION = "interaction"
    PROMISE = "promise"
    PARTNERSHIP = "partnership"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of the timeline.

    `word` is the kind of an interaction, the side of a promise, the stage of a partnership or the
    action of a follow-up, as the vocabulary has them; `state` is the state of a promise or follow-up;
    `due_on` is what a promise is due; `who` names the client of a partnership. `tone` tells of an interaction
    whether the user asked or gave, and is empty otherwise.
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


_TIMELINE = Statement(
    TimelineEntry,
    """
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
    ) ORDER BY day DESC, kind <> 'interaction', id DESC LIMIT :most
    """,
)


def timeline(reader: Reader, person_id: PersonId) -> list[TimelineEntry]:
    """Everything about a person, the newest day first, and on a day what happened before what came of it.

    A follow-up that was done with a line stands there as the interaction that the line became.
    """
    return reader.ask(_TIMELINE, person=person_id, most=_ALL)


def timeline_head(reader: Reader, person_id: PersonId, most: int = HEAD) -> list[TimelineEntry]:
    """The newest `most` entries of the timeline; where they are fewer, that is all of it."""
    return reader.ask(_TIMELINE, person=person_id, most=most)
