"""What the rules of suiting say: clauses, each with where it is from, and questions to ask next time."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum, auto

from relationdesk.domain.balance import Peace
from relationdesk.domain.money import Money
from relationdesk.domain.suiting.record import Past, Quiet, Refusal
from relationdesk.domain.vocabulary import Polarity, Reward, RewardKind, Source


class OriginKind(StrEnum):
    """What a clause rests on."""

    PREFERENCE = "preference"
    FACT = "fact"
    REFUSAL = "refusal"
    PARTNERSHIP = "partnership"
    PERSON = "person"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something is known from: the row, how and when it became known, and what happened then.

    `said_by` names whoever said no in the person's stead; `title` tells a partnership.
    """

    kind: OriginKind
    id: int
    source: Source | None = None
    on: date | None = None
    interaction_id: int | None = None
    said_by: str = ""
    title: str = ""


class Why(Enum):
    """Why there is nothing to propose now."""

    DO_NOT_CONTACT = auto()
    IN_PEACE = auto()
    TO_THANK = auto()
    UNDER_WAY = auto()
    DECLINED = auto()
    REFUSED = auto()
    UNKNOWN = auto()


class Point(Enum):
    """What a list of things is to the person."""

    SUITS = auto()
    EXACTLY = auto()
    BUILD_ON = auto()
    LEAVE_OUT = auto()
    REACH = auto()
    NOT_BY = auto()
    GOOD_TIME = auto()
    BAD_TIME = auto()
    TONE = auto()
    NOT_TONE = auto()


@dataclass(frozen=True, slots=True)
class Instead:
    """There is nothing to propose now; `word` is the reason in somebody's own words."""

    why: Why
    past: Past | None = None
    peace: Peace | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to reward them, with the amount it starts from."""

    reward: Reward | RewardKind
    money: Money | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What to offer; `after` is the partnership that it is concluded from, where nobody said so."""

    options: tuple[Option, ...]
    is_guess: bool = False
    after: Past | None = None


@dataclass(frozen=True, slots=True)
class Things:
    """Things that are something to the person."""

    point: Point
    values: tuple[str | Reward, ...]


@dataclass(frozen=True, slots=True)
class Exclusive:
    """Whether exclusivity may be spoken of."""

    accepted: bool


@dataclass(frozen=True, slots=True)
class Before:
    """A partnership that was carried out."""

    past: Past


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learnt from a partnership."""

    past: Past


@dataclass(frozen=True, slots=True)
class NotAgain:
    """A "no" that stands."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class InPeace:
    """When to leave them alone."""

    quiet: Quiet


Says = Instead | Offer | Things | Exclusive | Before | Lesson | NotAgain | InPeace


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence, and what it rests on."""

    says: Says
    origins: tuple[Origin, ...] = ()


class Ask(Enum):
    """What kind of question there is to ask."""

    STILL_SO = auto()
    STILL_TRUE = auto()
    STILL_REFUSED = auto()
    AFTER_ALL = auto()
    NOW_OVER = auto()
    FIRST_HAND = auto()
    WHAT_THEY_ACCEPT = auto()
    HOW_MANY_FOLLOW = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask next time.

    `what` is a text or a reward, with the `polarity` of an old preference; else it is about a refusal.
    """

    ask: Ask
    what: str | Reward = ""
    polarity: Polarity | None = None
    refusal: Refusal | None = None
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What would suit a person, clause by clause in reading order, and what to ask next time."""

    clauses: tuple[Clause, ...]
    questions: tuple[Question, ...] = ()
