"""Days and moments as people say them, in the current language."""

from datetime import date, time

from relationdesk.language.words import Language, _, current_language, in_context, plural

_WEEK = 7
_LEAP_YEAR = 2000


def full_day(day: date) -> str:
    """`Tuesday 24 November`, `mardi 24 novembre`: the head of a page."""
    text = _format(day, "EEEE d MMMM")
    return text[:1].upper() + text[1:]


def short_day(day: date, today: date) -> str:
    """`12 Nov`, and `12 Nov 2025` when the year is not today's."""
    return _format(day, "d MMM" if day.year == today.year else "d MMM y")


def long_day(day: date) -> str:
    """`12 November 2026`: for documents."""
    return _format(day, "d MMMM y")


def birthday_text(month: int, day: int, year: int | None) -> str:
    """`3 May`, and `3 May 1990` when the year is known; a leap day is told in any year."""
    text = _format(date(_LEAP_YEAR, month, day), "d MMMM")
    return f"{text} {year}" if year else text


def month_year(day: date) -> str:
    """`November 2026`, `novembre 2026`: the head of a month in a history."""
    text = _format(day, "LLLL y")
    return text[:1].upper() + text[1:]


def weekday(day: date) -> str:
    """`Friday`, `vendredi`."""
    return _format(day, "EEEE")


def short_weekday(day: date) -> str:
    """`Fri`, `ven.` without its dot, for narrow columns."""
    return _format(day, "EEE").rstrip(".").capitalize()


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
    from babel.numbers import format_decimal  # noqa: PLC0415 - babel is not wanted before first paint

    return format_decimal(number, locale=current_language().value)


def _format(day: date, pattern: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - babel is not wanted before first paint

    if day.day == 1 and current_language() is Language.FRENCH:
        pattern = pattern.replace("d", "d'er'")  # 1er décembre, but 2 décembre
    return format_date(day, pattern, locale=_babel_locale())


def _babel_locale() -> str:
    return {"en": "en_GB", "fr": "fr_FR"}[current_language().value]
