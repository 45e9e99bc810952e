"""What is taken out of a text as it comes in: what nobody sees, and what shows another text than is kept."""

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

T = TypeVar("T")

_BIDI_CONTROLS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Embeddings, overrides and isolates (Unicode Standard Annex 9); by them "evil" shows as "live"."""
_CLEANED: dict[int, str | None] = {
    **dict.fromkeys(range(0x20)),
    **dict.fromkeys(range(0x7F, 0xA0)),
    **dict.fromkeys(_BIDI_CONTROLS),
    **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
    0xFEFF: None,
    0x09: "\t",
    0x0A: "\n",
    0x0D: "\n",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n",
}
_BREAKS = re.compile(r"[ \t\n]*[\t\n][ \t\n]*")


def clean(text: str) -> str:
    """`text` without control characters, direction overrides and lone surrogates; line ends are LF."""
    if text.isprintable():
        return text
    return text.replace("\r\n", "\n").translate(_CLEANED)


def one_line(text: str) -> str:
    """`text` cleaned, trimmed and on a single line; blanks inside stay as they were typed."""
    if text.isprintable():
        return text.strip()
    return _BREAKS.sub(" ", clean(text)).strip()


def many_lines(text: str) -> str:
    """`text` cleaned and trimmed, with its lines."""
    return clean(text).strip()


def cleaned(value: T) -> T:
    """A value with every text in it cleaned, however deep it stands."""
    if isinstance(value, Enum | bytes):
        return value
    if isinstance(value, str):
        return cast("T", clean(value))
    if isinstance(value, tuple):
        return cast("T", tuple(cleaned(one) for one in value))
    if is_dataclass(value) and not isinstance(value, type):
        texts = {one.name: cleaned(getattr(value, one.name)) for one in fields(value) if one.init}
        return cast("T", replace(value, **texts))
    return value
