"""How close a relationship is, counted from the last contact that went both ways."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

ANY_GAP_DAYS: Final = 36_500
"""The longest gap, without an ideal one, of a person with whom it does not matter how often."""


class Closeness(StrEnum):
    """How a relationship stands against the gap the user wished for."""

    NO_CADENCE = "no_cadence"
    WARM = "warm"
    COOLING = "cooling"
    DISTANT = "distant"


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often the user wants to be in touch, in days; `longest` is the gap not to go past."""

    ideal: int
    longest: int


class LabelKind(StrEnum):
    """What several people have in common by which the user may wish to be in touch with them."""

    TAG = "tag"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class SharedCadence:
    """How often the user wants to be in touch with everybody who has a tag or a topic."""

    kind: LabelKind
    name: str
    cadence: Cadence


@dataclass(frozen=True, slots=True)
class CadenceInForce:
    """The cadence that holds for a person; `origin` is the tag or topic it comes from, None for their own."""

    cadence: Cadence
    origin: SharedCadence | None = None


def told_cadence(ideal: int | None, longest: int | None) -> Cadence | None:
    """The cadence that two numbers of days tell; without an ideal there is none."""
    return None if ideal is None else Cadence(ideal, ideal if longest is None else longest)


def cadence_in_force(
    ideal: int | None, longest: int | None, shared: Iterable[SharedCadence]
) -> CadenceInForce | None:
    """A person's own cadence, or else of those shared the one that grows distant first.

    `ideal` and `longest` are the person's own. The longest without an ideal says that it does not matter,
    whatever is shared.
    """
    own = told_cadence(ideal, longest)
    if own is not None:
        return CadenceInForce(own)
    if longest is not None:
        return None
    first = min(shared, key=_grows_distant, default=None)
    return None if first is None else CadenceInForce(first.cadence, first)


def _grows_distant(shared: SharedCadence) -> tuple[int, int, str, str]:
    return (shared.cadence.longest, shared.cadence.ideal, shared.kind, shared.name)


def closeness(cadence: Cadence | None, last_two_way: date | None, today: date) -> Closeness:
    """Warm inside the ideal gap, cooling up to the longest, distant past it or when never in touch."""
    if cadence is None:
        return Closeness.NO_CADENCE
    if last_two_way is None:
        return Closeness.DISTANT
    gap = (today - last_two_way).days
    if gap <= cadence.ideal:
        return Closeness.WARM
    return Closeness.COOLING if gap <= cadence.longest else Closeness.DISTANT
