"""What only a person's record shows of how they are reached: every reading, and who shares an address."""

from dataclasses import dataclass
from datetime import date

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.card import Card, HandleEntry
from relationdesk.domain.ids import PersonId
from relationdesk.domain.readings import Reading
from relationdesk.domain.vocabulary import Source
from relationdesk.work.people.likeness import Likeness, Mark, marks_of, on_desk


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """How many followed an account on a day, and how it is known."""

    id: int
    handle_id: int
    followers: int
    taken_on: date | None
    source: Source

    @property
    def reading(self) -> Reading:
        """The number and its day alone."""
        return Reading(self.followers, self.taken_on)


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody else who has the same address or account."""

    person_id: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class Reached:
    """The readings of each account, the oldest first, and by contact and by account who else has it."""

    readings: dict[int, tuple[ReadingLine, ...]]
    contacts: dict[int, Namesake]
    handles: dict[int, Namesake]


@dataclass(frozen=True, slots=True)
class _Compared:
    id: int
    key: str


@dataclass(frozen=True, slots=True)
class _Account:
    id: int
    platform: str
    name: str


_READINGS = Statement(
    ReadingLine,
    """
    SELECT reading.id AS id, reading.handle_id AS handle_id, reading.followers AS followers,
      reading.taken_on AS taken_on, reading.source AS source
    FROM handle JOIN reading ON reading.handle_id = handle.id
    WHERE handle.person_id = :person ORDER BY reading.taken_on, reading.id
    """,
)
_COMPARED = Statement(
    _Compared,
    """SELECT id, value_key AS key FROM contact_point
    WHERE person_id = :person AND kind IN ('email', 'phone') AND value_key <> '' ORDER BY id""",
)
_ACCOUNTS = Statement(
    _Account, "SELECT id, platform, name FROM handle WHERE person_id = :person ORDER BY rank, id"
)


def reached(reader: Reader, person_id: PersonId) -> Reached:
    """The readings of a person's accounts, and who else on the desk has an address or account of theirs."""
    readings: dict[int, list[ReadingLine]] = {}
    for line in reader.ask(_READINGS, person=person_id):
        readings.setdefault(line.handle_id, []).append(line)
    contacts = {one.id: [(Likeness.CONTACT, one.key)] for one in reader.ask(_COMPARED, person=person_id)}
    handles = {one.id: _marks(one) for one in reader.ask(_ACCOUNTS, person=person_id) if one.platform}
    return Reached(
        {handle: tuple(lines) for handle, lines in readings.items()},
        _others(reader, person_id, contacts),
        _others(reader, person_id, handles),
    )


def _marks(account: _Account) -> list[Mark]:
    card = Card(handles=(HandleEntry(account.platform, account.name),))
    return list(marks_of(card, region=""))


def _others(reader: Reader, person_id: PersonId, marks: dict[int, list[Mark]]) -> dict[int, Namesake]:
    """By identity of a line who else has one of its marks; nobody who is in the trash."""
    found = on_desk(reader, [mark for those in marks.values() for mark in those], other_than=person_id)
    others: dict[int, Namesake] = {}
    for line, those in marks.items():
        for mark in those:
            alike = found.get(mark)
            if alike is not None and alike.person_id is not None and not alike.is_trashed:
                others.setdefault(line, Namesake(alike.person_id, alike.name))
    return others
