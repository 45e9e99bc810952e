"""A line cut into statements, each of which asks for one thing at most."""

from collections.abc import Sequence
from datetime import date

from relationdesk.domain.phrases.actions import task_in
from relationdesk.domain.phrases.clauses import Clause, clauses_of
from relationdesk.domain.phrases.days import Hold
from relationdesk.domain.phrases.facts import is_household, is_names, is_size_heading
from relationdesk.domain.phrases.feelings import begins_by_feeling, feeling_in
from relationdesk.domain.phrases.promises import goes_on, is_heading, promise_in
from relationdesk.domain.phrases.tokens import Token

_LOOSE_ENDS = (",", ":", "-", "–", "—")
_CONJUNCTIONS = frozenset(("and", "et", "then", "puis", "&", "but", "mais"))


def statements_of(tokens: Sequence[Token], today: date, own: frozenset[str] = frozenset()) -> list[Clause]:
    """The clauses of a line, joined where one is only the day or the heading of another, cut at a joint.

    `own` are the words of the name of whom the line is about, where that is known.
    """
    joined: list[Clause] = []
    for clause in clauses_of(tokens, today, own):
        if joined and _belong_together(joined[-1], clause):
            joined[-1] = joined[-1].joined(clause)
        else:
            joined.append(clause)
    return [statement for clause in joined for statement in _cut(clause)]


def _belong_together(before: Clause, after: Clause) -> bool:
    if before.ended_by not in _LOOSE_ENDS:
        return False
    if before.is_only_time or is_heading(before) or is_size_heading(before):
        return True
    if before.ended_by == "," and is_household(before) and is_names(after):
        return True
    if task_in(before) is not None:
        late_day = after.is_only_time and ":" not in (before.ended_by, after.ended_by)
        return late_day or (after.begins_with_hour and bool(before.days))
    is_listed = before.ended_by == "," and goes_on(after) and task_in(after) is None
    return is_listed and promise_in(before) is not None


def _cut(clause: Clause) -> list[Clause]:
    """The clause cut at each `and` or `but` that stands between two things that are both complete."""
    cut: list[Clause] = []
    first = clause.first
    for index in range(clause.first + 1, clause.after - 1):
        if clause.tokens[index].plain not in _CONJUNCTIONS:
            continue
        before, after = clause.part(first, index), clause.part(index + 1, clause.after)
        if _are_both_asked(before, after) or _are_both_felt(before, after):
            cut.append(before)
            first = index + 1
    return [*cut, clause.part(first, clause.after)]


def _are_both_asked(before: Clause, after: Clause) -> bool:
    return _has_its_day(before) and (_has_its_day(after) or promise_in(after) is not None)


def _are_both_felt(before: Clause, after: Clause) -> bool:
    """`loves tea but hates coffee`."""
    return begins_by_feeling(after) and feeling_in(before) is not None and feeling_in(after) is not None


def _has_its_day(clause: Clause) -> bool:
    """It asks for something or tells of a promise, and names a day for it."""
    has_day = any(day.hold is not Hold.OF for day in clause.days)
    return has_day and (task_in(clause) is not None or promise_in(clause) is not None)
