"""The words that are left of a clause when the days and hours that were read are taken out."""

from collections.abc import Sequence

from relationdesk.domain.phrases.days import DayFound
from relationdesk.domain.phrases.hours import HourFound
from relationdesk.domain.phrases.tokens import Token

_EDGES = " \t,;:.-–—/\n"


def wording(tokens: Sequence[Token], first: int, after: int, without: Sequence[DayFound | HourFound]) -> str:
    """The words from `first` to `after` as they were typed, single spaced, without the spans given."""
    hidden = {index for span in without for index in range(span.first, span.after)}
    pieces: list[str] = []
    for index in range(first, after):
        if index in hidden:
            continue
        follows = index > first and index - 1 not in hidden and tokens[index].glued
        pieces.append(tokens[index].typed if follows or not pieces else f" {tokens[index].typed}")
    return "".join(pieces).strip(_EDGES)
