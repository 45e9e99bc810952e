"""A person as told in one piece: what importers read, exporters write and `Ctrl+N` makes."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """An e-mail, phone, link or messenger name, as it was typed."""

    kind: ContactKind
    value: str
    label: str = ""
    preferred: bool = False


class AddressPart(StrEnum):
    """A part of a postal address; the values name the columns."""

    LABEL = "label"
    STREET = "street"
    POSTCODE = "postcode"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class AddressEntry:
    """A postal address in its parts; what could not be parted stays in `street`, lines kept."""

    label: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class HandleEntry:
    """An account on a platform, with one reading of its audience when there is one."""

    platform: str
    name: str
    link: str = ""
    audience: int | None = None
    audience_on: date | None = None


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """What a person does for an organisation, named as the source names it; `until` is the last day of it."""

    organisation: str
    title: str = ""
    kind: RoleKind = RoleKind.WORKS_FOR
    since: date | None = None
    until: date | None = None

    def is_over(self, day: date) -> bool:
        """Whether it has ended on a day; its last day still counts."""
        return self.until is not None and self.until < day


@dataclass(frozen=True, slots=True)
class Birthday:
    """A day of birth; the year may be unknown (RFC 6350, 6.2.5 allows `--0229`)."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class PreferenceEntry:
    """What a person loves, likes, avoids or refuses."""

    polarity: Polarity
    category: PreferenceCategory
    value: str
    money: Money | None = None


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A small thing worth knowing; also where a file's value goes that has no place of its own."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """What a field of the user's own holds, as `own_values` keeps it; `kind` is what the field is for.

    Of what comes in and was settled, only those for new fields have a kind.
    """

    field: str
    value: str
    kind: OwnKind | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded picture and its media type (`image/jpeg`, `image/png`, `image/webp`)."""

    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """Everything one source says about one person.

    `last_contact` is a day on which something happened that the source does not describe;
    `come_back_on` a day on which the user meant to come back.
    """

    display_name: str = ""
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
    birthday: Birthday | None = None
    how_met: str = ""
    contacts: tuple[ContactEntry, ...] = ()
    addresses: tuple[AddressEntry, ...] = ()
    handles: tuple[HandleEntry, ...] = ()
    roles: tuple[RoleEntry, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    preferences: tuple[PreferenceEntry, ...] = ()
    facts: tuple[FactEntry, ...] = ()
    own: tuple[OwnEntry, ...] = ()
    notes: tuple[str, ...] = ()
    picture: Picture | None = None
    last_contact: date | None = None
    come_back_on: date | None = None
