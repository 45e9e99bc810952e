"""What erasing somebody would take, where else they are, and who was erased."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import PersonId
from relationdesk.work.people.likeness import Mark


@dataclass(frozen=True, slots=True)
class Belongings:
    """What is on the desk about one person; `shared` entries of the history stay with the others in them."""

    name: str
    entries: int
    shared: int
    partnerships: int
    follow_ups: int
    attachments: int


@dataclass(frozen=True, slots=True)
class _Erased:
    wanted: str
    erased_on: date


_BELONGINGS = Statement(
    Belongings,
    """
    SELECT person.display_name AS name,
      (SELECT count(*) FROM participant WHERE participant.person_id = person.id) AS entries,
      (SELECT count(*) FROM participant WHERE participant.person_id = person.id AND EXISTS
        (SELECT 1 FROM participant AS other WHERE other.interaction_id = participant.interaction_id
          AND other.person_id <> person.id)) AS shared,
      (SELECT count(*) FROM partnership WHERE partnership.person_id = person.id) AS partnerships,
      (SELECT count(*) FROM follow_up WHERE follow_up.person_id = person.id) AS follow_ups,
      (SELECT count(*) FROM attachment WHERE attachment.person_id = person.id) AS attachments
    FROM person WHERE person.id = :person
    """,
)
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
    return reader.ask_one(_BELONGINGS, person=person_id)


def erased_among(reader: Reader, marks: Iterable[Mark]) -> Mapping[Mark, date]:
    """Which of these marks somebody bore who was erased, and when."""
    if not reader.number(_ANYBODY):
        return {}
    named = {f"{likeness}:{mark}": (likeness, mark) for likeness, mark in marks}
    found = reader.ask(_ERASED, marks=json.dumps(list(named)))
    return {named[row.wanted]: row.erased_on for row in found}
