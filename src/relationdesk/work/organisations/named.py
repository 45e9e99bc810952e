"""Organisations by their names: while one is typed, called the same, or looking the same."""

from dataclasses import dataclass
from typing import Final

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.folding import sort_key
from relationdesk.domain.ids import OrganisationId
from relationdesk.work.organisations.queries import match_of
from relationdesk.work.people.matching import prefix_match
from relationdesk.work.people.queries import LEVEL_ENDS

_MOST_COMPLETED: Final = 8
_MOST_ALIKE: Final = 3
_BEGINNING: Final = 3


@dataclass(frozen=True, slots=True)
class Namesake:
    """Another organisation of nearly the same name, or exactly the same."""

    id: OrganisationId
    name: str
    is_exact: bool
    is_trashed: bool


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """An organisation by its name alone."""

    id: OrganisationId
    name: str


@dataclass(frozen=True, slots=True)
class _Name:
    name: str


_COMPLETING = Statement(
    _Name,
    f"""SELECT organisation.name AS name
    FROM organisation_fts JOIN organisation ON organisation.id = organisation_fts.rowid
    WHERE organisation_fts MATCH :match AND trashed_at IS NULL
    ORDER BY sort_key, organisation.id LIMIT {_MOST_COMPLETED}""",  # noqa: S608 - a number of this module
)
_BEGINNING_SO = Statement(
    OrganisationName,
    """SELECT organisation.id AS id, organisation.name AS name
    FROM organisation_fts JOIN organisation ON organisation.id = organisation_fts.rowid
    WHERE organisation_fts MATCH :match AND trashed_at IS NULL AND organisation.id <> :but
    ORDER BY sort_key, organisation.id""",
)
_NAMESAKES = Statement(
    Namesake,
    """
    SELECT id, name, sort_key = :key AS is_exact, trashed_at IS NOT NULL AS is_trashed FROM organisation
    WHERE id <> :but AND (sort_key = :key OR (trashed_at IS NULL
      AND sort_key > :letters || char(1) AND sort_key < :letters || char(2)))
    ORDER BY sort_key <> :key, sort_key, id
    """,
)


def names_beginning(reader: Reader, typed: str) -> list[str]:
    """Some names of organisations that have words beginning with those typed; none for nothing."""
    match = match_of(typed)
    return [one.name for one in reader.ask(_COMPLETING, match=match)] if match else []


def namesake(reader: Reader, name: str, but: OrganisationId | None = None) -> Namesake | None:
    """An organisation other than `but` that is called so, accents and case apart, an exact one first."""
    key = sort_key(name.strip())
    letters = key.partition(LEVEL_ENDS)[0]
    found = reader.ask(_NAMESAKES, key=key, letters=letters, but=but or 0)
    return next((one for one in found if letters or one.is_exact), None)


def lookalikes(reader: Reader, name: str, but: OrganisationId | None = None) -> list[OrganisationName]:
    """Organisations other than `but` whose names look like a name, and have a word that begins like it."""
    from relationdesk.domain.organisation_names import alike, bare_name  # noqa: PLC0415 - after the page is shown

    beginnings = [word[:_BEGINNING] for word in bare_name(name)[:1]]
    if not beginnings:
        return []
    known = reader.ask(_BEGINNING_SO, match=f"name : {prefix_match(tuple(beginnings))}", but=but or 0)
    near = alike(name, {one.id: one.name for one in known})
    return [one for one in known if one.id in near][:_MOST_ALIKE]
