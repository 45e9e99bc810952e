"""When a repeating follow-up comes back, by a rule of RFC 5545 section 3.3.10."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrule, rrulestr

from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.vocabulary import RepeatAnchor

Parts = dict[str, str]
_LONGEST_RULE: Final = 500
_YEARS_AHEAD: Final = 30
_IN_EVERY_MONTH: Final = 28
_NUMBER: Final = re.compile("[1-9][0-9]{0,4}")
_LAST_DAY: Final = re.compile("[0-9]{8}(T[0-9]{6}Z?)?")


class Every(StrEnum):
    """The unit that a repeat is counted in, as RFC 5545 calls it."""

    DAY = "DAILY"
    WEEK = "WEEKLY"
    MONTH = "MONTHLY"
    YEAR = "YEARLY"


_STEP: Final = {Every.DAY: "days", Every.WEEK: "weeks", Every.MONTH: "months", Every.YEAR: "years"}


class UnfitRuleError(ExpectedError):
    """A text that is no rule for days: not RFC 5545, or one that repeats within a day."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """How a follow-up comes back: its rule, and what the next day is counted from."""

    rule: str
    anchor: RepeatAnchor


@dataclass(frozen=True, slots=True)
class Coming:
    """The next time of a repeating follow-up, and how it goes on from there."""

    day: date
    repeat: Repeat


def repeat_every(count: int, unit: Every, planned_on: date) -> str:
    """The rule for every `count` days, weeks, months or years from a day.

    A month that is too short for the day has it on its last one: RFC 5545 would leave the month out.
    """
    parts = [f"FREQ={unit.value}"]
    if count > 1:
        parts.append(f"INTERVAL={count}")
    is_short_sometimes = planned_on.day > _IN_EVERY_MONTH
    if unit is Every.YEAR and is_short_sometimes and planned_on.month == 2:  # noqa: PLR2004 - February
        parts.append("BYMONTH=2;BYMONTHDAY=-1")
    elif unit is Every.MONTH and is_short_sometimes:
        days = ",".join(map(str, range(_IN_EVERY_MONTH, planned_on.day + 1)))
        parts.append(f"BYMONTHDAY={days};BYSETPOS=-1")
    return ";".join(parts)


def every_of(rule: str) -> tuple[int, Every] | None:
    """How often a rule repeats, as a count of units; None for one that cannot be read or names weekdays."""
    try:
        parts = _parts(rule)
    except UnfitRuleError:
        return None
    return None if _names_days(parts) else (int(parts.get("INTERVAL", "1")), Every(parts["FREQ"]))


def next_time(repeat: Repeat, *, planned_on: date, due_on: date, done_on: date) -> Coming | None:
    """When a follow-up that was done comes back, or None when its rule has ended.

    From the plan, it is the first planned day after both the day it stood at and the day it was done, so
    that what was missed does not come back at once. From the day it was done, it is one step of the rule
    after that day; a rule that names days of the week gives the first such day.

    Raises:
        UnfitRuleError: the rule cannot be read, or is not one for whole days.
    """
    parts = _parts(repeat.rule)
    if repeat.anchor is RepeatAnchor.PLAN:
        coming = _after(_read(parts, planned_on), max(planned_on, due_on, done_on))
    elif _names_days(parts):
        coming = _after(_read(parts, done_on), done_on)
    else:
        coming = _step_after(parts, done_on)
    if coming is None:
        return None
    day, passed = coming
    return Coming(day, Repeat(_without(parts, passed), repeat.anchor))


def _after(rule: rrule, day: date) -> tuple[date, int] | None:
    """The first time after a day, and how many times of the rule came before it."""
    for passed, moment in enumerate(rule):
        if moment.date() > day:
            return moment.date(), passed
    return None


def _step_after(parts: Parts, done_on: date) -> tuple[date, int] | None:
    """One step of the rule; a month that is too short for the day has it on its last one."""
    _read(parts, done_on)
    if parts.get("COUNT") == "1":
        return None
    try:
        day = done_on + relativedelta(**{_STEP[Every(parts["FREQ"])]: int(parts.get("INTERVAL", "1"))})  # type: ignore[arg-type]  # the names of the steps
    except (ValueError, OverflowError):
        return None
    is_over = "UNTIL" in parts and day.strftime("%Y%m%d") > parts["UNTIL"]
    return None if is_over else (day, 1)


def _names_days(parts: Parts) -> bool:
    return bool({"BYDAY", "BYWEEKNO", "BYYEARDAY"} & parts.keys())


def _without(parts: Parts, passed: int) -> str:
    """The rule as it goes on after so many times of it."""
    left = parts | ({"COUNT": str(int(parts["COUNT"]) - passed)} if "COUNT" in parts else {})
    return ";".join(f"{name}={value}" for name, value in left.items())


def _read(parts: Parts, start: date) -> rrule:
    """The rule from a day on, looked at for `_YEARS_AHEAD` at the most."""
    last = date(min(start.year + _YEARS_AHEAD, date.max.year), 12, 31).strftime("%Y%m%d")
    bound = parts if "COUNT" in parts else parts | {"UNTIL": min(parts.get("UNTIL", last), last)}
    rule = ";".join(f"{name}={value}" for name, value in bound.items())
    try:
        read = rrulestr(rule, dtstart=datetime.combine(start, time.min))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnfitRuleError from error
    if not isinstance(read, rrule):
        raise UnfitRuleError
    return read


def _parts(rule: str) -> Parts:
    """What the rule says, by its names; only rules for whole days pass."""
    if len(rule) > _LONGEST_RULE or not rule.isprintable():
        raise UnfitRuleError
    pairs = (part.partition("=")[::2] for part in rule.upper().removeprefix("RRULE:").split(";") if part)
    parts = dict(pairs)
    numbers = (parts.get(name, "1") for name in ("INTERVAL", "COUNT"))
    if parts.get("FREQ") not in set(Every) or {"BYHOUR", "BYMINUTE", "BYSECOND"} & parts.keys():
        raise UnfitRuleError
    if not all(_NUMBER.fullmatch(number) for number in numbers):
        raise UnfitRuleError
    if "UNTIL" in parts:
        if not _LAST_DAY.fullmatch(parts["UNTIL"]):
            raise UnfitRuleError
        parts["UNTIL"] = parts["UNTIL"][:8]
    return parts
