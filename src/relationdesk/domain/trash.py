"""How long the trash keeps what is in it, whatever the computer's clock says.

A clock that jumps to 2099 makes everything look old. So the days in the trash are counted along the days on
which the desk was really used: of the time between two of them at most `LONGEST_GAP_DAYS` counts. A jump is
worth that much and no more, and comes to nothing when the clock is set right again, for days that lie ahead
are not counted. What is counted never exceeds what the calendar says, so nothing goes early.
"""

from collections.abc import Collection
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

KEPT_DAYS: Final = 30
LONGEST_GAP_DAYS: Final = 10


def days_passed(since: date, used: Collection[date], today: date) -> int:
    """How many days have surely passed from `since` to `today`, by the days on which the desk was used."""
    days = sorted({since, today} | {day for day in used if since < day <= today})
    if today < since:
        return 0
    return sum(min((after - before).days, LONGEST_GAP_DAYS) for before, after in pairwise(days))


def is_over(thrown_on: date, used: Collection[date], today: date) -> bool:
    """Whether something that was put into the trash on a day has been there for its time."""
    return days_passed(thrown_on, used, today) >= KEPT_DAYS


def goes_on(thrown_on: date, used: Collection[date], today: date) -> date:
    """The day on which it will go for good, if the desk is used now and then until then."""
    left = max(0, KEPT_DAYS - days_passed(thrown_on, used, today))
    return max(thrown_on, today) + timedelta(days=left)
