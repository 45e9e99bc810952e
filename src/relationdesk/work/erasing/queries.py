"""What erasing somebody would take, where else they are, and who was erased."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.gone_with import gone_with
from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import PersonId
from relationdesk.work.people.likeness import Mark


@dataclass(frozen=True, slots=True)
class Belongings:
    """What goes from the desk with one person.

    `fields` are the columns of their record that are filled in, of those that are one thing the first, and
    `counts` the rows of each table. `shared` entries of the history stay with the others in them.
    """

    name: str
    fields: tuple[str, ...]
    counts: Mapping[str, int]
    shared: int


@dataclass(frozen=True, slots=True)
class _Erased:
    wanted: str
    erased_on: date


_SHARED = """
    SELECT count(DISTINCT participant.interaction_id) FROM participant
    WHERE participant.person_id = :person AND EXISTS
      (SELECT 1 FROM participant AS other WHERE other.interaction_id = participant.interaction_id
        AND other.person_id <> :person)
"""
_INDEXING = frozenset({"names_key", "sort_key"})
"""What follows from a name."""
_ANYBODY = "SELECT EXISTS (SELECT 1 FROM erased)"
_ERASED = Statement(
    _Erased,
    """
    SELECT wanted.value AS wanted, erased.erased_on AS erased_on
    FROM json_each(:marks) AS wanted JOIN erased ON erased.mark = keyed_hash(wanted.value)
    """,
)


def belongings(reader: Reader, person_id: PersonId) -> Belongings | None:
    """What erasing a person would take; None for one who is not on the desk."""
    columns = _told_columns()
    wanted = ", ".join(("display_name", *columns))
    row = next(reader.stream(f"SELECT {wanted} FROM person WHERE id = {int(person_id)}"), None)  # noqa: S608 - our own names, a whole number
    if row is None:
        return None
    filled = {column for column, value in zip(columns, row[1:], strict=True) if value not in {None, "", 0}}
    fields = tuple(group[0] for group in _groups() if filled & set(group))
    shared = reader.number(_SHARED, person=person_id)
    return Belongings(row[0], fields, gone_with(reader, person_id), shared)


def erased_among(reader: Reader, marks: Iterable[Mark]) -> Mapping[Mark, date]:
    """Which of these marks somebody bore who was erased, and when."""
    if not reader.number(_ANYBODY):
        return {}
    named = {f"{likeness}:{mark}": (likeness, mark) for likeness, mark in marks}
    found = reader.ask(_ERASED, marks=json.dumps(list(named)))
    return {named[row.wanted]: row.erased_on for row in found}


def _groups() -> list[tuple[str, ...]]:
    """The columns of a record, those that are one thing to the user together."""
    person = CATALOGUE["person"]
    together = [tuple(group.split()) for group in person.together]
    taken = {column for group in together for column in group} | _INDEXING
    return [*together, *((column,) for column in person.personal if column not in taken)]


def _told_columns() -> tuple[str, ...]:
    return tuple(column for group in _groups() for column in group if column not in _INDEXING)
