"""The words that days are made of, in both languages, and how a figure or a date is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from relationdesk.domain.phrases.tokens import Phrases, Token, after_phrase, listed, phrases, word_set

Unit = Literal["days", "weeks", "months", "years"]


def _spellings(groups: str) -> dict[str, int]:
    """Each word with the number of its group; groups stand between commas."""
    return {word: number for number, group in enumerate(listed(groups)) for word in group.split()}


WEEKDAYS: Phrases[int] = Phrases(
    _spellings(
        """
        monday lundi lun, tuesday tue tues mardi, wednesday wed mercredi, thursday thu thur thurs jeudi,
        friday fri vendredi ven, saturday samedi, sunday dimanche
        """
    )
)
MONTHS: Phrases[int] = Phrases(
    {
        word: number + 1
        for word, number in _spellings(
            """
            january jan janvier janv, february feb février févr fév, march mar mars, april apr avril avr,
            may mai, june jun juin, july jul juillet juil, august aug août, september sept sep septembre,
            october oct octobre, november nov novembre, december dec décembre déc
            """
        ).items()
    }
)
_UNITS: Phrases[Unit] = Phrases(
    {
        **dict.fromkeys(("day", "days", "jour", "jours"), "days"),
        **dict.fromkeys(("week", "weeks", "semaine", "semaines"), "weeks"),
        **dict.fromkeys(("month", "months", "mois"), "months"),
        **dict.fromkeys(("year", "years", "an", "ans"), "years"),
    }
)
_COUNTS: Phrases[int] = Phrases(
    {
        word: number + 1
        for word, number in _spellings(
            """
            a an one un une, two deux, three trois, four quatre, five cinq, six, seven sept, eight huit,
            nine neuf, ten dix, eleven onze, twelve douze
            """
        ).items()
    }
    | {"a couple of": 2}
)
_ORDINALS = phrases("st, nd, rd, th, er")
_AFTER_LONE_DAY = (*".,;!?)\n", "a", "at", "pour", "for", "avec", "with", "sur", "about")
_DATE_SIGNS = ("/", ".", "-")
_HOUR_SIGNS = ("h", "am", "pm")
_LAST_DAY = 31
_CENTURY = 2000
_SHORT = 2
_DATE_PARTS = 3
_YEAR_FIGURES = 4
_MOST_COUNT_FIGURES = 3


@dataclass(frozen=True, slots=True)
class MonthNamed:
    """A month, and its year when one was typed."""

    month: int
    year: int | None


@dataclass(frozen=True, slots=True)
class DateNamed:
    """A day of a month, and its year when one was typed; it may not exist."""

    day: int
    month: int
    year: int | None


Read = tuple[object, int] | None
Reader = Callable[[Sequence[Token], int], Read]


def _figures(tokens: Sequence[Token], index: int, most: int) -> str:
    if index >= len(tokens):
        return ""
    typed = tokens[index].plain
    return typed if typed.isascii() and typed.isdigit() and len(typed) <= most else ""


def _count(tokens: Sequence[Token], index: int) -> Read:
    figures = _figures(tokens, index, _MOST_COUNT_FIGURES)
    return (int(figures), index + 1) if figures else _COUNTS.at(tokens, index)


def _day(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """A figure from 1 to 31, with its ending when one is typed."""
    figures = _figures(tokens, index, 2)
    if not figures or not 1 <= int(figures) <= _LAST_DAY or _is_hour(tokens, index + 1):
        return None
    return int(figures), after_phrase(_ORDINALS, tokens, index + 1)


def _is_hour(tokens: Sequence[Token], index: int) -> bool:
    """What follows a figure makes it an hour."""
    return index < len(tokens) and tokens[index].plain in _HOUR_SIGNS and tokens[index].glued


def _ordinal(tokens: Sequence[Token], index: int) -> Read:
    read = _lone_day(tokens, index)
    return read if read is not None and read[1] == index + 2 else None


def _lone_day(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """A figure that nothing counts: the line ends, a sign follows, or a word that begins something new."""
    read = _day(tokens, index)
    if read is None or read[1] == len(tokens):
        return read
    following = tokens[read[1]]
    is_sign = not following.plain.isalnum() and not following.glued
    return read if is_sign or following.plain in _AFTER_LONE_DAY else None


def _year(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    figures = _figures(tokens, index, _YEAR_FIGURES)
    return (int(figures), index + 1) if len(figures) == _YEAR_FIGURES and int(figures) else None


def _month(tokens: Sequence[Token], index: int) -> tuple[MonthNamed, int] | None:
    named = MONTHS.at(tokens, index)
    if named is None:
        return None
    month, after = named
    dotted = after < len(tokens) and tokens[after].plain == "." and tokens[after].glued
    year = _year(tokens, after) or (_year(tokens, after + 1) if dotted else None)
    return (MonthNamed(month, year[0]), year[1]) if year else (MonthNamed(month, None), after)


def _lone_month(tokens: Sequence[Token], index: int) -> Read:
    """A month without a day of it."""
    return None if _month_first(tokens, index) else _month(tokens, index)


def _date(tokens: Sequence[Token], index: int) -> Read:
    return _day_first(tokens, index) or _month_first(tokens, index) or _numeric(tokens, index)


def _day_first(tokens: Sequence[Token], index: int) -> Read:
    day = _day(tokens, index)
    if day is None:
        return None
    of = day[1] + 1 if day[1] < len(tokens) and tokens[day[1]].plain == "of" else day[1]
    month = _month(tokens, of)
    return (DateNamed(day[0], month[0].month, month[0].year), month[1]) if month else None


def _month_first(tokens: Sequence[Token], index: int) -> Read:
    month = MONTHS.at(tokens, index)
    if month is None:
        return None
    dotted = month[1] < len(tokens) and tokens[month[1]].plain == "." and tokens[month[1]].glued
    day = _day(tokens, month[1] + dotted)
    if day is None:
        return None
    comma = day[1] < len(tokens) and tokens[day[1]].plain == ","
    year = _year(tokens, day[1] + comma)
    return (
        (DateNamed(day[0], month[0], year[0]), year[1])
        if year
        else (DateNamed(day[0], month[0], None), day[1])
    )


def _numeric(tokens: Sequence[Token], index: int) -> Read:
    """Figures only: 5/12, 05/12/2026, 05.12.26 (the day first, as in Europe), 2026-12-05."""
    parts, after, sign = _joined_figures(tokens, index)
    if len(parts) == _DATE_PARTS:
        if len(parts[0]) == _YEAR_FIGURES:
            return DateNamed(int(parts[2]), int(parts[1]), int(parts[0])), after
        year = int(parts[2]) + (_CENTURY if len(parts[2]) == _SHORT else 0)
        return DateNamed(int(parts[0]), int(parts[1]), year), after
    if len(parts) == _DATE_PARTS - 1 and sign == "/" and len(parts[1]) == _SHORT:
        return DateNamed(int(parts[0]), int(parts[1]), None), after
    return None


def _joined_figures(tokens: Sequence[Token], index: int) -> tuple[list[str], int, str]:
    """Up to three figures held together by one sign, the index after them, and the sign."""
    parts = [_figures(tokens, index, _YEAR_FIGURES)]
    after = index + 1
    sign = tokens[after].plain if after < len(tokens) else ""
    while sign in _DATE_SIGNS and after + 1 < len(tokens) and len(parts) < _DATE_PARTS:
        joint, figures = tokens[after], tokens[after + 1]
        if joint.plain != sign or not (joint.glued and figures.glued) or not figures.plain.isascii():
            break
        if not _figures(tokens, after + 1, _YEAR_FIGURES):
            break
        parts.append(figures.plain)
        after += 2
    return (parts if parts[0] else []), after, sign


SHORTENED = word_set(
    """
    jan, janv, feb, fev, fevr, apr, avr, jul, juil, aug, sep, sept, oct, nov, dec, tue, tues, wed, thu,
    thur, thurs, fri, lun, ven
    """
)
"""Words for days and months that a point may end without ending the sentence."""

READERS: dict[str, Reader] = {
    "weekday": WEEKDAYS.at,
    "month": _lone_month,
    "unit": _UNITS.at,
    "count": _count,
    "date": _date,
    "lone_day": _lone_day,
    "ordinal": _ordinal,
    "day": _day,
}
