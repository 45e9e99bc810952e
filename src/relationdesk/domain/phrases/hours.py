"""Hours of the day: 17h, 17 h 30, 17:30, 5pm, 5:30 p.m., at noon, à midi.

A bare hour below seven (`2h`, `5:30`) may be a length or an afternoon, so it is nobody's hour;
`05:30` and `5am` say what they mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from relationdesk.domain.phrases.tokens import Phrases, Token, after_phrase, phrases, word_set

_NOON_HOUR = 12
_WIDTH = 2
_EARLIEST_BARE_HOUR = 7
_HALF_DAYS: Phrases[int] = Phrases({"am": 0, "pm": 12, "a.m.": 0, "p.m.": 12, "a.m": 0, "p.m": 12})
_INTRODUCERS = phrases("at, à, vers, around, about, dès, @")
_NOON = phrases("at noon, around noon, at midday, à midi, vers midi")
_LENGTHS_AND_BOUNDS = word_set(
    """
    de, d, for, pendant, during, in, dans, between, entre, until, jusqu, before, after, by, avant, apres
    """
)


@dataclass(frozen=True, slots=True)
class HourFound:
    """An hour at tokens `first` to `after`; `at` is None when it is a length or a bound."""

    first: int
    after: int
    at: time | None


def hour_at(tokens: Sequence[Token], index: int) -> HourFound | None:
    """The hour that begins at `index`, with the word that introduces it."""
    noon = after_phrase(_NOON, tokens, index)
    if noon > index:
        return HourFound(index, noon, time(_NOON_HOUR))
    figure = after_phrase(_INTRODUCERS, tokens, index)
    read = _french(tokens, figure) or _english(tokens, figure)
    if read is None:
        return None
    at, after = read
    is_meant = index == 0 or tokens[index - 1].plain not in _LENGTHS_AND_BOUNDS
    return HourFound(index, after, at if is_meant else None)


def _french(tokens: Sequence[Token], index: int) -> tuple[time, int] | None:
    hour = _figure(tokens, index, most=23)
    if hour is None or index + 1 >= len(tokens) or tokens[index + 1].plain not in ("h", "heures"):
        return None
    if hour < _EARLIEST_BARE_HOUR:
        return None
    minute = _figure(tokens, index + 2, most=59, width=_WIDTH)
    return (time(hour), index + 2) if minute is None else (time(hour, minute), index + 3)


def _english(tokens: Sequence[Token], index: int) -> tuple[time, int] | None:
    hour = _figure(tokens, index, most=23)
    if hour is None:
        return None
    minute, after = _minutes(tokens, index + 1)
    half = _HALF_DAYS.at(tokens, after)
    if half is not None:
        return (time(hour % _NOON_HOUR + half[0], minute or 0), half[1]) if 1 <= hour <= _NOON_HOUR else None
    padded = len(tokens[index].plain) > 1
    if minute is None or (hour < _EARLIEST_BARE_HOUR and not padded):
        return None
    return time(hour, minute), after


def _minutes(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    is_colon = index + 1 < len(tokens) and tokens[index].plain == ":" and tokens[index].glued
    if not is_colon or not tokens[index + 1].glued:
        return None, index
    minute = _figure(tokens, index + 1, most=59, width=_WIDTH)
    return (None, index) if minute is None else (minute, index + 2)


def _figure(tokens: Sequence[Token], index: int, *, most: int, width: int | None = None) -> int | None:
    if index >= len(tokens):
        return None
    figures = tokens[index].plain
    if not (figures.isascii() and figures.isdigit()) or len(figures) > _WIDTH:
        return None
    if width is not None and len(figures) != width:
        return None
    return int(figures) if int(figures) <= most else None
