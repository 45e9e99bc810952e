"""The rows that the crowd is written as: plain tuples that name their columns, with the file's own values.

A column that is not named here may be unknown, and is.
"""

from typing import NamedTuple

from relationdesk.domain.vocabulary import Audience

_MINE = Audience.ONLY_ME.value


class OrganisationLine(NamedTuple):
    """A row of `organisation`."""

    id: int
    name: str
    sort_key: str
    kind: str
    website: str
    notes: str = ""


class TopicLine(NamedTuple):
    """A row of `topic`."""

    id: int
    name: str
    name_key: str


class TagLine(NamedTuple):
    """A row of `tag`."""

    id: int
    name: str
    name_key: str


class PersonLine(NamedTuple):
    """A row of `person`."""

    id: int
    display_name: str
    given_name: str
    family_name: str
    names_key: str
    sort_key: str
    city: str
    country: str
    time_zone: str
    form_of_address: str | None
    birth_year: int | None
    birth_month: int | None
    birth_day: int | None
    how_met: str
    ideal_gap_days: int | None
    longest_gap_days: int | None
    lawful_basis: str | None
    do_not_contact: int
    do_not_contact_reason: str
    created_at: str
    phonetic_name: str = ""
    pronouns: str = ""
    addressed_by_title: int = 0
    lawful_basis_note: str = ""


class KindLine(NamedTuple):
    """A row of `person_kind`."""

    person_id: int
    kind: str


class LanguageLine(NamedTuple):
    """A row of `person_language`."""

    person_id: int
    language: str
    rank: int


class ConsentLine(NamedTuple):
    """A row of `consent`."""

    id: int
    person_id: int
    what: str
    given_on: str
    source: str = ""


class ContactLine(NamedTuple):
    """A row of `contact_point`."""

    id: int
    person_id: int
    kind: str
    value: str
    value_key: str
    preferred: int
    label: str = ""
    doubtful: int = 0
    audience: str = _MINE


class AddressLine(NamedTuple):
    """A row of `postal_address`."""

    id: int
    person_id: int
    street: str
    city: str
    country: str
    label: str = ""
    region: str = ""
    postcode: str = ""
    preferred: int = 1
    audience: str = _MINE


class HandleLine(NamedTuple):
    """A row of `handle`."""

    id: int
    person_id: int
    platform: str
    name: str
    link: str
    rank: int
    audience: str = Audience.SHARED.value


class ReadingLine(NamedTuple):
    """A row of `reading`."""

    id: int
    handle_id: int
    taken_on: str
    followers: int
    source: str


class RoleLine(NamedTuple):
    """A row of `role`."""

    id: int
    person_id: int
    organisation_id: int
    kind: str
    title: str = ""
    audience: str = _MINE


class PersonTopicLine(NamedTuple):
    """A row of `person_topic`."""

    person_id: int
    topic_id: int
    rank: int


class PersonTagLine(NamedTuple):
    """A row of `person_tag`."""

    person_id: int
    tag_id: int


class RelationLine(NamedTuple):
    """A row of `relation`."""

    id: int
    person_id: int
    other_id: int
    kind: str
    note: str
    audience: str = _MINE


class PartnershipLine(NamedTuple):
    """A row of `partnership`."""

    id: int
    person_id: int
    client_id: int
    title: str
    stage: str
    stage_since: str
    reward: str
    amount: str | None
    currency: str
    agreed_on: str | None
    starts_on: str | None
    ends_on: str | None
    published_on: str | None
    closed_reason: str
    outcome: str
    lesson: str
    created_at: str
    reward_note: str = ""
    audience: str = _MINE


class InteractionLine(NamedTuple):
    """A row of `interaction`."""

    id: int
    kind: str
    happened_on: str
    title: str
    text: str
    place: str
    direction: str
    tone: str
    partnership_id: int | None
    noted_at: str
    audience: str = _MINE


class ParticipantLine(NamedTuple):
    """A row of `participant`."""

    id: int
    interaction_id: int
    person_id: int
    line: str


class PreferenceLine(NamedTuple):
    """A row of `preference`."""

    id: int
    person_id: int
    polarity: str
    category: str
    value: str
    source: str
    source_interaction_id: int
    noted_on: str
    currency: str = ""
    audience: str = _MINE


class FactLine(NamedTuple):
    """A row of `fact`."""

    id: int
    person_id: int
    label: str
    value: str
    source: str
    source_interaction_id: int
    noted_on: str
    audience: str = _MINE


class PromiseLine(NamedTuple):
    """A row of `promise`."""

    id: int
    person_id: int
    side: str
    what: str
    made_on: str
    due_on: str | None
    state: str
    origin_interaction_id: int
    closed_on: str | None
    audience: str = _MINE


class FollowUpLine(NamedTuple):
    """A row of `follow_up`."""

    id: int
    person_id: int
    action: str
    reason: str
    planned_on: str
    due_on: str
    due_at: str | None
    zone: str
    state: str
    origin_interaction_id: int | None
    closing_interaction_id: int | None
    closing_word: str
    closed_at: str | None
    created_at: str
    repeat_rule: str = ""


Line = tuple[object, ...]
TABLE_OF: dict[type[Line], str] = {
    OrganisationLine: "organisation",
    TopicLine: "topic",
    TagLine: "tag",
    PersonLine: "person",
    KindLine: "person_kind",
    LanguageLine: "person_language",
    ConsentLine: "consent",
    ContactLine: "contact_point",
    AddressLine: "postal_address",
    HandleLine: "handle",
    ReadingLine: "reading",
    RoleLine: "role",
    PersonTopicLine: "person_topic",
    PersonTagLine: "person_tag",
    RelationLine: "relation",
    PartnershipLine: "partnership",
    InteractionLine: "interaction",
    ParticipantLine: "participant",
    PreferenceLine: "preference",
    FactLine: "fact",
    PromiseLine: "promise",
    FollowUpLine: "follow_up",
}
