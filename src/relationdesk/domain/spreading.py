"""Spreading what has been waiting over the days to come, so that no day is too much."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from typing import Final

_SATURDAY: Final = 5


def spread(count: int, *, after: date, cap: int, planned: Mapping[date, int]) -> list[date]:
    """Days for `count` things that have been waiting, in their order: the longest waiting come first.

    Only working days after `after` are taken, Monday to Friday, and none gets more than `cap` things, those
    `planned` for it included.
    """
    return list(islice(_places(after, max(1, cap), planned), count))


def _places(after: date, cap: int, planned: Mapping[date, int]) -> Iterator[date]:
    day = after
    while True:
        day += timedelta(days=1)
        if day.weekday() < _SATURDAY:
            for _place in range(cap - planned.get(day, 0)):
                yield day
