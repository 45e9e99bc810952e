"""What was written about people, found by its words: one question for each table that the catalogue names."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from relationdesk.desk.catalogue import CATALOGUE, Table
from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import PersonId
from relationdesk.work.people.matching import Spellings, prefix_match
from relationdesk.work.people.within import Within

PERSON: Final = "person"
MATCH_BEGINS, MATCH_ENDS = "\x02", "\x03"
_SIGNS: Final = frozenset("*_[#>`-+")
_CUT_LINK: Final = re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*(…)")
"""A link or a picture of which the snippet holds no end."""


@dataclass(frozen=True, slots=True)
class Found:
    """A person, or a text about one; the words that matched stand between U+0002 and U+0003.

    `kind` is the table where it stands.
    """

    kind: str
    person_id: PersonId
    name: str
    snippet: str
    day: date | None


_IN_LIST: Final = "person.trashed_at IS NULL"


def _statement(name: str, table: Table) -> Statement[Found]:
    index = f"{name}_fts"
    if table.owner is None:
        people = f"""JOIN participant ON participant.{name}_id = {name}.id
          JOIN person ON person.id = participant.person_id"""
    else:
        people = f"JOIN person ON person.id = {name}.{table.owner}"
    kept = f" AND {name}.trashed_at IS NULL" if "trashed_at" in table.plain else ""
    day = f"{name}.{table.found_on}" if table.found_on else "NULL"
    return Statement(
        Found,
        f"""
        SELECT '{name}' AS kind, person.id AS person_id, person.display_name AS name,
          snippet({index}, -1, char(2), char(3), '…', 14) AS snippet, {day} AS day
        FROM {index} JOIN {name} ON {name}.id = {index}.rowid {people}
        WHERE {index} MATCH :match AND {_IN_LIST}{kept}
        ORDER BY {index}.rowid DESC LIMIT :most
        """,  # noqa: S608 - names of the catalogue
    )


_TEXTS: Final = tuple(
    _statement(name, table)
    for name, table in sorted(CATALOGUE.items(), key=lambda item: item[1].owner is not None)
    if table.found_on is not None
)
"""What happened comes first, then what is kept of each person."""


def texts_with(reader: Reader, words: list[Spellings], within: Within, most: int) -> list[Found]:
    """At most so many texts with every word, the newest of each table first, about people who are `within`.

    Where nothing but words is asked for, those about archived people are among them.
    """
    match = " AND ".join(prefix_match(spellings) for spellings in words)
    found: list[Found] = []
    for statement in _TEXTS:
        if len(found) < most:
            asked = _among(statement, within) if within.tests or within.is_archive else statement
            lines = reader.ask(asked, match=match, most=most - len(found), **within.parameters)
            found += (replace(line, snippet=_unmarked(line.snippet)) for line in lines)
    return found


def _unmarked(snippet: str) -> str:
    """A piece of a note as it is read: its words, without the signs of marking and where links lead."""
    if _SIGNS.isdisjoint(snippet):
        return snippet
    from relationdesk.language.light_markup import runs_of  # noqa: PLC0415 - few texts need it

    whole = _CUT_LINK.sub(r"\1\2", snippet)
    return "".join(run.text for run in runs_of(whole)).strip() or snippet


def _among(statement: Statement[Found], within: Within) -> Statement[Found]:
    return replace(statement, sql=statement.sql.replace(_IN_LIST, within.listed))
