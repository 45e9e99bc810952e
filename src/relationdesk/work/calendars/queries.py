"""What of the desk goes into a calendar."""

from dataclasses import dataclass
from datetime import date, datetime, time

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import FollowUpId
from relationdesk.domain.vocabulary import Action, RepeatAnchor


@dataclass(frozen=True, slots=True)
class Planned:
    """An open follow-up as a calendar needs it; `due_at` is wall-clock time in `zone`."""

    id: FollowUpId
    name: str
    action: Action
    reason: str
    planned_on: date
    due_on: date
    due_at: time | None
    zone: str
    repeat_rule: str
    repeat_anchor: RepeatAnchor | None
    created_at: datetime


_COLUMNS = """follow_up.id AS id, person.display_name AS name, follow_up.action AS action,
      follow_up.reason AS reason, follow_up.planned_on AS planned_on, follow_up.due_on AS due_on,
      follow_up.due_at AS due_at, follow_up.zone AS zone, follow_up.repeat_rule AS repeat_rule,
      follow_up.repeat_anchor AS repeat_anchor, follow_up.created_at AS created_at
    FROM follow_up JOIN person ON person.id = follow_up.person_id
    WHERE follow_up.state = 'open' AND person.trashed_at IS NULL"""
_ALL = Statement(
    Planned,
    f"""SELECT {_COLUMNS} AND follow_up.due_on >= :first ORDER BY follow_up.due_on, follow_up.id""",
)
_ONE = Statement(Planned, f"SELECT {_COLUMNS} AND follow_up.id = :follow_up")


def planned(reader: Reader) -> list[Planned]:
    """Every open follow-up, the longest waiting first."""
    return reader.ask(_ALL, first=date.min)


def planned_one(reader: Reader, follow_up_id: FollowUpId) -> Planned | None:
    """One open follow-up, or None when it was closed or deleted meanwhile."""
    return reader.ask_one(_ONE, follow_up=follow_up_id)
