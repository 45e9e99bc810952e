"""The rows of who is in the crowd: plain tuples that name their columns, with the file's own values.

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
