"""What is known of a person once it was weighed and the refusals that stand were heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from relationdesk.domain.folding import fold
from relationdesk.domain.numbers import Numbers
from relationdesk.domain.suiting.record import Known, Refusal
from relationdesk.domain.suiting.weighing import Weighed, weighed
from relationdesk.domain.vocabulary import Polarity, PreferenceCategory, Reward, RewardKind

_ORDER = list(PreferenceCategory)
_STRONG = (Polarity.LOVES, Polarity.REFUSES)


@dataclass(frozen=True, slots=True)
class Standing:
    """`weighed` is what holds about each thing; `stopped` are likings that a refusal stands in the way of."""

    weighed: tuple[Weighed, ...]
    stopped: tuple[Weighed, ...]
    refusals: tuple[Refusal, ...]
    over: tuple[Refusal, ...]

    @classmethod
    def of(cls, known: Known, today: date, numbers: Numbers) -> Self:
        """Weigh what is known; a refusal stands until its day, that day included, or for good."""
        newest = sorted(known.refusals, key=lambda one: (one.said_on or date.min, one.id), reverse=True)
        refusals = tuple(one for one in newest if one.until is None or one.until >= today)
        found = weighed(known.leanings, numbers.preference_months, today)
        stopped = tuple(one for one in found if one.is_liked and _is_stopped(one, refusals))
        return cls(
            weighed=tuple(one for one in found if one not in stopped),
            stopped=stopped,
            refusals=refusals,
            over=tuple(one for one in newest if one not in refusals),
        )

    @property
    def refused_clients(self) -> frozenset[str]:
        """Clients for whom nothing is to be proposed; a no to one thing of theirs is about that thing."""
        return frozenset(
            one.client for one in self.refusals if one.client and one.reward is None and not one.what.strip()
        )

    def liked(self, *categories: PreferenceCategory) -> list[Weighed]:
        """What can be built on, loved things first, channels by their rank, then the newest first."""
        return _in_order([one for one in self.weighed if one.is_liked], categories)

    def disliked(self, *categories: PreferenceCategory) -> list[Weighed]:
        """What is to be left out, refused things first."""
        return _in_order([one for one in self.weighed if one.is_disliked], categories)

    def is_unwelcome(self, reward: RewardKind) -> bool:
        """Whether a preference or a refusal speaks against rewarding them in this way."""
        parts = _PARTS.get(reward, ())
        disliked = {one.leaning.reward for one in self.weighed if one.is_disliked}
        refused = {one.reward for one in self.refusals if not one.client}
        return any(part in disliked or part in refused for part in parts)


_PARTS = {
    RewardKind.GIFT: (Reward.GIFT,),
    RewardKind.LOAN: (Reward.LOAN,),
    RewardKind.PAID: (Reward.PAID,),
    RewardKind.AFFILIATE: (Reward.AFFILIATE,),
    RewardKind.INVITATION: (Reward.INVITATION,),
    RewardKind.PRODUCT_AND_FEE: (Reward.GIFT, Reward.PAID),
}


def _in_order(those: list[Weighed], categories: Sequence[PreferenceCategory]) -> list[Weighed]:
    wanted = [one for one in those if one.leaning.category in categories]
    newest = sorted(wanted, key=lambda one: (one.leaning.noted_on or date.min, one.leaning.id), reverse=True)
    return sorted(newest, key=_place)


def _place(one: Weighed) -> tuple[float, bool, int]:
    """Channels by rank, the rest by how strong the feeling is and then by what it is about."""
    leaning = one.leaning
    rank = float("inf") if leaning.rank is None else leaning.rank
    return (rank, leaning.polarity not in _STRONG, _ORDER.index(leaning.category))


def _is_stopped(one: Weighed, refusals: Sequence[Refusal]) -> bool:
    """Whether a no that is about no client in particular is about this very thing."""
    leaning = one.leaning
    for refusal in refusals:
        if refusal.client:
            continue
        if refusal.reward is not None and refusal.reward is leaning.reward:
            return True
        if leaning.value and fold(refusal.what) == fold(leaning.value):
            return True
    return False
