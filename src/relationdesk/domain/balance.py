"""Asking and giving: whether somebody was asked too often, and until when to leave them in peace."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from relationdesk.domain.talks import Contact, is_message, is_talk
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone

MOST_ASKS: Final = 2
"""The third ask in a row is one too many."""
MOST_REMINDERS: Final = 2
"""The third reminder without an answer is one too many; the first message is no reminder."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One time of being in touch, and whether the user asked or gave."""

    contact: Contact
    tone: Tone


class Because(StrEnum):
    """Why somebody is left in peace."""

    ASKS = "asks"
    REMINDERS = "reminders"


@dataclass(frozen=True, slots=True)
class Peace:
    """Somebody is left alone before `until`, after `count` asks in a row or reminders without an answer."""

    until: date
    because: Because
    count: int


@dataclass(frozen=True, slots=True)
class Balance:
    """How often the user asked and gave, over all clients, and the peace that follows from it now."""

    asked: int = 0
    gave: int = 0
    peace: Peace | None = None


def balance(history: Iterable[Exchange], *, today: date, peace_days: int) -> Balance:
    """The balance with one person over all that happened, the oldest first.

    Giving ends a row of asks, and a sign of life ends a row of reminders. Each further ask or reminder
    begins the peace anew.
    """
    asked = gave = asks = messages = 0
    last_ask = last_message = date.min
    for exchange in history:
        contact = exchange.contact
        asked += exchange.tone is Tone.ASKED
        gave += exchange.tone is Tone.GAVE
        if exchange.tone is Tone.ASKED:
            asks, last_ask = asks + 1, contact.day
        elif exchange.tone is Tone.GAVE:
            asks = 0
        if _is_sign_of_life(contact):
            messages = 0
        elif is_message(contact):
            messages, last_message = messages + 1, contact.day
    peaces = [
        Peace(last + timedelta(days=peace_days), because, count)
        for because, count, most, last in (
            (Because.ASKS, asks, MOST_ASKS, last_ask),
            (Because.REMINDERS, messages - 1, MOST_REMINDERS, last_message),
        )
        if count > most and (today - last).days < peace_days
    ]
    return Balance(asked, gave, max(peaces, key=lambda peace: (peace.until, peace.because), default=None))


def _is_sign_of_life(contact: Contact) -> bool:
    """Whether the other side took part; what they publish is meant for everybody."""
    is_theirs = contact.direction is Direction.THEY_REACHED_OUT
    return is_talk(contact) or (is_theirs and contact.kind is not InteractionKind.PUBLICATION)
