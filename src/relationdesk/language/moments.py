"""Moments of the past and sizes of files as people say them, in the current language."""

from datetime import date, datetime, timedelta

from relationdesk.language.dates import clock_time, short_day, short_weekday, whole_number
from relationdesk.language.words import _, plural

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_KILO = 1000


def ago(then: datetime, now: datetime) -> str:
    """How long ago a moment was: `just now`, `5 min ago`, `2 h ago`, `3 days ago`."""
    passed = now - then
    if passed < _MINUTE:
        return _("just now")
    if passed < _HOUR:
        return plural("{n} min ago", "{n} min ago", passed // _MINUTE)
    if passed < _DAY:
        return plural("{n} h ago", "{n} h ago", passed // _HOUR)
    return plural("{n} day ago", "{n} days ago", passed // _DAY)


def day_and_hour(local: datetime, today: date) -> str:
    """`Today, 13:25`, `Yesterday, 18:00`, `Tue 24 Nov, 13:25`, of a moment in the user's zone."""
    hour = clock_time(local.time())
    days = (today - local.date()).days
    if days == 0:
        return _("Today, {hour}").format(hour=hour)
    if days == 1:
        return _("Yesterday, {hour}").format(hour=hour)
    return _("{weekday} {day}, {hour}").format(
        weekday=short_weekday(local.date()), day=short_day(local.date(), today), hour=hour
    )


def size_in_words(size: int) -> str:
    """The size of a file: `640 KB`, `19 MB`, `1,200 MB`."""
    if size < _KILO * _KILO:
        return _("{n} KB").format(n=whole_number(max(1, round(size / _KILO))))
    return _("{n} MB").format(n=whole_number(round(size / _KILO / _KILO)))
