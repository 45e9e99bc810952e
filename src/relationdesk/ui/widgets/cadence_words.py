"""How often to be in touch, in words, and what is offered to choose from."""

from typing import Final

from relationdesk.language.words import _, plural

_WEEK = 7
_YEAR: Final = 364
_MONTHS: Final = {56: 2, 91: 3, 182: 6}
"""Gaps of whole weeks that people speak of as months."""

Gap = tuple[int | None, int | None]
"""An ideal and a longest gap in days; without an ideal nobody grows distant."""
NOTHING_SAID: Final[Gap] = (None, None)
GAPS: Final[tuple[tuple[int, int], ...]] = (
    (7, 14),
    (14, 21),
    (28, 42),
    (42, 63),
    (56, 84),
    (91, 140),
    (182, 273),
    (_YEAR, 546),
)
"""What is offered: an ideal gap, and a longest of about half as much more."""


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


def begun(words: str) -> str:
    """Words as the beginning of a line."""
    return words[:1].upper() + words[1:]
