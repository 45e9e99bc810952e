"""What is open with one person: follow-ups and promises both ways."""

from dataclasses import dataclass
from datetime import date, time

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import FollowUpId, PersonId, PromiseId
from relationdesk.domain.vocabulary import Action, PromiseSide


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


def open_promises(reader: Reader, person_id: PersonId) -> list[PromiseLine]:
    """A person's open promises, those with a day first."""
    return reader.ask(_PROMISES, person=person_id)
