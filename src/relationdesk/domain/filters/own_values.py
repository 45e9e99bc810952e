"""The values that a condition on a field of the user's takes, by what the field is for."""

from typing import Final

from relationdesk.domain import own_values
from relationdesk.domain.filters.clauses import Compared, Sign, signed
from relationdesk.domain.folding import letters
from relationdesk.domain.vocabulary import OwnKind

_ALSO: Final = {"": Sign.EQUAL, "≥": Sign.AT_LEAST, "≤": Sign.AT_MOST}


def asked_value(kind: OwnKind, typed: str) -> str | Compared | None:
    """What is asked of a field: folded words, yes or no, or a number or day to compare; None for neither."""
    if kind is OwnKind.TEXT:
        return letters(typed) or None
    sign, rest = signed(typed)
    value = own_values.kept(kind, rest)
    if not value or own_values.is_doubtful(kind, value):
        return None
    if kind is not OwnKind.YES_NO:
        return Compared(_ALSO.get(sign) or Sign(sign), value)
    return None if sign else value
