"""What counts as a talk: a contact that went both ways.

A meeting, a call or an event is one, and so is what both sides took part in. A message is one when it answers
a message of the other side, in time: then the day of the answer counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from relationdesk.domain.vocabulary import Direction, InteractionKind

MESSAGES: Final = frozenset({InteractionKind.EMAIL, InteractionKind.DIRECT_MESSAGE})
_MET: Final = frozenset({InteractionKind.MEETING, InteractionKind.CALL, InteractionKind.EVENT})
_ONE_SIDED: Final = frozenset({InteractionKind.PUBLICATION, InteractionKind.PARCEL})


@dataclass(frozen=True, slots=True)
class Contact:
    """Something that happened with a person, as far as it tells of being in touch."""

    kind: InteractionKind
    day: date
    direction: Direction


def is_talk(contact: Contact) -> bool:
    """Whether it went both ways by itself."""
    is_shared = contact.direction is Direction.BOTH and contact.kind not in _ONE_SIDED
    return contact.kind in _MET or is_shared


def is_message(contact: Contact) -> bool:
    """Whether it went one way and can be answered."""
    return contact.kind in MESSAGES and contact.direction is not Direction.BOTH


def talk_days(contacts: Iterable[Contact], answer_days: int) -> list[date]:
    """The day of every talk in a history, the earliest first.

    A message answers the last one of the other side when that is at most `answer_days` old; two of one day
    answer each other.
    """
    days = []
    ordered = sorted(contacts, key=lambda contact: contact.day)
    for contact in ordered:
        others = [
            other.day
            for other in ordered
            if is_message(other) and other.direction is not contact.direction and other.day <= contact.day
        ]
        is_answer = is_message(contact) and bool(others) and (contact.day - max(others)).days <= answer_days
        if is_talk(contact) or is_answer:
            days.append(contact.day)
    return days
