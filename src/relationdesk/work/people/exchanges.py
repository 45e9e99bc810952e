"""Asking and giving with one person, over all clients."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.balance import Balance, Exchange, balance
from relationdesk.domain.ids import PersonId
from relationdesk.domain.talks import Contact
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone

_LATEST: Final = 200
"""No row of asks or reminders that matters is longer."""


@dataclass(frozen=True, slots=True)
class _Happened:
    kind: InteractionKind
    day: date
    direction: Direction
    tone: Tone
    asked: int
    gave: int


_HAPPENED = Statement(
    _Happened,
    """
    SELECT kind, day, direction, tone, asked, gave FROM (
      SELECT interaction.id AS id, interaction.kind AS kind, interaction.happened_on AS day,
        interaction.direction AS direction, interaction.tone AS tone,
        count(*) FILTER (WHERE interaction.tone = 'asked') OVER () AS asked,
        count(*) FILTER (WHERE interaction.tone = 'gave') OVER () AS gave
      FROM participant JOIN interaction ON interaction.id = participant.interaction_id
      WHERE participant.person_id = :person)
    ORDER BY day DESC, id DESC LIMIT :most
    """,
)


def balance_with(reader: Reader, person_id: PersonId, *, today: date, peace_days: int) -> Balance:
    """How often the user asked this person and gave them something, and whether to leave them in peace."""
    latest = reader.ask(_HAPPENED, person=person_id, most=_LATEST)
    if not latest:
        return Balance()
    history = [Exchange(Contact(one.kind, one.day, one.direction), one.tone) for one in reversed(latest)]
    found = balance(history, today=today, peace_days=peace_days)
    return replace(found, asked=latest[0].asked, gave=latest[0].gave)
