"""Drawing words and phrases without end, the same ones for the same beginning.

What a word costs decides what a million entries cost: nothing here is drawn one at a time.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from random import Random
from typing import TypeVar

Value = TypeVar("Value")
Words = Iterator[str]
_ROUND = 4000
_SLOT = re.compile(r"\{(\w+)\}")


class Dice(Random):
    """Chance that falls the same way each time it begins with the same number."""

    def happens(self, share: float) -> bool:
        """Whether something comes true that does so in this share of all cases."""
        return self.random() < share


class Subject:
    """The topic of the person at hand, as often as a phrase asks for it."""

    topic = ""

    def __iter__(self) -> "Subject":
        """Itself: it never ends."""
        return self

    def __next__(self) -> str:
        """The topic."""
        return self.topic


def drawn(dice: Dice, values: Sequence[Value], weights: Sequence[float] | None = None) -> Iterator[Value]:
    """One of `values` again and again, each as often as its weight says.

    Thousands are drawn once and come round again; no two rounds are equally long, so that what is made of
    several does not repeat itself.
    """
    return cycle(dice.choices(values, weights, k=_ROUND + dice.randrange(_ROUND)))


def thinning(dice: Dice, values: Sequence[Value]) -> Iterator[Value]:
    """One of `values` again and again, the first most often, thinning out as words do (Zipf's law)."""
    return drawn(dice, values, [1 / (rank + 2) for rank in range(len(values))])


def joined(firsts: Words, lasts: Words, between: str = "") -> Words:
    """Two draws as one word."""
    return map(between.join, zip(firsts, lasts, strict=True))


def phrases(dice: Dice, patterns: Sequence[str], slots: Mapping[str, Words]) -> Words:
    """Phrases made from patterns whose words in braces are drawn from `slots`."""
    made = [_compiled(pattern, slots) for pattern in patterns]
    return (text % tuple(map(next, sources)) for text, sources in drawn(dice, made))


def sentences(dice: Dice, patterns: Sequence[str], slots: Mapping[str, Words]) -> Words:
    """Phrases that begin with a capital."""
    return (phrase[:1].upper() + phrase[1:] for phrase in phrases(dice, patterns, slots))


def _compiled(pattern: str, slots: Mapping[str, Words]) -> tuple[str, tuple[Words, ...]]:
    text = _SLOT.sub("%s", pattern.replace("%", "%%"))
    return text, tuple(slots[name] for name in _SLOT.findall(pattern))
