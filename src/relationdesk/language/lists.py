"""Several things in a row, in the current language."""

from collections.abc import Sequence
from functools import reduce

from relationdesk.language.words import _, in_context


def listed(things: Sequence[str]) -> str:
    """`a, b, c`; parted by semicolons where one of them has a comma of its own."""
    has_commas = len(things) > 1 and any("," in thing or ";" in thing for thing in things)
    words = in_context("list", "{some}; {more}") if has_commas else in_context("list", "{some}, {more}")
    return _joined(things, words)


def either(things: Sequence[str]) -> str:
    """`a, b or c`."""
    if not things:
        return ""
    *first, last = things
    return _("{some} or {last}").format(some=listed(first), last=last) if first else last


def in_turn(things: Sequence[str]) -> str:
    """`a, then b, then c`."""
    return _joined(things, _("{some}, then {more}"))


def _joined(things: Sequence[str], words: str) -> str:
    return reduce(lambda some, more: words.format(some=some, more=more), things) if things else ""
