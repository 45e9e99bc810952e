"""The day a task of a clause is due, when the clause leaves no doubt about it."""

from datetime import time
from itertools import pairwise

from relationdesk.domain.phrases import action_words as words
from relationdesk.domain.phrases.actions import Task, is_barred
from relationdesk.domain.phrases.clauses import Clause
from relationdesk.domain.phrases.days import DayFound, Hold
from relationdesk.domain.phrases.hours import HourFound
from relationdesk.domain.phrases.wording import wording
from relationdesk.domain.vocabulary import Action

_JOINTS = frozenset(("or", "ou", "and", "et", "to", "a", "au", "-", "/", "&", "+", "then", "puis"))
_NEAR = 2
_HALF_A_DAY = 12
_AROUND_JOINT = 3


def due_day(clause: Clause, task: Task) -> DayFound | None:
    """The day `task` is to be done, or None when it is not sure that a day of `clause` is meant."""
    days = [day for day in clause.days if day.hold is not Hold.OF]
    if not all(hour.is_possible for hour in clause.hours):
        return None
    if not days or _is_range(clause) or not _leaves_no_choice(clause, task, days):
        return None
    day = days[0]
    if day.due is None or (day.hold is Hold.FOR and task.action is not Action.SEND):
        return None
    return None if _belongs_elsewhere(clause, task, day) else day


def due_hour(clause: Clause, task: Task, day: DayFound) -> tuple[time | None, HourFound | None]:
    """The hour of the clause and where it stands; with two hours or a length there is no telling."""
    if not clause.hours:
        return day.noon, None
    hour = clause.hours[0]
    if len(clause.hours) > 1 or day.noon is not None or hour.at is None:
        return None, None
    is_late = hour.is_either and _is_in_the_evening(clause, task, day, hour)
    return (hour.at.replace(hour=hour.at.hour + _HALF_A_DAY) if is_late else hour.at), hour


def _is_in_the_evening(clause: Clause, task: Task, day: DayFound, hour: HourFound) -> bool:
    """What is to be done, its day or what follows its hour says so: `dinner at 8`, `ce soir à 8h`."""
    spans = ((task.first, task.after), (day.first, day.after), (hour.after, hour.after + _NEAR))
    said = {clause.tokens[index].plain for span in spans for index in range(*span) if index < clause.after}
    return not said.isdisjoint(words.EVENING)


def reason(clause: Clause, task: Task, day: DayFound, hour: HourFound | None) -> str:
    """What to do, in the words typed, without the day and the hour, beginning with a capital."""
    text = wording(
        clause.tokens, task.first, clause.after, [span for span in (day, hour) if span is not None]
    )
    return text[:1].upper() + text[1:]


def _is_range(clause: Clause) -> bool:
    """Two days touch: `monday to thursday`, `de lundi à jeudi`."""
    return any(day.after == following.first for day, following in pairwise(clause.days))


def _leaves_no_choice(clause: Clause, task: Task, days: list[DayFound]) -> bool:
    """One day; or the first stands right by the verb and nothing joins the next one to it."""
    if len(days) == 1:
        return True
    between = {token.plain for token in clause.tokens[days[0].after : days[1].first]}
    gap = days[1].first - days[0].after
    joined = gap <= _AROUND_JOINT and not between.isdisjoint(_JOINTS)
    return not joined and 0 <= days[0].first - task.after <= _NEAR


def _belongs_elsewhere(clause: Clause, task: Task, day: DayFound) -> bool:
    """The day is said of something else: a denied or dependent clause, an occasion, a thing that was."""
    rest = clause.tokens[task.after : clause.after]
    before = clause.tokens[task.after : day.first]
    if is_barred(rest if task.is_noun else before) or any(token.plain in words.PAST_WORDS for token in rest):
        return True
    is_occasion = bool(before) and before[-1].plain in words.OCCASIONS and task.action is not Action.MEET
    return is_occasion or _is_told_afterwards(clause, day) or _describes(clause, task, day)


def _describes(clause: Clause, task: Task, day: DayFound) -> bool:
    """The day stands right between the verb and a noun: `send the 5 may invoice`."""
    opening, *rest = clause.tokens[day.first : day.after]
    is_date = opening.plain == "the" or (opening.plain.isdigit() and bool(rest) and rest[0].plain.isalpha())
    if not is_date or day.first != task.after or day.after >= clause.after or clause.starts_time(day.after):
        return False
    following = clause.tokens[day.after]
    is_new = following.is_capitalised or following.plain in words.NOUN_LINKS | words.GOES_ON
    return following.plain.isalpha() and not is_new


def _is_told_afterwards(clause: Clause, day: DayFound) -> bool:
    """The words after the day or its hour tell how it was: `call friday was nice`."""
    ends = [span.after for span in clause.times if span.first >= day.first]
    return any(clause.tokens[end].exact in words.AFTERTHOUGHTS for end in ends if end < clause.after)
