"""Who on the desk may be there twice, the likeliest first; nobody is merged by that."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from relationdesk.desk.desk import Desk
from relationdesk.desk.reader import Reader
from relationdesk.domain.duplicates import LikelyPair, Reason, likely_pairs
from relationdesk.domain.folding import letters
from relationdesk.domain.ids import PersonId
from relationdesk.work.backups.source import Source

_MOST = 1000
_NAMES = """SELECT id, display_name FROM person
    WHERE trashed_at IS NULL ORDER BY id"""
_CONTACTS = """SELECT contact_point.kind, contact_point.value_key, contact_point.person_id
    FROM contact_point JOIN person ON person.id = contact_point.person_id
    WHERE contact_point.kind IN ('email', 'phone') AND contact_point.value_key <> ''
      AND person.trashed_at IS NULL"""
_HANDLES = """SELECT lower(handle.platform) || ':' || lower(handle.name), handle.person_id
    FROM handle JOIN person ON person.id = handle.person_id
    WHERE handle.name <> '' AND person.trashed_at IS NULL"""
_APART = "SELECT person_id, other_id FROM not_same"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two people who may be the same, and why, the surest reason first."""

    one: PersonId
    name: str
    another: PersonId
    other_name: str
    reasons: tuple[Reason, ...]


def duplicates(source: Source, step: Callable[[int, int], object]) -> list[Duplicate]:
    """The likeliest thousand pairs on a desk, read on a connection of its own.

    `step` is told how far it is, and ends it by an exception.
    """
    with closing(Desk(source.files, source.key, source.clock)) as desk:
        return duplicates_in(desk.reader, step)


def duplicates_in(reader: Reader, step: Callable[[int, int], object]) -> list[Duplicate]:
    """The same, read by a reader at hand."""
    with reader.one_moment():
        names: dict[int, str] = dict(reader.stream(_NAMES))
        marks = [(Reason(kind), key, person) for kind, key, person in reader.stream(_CONTACTS)]
        marks += [(Reason.HANDLE, account, person) for account, person in reader.stream(_HANDLES)]
        apart = {(one, another) for one, another in reader.stream(_APART)}
    step(0, 1)
    pairs = likely_pairs({person: letters(name) for person, name in names.items()}, marks, apart, step)
    return [_named(pair, names) for pair in pairs[:_MOST]]


def _named(pair: LikelyPair, names: dict[int, str]) -> Duplicate:
    return Duplicate(
        PersonId(pair.one), names[pair.one], PersonId(pair.another), names[pair.another], pair.reasons
    )
