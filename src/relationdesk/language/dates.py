"""Days and moments as people say them, in the current language."""

from datetime import date, time

from relationdesk.language.calendar import calendar
from relationdesk.language.words import Language, _, current_language, in_context, plural

_WEEK = 7
_YEAR = 364
_MONTHS = {56: 2, 91: 3, 182: 6}
"""Gaps of whole weeks that people speak of as months."""
_LEAP_YEAR = 2000
_THOUSANDS = {Language.ENGLISH: ",", Language.FRENCH: "\u202f"}


def full_day(day: date) -> str:
    """`Tuesday 24 November`, `Mardi 24 novembre`: the head of a page."""
    text = day_in_full(day)
    return text[:1].upper() + text[1:]


def day_in_full(day: date) -> str:
    """`Tuesday 24 November`, `mardi 24 novembre`: within a sentence."""
    names = calendar()
    return f"{names.weekday(day)} {names.of_month(day)} {names.month(day)}"


def short_day(day: date, today: date) -> str:
    """`12 Nov`, and `12 Nov 2025` when the year is not today's."""
    names = calendar()
    text = f"{names.of_month(day)} {names.short_month(day)}"
    return text if day.year == today.year else f"{text} {day.year}"


def long_day(day: date) -> str:
    """`12 November 2026`: for documents."""
    return f"{_of_month(day)} {day.year}"


def birthday_text(month: int, day: int, year: int | None) -> str:
    """`3 May`, and `3 May 1990` when the year is known; a leap day is told in any year."""
    text = _of_month(date(_LEAP_YEAR, month, day))
    return f"{text} {year}" if year else text


def month_year(day: date) -> str:
    """`November 2026`, `novembre 2026`: the head of a month in a history."""
    text = f"{calendar().month(day)} {day.year}"
    return text[:1].upper() + text[1:]


def weekday(day: date) -> str:
    """`Friday`, `vendredi`."""
    return calendar().weekday(day)


def short_weekday(day: date) -> str:
    """`Fri`, `ven.` without its dot, for narrow columns."""
    return calendar().short_weekday(day).rstrip(".").capitalize()


def clock_time(at: time) -> str:
    """`17:00`, the same in both languages."""
    return f"{at:%H:%M}"


def due_in_words(due: date, today: date) -> str:
    """How far a due day is: `4 days late`, `yesterday`, `today`, `tomorrow`, `Friday`, `12 Nov`."""
    days = (due - today).days
    if days == -1:
        return _("yesterday")
    if days < 0:
        return plural("{n} day late", "{n} days late", -days)
    if days == 0:
        return in_context("day", "today")
    if days == 1:
        return _("tomorrow")
    return weekday(due) if days < _WEEK else short_day(due, today)


def whole_number(number: int) -> str:
    """`1,248` in English and `1 248` (with its narrow space) in French."""
    return f"{number:,}".replace(",", _THOUSANDS[current_language()])


def _of_month(day: date) -> str:
    names = calendar()
    return f"{names.of_month(day)} {names.month(day)}"


def gap_words(days: int) -> str:
    """How often, for a gap in days: `every 4 weeks`."""
    if days == _YEAR:
        return plural("every year", "every {n} years", 1)
    if days in _MONTHS:
        return plural("every month", "every {n} months", _MONTHS[days])
    if days == _WEEK:
        return _("every week")
    if days % _WEEK == 0:
        return plural("every {n} week", "every {n} weeks", days // _WEEK)
    return plural("every day", "every {n} days", days)
