"""On which days birthdays are kept."""

from calendar import isleap
from datetime import date, timedelta


def birthdays_between(first: date, last: date) -> dict[tuple[int, int], list[date]]:
    """The month and day of every birthday kept from `first` to `last`, with the days it is kept on.

    One on 29 February is kept on the 28th in years that have no such day.
    """
    kept: dict[tuple[int, int], list[date]] = {}
    for day in (first + timedelta(days=ahead) for ahead in range((last - first).days + 1)):
        kept.setdefault((day.month, day.day), []).append(day)
        if (day.month, day.day) == (2, 28) and not isleap(day.year):
            kept.setdefault((2, 29), []).append(day)
    return kept
