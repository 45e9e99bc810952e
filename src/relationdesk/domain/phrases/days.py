"""Day expressions in a line: where they stand, which day they name, and how they hang on to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum, auto

from relationdesk.domain.phrases.day_forms import FORMS, Rule
from relationdesk.domain.phrases.day_words import READERS, SHORTENED
from relationdesk.domain.phrases.hours import hour_at
from relationdesk.domain.phrases.tokens import Phrases, Token, listed, tokens_of


class Hold(Enum):
    """How the words before a day tie it to the line."""

    ON = auto()
    """The day something is to be done on or by."""
    FOR = auto()
    """The day something is wanted for: a deadline for what is sent, else the day of something else."""
    OF = auto()
    """The day of something else: `the photos of friday`, `after the 12th`, `between monday and friday`."""


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day named at tokens `first` to `after`; `due` is None when it cannot be due."""

    first: int
    after: int
    due: date | None
    hold: Hold
    noon: time | None
    """Twelve o'clock when the day came with it (`vendredi midi`)."""


@dataclass(frozen=True, slots=True)
class _Form:
    pieces: tuple[str, ...]
    rule: Rule


_HOLDS: Phrases[Hold] = Phrases(
    {
        **dict.fromkeys(
            listed(
                """
                on, on the, by, by the, before, before the, at, no later than, in, this, around, as of
                """
            ),
            Hold.ON,
        ),
        **dict.fromkeys(
            listed(
                """
                avant, avant le, d'ici, d'ici le, d'ici à, d'ici au, au plus tard, ce, vers, vers le, dès, à,
                à partir de, à partir du, en, courant, dans
                """
            ),
            Hold.ON,
        ),
        **dict.fromkeys(("for", "for the", "pour", "pour le", "for on"), Hold.FOR),
        **dict.fromkeys(
            listed(
                """
                of, of the, from, from the, since, after, after the, until, till, through, to, between, last,
                about, re, not before, not on, except, except on
                """
            ),
            Hold.OF,
        ),
        **dict.fromkeys(
            listed(
                """
                de, de la, d', du, depuis, depuis le, après, après le, jusqu'à, jusqu'au, au, entre, entre le,
                sauf, sauf le, pas avant
                """
            ),
            Hold.OF,
        ),
    }
)
_LONGEST_HOLD = 5
_PARTS: Phrases[time | None] = Phrases(
    {
        **dict.fromkeys(
            listed(
                """
                morning, afternoon, evening, night, in the morning, in the afternoon, in the evening, matin,
                soir, après-midi, aprem, dans la matinée, en fin de journée
                """
            ),
            None,
        ),
        **dict.fromkeys(("noon", "midi", "at noon", "à midi"), time(12)),
    }
)


def _pieces(form: str) -> tuple[str, ...]:
    """`d'ici {count}` as its words and slots: d ' ici {count}."""
    pieces: list[str] = []
    for part in form.replace("{", " {").replace("}", "} ").split():
        pieces += [part] if part.startswith("{") else [token.plain for token in tokens_of(part)]
    return tuple(pieces)


def _by_first(forms: Sequence[_Form]) -> dict[str, list[_Form]]:
    table: dict[str, list[_Form]] = {}
    for form in forms:
        table.setdefault(form.pieces[0], []).append(form)
    return table


_FORMS = _by_first([_Form(_pieces(said), rule) for rule, all_said in FORMS for said in all_said])
_SLOTS_FIRST = tuple(form for piece, forms in _FORMS.items() if piece.startswith("{") for form in forms)


def day_at(tokens: Sequence[Token], index: int, today: date) -> DayFound | None:
    """The longest day expression that begins at `index`, without the words that hold it."""
    matches = [
        (after, form.rule, values)
        for form in (*_FORMS.get(tokens[index].plain, ()), *_SLOTS_FIRST)
        for after, values in _matches(form, tokens, index)
    ]
    if not matches:
        return None
    after, rule, values = max(matches, key=lambda match: match[0])
    after += _is_point_of_short_word(tokens, after)
    part = _PARTS.at(tokens, after)
    possessed = after + 1 < len(tokens) and tokens[after].glued and tokens[after].plain == "'"
    due = None if possessed else _on_calendar(rule, today, values)
    noon, after = part or (None, after)
    return DayFound(index, after, due, Hold.OF if possessed else Hold.ON, noon)


def _is_point_of_short_word(tokens: Sequence[Token], index: int) -> bool:
    """The point of `3 dec. 17h`, which goes on with an hour."""
    is_point = index < len(tokens) and tokens[index].typed == "." and tokens[index].glued
    return is_point and tokens[index - 1].plain in SHORTENED and hour_at(tokens, index + 1) is not None


def _matches(form: _Form, tokens: Sequence[Token], index: int) -> list[tuple[int, list[object]]]:
    """Where the form ends and what its slots read: one match, or none."""
    values: list[object] = []
    for piece in form.pieces:
        if index >= len(tokens):
            return []
        if not piece.startswith("{"):
            if tokens[index].plain != piece:
                return []
            index += 1
            continue
        read = READERS[piece[1:-1]](tokens, index)
        if read is None:
            return []
        values.append(read[0])
        index = read[1]
    return [(index, values)]


def _on_calendar(rule: Rule, today: date, values: list[object]) -> date | None:
    try:
        return rule(today, *values)
    except (OverflowError, ValueError):  # past the last day a date can hold
        return None


def held(day: DayFound, tokens: Sequence[Token], floor: int) -> DayFound:
    """`day` together with the words before it, from token `floor` on, that tie it to the line."""
    for first in range(max(floor, day.first - _LONGEST_HOLD), day.first):
        hold = _HOLDS.over(tokens, first, day.first)
        if hold is not None:
            return DayFound(first, day.after, day.due if hold is not Hold.OF else None, hold, day.noon)
    return day
