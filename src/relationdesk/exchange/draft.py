"""A card while its parts are being read."""

from collections.abc import Hashable
from datetime import date
from typing import TypeVar

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
from relationdesk.domain.vocabulary import ContactKind, FormOfAddress, PersonKind, RoleKind
from relationdesk.exchange.reports import ReportKind, RowReport

_LONGEST_DETAIL = 200
_Value = TypeVar("_Value", bound=Hashable)


class RoleParts:
    """An organisation, a title and a time that belong together."""

    __slots__ = ("kind", "organisation", "since", "title", "until")

    def __init__(self) -> None:
        self.organisation = ""
        self.title = ""
        self.kind = RoleKind.WORKS_FOR
        self.since: date | None = None
        self.until: date | None = None


class Draft:
    """What has been read of one person so far; `own` when this program wrote the card."""

    def __init__(self, line: int, *, own: bool) -> None:
        self.line = line
        self.own = own
        self.display_name = ""
        self.given_name = ""
        self.family_name = ""
        self.name_parts: dict[str, str] = {}
        self.phonetic: dict[str, str] = {}
        self.nickname = ""
        self.pronouns = ""
        self.kinds: list[PersonKind] = []
        self.city = ""
        self.country = ""
        self.time_zone = ""
        self.languages: list[tuple[int, str]] = []
        self.form_of_address: FormOfAddress | None = None
        self.birthday: Birthday | None = None
        self.how_met = ""
        self.contacts: list[tuple[ContactEntry, int]] = []
        self.addresses: list[tuple[AddressEntry, int]] = []
        self.printed_addresses: list[str] = []
        self.handles: list[HandleEntry] = []
        self.roles: dict[str, RoleParts] = {}
        self.topics: list[str] = []
        self.tags: list[str] = []
        self.preferences: list[PreferenceEntry] = []
        self.facts: list[FactEntry] = []
        self.fields: list[OwnEntry] = []
        self.notes: list[str] = []
        self.picture: Picture | None = None
        self.last_contact: date | None = None
        self.come_back_on: date | None = None
        self.doubts: list[RowReport] = []

    def doubt(self, kind: ReportKind, detail: str = "", line: int | None = None) -> None:
        """Remember that something about this card needs a look."""
        self.doubts.append(RowReport(self.line if line is None else line, kind, detail[:_LONGEST_DETAIL]))

    def fact(self, label: str, value: str) -> None:
        """Keep a value that has no place of its own; empty ones are nothing to keep."""
        if value:
            self.facts.append(FactEntry(label, value))

    def contact(self, kind: ContactKind, value: str, label: str, preference: int) -> None:
        """Keep a way to reach the person."""
        if value:
            self.contacts.append((ContactEntry(kind, value, label), preference))

    def role(self, key: str) -> RoleParts:
        """The role known by `key`, made when it is new."""
        return self.roles.setdefault(key, RoleParts())


def chosen_contacts(draft: Draft) -> tuple[ContactEntry, ...]:
    """The contacts without repeats; of each kind the one claimed most is the preferred one."""
    best: dict[ContactKind, int] = {}
    for entry, preference in draft.contacts:
        if preference and preference < best.get(entry.kind, 1000):
            best[entry.kind] = preference
    chosen: dict[ContactEntry, ContactEntry] = {}
    for entry, preference in draft.contacts:
        if entry in chosen:
            continue
        if preference and preference == best.get(entry.kind):
            del best[entry.kind]
            chosen[entry] = ContactEntry(entry.kind, entry.value, entry.label, preferred=True)
        else:
            chosen[entry] = entry
    return tuple(chosen.values())


def chosen_addresses(draft: Draft) -> tuple[AddressEntry, ...]:
    """The addresses without repeats, at most one of them preferred."""
    claims = [preference for _, preference in draft.addresses if preference]
    favourite = next((entry for entry, claim in draft.addresses if claims and claim == min(claims)), None)
    return tuple(
        AddressEntry(e.label, e.street, e.city, e.region, e.postcode, e.country, preferred=e == favourite)
        for e in dict.fromkeys(entry for entry, _ in draft.addresses)
    )


def card_of(draft: Draft) -> Card:
    """The finished card."""
    roles = (RoleEntry(r.organisation, r.title, r.kind, r.since, r.until) for r in draft.roles.values())
    return Card(
        display_name=draft.display_name,
        given_name=draft.given_name,
        family_name=draft.family_name,
        phonetic_name=" ".join(draft.phonetic[key] for key in sorted(draft.phonetic)),
        pronouns=draft.pronouns,
        kinds=_once(draft.kinds),
        city=draft.city,
        country=draft.country,
        time_zone=draft.time_zone,
        languages=_once([language for _, language in sorted(draft.languages, key=_claim)]),
        form_of_address=draft.form_of_address,
        birthday=draft.birthday,
        how_met=draft.how_met,
        contacts=chosen_contacts(draft),
        addresses=chosen_addresses(draft),
        handles=_once(draft.handles),
        roles=_once([role for role in roles if role.organisation or role.title]),
        topics=_once(draft.topics),
        tags=_once(draft.tags),
        preferences=_once(draft.preferences),
        facts=_once(draft.facts),
        own=_once(draft.fields),
        notes=_once(draft.notes),
        picture=draft.picture,
        last_contact=draft.last_contact,
        come_back_on=draft.come_back_on,
    )


def _claim(language: tuple[int, str]) -> int:
    return language[0] or 1000


def _once(values: list[_Value]) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys(values)) if values else ()
