"""What a dossier shows: chosen for its face already, not yet worded.

Everything but the person's name may be left out; an empty part leaves no trace in the document.
Lists come in the order in which they are to be read.
"""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from relationdesk.domain.card import AddressEntry, Birthday, ContactEntry, RoleEntry
from relationdesk.domain.money import Money
from relationdesk.domain.suiting.answer import Answer
from relationdesk.domain.vocabulary import (
    Action,
    FormOfAddress,
    InteractionKind,
    PersonKind,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    PromiseState,
    RelationKind,
    Reward,
    RewardKind,
    Source,
    Stage,
)

HistoryKind = InteractionKind | Stage | PromiseSide | PromiseState | Action


class Face(StrEnum):
    """For whom a dossier is made, which decides what it shows."""

    INTERNAL = "internal"
    SHARE = "share"
    EVENT = "event"
    CARD = "card"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The consultant's name, business, and the lines that say where to find them."""

    name: str = ""
    business: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonHead:
    """Who the dossier is about; `picture` is an encoded PNG, JPEG or WebP."""

    name: str
    pronouns: str = ""
    kinds: tuple[PersonKind, ...] = ()
    topics: tuple[str, ...] = ()
    roles: tuple[RoleEntry, ...] = ()
    city: str = ""
    country: str = ""
    languages: tuple[str, ...] = ()
    form_of_address: FormOfAddress | None = None
    birthday: Birthday | None = None
    picture: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """How large an audience was on a day."""

    audience: int
    on: date


@dataclass(frozen=True, slots=True)
class Handle:
    """An account on a platform with its audience readings, oldest first."""

    platform: str
    name: str
    link: str = ""
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class QuietTimes:
    """When not to reach a person: days (Monday is 0) and hours, counted in `time_zone`.

    The hours are used only when both are given; they may run over midnight.
    """

    weekdays: tuple[int, ...] = ()
    starts: time | None = None
    ends: time | None = None
    time_zone: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """Every way to a person, with `channels` ranked from the best one down."""

    contacts: tuple[ContactEntry, ...] = ()
    addresses: tuple[AddressEntry, ...] = ()
    handles: tuple[Handle, ...] = ()
    channels: tuple[str, ...] = ()
    quiet: QuietTimes | None = None


@dataclass(frozen=True, slots=True)
class DoNotContact:
    """They asked to be left alone: why, and since when."""

    reason: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Preference:
    """What they love, like, avoid or refuse, with how and when the user came to know."""

    polarity: Polarity
    value: str
    category: PreferenceCategory | None = None
    money: Money | None = None
    source: Source | None = None
    on: date | None = None
    reward: Reward | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """How it began: the day, the introducer, and the user's own words."""

    on: date | None = None
    how: str = ""
    introduced_by: str = ""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often they are in touch: counts of two-way contacts, the last one, the gap wished for."""

    contacts_in_past_year: int = 0
    last_contact: date | None = None
    ideal_gap_days: int | None = None


@dataclass(frozen=True, slots=True)
class Together:
    """What they did together: how many partnerships were carried out, for which clients, the last."""

    partnerships: int
    clients: tuple[str, ...] = ()
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Relationship:
    """The facts behind the three sentences that tell a relationship."""

    meeting: Meeting | None = None
    rhythm: Rhythm | None = None
    together: Together | None = None


@dataclass(frozen=True, slots=True)
class PartnershipLine:
    """One partnership, from `begun` to `ended`, and what came of it in the user's words.

    `embargo_until` and `back_on` are told of what still waits: for an embargo to end, or to come back.
    """

    client: str
    title: str
    stage: Stage
    reward: RewardKind | None = None
    money: Money | None = None
    begun: date | None = None
    ended: date | None = None
    outcome: str = ""
    embargo_until: date | None = None
    back_on: date | None = None


@dataclass(frozen=True, slots=True)
class Exclusivity:
    """They work for nobody else in a category while it runs."""

    client: str
    category: str
    until: date


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """Something that happened; `text` is markdown, `people` are the others who were part of it."""

    on: date
    kind: HistoryKind
    title: str = ""
    text: str = ""
    people: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """Something owed until it is kept or released."""

    side: PromiseSide
    what: str
    made_on: date | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class NextStep:
    """An open follow-up: what to do, why, and when (`at` in the user's own zone)."""

    action: Action
    reason: str
    due: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A small thing worth knowing, with how and when the user came to know."""

    value: str
    label: str = ""
    source: Source | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """Somebody they are tied to; `outward` reads from the person of the dossier to the other."""

    other: str
    kind: RelationKind
    outward: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A whole document about one person, for one face, as of one day.

    `suits` is what would suit them, for the user's own eyes.
    `history` may come in any order; it is told from the newest month back.
    """

    face: Face
    made_on: date
    person: PersonHead
    letterhead: Letterhead = Letterhead()
    reach: Reach = Reach()
    do_not_contact: DoNotContact | None = None
    loves: tuple[Preference, ...] = ()
    donts: tuple[Preference, ...] = ()
    relationship: Relationship = Relationship()
    suits: Answer | None = None
    facts: tuple[KnownFact, ...] = ()
    relations: tuple[Relation, ...] = ()
    partnerships: tuple[PartnershipLine, ...] = ()
    exclusivities: tuple[Exclusivity, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    promises: tuple[OpenPromise, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
