"""Whom a typed telephone number belongs to, however either was written."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import PersonId
from relationdesk.work.people.matching import Spellings

FEWEST_DIGITS: Final = 5
"""Fewer begin too many numbers, and are as often a year or a house."""

DIALLED: Final = """
    SELECT contact_point.person_id AS id FROM json_each(:beginnings) AS begun
    CROSS JOIN contact_point ON contact_point.value_key >= begun.value
      AND contact_point.value_key < begun.value || ':'
    WHERE contact_point.kind = 'phone'
"""
"""The people of the numbers that begin so; the sign after 9 ends what a number may go on with."""


@dataclass(frozen=True, slots=True)
class _Number:
    person_id: PersonId
    value: str


_NUMBERS: Final = Statement(
    _Number,
    """
    SELECT contact_point.person_id AS person_id, contact_point.value AS value
    FROM json_each(:beginnings) AS begun CROSS JOIN contact_point
      ON contact_point.value_key >= begun.value AND contact_point.value_key < begun.value || ':'
    WHERE contact_point.kind = 'phone' AND contact_point.person_id IN (SELECT value FROM json_each(:people))
    """,
)


def beginnings(words: Sequence[Spellings]) -> str:
    """The beginnings of numbers that a search of digits alone may mean, as JSON; empty for any other."""
    typed = "".join(spellings[0] for spellings in words if len(spellings) == 1)
    is_number = len(typed) >= FEWEST_DIGITS and typed.isascii() and typed.isdecimal()
    if not is_number:
        return ""
    from relationdesk.domain.contact import number_beginnings  # noqa: PLC0415 - reads in what is known of numbers

    return json.dumps(number_beginnings(typed))


def numbers_found(
    reader: Reader, people: Sequence[PersonId], words: Sequence[Spellings]
) -> dict[PersonId, str]:
    """The number by which each of these people was found, as it is written; of a search of digits alone."""
    begun = beginnings(words)
    lines = reader.ask(_NUMBERS, beginnings=begun, people=json.dumps(people)) if begun else []
    return {line.person_id: line.value for line in reversed(lines)}
