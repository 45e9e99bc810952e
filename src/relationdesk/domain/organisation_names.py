"""Which names of organisations look like the same one: `Norda`, `Norda SA` and `NORDA S.A.`."""

import re
from collections.abc import Mapping
from typing import Final

from rapidfuzz.distance import OSA

from relationdesk.domain.folding import fold

_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_LEGAL_FORMS: Final = re.compile(
    "ab|ag|as|aps|bv|co|company|corp|corporation|ei|eirl|eurl|gmbh|inc|incorporated|kg|limited|llc|llp|lp|ltd|"
    "ltda|nv|ohg|oy|oyj|plc|pty|sa|sarl|sas|sasu|sca|scop|se|sl|slu|snc|spa|srl"
)
_JOINING: Final = frozenset(("and", "et", "und", "the", "le", "la", "les", "l"))
_SHORTEST: Final = 8
"""Letters from which on one slip does not make another name."""


def bare_name(name: str) -> tuple[str, ...]:
    """The folded words of a name, without its legal form, articles and the word for `&`."""
    folded = fold(_INITIALS.sub(lambda found: found[0].replace(".", "") + " ", name))
    words = tuple(_WORD.findall(folded))
    kept = tuple(word for word in words if word not in _JOINING and not _LEGAL_FORMS.fullmatch(word))
    return kept or words


def alike(name: str, others: Mapping[int, str]) -> list[int]:
    """Those of `others` that look like `name`: the same bare words, or in a long name one slip."""
    bare = bare_name(name)
    return [one for one, other in others.items() if _are_alike(bare, bare_name(other))]


def _are_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    together, other_together = "".join(one), "".join(other)
    if together == other_together:
        return bool(together)
    if min(len(together), len(other_together)) < _SHORTEST or _begin_and_count(one) != _begin_and_count(
        other
    ):
        return False
    return OSA.distance(together, other_together, score_cutoff=1) == 1


def _begin_and_count(words: tuple[str, ...]) -> tuple[str, str]:
    """What a slip leaves alone: the first letter of each word, and every figure."""
    letters = "".join(words)
    return "".join(word[0] for word in words), "".join(letter for letter in letters if letter.isdigit())
