"""Which of the preferences about one thing holds.

What they said outweighs what was seen, that outweighs what came from a file, and that outweighs a guess.
Of two that weigh the same a refusal holds against a liking, then the newer one, then the more careful one.
An old liking gives way to anything that is not old; what they avoid or refuse is respected until they are
asked again.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from relationdesk.domain.folding import fold
from relationdesk.domain.suiting.ages import is_old
from relationdesk.domain.suiting.record import Leaning
from relationdesk.domain.suiting.saying_no import refuses_by_itself, without_no
from relationdesk.domain.vocabulary import Polarity, PreferenceCategory, Reward, Source

LIKED = (Polarity.LOVES, Polarity.LIKES)
_TRUST = {Source.THEY_SAID: 3, Source.I_SAW: 2, Source.IMPORTED: 1, Source.I_GUESS: 0}
_CARE = {Polarity.REFUSES: 3, Polarity.AVOIDS: 2, Polarity.LIKES: 1, Polarity.LOVES: 0}
_REWARDS = {reward.value: reward for reward in Reward}


@dataclass(frozen=True, slots=True)
class Weighed:
    """What holds about one thing, whether it is old, and what speaks against it with the same weight."""

    leaning: Leaning
    is_old: bool
    against: Leaning | None = None

    @property
    def is_liked(self) -> bool:
        """Whether it can be built on: a liking that is not old."""
        return self.leaning.polarity in LIKED and not self.is_old

    @property
    def is_disliked(self) -> bool:
        """Whether it is to be left out, old or not."""
        return self.leaning.polarity not in LIKED


def weighed(leanings: Iterable[Leaning], months: int, today: date) -> list[Weighed]:
    """What holds about each thing, in the order in which the things were first noted."""
    about: dict[object, list[Leaning]] = defaultdict(list)
    for leaning in map(plainly, leanings):
        about[thing_of(leaning)].append(leaning)
    return [_held(those, months, today) for those in about.values()]


def plainly(leaning: Leaning) -> Leaning:
    """A preference with its no in its polarity alone: who likes `no scripts` avoids `scripts`.

    A reward that is named by its word, or has an amount, is that reward.
    """
    if refuses_by_itself(leaning.value):
        polarity = Polarity.AVOIDS if leaning.polarity in LIKED else leaning.polarity
        leaning = replace(leaning, value=without_no(leaning.value), polarity=polarity)
    if leaning.category is PreferenceCategory.REWARD and leaning.reward is None:
        named = _REWARDS.get(fold(leaning.value))
        value = "" if named else leaning.value
        return replace(leaning, reward=named or (Reward.PAID if leaning.money else None), value=value)
    return leaning


def thing_of(leaning: Leaning) -> object:
    """What a preference is about; two that are about the same are weighed against each other."""
    return leaning.reward or (leaning.category, fold(leaning.value))


def _held(those: list[Leaning], months: int, today: date) -> Weighed:
    old = {one.id for one in those if is_old(one.noted_on, months, today)}

    def weight(one: Leaning) -> tuple[object, ...]:
        stands = one.id not in old or one.polarity not in LIKED
        is_refused = one.polarity is Polarity.REFUSES
        noted_on = one.noted_on or date.min
        return (stands, _TRUST[one.source], is_refused, noted_on, _CARE[one.polarity], one.id)

    held = max(those, key=weight)
    against = [
        one
        for one in those
        if (one.polarity in LIKED) is not (held.polarity in LIKED)
        and one.id not in old
        and _TRUST[one.source] == _TRUST[held.source]
        and held.polarity is Polarity.REFUSES
    ]
    return Weighed(held, held.id in old, max(against, key=weight, default=None))
