"""Asking and giving: whether somebody was asked too often, and until when to leave them in peace."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from relationdesk.domain.vocabulary import Direction, Tone

MOST_ASKS: Final = 2
"""The third ask in a row is one too many."""
MOST_REMINDERS: Final = 2
"""The third reminder without an answer is one too many; the first message is no reminder."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One time of being in touch; `is_two_way` when both sides took part in it."""

    day: date
    direction: Direction
    tone: Tone
    is_two_way: bool


@dataclass(frozen=True, slots=True)
class Balance:
    """How often the user asked and gave, and how it stands now.

    `asks_in_a_row` counts the asks since the user gave last, `reminders` the messages after the first that
    nobody answered. `peace_until` is the first day on which they may be asked again, None when they may be
    now.
    """

    asked: int
    gave: int
    asks_in_a_row: int
    reminders: int
    peace_until: date | None


def balance(contacts: Iterable[Contact], *, today: date, peace_days: int) -> Balance:
    """The balance with one person over all their contacts, the oldest first."""
    asked = gave = in_a_row = unanswered = 0
    peace_from: date | None = None
    for contact in contacts:
        asked += contact.tone is Tone.ASKED
        gave += contact.tone is Tone.GAVE
        in_a_row = 0 if contact.tone is Tone.GAVE else in_a_row + (contact.tone is Tone.ASKED)
        is_mine = contact.direction is Direction.I_REACHED_OUT and not contact.is_two_way
        unanswered = 0 if contact.is_two_way else unanswered + is_mine
        is_ask_too_many = contact.tone is Tone.ASKED and in_a_row > MOST_ASKS
        if is_ask_too_many or (is_mine and unanswered - 1 > MOST_REMINDERS):
            peace_from = contact.day
        elif contact.is_two_way and in_a_row <= MOST_ASKS:
            peace_from = None
    until = None if peace_from is None else peace_from + timedelta(days=peace_days)
    return Balance(asked, gave, in_a_row, max(0, unanswered - 1), until if until and until > today else None)
