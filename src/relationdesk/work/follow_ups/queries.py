"""What is open with one person: follow-ups and promises both ways."""

from dataclasses import dataclass
from datetime import date, time
from typing import Final

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import FollowUpId, PersonId, PromiseId
from relationdesk.domain.vocabulary import Action, PromiseSide

_NONE: Final = -1
"""An identity that no row has."""


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """An open follow-up; `due_at` is wall-clock time in `zone`, `repeat_rule` an RFC 5545 rule or empty."""

    id: FollowUpId
    action: Action
    reason: str
    due_on: date
    due_at: time | None
    zone: str
    repeat_rule: str = ""


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """An open promise."""

    id: PromiseId
    side: PromiseSide
    what: str
    made_on: date
    due_on: date | None


@dataclass(frozen=True, slots=True)
class MeetingAhead:
    """When a person is met next, and what it is called."""

    what: str
    day: date


_MEETING = Statement(
    MeetingAhead,
    """SELECT what, day FROM (
      SELECT reason AS what, due_on AS day FROM follow_up
      WHERE person_id = :person AND state = 'open' AND action = 'meet' AND due_on >= :day AND id <> :but
      UNION ALL
      SELECT coalesce(nullif(interaction.title, ''), nullif(interaction.place, ''), interaction.text),
        interaction.happened_on
      FROM participant JOIN interaction ON interaction.id = participant.interaction_id
      WHERE participant.person_id = :person AND interaction.kind IN ('meeting', 'event')
        AND interaction.happened_on > :day)
    ORDER BY day, what LIMIT 1""",
)
_FOLLOW_UPS = Statement(
    FollowUpLine,
    """SELECT id, action, reason, due_on, due_at, zone, repeat_rule FROM follow_up
    WHERE person_id = :person AND state = 'open' ORDER BY due_on, due_at IS NOT NULL, due_at, id""",
)
_PROMISES = Statement(
    PromiseLine,
    """SELECT id, side, what, made_on, due_on FROM promise
    WHERE person_id = :person AND state = 'open' ORDER BY due_on IS NULL, due_on, made_on, id""",
)


def open_follow_ups(reader: Reader, person_id: PersonId) -> list[FollowUpLine]:
    """A person's open follow-ups, the soonest first, whole days before hours."""
    return reader.ask(_FOLLOW_UPS, person=person_id)


def next_meeting(
    reader: Reader, person_id: PersonId, day: date, *, but: FollowUpId | None = None
) -> MeetingAhead | None:
    """The next time that a person is met, on `day` or after, leaving out the follow-up `but`."""
    return reader.ask_one(_MEETING, person=person_id, day=day, but=but or _NONE)


def open_promises(reader: Reader, person_id: PersonId) -> list[PromiseLine]:
    """A person's open promises, those with a day first."""
    return reader.ask(_PROMISES, person=person_id)
