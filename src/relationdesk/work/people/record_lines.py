"""The lines of one person's record, as the questions about them answer."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from relationdesk.domain.ids import OrganisationId, PersonId
from relationdesk.domain.vocabulary import (
    ContactKind,
    FormOfAddress,
    Polarity,
    PreferenceCategory,
    RelationKind,
    Reward,
    RoleKind,
    Source,
)


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """The head of a person's screen."""

    id: PersonId
    name: str
    pronouns: str
    city: str
    country: str
    form_of_address: FormOfAddress | None
    birth_day: int | None
    birth_month: int | None
    birth_year: int | None
    how_met: str
    ideal_gap_days: int | None
    longest_gap_days: int | None
    do_not_contact: bool
    do_not_contact_reason: str
    picture_hash: str | None
    last_two_way: date | None
    time_zone: str
    quiet_days: str | None
    quiet_from: time | None
    quiet_until: time | None
    given_name: str
    family_name: str
    phonetic_name: str
    addressed_by_title: bool
    is_archived: bool


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A way to reach a person."""

    id: int
    kind: ContactKind
    label: str
    value: str
    preferred: bool
    doubtful: bool


@dataclass(frozen=True, slots=True)
class AddressLine:
    """A postal address."""

    id: int
    label: str
    street: str
    city: str
    region: str
    postcode: str
    country: str
    preferred: bool


@dataclass(frozen=True, slots=True)
class HandleLine:
    """An account, with the newest reading of its audience."""

    id: int
    platform: str
    name: str
    link: str
    followers: int | None
    taken_on: date | None


@dataclass(frozen=True, slots=True)
class RoleLine:
    """What a person does, for whom, and from when until when, that day included."""

    id: int
    organisation_id: OrganisationId
    organisation: str
    website: str
    title: str
    kind: RoleKind
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class PreferenceLine:
    """What a person loves, likes, avoids or refuses, with its source and day."""

    id: int
    polarity: Polarity
    category: PreferenceCategory
    value: str
    amount: Decimal | None
    currency: str
    source: Source
    noted_on: date | None
    reward: Reward | None
    rank: int | None
    source_interaction_id: int | None


@dataclass(frozen=True, slots=True)
class RefusalLine:
    """A "no": what, why, who said it, for which client, and until when."""

    id: int
    what: str
    why: str
    said_by: str
    client: str
    reward: Reward | None
    said_on: date | None
    until: date | None
    source_interaction_id: int | None


@dataclass(frozen=True, slots=True)
class FactLine:
    """A small thing worth knowing."""

    id: int
    label: str
    value: str
    source: Source
    noted_on: date | None
    source_interaction_id: int | None


@dataclass(frozen=True, slots=True)
class RelationLine:
    """Somebody this person is connected with; `outgoing` tells which way the kind reads."""

    id: int
    person_id: PersonId
    name: str
    kind: RelationKind
    outgoing: bool
    note: str
    picture_hash: str | None


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A name and nothing more: a topic, a tag, a kind or a language."""

    name: str
