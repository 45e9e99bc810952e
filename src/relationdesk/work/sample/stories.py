"""What the files of the sample desk tell of one invented person.

Days are told as distances from today, so that the desk is always fresh: `days_ago` looks back,
`due_in`, `ends_in`, `embargo_in` and `returns_in` look ahead and are negative for what is late.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from decimal import Decimal

from relationdesk.domain.cadence import Cadence
from relationdesk.domain.card import AddressEntry, Birthday, Card, ContactEntry, RoleEntry
from relationdesk.domain.vocabulary import (
    Action,
    ContactKind,
    Direction,
    FormOfAddress,
    InteractionKind,
    LawfulBasis,
    PersonKind,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    RelationKind,
    RewardKind,
    Source,
    Stage,
    Tone,
)

_USUAL_DIRECTION = {
    InteractionKind.MEETING: Direction.BOTH,
    InteractionKind.CALL: Direction.BOTH,
    InteractionKind.EVENT: Direction.BOTH,
    InteractionKind.PUBLICATION: Direction.THEY_REACHED_OUT,
}


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened. `others` were there too, each with a line that only their history shows.

    `ref` names it for what came out of it; `partnership` is the title of the person's own.
    """

    days_ago: int
    kind: InteractionKind
    text: str = ""
    title: str = ""
    place: str = ""
    direction: Direction | None = None
    tone: Tone = Tone.NEITHER
    line: str = ""
    others: Mapping[str, str] = field(default_factory=dict)
    partnership: str = ""
    shared: bool = False
    ref: str = ""

    def usual_direction(self) -> Direction:
        """Who reached out: as told, or else as it usually is with this kind."""
        return self.direction or _USUAL_DIRECTION.get(self.kind, Direction.I_REACHED_OUT)


@dataclass(frozen=True, slots=True)
class HandleTold:
    """An account; each reading is a number of days ago and a number of followers."""

    platform: str
    name: str
    link: str = ""
    readings: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PreferenceTold:
    """What a person loves, likes, avoids or refuses, and since when the user knows."""

    polarity: Polarity
    category: PreferenceCategory
    value: str
    days_ago: int
    amount: Decimal | None = None
    currency: str = "EUR"
    source: Source = Source.THEY_SAID
    origin: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class FactTold:
    """A small thing worth knowing, and since when the user knows."""

    value: str
    days_ago: int
    label: str = ""
    source: Source = Source.THEY_SAID
    origin: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpTold:
    """Something to do. It is open unless `done_by` names the interaction, or it was dropped for `word`."""

    due_in: int
    action: Action
    reason: str
    at: time | None = None
    planned_in: int | None = None
    days_ago: int = 14
    origin: str = ""
    done_by: str = ""
    dropped_days_ago: int | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class PromiseTold:
    """What one side owes the other; open until it was kept or released."""

    side: PromiseSide
    what: str
    days_ago: int
    due_in: int | None = None
    kept_days_ago: int | None = None
    released_days_ago: int | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class PartnershipTold:
    """An agreement, `days_ago` in its stage and first thought of `begun_days_ago`."""

    client: str
    title: str
    stage: Stage
    days_ago: int
    begun_days_ago: int
    reward: RewardKind | None = None
    reward_note: str = ""
    amount: Decimal | None = None
    currency: str = "EUR"
    agreed_days_ago: int | None = None
    starts_in: int | None = None
    ends_in: int | None = None
    embargo_in: int | None = None
    returns_in: int | None = None
    returned_days_ago: int | None = None
    published_days_ago: int | None = None
    closed_reason: str = ""
    outcome: str = ""
    lesson: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class RelationTold:
    """What the person is to `other`, who is named as in their own story."""

    other: str
    kind: RelationKind
    note: str = ""


@dataclass(frozen=True, slots=True)
class ConsentTold:
    """What a person agreed to, when, and how the user knows."""

    what: str
    days_ago: int
    source: str = ""
    withdrawn_days_ago: int | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One invented person with everything that happened.

    `birthday` is `1990-03-14` or `03-14`; `birthday_in` counts days from today instead. `cadence` is the
    ideal and the longest gap in days. The first of the e-mails, phones and addresses is the preferred.
    """

    name: str
    history: tuple[Happening, ...]
    given_name: str = ""
    family_name: str = ""
    phonetic_name: str = ""
    pronouns: str = ""
    kinds: tuple[PersonKind, ...] = ()
    city: str = ""
    country: str = ""
    time_zone: str = ""
    languages: tuple[str, ...] = ()
    form_of_address: FormOfAddress | None = None
    birthday: str = ""
    birthday_in: int | None = None
    how_met: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    addresses: tuple[AddressEntry, ...] = ()
    roles: tuple[RoleEntry, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    cadence: tuple[int, int] | None = None
    lawful_basis: LawfulBasis | None = None
    lawful_basis_note: str = ""
    do_not_contact: str = ""
    handles: tuple[HandleTold, ...] = ()
    preferences: tuple[PreferenceTold, ...] = ()
    facts: tuple[FactTold, ...] = ()
    follow_ups: tuple[FollowUpTold, ...] = ()
    promises: tuple[PromiseTold, ...] = ()
    partnerships: tuple[PartnershipTold, ...] = ()
    relations: tuple[RelationTold, ...] = ()
    consents: tuple[ConsentTold, ...] = ()

    def card(self, day: date) -> Card:
        """What a card of this person tells on `day`; the rest of the story has rows of its own."""
        given, _, family = self.name.partition(" ")
        return Card(
            display_name=self.name,
            given_name=self.given_name or given,
            family_name=self.family_name or family,
            phonetic_name=self.phonetic_name,
            pronouns=self.pronouns,
            kinds=self.kinds,
            city=self.city,
            country=self.country,
            time_zone=self.time_zone,
            languages=self.languages,
            form_of_address=self.form_of_address,
            birthday=self._birthday(day),
            how_met=self.how_met,
            contacts=self._contacts(),
            addresses=self.addresses,
            roles=self.roles,
            topics=self.topics,
            tags=self.tags,
        )

    def among(self, names: Collection[str]) -> "Story":
        """This story where only the people of `names` are on the desk: it speaks of nobody else."""
        history = tuple(
            replace(told, others={name: line for name, line in told.others.items() if name in names})
            for told in self.history
        )
        relations = tuple(told for told in self.relations if told.other in names)
        return replace(self, history=history, relations=relations)

    def rhythm(self) -> Cadence | None:
        """How often to be in touch; None when it does not matter."""
        return None if self.cadence is None else Cadence(*self.cadence)

    def first_days_ago(self) -> int:
        """How many days ago this person came onto the desk."""
        return max(happening.days_ago for happening in self.history)

    def _birthday(self, day: date) -> Birthday | None:
        if self.birthday_in is not None:
            born = day + timedelta(days=self.birthday_in)
            return Birthday(born.month, born.day)
        if not self.birthday:
            return None
        *year, month, of_month = map(int, self.birthday.split("-"))
        return Birthday(month, of_month, year[0] if year else None)

    def _contacts(self) -> tuple[ContactEntry, ...]:
        told = ((ContactKind.EMAIL, self.emails), (ContactKind.PHONE, self.phones))
        reached = [
            ContactEntry(kind, value, preferred=rank == 0)
            for kind, values in told
            for rank, value in enumerate(values)
        ]
        return (*reached, *(ContactEntry(ContactKind.LINK, link) for link in self.links))
