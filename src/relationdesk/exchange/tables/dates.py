"""Days in cells: in figures in any order, in words, and as spreadsheets count them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from relationdesk.domain.card import Birthday
from relationdesk.domain.folding import fold
from relationdesk.exchange.tables.columns import DateOrder
from relationdesk.exchange.vcard.days import birthday as exact_birthday

_FIGURES = re.compile(r"(\d{1,4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,4})(?:[T ,].*)?", re.DOTALL)
_PAIR = re.compile(r"(\d{1,2})[/.\-](\d{1,2})")
_DAY_WORD = re.compile(
    r"(?:[a-z]+\.?,? )?(\d{1,2})(?:er|st|nd|rd|th)?[ \-.]([a-z]{3,9})\.?(?:,?[ \-](\d{4}|\d{2}))?"
)
_WORD_DAY = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_SERIAL = re.compile(r"[2-6]\d{4}")
_EXCEL_START = date(1899, 12, 30)
_MONTHS = (
    ("jan", "janv", "january", "janvier"),
    ("feb", "fev", "fevr", "february", "fevrier"),
    ("mar", "mars", "march"),
    ("apr", "avr", "april", "avril"),
    ("may", "mai"),
    ("jun", "juin", "june"),
    ("jul", "juil", "july", "juillet"),
    ("aug", "aou", "aout", "august"),
    ("sep", "sept", "september", "septembre"),
    ("oct", "october", "octobre"),
    ("nov", "november", "novembre"),
    ("dec", "december", "decembre"),
)
_MONTH_OF = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words}
_TWO_DIGIT_BIRTH_YEAR = 30
_LEAP_YEAR = 2000
_SHORT, _LONG = 2, 4
_ORDERS = {
    DateOrder.DAY_FIRST: (2, 1, 0),
    DateOrder.MONTH_FIRST: (2, 0, 1),
    DateOrder.YEAR_FIRST: (0, 1, 2),
}


@dataclass(frozen=True, slots=True)
class DayReading:
    """The day a cell names, and whether it could as well be another."""

    day: date
    ambiguous: bool = False


def order_of(cells: Iterable[str]) -> DateOrder | None:
    """The only order in which all dates of a column make sense, or None when several do or none does."""
    possible = set(DateOrder)
    seen = False
    for cell in cells:
        found = _FIGURES.fullmatch(cell.strip())
        if not found:
            continue
        seen = True
        possible = {order for order in possible if _by_order(found, order, birth=False)}
    return next(iter(possible)) if seen and len(possible) == 1 else None


def day(text: str, order: DateOrder | None, fallback: DateOrder | None = None) -> DayReading | None:
    """The day that `text` names, read in the column's order, else in `fallback`; None when it names none."""
    compact = " ".join(text.split())
    if found := _FIGURES.fullmatch(compact):
        return _in_figures(found, order, fallback, birth=False)
    if _SERIAL.fullmatch(compact):
        return DayReading(_EXCEL_START + timedelta(days=int(compact)), ambiguous=True)
    words = _in_words(compact)
    if words is None or words[2] is None:
        return None
    made = _made(words[2], words[1], words[0])
    return DayReading(made) if made else None


def birthday(text: str, order: DateOrder | None, fallback: DateOrder | None) -> tuple[Birthday, bool] | None:
    """The birthday that `text` names and whether it is ambiguous; the year may be missing."""
    compact = " ".join(text.split())
    if exact := exact_birthday(compact):
        return exact, False
    if found := _FIGURES.fullmatch(compact):
        reading = _in_figures(found, order, fallback, birth=True)
        return (
            (Birthday(reading.day.month, reading.day.day, reading.day.year), reading.ambiguous)
            if reading
            else None
        )
    if found := _PAIR.fullmatch(compact):
        return _pair(int(found[1]), int(found[2]), order or fallback)
    words = _in_words(compact)
    if words is None or _made(words[2] or _LEAP_YEAR, words[1], words[0]) is None:
        return None
    return Birthday(words[1], words[0], words[2]), False


def _pair(first: int, second: int, order: DateOrder | None) -> tuple[Birthday, bool] | None:
    day_first = _made(_LEAP_YEAR, second, first)
    month_first = _made(_LEAP_YEAR, first, second)
    favourite = month_first if order is DateOrder.MONTH_FIRST else day_first
    made = favourite or day_first or month_first
    if made is None:
        return None
    ambiguous = day_first is not None and month_first is not None and day_first != month_first
    return Birthday(made.month, made.day), ambiguous


def _in_figures(
    found: re.Match[str], order: DateOrder | None, fallback: DateOrder | None, *, birth: bool
) -> DayReading | None:
    readings = {o: made for o in DateOrder if (made := _by_order(found, o, birth=birth))}
    if not readings:
        return None
    if order in readings:
        return DayReading(readings[order])
    chosen = readings.get(fallback or DateOrder.DAY_FIRST) or next(iter(readings.values()))
    return DayReading(chosen, ambiguous=len(set(readings.values())) > 1)


def _by_order(found: re.Match[str], order: DateOrder, *, birth: bool) -> date | None:
    year, month, day_of_month = (found[position + 1] for position in _ORDERS[order])
    if len(year) not in {_SHORT, _LONG} or len(day_of_month) > _SHORT:
        return None
    return _made(_year(year, birth=birth), int(month), int(day_of_month))


def _year(text: str, *, birth: bool) -> int:
    if len(text) == _LONG:
        return int(text)
    return int(text) + (1900 if birth and int(text) >= _TWO_DIGIT_BIRTH_YEAR else 2000)


def _in_words(text: str) -> tuple[int, int, int | None] | None:
    """Day, month, year of `15 mars 2023` or `Oct 2, 2024`."""
    plain = fold(text)
    if found := _DAY_WORD.fullmatch(plain):
        day_text, month_text, year = found[1], found[2], found[3]
    elif found := _WORD_DAY.fullmatch(plain):
        month_text, day_text, year = found[1], found[2], found[3]
    else:
        return None
    month = _MONTH_OF.get(month_text)
    if month is None:
        return None
    return int(day_text), month, _year(year, birth=False) if year else None


def _made(year: int, month: int, day_of_month: int) -> date | None:
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None
