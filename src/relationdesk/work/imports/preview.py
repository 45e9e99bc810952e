"""What an import would do, line by line, before anything is written."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.card import Card
from relationdesk.domain.contact import contact_key
from relationdesk.domain.folding import letters
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.exchange.reports import IncomingCard, Reading

_COMPARED = (ContactKind.EMAIL, ContactKind.PHONE)


class Standing(StrEnum):
    """What a line of the file would be on the desk."""

    NEW = "new"
    DOUBTFUL = "doubtful"
    """New, with a value that can hardly be right, or the name of somebody who is reached otherwise."""
    KNOWN = "known"
    """Somebody who is on the desk already, or earlier in the same file."""


class Likeness(StrEnum):
    """What makes a line look like somebody known."""

    CONTACT = "contact"
    HANDLE = "handle"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Alike:
    """Who a line looks like, and why; `person_id` is None for an earlier line of the file."""

    person_id: PersonId | None
    name: str
    why: Likeness


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One person of the file; `number` is their place in the reading's cards."""

    number: int
    incoming: IncomingCard
    standing: Standing
    alike: Alike | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring."""

    reading: Reading
    lines: tuple[PreviewLine, ...]

    def count(self, standing: Standing) -> int:
        """How many lines stand so."""
        return sum(line.standing is standing for line in self.lines)

    def proposed(self) -> frozenset[int]:
        """The numbers that are ticked at first: everyone who is not known already."""
        return frozenset(line.number for line in self.lines if line.standing is not Standing.KNOWN)


@dataclass(frozen=True, slots=True)
class _Known:
    mark: str
    person_id: PersonId
    name: str


_BY_CONTACT = Statement(
    _Known,
    """
    SELECT contact_point.value_key AS mark, person.id AS person_id, person.display_name AS name
    FROM json_each(:marks) AS wanted JOIN contact_point ON contact_point.value_key = wanted.value
      JOIN person ON person.id = contact_point.person_id
    WHERE person.trashed_at IS NULL
    """,
)
_BY_HANDLE = Statement(
    _Known,
    """
    SELECT wanted.value AS mark, person.id AS person_id, person.display_name AS name
    FROM json_each(:marks) AS wanted JOIN handle
      ON handle.platform = substr(wanted.value, 1, instr(wanted.value, ':') - 1)
        AND handle.name = substr(wanted.value, instr(wanted.value, ':') + 1)
      JOIN person ON person.id = handle.person_id
    WHERE person.trashed_at IS NULL
    """,
)
_BY_NAME = Statement(
    _Known,
    """
    SELECT wanted.value AS mark, person.id AS person_id, person.display_name AS name
    FROM json_each(:marks) AS wanted JOIN person
      ON person.sort_key >= wanted.value || char(1) AND person.sort_key < wanted.value || char(2)
    WHERE person.trashed_at IS NULL
    """,
)


def preview(reader: Reader, reading: Reading, region: str) -> Preview:
    """Compare what was read with the desk and with itself; `region` is where the user dials from."""
    marks = [list(_marks(incoming.card, region)) for incoming in reading.cards]
    known = _on_desk(reader, (mark for each in marks for mark in each))
    lines = []
    for number, (incoming, own) in enumerate(zip(reading.cards, marks, strict=True)):
        alike = next((known[mark] for mark in own if mark in known), None)
        is_reachable = any(likeness is not Likeness.NAME for likeness, _mark in own)
        standing = _standing(incoming, alike, is_reachable=is_reachable)
        lines.append(PreviewLine(number, incoming, standing, alike))
        for mark in own:
            known.setdefault(mark, Alike(None, incoming.card.display_name, mark[0]))
    return Preview(reading, tuple(lines))


_Mark = tuple[Likeness, str]


def _marks(card: Card, region: str) -> Iterator[_Mark]:
    for contact in card.contacts:
        if contact.kind in _COMPARED and (key := contact_key(contact.kind, contact.value, region)):
            yield Likeness.CONTACT, key
    for handle in card.handles:
        yield Likeness.HANDLE, f"{handle.platform}:{handle.name.lstrip('@').lower()}"
    if name := letters(card.display_name):
        yield Likeness.NAME, name


def _on_desk(reader: Reader, marks: Iterable[_Mark]) -> dict[_Mark, Alike]:
    wanted: dict[Likeness, set[str]] = {likeness: set() for likeness in Likeness}
    for likeness, mark in marks:
        wanted[likeness].add(mark)
    found: dict[_Mark, Alike] = {}
    for likeness, statement in (
        (Likeness.CONTACT, _BY_CONTACT),
        (Likeness.HANDLE, _BY_HANDLE),
        (Likeness.NAME, _BY_NAME),
    ):
        for known in reader.ask(statement, marks=json.dumps(sorted(wanted[likeness]))):
            found.setdefault((likeness, known.mark), Alike(known.person_id, known.name, likeness))
    return found


def _standing(incoming: IncomingCard, alike: Alike | None, *, is_reachable: bool) -> Standing:
    """A name alone makes nobody known who comes with a way to reach them: two people may share it."""
    if alike is None:
        return Standing.DOUBTFUL if incoming.doubts else Standing.NEW
    return Standing.DOUBTFUL if alike.why is Likeness.NAME and is_reachable else Standing.KNOWN
