"""Birthdays as vCards write them: with and without a year, and some that never were."""

import re
from datetime import date

from relationdesk.domain.card import Birthday

_FULL = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?")
_YEARLESS = re.compile(r"--(\d{2})-?(\d{2})(?:[T ].*)?")
_LEAP_YEAR = 2000


def birthday(text: str, omitted_year: str = "") -> Birthday | None:
    """The day that `text` names (RFC 6350, 4.3.1), or None when there is no such day.

    A year equal to `omitted_year` stands for none, as Apple writes it.
    """
    if found := _YEARLESS.fullmatch(text):
        return _day(None, int(found[1]), int(found[2]))
    if found := _FULL.fullmatch(text):
        year = None if found[1] == omitted_year else int(found[1])
        return _day(year, int(found[2]), int(found[3]))
    return None


def birthday_text(day: Birthday) -> str:
    """`day` in the basic format of RFC 6350."""
    year = "--" if day.year is None else f"{day.year:04}"
    return f"{year}{day.month:02}{day.day:02}"


def day(text: str) -> date | None:
    """A calendar day in ISO format, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _day(year: int | None, month: int, day_of_month: int) -> Birthday | None:
    try:
        date(_LEAP_YEAR if year is None else year, month, day_of_month)
    except ValueError:
        return None
    return Birthday(month, day_of_month, year)
