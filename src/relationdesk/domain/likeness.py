"""Which words a misspelt one may have meant."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST_MISSPELT = 4
_ALIKE = 0.74
_MOST = 6


def nearest(word: str, words: Iterable[str]) -> list[str]:
    """At most six of `words` that are nearly `word`, the likeliest first; none for a very short one.

    Compared by optimal string alignment, in which two letters that changed places count as one slip: one
    slip is forgiven in a word of four letters, two from eight on.
    """
    if len(word) < SHORTEST_MISSPELT:
        return []
    found = process.extract(word, words, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE, limit=_MOST)
    return [near for near, _score, _place in found]
