"""What is known of a person, written shortly, for the cases of what would suit them."""

from datetime import date, time
from decimal import Decimal

from relationdesk.domain.balance import Peace
from relationdesk.domain.money import Money
from relationdesk.domain.suiting.record import Known, KnownFact, Leaning, Past, Quiet, Refusal
from relationdesk.domain.vocabulary import (
    Polarity,
    PreferenceCategory,
    Reward,
    RewardKind,
    Source,
    Stage,
)

TODAY = date(2026, 11, 25)
LATELY = date(2026, 9, 1)
LONG_AGO = date(2024, 3, 1)


def leaning(
    number: int,
    feeling: str,
    about: str,
    value: str = "",
    *,
    reward: Reward | None = None,
    amount: str = "",
    currency: str = "EUR",
    source: Source = Source.THEY_SAID,
    on: date | None = LATELY,
    rank: int | None = None,
    told_in: int | None = None,
) -> Leaning:
    """A preference as `loves`, about a `format`."""
    return Leaning(
        id=number,
        polarity=Polarity(feeling),
        category=PreferenceCategory(about),
        value=value,
        source=source,
        noted_on=on,
        reward=reward,
        money=Money(Decimal(amount), currency) if amount else None,
        rank=rank,
        interaction_id=told_in,
    )


def accepts(number: int, reward: Reward, **rest: object) -> Leaning:
    """A reward that they accept."""
    return leaning(number, "likes", "reward", reward=reward, **rest)  # type: ignore[arg-type]


def no_to(number: int, what: str = "", **rest: object) -> Refusal:
    """A "no", said in September."""
    return Refusal(**{"id": number, "what": what, "said_on": LATELY, **rest})  # type: ignore[arg-type]


def past(
    number: int,
    stage: Stage,
    *,
    client: str = "Olivade",
    title: str = "Spring oil",
    since: date | None = date(2026, 6, 18),
    reward: RewardKind | None = None,
    lesson: str = "",
) -> Past:
    """A partnership, in its stage since June."""
    return Past(number, client, title, stage, since, reward, lesson)


def fact(number: int, text: str, on: date | None = LATELY) -> KnownFact:
    """Something worth knowing."""
    return KnownFact(number, text, Source.THEY_SAID, on)


def known(
    *parts: Leaning | Refusal | Past | KnownFact | Quiet | Peace, leave_alone: str | None = None
) -> Known:
    """All that is known, in any order; `leave_alone` is why they are not to be contacted."""
    return Known(
        leanings=tuple(part for part in parts if isinstance(part, Leaning)),
        facts=tuple(part for part in parts if isinstance(part, KnownFact)),
        refusals=tuple(part for part in parts if isinstance(part, Refusal)),
        pasts=tuple(part for part in parts if isinstance(part, Past)),
        quiet=next((part for part in parts if isinstance(part, Quiet)), Quiet()),
        peace=next((part for part in parts if isinstance(part, Peace)), None),
        do_not_contact=leave_alone is not None,
        do_not_contact_reason=leave_alone or "",
    )


def quiet(*weekdays: int, hours: tuple[int, int] | None = None, zone: str = "") -> Quiet:
    """Quiet days, Monday is 0, and quiet hours."""
    starts, ends = (time(hours[0]), time(hours[1])) if hours else (None, None)
    return Quiet(weekdays, starts, ends, zone)
