"""What is to be remembered of a person, as the user tells it."""

from dataclasses import dataclass
from datetime import date

from relationdesk.domain.money import Money
from relationdesk.domain.vocabulary import Polarity, PreferenceCategory, Reward, Source


@dataclass(frozen=True, slots=True)
class Preference:
    """A preference as the user tells it; only a reward has a kind and an amount that it starts from."""

    polarity: Polarity
    category: PreferenceCategory
    value: str = ""
    reward: Reward | None = None
    money: Money | None = None
    source: Source = Source.THEY_SAID
    interaction_id: int | None = None
    noted_on: date | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A small thing worth knowing, as the user tells it."""

    value: str
    label: str = ""
    source: Source = Source.THEY_SAID
    interaction_id: int | None = None
    noted_on: date | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A "no" as the user tells it: to a thing, to a reward, or to a client altogether."""

    what: str = ""
    why: str = ""
    said_by: str = ""
    client: str = ""
    reward: Reward | None = None
    said_on: date | None = None
    until: date | None = None
    interaction_id: int | None = None
