"""What the rules of suiting read of one person."""

from dataclasses import dataclass
from datetime import date, time

from relationdesk.domain.balance import Peace
from relationdesk.domain.money import Money
from relationdesk.domain.vocabulary import (
    Polarity,
    PreferenceCategory,
    Reward,
    RewardKind,
    Source,
    Stage,
)


@dataclass(frozen=True, slots=True)
class Leaning:
    """One preference, as it was noted; `rank` orders channels, the best one first."""

    id: int
    polarity: Polarity
    category: PreferenceCategory
    value: str
    source: Source
    noted_on: date | None
    reward: Reward | None = None
    money: Money | None = None
    rank: int | None = None
    interaction_id: int | None = None


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A small thing worth knowing, in one text."""

    id: int
    text: str
    source: Source
    noted_on: date | None
    interaction_id: int | None = None


@dataclass(frozen=True, slots=True)
class KnownAudience:
    """An account as people write it, and the newest day on which its followers were counted."""

    account: str
    counted_on: date | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A "no": what, why, for which client, and until when, that day included.

    `said_by` is empty when they said it themselves.
    """

    id: int
    what: str
    why: str = ""
    said_by: str = ""
    client: str = ""
    reward: Reward | None = None
    said_on: date | None = None
    until: date | None = None
    interaction_id: int | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """A partnership with the person, and since when it stands where it stands."""

    id: int
    client: str
    title: str
    stage: Stage
    since: date | None
    reward: RewardKind | None = None
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class Quiet:
    """When to leave them in peace: weekdays (Monday is 0), and hours on the clock of `zone`."""

    weekdays: tuple[int, ...] = ()
    starts: time | None = None
    ends: time | None = None
    zone: str = ""

    @property
    def has_hours(self) -> bool:
        """Whether both ends of the hours are known; the hours may run over midnight."""
        return self.starts is not None and self.ends is not None


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that bears on what would suit a person; partnerships with the most recently moved first."""

    leanings: tuple[Leaning, ...] = ()
    facts: tuple[KnownFact, ...] = ()
    audiences: tuple[KnownAudience, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    pasts: tuple[Past, ...] = ()
    quiet: Quiet = Quiet()
    peace: Peace | None = None
    do_not_contact: bool = False
    do_not_contact_reason: str = ""
