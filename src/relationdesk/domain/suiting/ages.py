"""When something that is known is old."""

from datetime import date

_MONTHS = 12


def is_old(noted_on: date | None, months: int, today: date) -> bool:
    """Whether `months` have passed since; what has no day is old, for nobody knows."""
    if noted_on is None:
        return True
    passed = (today.year - noted_on.year) * _MONTHS + today.month - noted_on.month
    return passed - (today.day < noted_on.day) >= months
