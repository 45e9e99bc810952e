"""The offers a line makes: what they are, and how a line is read for them."""

from dataclasses import dataclass
from datetime import date, time

from relationdesk.domain.phrases import follow_ups
from relationdesk.domain.phrases.actions import task_in
from relationdesk.domain.phrases.clauses import Clause
from relationdesk.domain.phrases.lines import statements_of
from relationdesk.domain.phrases.promises import promise_in
from relationdesk.domain.phrases.tokens import tokens_of
from relationdesk.domain.vocabulary import Action, PromiseSide

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


def offers_in(text: str, *, today: date) -> tuple[FollowUpOffer | PromiseOffer, ...]:
    """The follow-ups and promises that `text` clearly asks for, in the order they stand in it.

    Both languages are read at once. A weekday is the coming one, never today; a day and month
    that are over are next year's; figures alone have the day first. `tonight` and `ce soir` are
    today without an hour, since none was said. Only the first `READ_AT_MOST` characters count.
    """
    statements = statements_of(tokens_of(text[:READ_AT_MOST]), today)
    if len(text) > READ_AT_MOST:
        statements = statements[:-1]  # the cut may stand in the middle of a day or of a denial
    return tuple(offer for clause in statements if (offer := _offer(clause)) is not None)


def _offer(clause: Clause) -> FollowUpOffer | PromiseOffer | None:
    start, end = clause.tokens[clause.first].start, clause.tokens[clause.after - 1].end
    promise = promise_in(clause)
    if promise is not None:
        return PromiseOffer(promise.side, promise.what, promise.due, start, end)
    task = task_in(clause)
    day = follow_ups.due_day(clause, task) if task is not None else None
    if task is None or day is None or day.due is None:
        return None
    at, hour = follow_ups.due_hour(clause, day)
    reason = follow_ups.reason(clause, task, day, hour)
    return FollowUpOffer(task.action, reason, day.due, at, start, end)
