"""Which people may be the same: those who share a way to reach them, and those whose names are alike.

Nobody is compared with everybody: only those who share a mark, or names that share a word or the beginnings
of their words.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHARED_BY_MANY = 8
"""What so many have in common, a switchboard or a frequent name, tells nothing of two of them."""
_BLOCK = 300
_NEIGHBOURS = 20
_ALIKE = 0.88
_SHORTEST = 8
_BEGINNING = 3
_AT_ONCE = 500


class Reason(StrEnum):
    """Why two people may be the same."""

    EMAIL = "email"
    PHONE = "phone"
    HANDLE = "handle"
    SAME_NAME = "same_name"
    NAMES_ALIKE = "names_alike"


_WEIGHT = {
    Reason.EMAIL: 8,
    Reason.HANDLE: 7,
    Reason.PHONE: 6,
    Reason.SAME_NAME: 4,
    Reason.NAMES_ALIKE: 2,
}


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two people, the earlier first, and why they may be the same, the surest first."""

    one: int
    another: int
    reasons: tuple[Reason, ...]


Step = Callable[[int, int], object]


def likely_pairs(
    names: Mapping[int, str],
    marks: Iterable[tuple[Reason, str, int]],
    apart: set[tuple[int, int]],
    step: Step,
) -> list[LikelyPair]:
    """The pairs who may be the same, the likeliest first, without those known to be `apart`.

    `names` are folded and hold words of letters and digits alone. `marks` are what people are reached by.
    `step` is told how far it is and may end it by an exception.
    """
    found: dict[tuple[int, int], set[Reason]] = defaultdict(set)
    sharing: dict[tuple[Reason, str], set[int]] = defaultdict(set)
    for reason, mark, person in marks:
        sharing[reason, mark].add(person)
    for (reason, _mark), people in sharing.items():
        _propose(found, people, reason)
    called: dict[str, set[int]] = defaultdict(set)
    for person, name in names.items():
        called[" ".join(sorted(name.split()))].add(person)
    called.pop("", None)
    for people in called.values():
        _propose(found, people, Reason.SAME_NAME)
    for one, another in _near(list(called), step):
        if len(called[one]) + len(called[another]) <= _SHARED_BY_MANY:
            for pair in ((a, b) for a in called[one] for b in called[another]):
                found[min(pair), max(pair)].add(Reason.NAMES_ALIKE)
    pairs = [
        LikelyPair(*pair, tuple(reason for reason in Reason if reason in why))
        for pair, why in found.items()
        if pair not in apart
    ]
    return sorted(
        pairs, key=lambda pair: (-sum(_WEIGHT[reason] for reason in pair.reasons), pair.one, pair.another)
    )


def _propose(found: dict[tuple[int, int], set[Reason]], people: set[int], reason: Reason) -> None:
    if 1 < len(people) <= _SHARED_BY_MANY:
        for pair in combinations(sorted(people), 2):
            found[pair].add(reason)


def _near(names: list[str], step: Step) -> set[tuple[str, str]]:
    """Pairs of different names that are nearly the same; short ones never."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        if len(name) < _SHORTEST:
            continue
        words = name.split()
        blocks["", *(word[:_BEGINNING] for word in words)].append(name)
        for place, word in enumerate(words):
            rest = "".join(other[0] for number, other in enumerate(words) if number != place)
            blocks[word, rest].append(name)
    near: set[tuple[str, str]] = set()
    for done, block in enumerate(blocks.values()):
        if done % _AT_ONCE == 0:
            step(done, len(blocks))
        near.update(_near_within(sorted(block)))
    return near


def _near_within(block: list[str]) -> Iterable[tuple[str, str]]:
    """Each name is compared with all that follow it, in a large block with the nearest of these alone."""
    reach = _NEIGHBOURS if len(block) > _BLOCK else len(block)
    for place, name in enumerate(block[:-1]):
        following = block[place + 1 : place + 1 + reach]
        for other, _score, _number in process.extract_iter(
            name, following, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE
        ):
            if other != name:
                yield name, other
