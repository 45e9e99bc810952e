"""Text made safe to set: nothing hidden, nothing that overruns, nothing that vanishes unseen."""

import re
import unicodedata
from functools import cache

from relationdesk.dossier.glyphs import drawable_characters

BREAK = "\u200b"
"""Where the writer may break a long word; it is not part of the text."""

_PLACEHOLDER = "\ufffd"
_JOINERS = {"\u200c", "\u200d"}  # they join emoji and shape some scripts
_MARKS_PER_LETTER = 8  # Vietnamese needs two, polytonic Greek and Hebrew three
_LONG_WORD = re.compile(r"\S{21,}")
_AFTER_PUNCTUATION = re.compile(r"(?<=[@./_\-?&=,;:])(?=[^@./_\-?&=,;:])")
_TOO_LONG_PIECE = re.compile(r"([\w!-~]{20})(?=[\w!-~])")


def legible(text: str) -> str:
    """`text` on one line without what cannot or must not be set.

    Controls, lone surrogates and marks of direction go; line ends become spaces; a character that
    no bundled font has becomes a visible placeholder; a pile of combining marks is cut and ends
    with an ellipsis.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    if not set(text) <= _plain_characters():
        text = _marks_limited("".join(map(_set_or_replaced, text)))
    return text


def breakable(text: str) -> str:
    """`text` with `BREAK` in its long words, after punctuation and at the latest each twenty letters."""
    return _LONG_WORD.sub(lambda word: _with_breaks(word[0]), text)


def short(text: str, length: int) -> str:
    """`text` cut to `length` characters for a running line, with an ellipsis when it was longer."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


@cache
def _plain_characters() -> frozenset[str]:
    return frozenset(c for c in drawable_characters() if unicodedata.category(c)[0] not in "CMZ") | {
        " ",
        "\u00a0",
        "\u202f",
    }


def _set_or_replaced(character: str) -> str:
    category = unicodedata.category(character)
    drawable = category != "Co" and character in drawable_characters()  # PDF/A forbids private use
    if character.isspace():
        return character if drawable and category == "Zs" else " "
    if category in {"Cc", "Cs"}:
        return ""
    if category == "Cf":
        return character if character in _JOINERS or (drawable and character > "\U000e0000") else ""
    if drawable:
        return character
    return "" if "\ufe00" <= character <= "\ufe0f" else _PLACEHOLDER


def _marks_limited(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character)[0] == "M" else 0
        if marks <= _MARKS_PER_LETTER:
            kept.append(character)
        elif marks == _MARKS_PER_LETTER + 1:
            kept.append("…")
    return "".join(kept)


def _with_breaks(word: str) -> str:
    return _TOO_LONG_PIECE.sub(rf"\1{BREAK}", _AFTER_PUNCTUATION.sub(BREAK, word))
