"""A reason to write to somebody who grows distant, drawn from what the desk knows of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from relationdesk.domain.numbers import Numbers
from relationdesk.domain.suiting.ages import is_old
from relationdesk.domain.vocabulary import Source

BIRTHDAY_WITHIN: Final = timedelta(days=14)
LATELY: Final = timedelta(days=60)


class ReasonKind(StrEnum):
    """What a reason is drawn from, the best first."""

    PROMISE = "promise"
    BIRTHDAY = "birthday"
    PUBLICATION = "publication"
    PREFERENCE = "preference"
    FACT = "fact"
    LAST_TALK = "last_talk"


_ORDER: Final = {kind: place for place, kind in enumerate(ReasonKind)}


@dataclass(frozen=True, slots=True)
class Reason:
    """Something to write about: what it is, its day if known, and how it came to be known.

    A fact may have a label. `day` is when it was promised, is kept, was published, noted or said. What is old
    is worth asking about.
    """

    kind: ReasonKind
    what: str
    day: date | None
    source: Source | None = None
    label: str = ""
    is_old: bool = False


def reason_to_write(known: Iterable[Reason], today: date, numbers: Numbers) -> Reason | None:
    """The best of what is known, None when nothing is.

    An open promise of the user's, the oldest first; a birthday within two weeks; what they published within
    two months; a preference, then a fact, fresh before old and the latest noted first; else what was talked
    about last.
    """
    fitting = [_aged(reason, today, numbers) for reason in known if _fits(reason, today)]
    return min(fitting, key=_rank, default=None)


def _fits(reason: Reason, today: date) -> bool:
    if reason.kind is ReasonKind.BIRTHDAY:
        return reason.day is not None and today <= reason.day <= today + BIRTHDAY_WITHIN
    if reason.kind is ReasonKind.PUBLICATION:
        return reason.day is not None and today - LATELY <= reason.day <= today
    return bool(reason.what)


def _aged(reason: Reason, today: date, numbers: Numbers) -> Reason:
    months = {
        ReasonKind.PREFERENCE: numbers.preference_months,
        ReasonKind.FACT: numbers.fact_months,
    }.get(reason.kind)
    return reason if months is None else replace(reason, is_old=is_old(reason.day, months, today))


def _rank(reason: Reason) -> tuple[int, bool, int, str]:
    """The lower the better; of those known for as long, the first in the alphabet."""
    day = (reason.day or date.min).toordinal()
    is_soonest_first = reason.kind in (ReasonKind.PROMISE, ReasonKind.BIRTHDAY)
    return (_ORDER[reason.kind], reason.is_old, day if is_soonest_first else -day, reason.what)
