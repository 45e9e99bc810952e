"""What readings of an audience say in words, in the current language."""

from collections.abc import Iterable

from relationdesk.domain.readings import Reading, in_order
from relationdesk.language.calendar import calendar
from relationdesk.language.dates import long_day, whole_number
from relationdesk.language.words import _


def readings_text(readings: Iterable[Reading]) -> str:
    """`38,000 in October 2026, up from 31,000 in March`: the newest, and how it moved since then."""
    ordered = in_order(readings)
    if not ordered:
        return ""
    newest = ordered[-1]
    if len(ordered) == 1:
        return reading_text(newest)
    before = ordered[-2]
    if newest.followers == before.followers:
        words = _("{number} {when}, as many as {earlier_when}")
    elif newest.followers > before.followers:
        words = _("{number} {when}, up from {earlier} {earlier_when}")
    else:
        words = _("{number} {when}, down from {earlier} {earlier_when}")
    return words.format(
        number=whole_number(newest.followers),
        when=_when(newest, before, is_later=True),
        earlier=whole_number(before.followers),
        earlier_when=_when(before, newest, is_later=False),
    )


def reading_text(reading: Reading) -> str:
    """`38,000 in October 2026`."""
    when = _when(reading, None, is_later=True)
    return _("{number} {when}").format(number=whole_number(reading.followers), when=when)


def exact_text(reading: Reading) -> str:
    """`38,000 on 12 October 2026`: the number and its very day."""
    number = whole_number(reading.followers)
    if reading.taken_on is None:
        return _("{number} {when}").format(number=number, when=_("on a day not known"))
    return _("{number} {when}").format(
        number=number, when=_("on {day}").format(day=long_day(reading.taken_on))
    )


def _when(reading: Reading, other: Reading | None, *, is_later: bool) -> str:
    """In which month, or on which day where both are of one; the earlier one has its year only if need be."""
    day, against = reading.taken_on, other.taken_on if other is not None else None
    if day is None:
        return _("on a day not known")
    if against is not None and (day.year, day.month) == (against.year, against.month):
        return _("on {day}").format(day=long_day(day))
    names_year = is_later or against is None or against.year != day.year
    month = calendar().month(day)
    return _("in {month}").format(month=f"{month} {day.year}" if names_year else month)
