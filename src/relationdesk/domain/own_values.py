"""What is filled into the fields that the user added: how it is kept, and how it reads.

A number is kept as an exact decimal, a day as ISO 8601, yes and no as their words. What cannot be read as
what its field is for is doubtful: it is kept as it was typed.
"""

import re
from datetime import date
from decimal import Decimal

from relationdesk.domain.folding import fold
from relationdesk.domain.phrases.day_words import READERS, DateNamed
from relationdesk.domain.phrases.tokens import tokens_of
from relationdesk.domain.texts import clean, many_lines
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.language.dates import long_day
from relationdesk.language.words import Language, _, current_language

YES, NO = "yes", "no"
_YES = frozenset(("yes", "y", "true", "1", "x", "oui", "o", "vrai"))
_NO = frozenset(("no", "n", "false", "0", "non", "faux"))
_NUMBER = re.compile(r"(-?)(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?")
_SPACES = re.compile(r"(?<=[0-9])[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}](?=[0-9]{3}(?![0-9]))")
_COMMAS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_MOST_LETTERS = 2000
_LONGEST_NAME = 60


def field_name(typed: str) -> str:
    """What a field is called; empty for nothing."""
    return " ".join(clean(typed).split())[:_LONGEST_NAME].rstrip()


def kept(kind: OwnKind, typed: str) -> str:
    """How what was typed into a field is kept; empty for nothing."""
    text = many_lines(typed)[:_MOST_LETTERS]
    understood = {OwnKind.NUMBER: _number, OwnKind.DAY: _day, OwnKind.YES_NO: _yes_no}.get(kind, str)(text)
    return understood or text


def is_doubtful(kind: OwnKind, value: str) -> bool:
    """Whether what is kept is not what its field is for."""
    match kind:
        case OwnKind.TEXT:
            return False
        case OwnKind.NUMBER:
            return _NUMBER.fullmatch(value) is None
        case OwnKind.DAY:
            return _day_in(value) is None
        case OwnKind.YES_NO:
            return value not in {YES, NO}


def fits(kind: OwnKind, typed: str) -> bool:
    """Whether a field of this kind takes all that is typed, and nothing of it is doubtful."""
    value = kept(kind, typed)
    return bool(value) and len(typed.strip()) <= _MOST_LETTERS and not is_doubtful(kind, value)


def told(kind: OwnKind, value: str) -> str:
    """What is kept, in the words and figures of the current language; it reads back as the same."""
    if is_doubtful(kind, value):
        return value
    match kind:
        case OwnKind.TEXT:
            return value
        case OwnKind.NUMBER:
            return _number_told(value)
        case OwnKind.DAY:
            return long_day(date.fromisoformat(value))
        case OwnKind.YES_NO:
            return _("yes") if value == YES else _("no")


def _number(text: str) -> str:
    """A decimal with the marks of the current language: `1,250.5`, `1 250,5`; a lone mark is the point."""
    plain = _SPACES.sub("", text).replace("\N{MINUS SIGN}", "-")
    if current_language() is Language.ENGLISH:
        plain = _COMMAS.sub("", plain)
    plain = plain.replace(",", ".", 1)
    if not re.fullmatch(r"-?[0-9]{1,18}(\.[0-9]{1,9})?", plain):
        return ""
    return f"{Decimal(plain):f}"


def _number_told(value: str) -> str:
    whole, point, rest = value.partition(".")
    grouped = f"{int(whole.lstrip('-')):,}"
    sign = "-" if whole.startswith("-") else ""
    if current_language() is Language.FRENCH:
        return sign + grouped.replace(",", "\N{NARROW NO-BREAK SPACE}") + point.replace(".", ",") + rest
    return sign + grouped + point + rest


def _day(text: str) -> str:
    if (day := _day_in(text)) is not None:
        return day.isoformat()
    tokens = tokens_of(text)
    found = READERS["date"](tokens, 0) if tokens else None
    if found is None or found[1] != len(tokens) or not isinstance(found[0], DateNamed):
        return ""
    named = found[0]
    if named.year is None or str(named.year) not in text:
        return ""
    try:
        return date(named.year, named.month, named.day).isoformat()
    except ValueError:
        return ""


def _day_in(value: str) -> date | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.isoformat() == value else None


def _yes_no(text: str) -> str:
    folded = fold(text)
    return YES if folded in _YES else NO if folded in _NO else ""
