"""The offers a line makes: what they are, and how a line is read for them."""

from dataclasses import dataclass
from datetime import date, time

from relationdesk.domain.phrases import follow_ups
from relationdesk.domain.phrases.actions import task_in
from relationdesk.domain.phrases.birthdays import birthday_at
from relationdesk.domain.phrases.clauses import Clause
from relationdesk.domain.phrases.fact_words import SELVES
from relationdesk.domain.phrases.facts import fact_in
from relationdesk.domain.phrases.feelings import feeling_in
from relationdesk.domain.phrases.handles import accounts_in
from relationdesk.domain.phrases.lines import statements_of
from relationdesk.domain.phrases.others import name_words, others_in
from relationdesk.domain.phrases.promises import promise_in
from relationdesk.domain.phrases.subjects import after_subject
from relationdesk.domain.phrases.tokens import tokens_of
from relationdesk.domain.vocabulary import Action, Polarity, PreferenceCategory, PromiseSide

READ_AT_MOST = 4_000
"""Characters of a text that are read; a note line is far shorter, and a pasted page asks for nothing."""


@dataclass(frozen=True, slots=True)
class FollowUpOffer:
    """Something to do on a day; `start` to `end` is the part of the text it was read from."""

    action: Action
    reason: str
    due: date
    at: time | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PromiseOffer:
    """Something promised; `start` to `end` is the part of the text it was read from."""

    side: PromiseSide
    what: str
    due: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PreferenceOffer:
    """What somebody loves, likes, avoids or refuses; `start` to `end` is the part it was read from."""

    polarity: Polarity
    category: PreferenceCategory
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FactOffer:
    """A small thing worth knowing; `start` to `end` is the part of the text it was read from."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BirthdayOffer:
    """A day of the year, with the year of birth if it was said; `start` to `end` is where it was read."""

    day: int
    month: int
    year: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HandleOffer:
    """An account on a platform, its name without `@`; `start` to `end` is where it was read."""

    platform: str
    name: str
    start: int
    end: int


Offer = FollowUpOffer | PromiseOffer | PreferenceOffer | FactOffer | BirthdayOffer | HandleOffer


def offers_in(text: str, *, today: date, about: str = "") -> tuple[Offer, ...]:
    """What `text` clearly asks for or tells of the person it is about, in the order it stands there.

    `about` is what that person is called. With it, what is told of somebody else who is named, or may be
    told of them, is not offered; without it, whoever is named is taken for the person.

    Both languages are read at once. A weekday is the coming one, never today; a day and month
    that are over are next year's; figures alone have the day first. `tonight` and `ce soir` are
    today without an hour, since none was said. Only the first `READ_AT_MOST` characters count.
    """
    tokens = tokens_of(text[:READ_AT_MOST])
    own = name_words(about)
    statements = statements_of(tokens, today, own)
    if len(text) > READ_AT_MOST:
        statements = statements[:-1]  # the cut may stand in the middle of a day or of a denial
    read_to = tokens[statements[-1].after - 1].end if statements else 0
    found: list[Offer] = [
        HandleOffer(account.platform, account.name, account.start, account.end)
        for account in accounts_in(text[:read_to])
    ]
    others = others_in(tokens, own, [(account.start, account.end) for account in found])
    told: list[Clause] = []
    for clause in statements:
        offer = _asked(clause) or _told(clause, today)
        if offer is None or any(offer.start < other.end and other.start < offer.end for other in found):
            continue
        if not isinstance(offer, FollowUpOffer):
            is_doubtful = others.may_be_told_of(clause, told)
            told.append(clause)
        else:
            is_doubtful = others.may_be_meant(clause)
        if not is_doubtful:
            found.append(offer)
    return tuple(sorted(found, key=lambda offer: offer.start))


def _told(clause: Clause, today: date) -> Offer | None:
    """What is to be remembered of the person; `birthday: 12 March` goes beyond its first clause."""
    start, end = clause.tokens[clause.first].start, clause.tokens[clause.after - 1].end
    first = after_subject(clause, SELVES)
    birthday = birthday_at(clause.tokens, clause.first, today) or birthday_at(clause.tokens, first, today)
    if birthday is not None:
        end = clause.tokens[birthday.after - 1].end
        return BirthdayOffer(birthday.day, birthday.month, birthday.year, start, end)
    feeling = feeling_in(clause)
    if feeling is not None:
        return PreferenceOffer(feeling.polarity, feeling.category, feeling.value, start, end)
    fact = fact_in(clause)
    return FactOffer(fact, start, end) if fact is not None else None


def _asked(clause: Clause) -> FollowUpOffer | PromiseOffer | None:
    start, end = clause.tokens[clause.first].start, clause.tokens[clause.after - 1].end
    promise = promise_in(clause)
    if promise is not None:
        return PromiseOffer(promise.side, promise.what, promise.due, start, end)
    task = task_in(clause)
    day = follow_ups.due_day(clause, task) if task is not None else None
    if task is None or day is None or day.due is None:
        return None
    at, hour = follow_ups.due_hour(clause, task, day)
    reason = follow_ups.reason(clause, task, day, hour)
    return FollowUpOffer(task.action, reason, day.due, at, start, end)
