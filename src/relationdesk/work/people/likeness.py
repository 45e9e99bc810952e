"""Who on the desk somebody new looks like: by e-mail or phone, by account, or by name."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.card import Card
from relationdesk.domain.contact import contact_key
from relationdesk.domain.folding import letters
from relationdesk.domain.ids import PersonId
from relationdesk.domain.profiles import platform_title, platforms
from relationdesk.domain.vocabulary import ContactKind

_COMPARED = (ContactKind.EMAIL, ContactKind.PHONE)


class Likeness(StrEnum):
    """What makes a line look like somebody known."""

    CONTACT = "contact"
    HANDLE = "handle"
    NAME = "name"


class Shared(StrEnum):
    """What two people have in common, as it is told."""

    EMAIL = "email"
    PHONE = "phone"
    HANDLE = "handle"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Alike:
    """Who a line looks like, and why; `person_id` is None for an earlier line of the file."""

    person_id: PersonId | None
    name: str
    why: Likeness
    is_trashed: bool = False
    """They are in the trash."""
    mark: str = ""
    """What they have in common, as it is compared."""

    @property
    def shared(self) -> Shared:
        """What they have in common."""
        if self.why is Likeness.CONTACT:
            return Shared.EMAIL if "@" in self.mark else Shared.PHONE
        return Shared.HANDLE if self.why is Likeness.HANDLE else Shared.NAME


@dataclass(frozen=True, slots=True)
class _Known:
    mark: str
    person_id: PersonId
    name: str
    is_trashed: bool


_BY_CONTACT = Statement(
    _Known,
    """
    SELECT contact_point.value_key AS mark, person.id AS person_id, person.display_name AS name,
      person.trashed_at IS NOT NULL AS is_trashed
    FROM json_each(:marks) AS wanted JOIN contact_point ON contact_point.value_key = wanted.value
      JOIN person ON person.id = contact_point.person_id
    ORDER BY is_trashed, person.id
    """,
)
_BY_HANDLE = Statement(
    _Known,
    """
    SELECT wanted.value AS mark, person.id AS person_id, person.display_name AS name,
      person.trashed_at IS NOT NULL AS is_trashed
    FROM json_each(:marks) AS wanted JOIN handle
      ON handle.platform = substr(wanted.value, 1, instr(wanted.value, ':') - 1)
        AND handle.name = substr(wanted.value, instr(wanted.value, ':') + 1)
      JOIN person ON person.id = handle.person_id
    ORDER BY is_trashed, person.id
    """,
)
_BY_NAME = Statement(
    _Known,
    """
    SELECT wanted.value AS mark, person.id AS person_id, person.display_name AS name,
      person.trashed_at IS NOT NULL AS is_trashed
    FROM json_each(:marks) AS wanted JOIN person
      ON person.sort_key >= wanted.value || char(1) AND person.sort_key < wanted.value || char(2)
    ORDER BY is_trashed, person.id
    """,
)

Mark = tuple[Likeness, str]


def marks_of(card: Card, region: str) -> Iterator[Mark]:
    """What a card is compared by, the surest first."""
    for contact in card.contacts:
        if contact.kind in _COMPARED and (key := contact_key(contact.kind, contact.value, region)):
            yield Likeness.CONTACT, key
    for handle in card.handles:
        name = handle.name.lstrip("@").lower()
        for platform in (handle.platform,) if handle.platform else platforms():
            for spelling in dict.fromkeys((platform, platform.lower(), platform_title(platform))):
                yield Likeness.HANDLE, f"{spelling}:{name}"
    if called := letters(card.display_name):
        yield Likeness.NAME, called


def on_desk(
    reader: Reader, marks: Iterable[Mark], *, other_than: PersonId | None = None
) -> dict[Mark, Alike]:
    """Who on the desk bears which of these marks; somebody in the trash only where nobody else does."""
    wanted: dict[Likeness, set[str]] = {likeness: set() for likeness in Likeness}
    for likeness, mark in marks:
        wanted[likeness].add(mark)
    found: dict[Mark, Alike] = {}
    for likeness, statement in (
        (Likeness.CONTACT, _BY_CONTACT),
        (Likeness.HANDLE, _BY_HANDLE),
        (Likeness.NAME, _BY_NAME),
    ):
        for known in reader.ask(statement, marks=json.dumps(sorted(wanted[likeness]))):
            if known.person_id == other_than:
                continue
            alike = Alike(known.person_id, known.name, likeness, known.is_trashed, known.mark)
            found.setdefault((likeness, known.mark), alike)
    return found
