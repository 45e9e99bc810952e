"""People as cards, for everything that leaves the desk in pieces of one person."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.card import (
    AddressEntry,
    Birthday,
    Card,
    ContactEntry,
    FactEntry,
    HandleEntry,
    OwnEntry,
    Picture,
    PreferenceEntry,
    RoleEntry,
)
from relationdesk.domain.money import Money
from relationdesk.domain.vocabulary import (
    ContactKind,
    FormOfAddress,
    OwnKind,
    PersonKind,
    Polarity,
    PreferenceCategory,
    RoleKind,
)

_AT_ONCE = 200
Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class _Person:
    id: int
    display_name: str
    given_name: str
    family_name: str
    phonetic_name: str
    pronouns: str
    city: str
    country: str
    time_zone: str
    form_of_address: FormOfAddress | None
    birth_year: int | None
    birth_month: int | None
    birth_day: int | None
    how_met: str
    media_type: str
    content: bytes | None


@dataclass(frozen=True, slots=True)
class _Contact:
    person_id: int
    kind: ContactKind
    value: str
    label: str
    preferred: bool


@dataclass(frozen=True, slots=True)
class _Address:
    person_id: int
    label: str
    street: str
    city: str
    region: str
    postcode: str
    country: str
    preferred: bool


@dataclass(frozen=True, slots=True)
class _Handle:
    person_id: int
    platform: str
    name: str
    link: str
    audience: int | None
    audience_on: date | None


@dataclass(frozen=True, slots=True)
class _Role:
    person_id: int
    organisation: str
    title: str
    kind: RoleKind
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class _Word:
    person_id: int
    word: str


@dataclass(frozen=True, slots=True)
class _Preference:
    person_id: int
    polarity: Polarity
    category: PreferenceCategory
    value: str
    amount: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True)
class _Fact:
    person_id: int
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class _Own:
    person_id: int
    field: str
    value: str
    kind: OwnKind


_WANTED = "IN (SELECT value FROM json_each(:ids))"
_PEOPLE = Statement(
    _Person,
    """
    SELECT person.id AS id, display_name, given_name, family_name, phonetic_name, pronouns, city, country,
      time_zone, form_of_address, birth_year, birth_month, birth_day, how_met,
      coalesce(blob.media_type, '') AS media_type, blob.content AS content
    FROM json_each(:ids) AS wanted JOIN person ON person.id = wanted.value AND person.trashed_at IS NULL
      LEFT JOIN blob ON blob.hash = person.picture_hash
    ORDER BY wanted.key
    """,
)
_CONTACTS = Statement(
    _Contact,
    f"""SELECT person_id, kind, value, label, preferred FROM contact_point
    WHERE person_id {_WANTED} ORDER BY rank IS NULL, rank, id""",  # noqa: S608 - a constant of this module
)
_ADDRESSES = Statement(
    _Address,
    f"""SELECT person_id, label, street, city, region, postcode, country, preferred FROM postal_address
    WHERE person_id {_WANTED} ORDER BY id""",  # noqa: S608 - a constant of this module
)
_HANDLES = Statement(
    _Handle,
    f"""
    SELECT handle.person_id AS person_id, handle.platform AS platform, handle.name AS name,
      handle.link AS link, reading.followers AS audience, reading.taken_on AS audience_on
    FROM handle LEFT JOIN reading ON reading.id = (SELECT newest.id FROM reading AS newest
      WHERE newest.handle_id = handle.id ORDER BY newest.taken_on DESC, newest.id DESC LIMIT 1)
    WHERE handle.person_id {_WANTED} ORDER BY handle.rank, handle.id
    """,  # noqa: S608 - a constant of this module
)
_ROLES = Statement(
    _Role,
    f"""
    SELECT role.person_id AS person_id, organisation.name AS organisation, role.title AS title,
      role.kind AS kind, role.since AS since, role.until AS until
    FROM role JOIN organisation
      ON organisation.id = role.organisation_id AND organisation.trashed_at IS NULL
    WHERE role.person_id {_WANTED} ORDER BY role.until IS NOT NULL, role.id
    """,  # noqa: S608 - a constant of this module
)
_KINDS = Statement(
    _Word,
    f"SELECT person_id, kind AS word FROM person_kind WHERE person_id {_WANTED} ORDER BY kind",  # noqa: S608 - a constant of this module
)
_LANGUAGES = Statement(
    _Word,
    f"""SELECT person_id, language AS word FROM person_language
    WHERE person_id {_WANTED} ORDER BY rank, language""",  # noqa: S608 - a constant of this module
)
_TOPICS = Statement(
    _Word,
    f"""SELECT person_topic.person_id AS person_id, topic.name AS word
    FROM person_topic JOIN topic ON topic.id = person_topic.topic_id
    WHERE person_topic.person_id {_WANTED} ORDER BY person_topic.rank, topic.id""",  # noqa: S608 - a constant of this module
)
_TAGS = Statement(
    _Word,
    f"""SELECT person_tag.person_id AS person_id, tag.name AS word
    FROM person_tag JOIN tag ON tag.id = person_tag.tag_id
    WHERE person_tag.person_id {_WANTED} ORDER BY tag.name_key""",  # noqa: S608 - a constant of this module
)
_PREFERENCES = Statement(
    _Preference,
    f"""SELECT person_id, polarity, category, value, amount, currency FROM preference
    WHERE person_id {_WANTED} ORDER BY id""",  # noqa: S608 - a constant of this module
)
_FACTS = Statement(
    _Fact,
    f"SELECT person_id, label, value FROM fact WHERE person_id {_WANTED} ORDER BY id",  # noqa: S608 - a constant of this module
)
_OWN = Statement(
    _Own,
    f"""
    SELECT own_value.person_id AS person_id, own_field.name AS field, own_value.value AS value,
      own_field.kind AS kind
    FROM own_value JOIN own_field ON own_field.id = own_value.own_field_id
    WHERE own_value.person_id {_WANTED} ORDER BY own_field.rank, own_field.id, own_value.id
    """,  # noqa: S608 - a constant of this module
)


def cards_of(reader: Reader, ids: Sequence[int]) -> Iterator[Card]:
    """The cards of these people, in this order; those no longer on the desk are left out."""
    for start in range(0, len(ids), _AT_ONCE):
        yield from _some_cards(reader, ids[start : start + _AT_ONCE])


def _some_cards(reader: Reader, ids: Sequence[int]) -> Iterator[Card]:
    wanted = f"[{','.join(map(str, ids))}]"

    def by_person(statement: Statement[Line], entry: Callable[[Any], Any]) -> dict[int, tuple[Any, ...]]:
        gathered: dict[int, list[Any]] = defaultdict(list)
        for line in reader.ask(statement, ids=wanted):
            owner: Any = line
            gathered[owner.person_id].append(entry(line))
        return {person: tuple(entries) for person, entries in gathered.items()}

    parts = {
        "contacts": by_person(_CONTACTS, lambda c: ContactEntry(c.kind, c.value, c.label, c.preferred)),
        "addresses": by_person(
            _ADDRESSES,
            lambda a: AddressEntry(a.label, a.street, a.city, a.region, a.postcode, a.country, a.preferred),
        ),
        "handles": by_person(
            _HANDLES, lambda h: HandleEntry(h.platform, h.name, h.link, h.audience, h.audience_on)
        ),
        "roles": by_person(_ROLES, lambda r: RoleEntry(r.organisation, r.title, r.kind, r.since, r.until)),
        "kinds": by_person(_KINDS, lambda w: PersonKind(w.word)),
        "languages": by_person(_LANGUAGES, lambda w: w.word),
        "topics": by_person(_TOPICS, lambda w: w.word),
        "tags": by_person(_TAGS, lambda w: w.word),
        "preferences": by_person(_PREFERENCES, _preference),
        "facts": by_person(_FACTS, lambda f: FactEntry(f.label, f.value)),
        "own": by_person(_OWN, lambda o: OwnEntry(o.field, o.value, o.kind)),
    }
    for person in reader.ask(_PEOPLE, ids=wanted):
        yield _card(person, {name: found.get(person.id, ()) for name, found in parts.items()})


def _card(person: _Person, parts: dict[str, Any]) -> Card:
    return Card(
        display_name=person.display_name,
        given_name=person.given_name,
        family_name=person.family_name,
        phonetic_name=person.phonetic_name,
        pronouns=person.pronouns,
        city=person.city,
        country=person.country,
        time_zone=person.time_zone,
        form_of_address=person.form_of_address,
        birthday=(
            Birthday(person.birth_month, person.birth_day, person.birth_year)
            if person.birth_month and person.birth_day
            else None
        ),
        how_met=person.how_met,
        picture=Picture(person.media_type, person.content) if person.content else None,
        **parts,
    )


def _preference(line: _Preference) -> PreferenceEntry:
    money = None if line.amount is None else Money(line.amount, line.currency)
    return PreferenceEntry(line.polarity, line.category, line.value, money)
