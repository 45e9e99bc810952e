"""Hours of the day: 17h, 17 h 30, 17:30, 9.30 am, 5pm, at 10, at noon, à midi.

A bare hour below seven (`2h`) may be a length or an afternoon, so it is nobody's hour; `05:30` and `5am` say
what they mean, and nobody means five in the morning by `at 5`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from relationdesk.domain.phrases.day_words import WEEKDAYS
from relationdesk.domain.phrases.tokens import Phrases, Token, after_phrase, phrases, word_set

_NOON_HOUR = 12
_LAST_HOUR = 23
_LAST_MINUTE = 59
_WIDTH = 2
_EARLIEST_BARE_HOUR = 7
_HALF_DAYS: Phrases[int] = Phrases({"am": 0, "pm": 12, "a.m.": 0, "p.m.": 12, "a.m": 0, "p.m": 12})
_INTRODUCERS = phrases("at, à, vers, around, about, dès, @")
_BEFORE_BARE = phrases("at, à, vers, around, @")
_ENGLISH = word_set("at, around, @")
_NOON = phrases("at noon, around noon, at midday, à midi, vers midi")
_LENGTHS_AND_BOUNDS = word_set(
    """
    de, d, for, pendant, during, in, dans, between, entre, until, jusqu, before, after, by, avant, apres,
    from
    """
)
_AFTER_BARE = word_set(
    """
    on, tomorrow, tmrw, today, tonight, this, next, with, for, about, and, to, in, sharp, then, demain, ce,
    cet, aujourd, avec, pour, et, puis, sur, pile, apres
    """
)
_SIGNS_AFTER_BARE = frozenset(",.;!?)\n")


@dataclass(frozen=True, slots=True)
class HourFound:
    """An hour at tokens `first` to `after`; `at` is None when it is a length or a bound.

    Where `is_either`, it may be one of the evening too, as what is done then tells. One that no day has
    is not `is_possible`.
    """

    first: int
    after: int
    at: time | None
    is_either: bool = False
    is_possible: bool = True


@dataclass(frozen=True, slots=True)
class _Read:
    at: time
    after: int
    is_either: bool = False


def hour_at(tokens: Sequence[Token], index: int) -> HourFound | None:
    """The hour that begins at `index`, with the word that introduces it."""
    noon = after_phrase(_NOON, tokens, index)
    if noon > index:
        return HourFound(index, noon, time(_NOON_HOUR))
    figure = after_phrase(_INTRODUCERS, tokens, index)
    is_english = figure > index and tokens[index].plain in _ENGLISH
    read = (
        _french(tokens, figure)
        or _english(tokens, figure, is_introduced=is_english)
        or _bare(tokens, index, is_english=is_english)
    )
    if read is None:
        wrong = _after_impossible(tokens, figure) if figure > index else figure
        return HourFound(index, wrong, None, is_possible=False) if wrong > figure else None
    is_meant = index == 0 or tokens[index - 1].plain not in _LENGTHS_AND_BOUNDS
    return HourFound(index, read.after, read.at if is_meant else None, read.is_either)


def _french(tokens: Sequence[Token], index: int) -> _Read | None:
    hour = _figure(tokens, index, most=_LAST_HOUR)
    if hour is None or index + 1 >= len(tokens) or tokens[index + 1].plain not in ("h", "heures"):
        return None
    if hour < _EARLIEST_BARE_HOUR or _after_impossible(tokens, index) > index:
        return None
    minute = _figure(tokens, index + 2, most=_LAST_MINUTE, width=_WIDTH)
    after = index + 2 if minute is None else index + 3
    return _Read(time(hour, minute or 0), after, _is_either(tokens, index, hour))


def _english(tokens: Sequence[Token], index: int, *, is_introduced: bool) -> _Read | None:
    """`5pm`, `5:30 p.m.`, `9.30 am`, `17:30`, `at 9.30`; `at 5:30` is in the afternoon."""
    hour = _figure(tokens, index, most=_LAST_HOUR)
    if hour is None:
        return None
    minute, after = _minutes(tokens, index + 1)
    half = _HALF_DAYS.at(tokens, after)
    if half is not None:
        is_half = 1 <= hour <= _NOON_HOUR
        return _Read(time(hour % _NOON_HOUR + half[0], minute or 0), half[1]) if is_half else None
    is_dotted = minute is not None and tokens[index + 1].plain == "."
    if minute is None or (is_dotted and not (is_introduced and _is_over(tokens, after))):
        return None
    if hour < _EARLIEST_BARE_HOUR and len(tokens[index].plain) == 1:
        return _Read(time(hour + _NOON_HOUR, minute), after) if is_introduced and hour else None
    return _Read(time(hour, minute), after, _is_either(tokens, index, hour))


def _bare(tokens: Sequence[Token], index: int, *, is_english: bool) -> _Read | None:
    """`at 10`, `à 9`, where nothing follows that is counted; `at 5` is in the afternoon."""
    figure = after_phrase(_BEFORE_BARE, tokens, index)
    hour = _figure(tokens, figure, most=_LAST_HOUR) if figure > index else None
    is_range = index > 0 and not is_english and tokens[index - 1].plain.isdigit()
    if not hour or is_range or not _is_over(tokens, figure + 1):
        return None
    if hour < _EARLIEST_BARE_HOUR:
        return _Read(time(hour + _NOON_HOUR), figure + 1) if is_english else None
    return _Read(time(hour), figure + 1, _is_either(tokens, figure, hour))


def _is_over(tokens: Sequence[Token], index: int) -> bool:
    """The figure before `index` counts nothing: the line ends, or something new begins."""
    if index >= len(tokens):
        return True
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    if follows is not None and follows.plain.isdigit():
        return tokens[index].typed in _SIGNS_AFTER_BARE and not follows.glued
    if tokens[index].plain in ("pour", "for") and follows is not None and follows.plain == "cent":
        return False
    is_sign = tokens[index].typed in _SIGNS_AFTER_BARE
    return is_sign or tokens[index].plain in _AFTER_BARE or WEEKDAYS.at(tokens, index) is not None


def _is_either(tokens: Sequence[Token], index: int, hour: int) -> bool:
    """Nothing says whether it is in the morning: `8h`, `at 8`, `8:30`, but not `08:30`."""
    return 0 < hour < _NOON_HOUR and not tokens[index].plain.startswith("0")


def _after_impossible(tokens: Sequence[Token], index: int) -> int:
    """The index after an hour that no day has: `25h`, `14h75`, `10:75`; `index` when there is none."""
    if index + 1 >= len(tokens) or _figure(tokens, index, most=99) is None:
        return index
    sign = tokens[index + 1]
    if sign.plain not in ("h", ":") or not sign.glued:
        return index
    minute = _figure(tokens, index + 2, most=99, width=_WIDTH)
    has_minute = minute is not None and tokens[index + 2].glued
    is_late = int(tokens[index].plain) > _LAST_HOUR and (sign.plain == "h" or has_minute)
    if not is_late and not (has_minute and minute is not None and minute > _LAST_MINUTE):
        return index
    return index + 3 if has_minute else index + 2


def _minutes(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    is_sign = index + 1 < len(tokens) and tokens[index].plain in (":", ".") and tokens[index].glued
    if not is_sign or not tokens[index + 1].glued:
        return None, index
    minute = _figure(tokens, index + 1, most=_LAST_MINUTE, width=_WIDTH)
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
