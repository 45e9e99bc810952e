"""How much goes with a person: every row that the links of the tables take along."""

from collections.abc import Iterator, Mapping

from relationdesk.desk.catalogue import CATALOGUE, Erase, Table, Undo
from relationdesk.desk.reader import Reader

_PERSON = "person"


def gone_with(reader: Reader, person: int) -> Mapping[str, int]:
    """How many rows of each table go when a person does, but for what is derived from others.

    What happened with others too is not counted, for it stays with them.
    """
    told = {name: table for name, table in CATALOGUE.items() if _goes(table) and name != _PERSON}
    return {
        name: reader.number(f"SELECT count(*) FROM {name} WHERE {where}", person=person)  # noqa: S608 - names of the schema
        for name in told
        if (where := _where(reader, name))
    }


def _goes(table: Table) -> bool:
    return table.erase is not Erase.KEEP and table.undo is not Undo.DERIVED


def _where(reader: Reader, table: str) -> str:
    """Which rows of a table go with `:person`; empty where none can."""
    held_by = CATALOGUE[table].held_by
    if held_by is not None:
        return _held_alone(reader, table, held_by)
    return " OR ".join(
        f"{column} = :person" if parent == _PERSON else f"{column} IN (SELECT id FROM {parent} WHERE {above})"  # noqa: S608 - names of the schema
        for column, parent in _links(reader, table)
        if parent == _PERSON or (_goes(CATALOGUE[parent]) and (above := _where(reader, parent)))
    )


def _held_alone(reader: Reader, table: str, holder: str) -> str:
    column = next(column for column, parent in _links(reader, holder) if parent == table)
    owner = CATALOGUE[holder].owner
    own = f"SELECT {column} FROM {holder} WHERE {owner} = :person"  # noqa: S608 - names of the schema
    others = f"SELECT 1 FROM {holder} WHERE {holder}.{column} = {table}.id AND {owner} <> :person"  # noqa: S608 - names of the schema
    return f"id IN ({own}) AND NOT EXISTS ({others})"


def _links(reader: Reader, table: str) -> Iterator[tuple[str, str]]:
    """The columns by which rows of a table go with those that they point to, and the table of these."""
    for row in reader.stream(f"PRAGMA foreign_key_list({table})"):
        if row[6] == "CASCADE":
            yield row[3], row[2]
