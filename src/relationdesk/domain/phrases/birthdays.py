"""The birthday that a line tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from relationdesk.domain.phrases import fact_words as words
from relationdesk.domain.phrases.day_words import MONTHS
from relationdesk.domain.phrases.tokens import Token, after_phrase, phrases, tokens_of

_ENDINGS = phrases("st, nd, rd, th, er, of, st of, nd of, rd of, th of")
_BEGINNINGS = phrases("the, on, on the, le, du")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LEAP_YEAR = 2000
_FIRST_YEAR = 1900
_DATE_PARTS = 3


@dataclass(frozen=True, slots=True)
class Birthday:
    """A day of the year, the year of birth where it is said, and the index after its last word."""

    day: int
    month: int
    year: int | None
    after: int


def birthday_at(tokens: Sequence[Token], first: int, today: date) -> Birthday | None:
    """The birthday told by the words from `first` on: `birthday 12 March`, `née le 3 mai 1991`."""
    after = after_phrase(words.BIRTHDAYS, tokens, first)
    if after == first or after >= len(tokens):
        return None
    if tokens[after].typed == ":":
        after += 1
    return _told(tokens, after, today)


def birthday_typed(text: str, today: date) -> Birthday | None:
    """The birthday that is the whole of `text`: `6 September`, `6/9/1991`, `6 sept. 1991`, `1991-09-06`.

    None where it is something else, a day that no year has, or one that is still to come.
    """
    iso = _ISO.fullmatch(text.strip())
    if iso is not None:
        year, month, day = map(int, iso.groups())
        found: Birthday | None = Birthday(day, month, year, 0)
        is_whole = True
    else:
        tokens = _without_dots(tokens_of(text))
        found = _told(tokens, after_phrase(_BEGINNINGS, tokens, 0), today)
        is_whole = found is not None and found.after == len(tokens)
    return found if found is not None and is_whole and _has_been(found, today) else None


def _without_dots(tokens: Sequence[Token]) -> list[Token]:
    """The tokens but for the dots and commas after words: `6 sept. 1991`."""
    return [
        token
        for index, token in enumerate(tokens)
        if token.typed not in ".," or (index and tokens[index - 1].typed.isdigit())
    ]


def _has_been(birthday: Birthday, today: date) -> bool:
    try:
        return date(birthday.year or _LEAP_YEAR, birthday.month, birthday.day) <= today
    except ValueError:
        return False


def _told(tokens: Sequence[Token], after: int, today: date) -> Birthday | None:
    found = _day_month(tokens, after) or _month_day(tokens, after) or _figures(tokens, after)
    if found is None or not _exists(found.day, found.month):
        return None
    year = _year(tokens, found.after, today)
    return Birthday(found.day, found.month, year, found.after + 1) if year else found


def _number(tokens: Sequence[Token], index: int) -> int | None:
    if index >= len(tokens):
        return None
    typed = tokens[index].plain
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= len("2000") else None


def _day_month(tokens: Sequence[Token], index: int) -> Birthday | None:
    day = _number(tokens, index)
    month = MONTHS.at(tokens, after_phrase(_ENDINGS, tokens, index + 1))
    return Birthday(day, month[0], None, month[1]) if day and month else None


def _month_day(tokens: Sequence[Token], index: int) -> Birthday | None:
    month = MONTHS.at(tokens, index)
    day = _number(tokens, month[1]) if month else None
    if month is None or not day:
        return None
    after = after_phrase(_ENDINGS, tokens, month[1] + 1)
    comma = after < len(tokens) and tokens[after].typed == "," and _number(tokens, after + 1) is not None
    return Birthday(day, month[0], None, after + comma)


def _figures(tokens: Sequence[Token], index: int) -> Birthday | None:
    """`12/03`: figures alone have the day first."""
    parts = tokens[index : index + _DATE_PARTS]
    if len(parts) < _DATE_PARTS or parts[1].typed not in "/." or not parts[1].glued:
        return None
    day, month = _number(tokens, index), _number(tokens, index + 2)
    if not day or not month:
        return None
    after = index + _DATE_PARTS
    has_year = after < len(tokens) and tokens[after].typed == parts[1].typed and tokens[after].glued
    return Birthday(day, month, None, after + has_year if _number(tokens, after + 1) else after)


def _exists(day: int, month: int) -> bool:
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def _year(tokens: Sequence[Token], index: int, today: date) -> int | None:
    year = _number(tokens, index)
    return year if year is not None and _FIRST_YEAR <= year <= today.year else None
