"""What comparing two copies of a desk has to know of each table, as the tables and the catalogue tell it."""

from collections.abc import Iterator, Mapping
from functools import cache

from sqlalchemy import Table as SqlTable
from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from relationdesk.desk import tables
from relationdesk.desk.catalogue import CATALOGUE, Undo
from relationdesk.domain.comparing.differences import Shape

TABLES = tables.__all__
"""Named so that importing this module registers every table."""


@cache
def shapes() -> Mapping[str, Shape]:
    """Every table that is compared, each after those that it points to.

    They are those whose changes can be undone: what is written on the side (settings, what is being typed)
    belongs to one computer, and contents that are stored once never change.
    """
    return {
        table.name: _shape(table)
        for table in SQLModel.metadata.sorted_tables
        if CATALOGUE[table.name].undo is Undo.UNDOABLE
    }


def contents_in(shape: Shape) -> dict[str, str]:
    """The columns that name a content which is stored once, each with its table."""
    return {
        column: told
        for column, told in _links(SQLModel.metadata.tables[shape.table], None)
        if CATALOGUE[told].undo is Undo.FINAL
    }


def _shape(table: SqlTable) -> Shape:
    key = tuple(column.name for column in table.primary_key)
    return Shape(
        table=table.name,
        columns=tuple(column.name for column in table.columns),
        key=key,
        together=_together(table, key),
        unique=tuple(_unique(table)),
        parents=dict(_links(table, "CASCADE")),
        mentions=dict(_links(table, "SET NULL")),
        held_by=_held_by(table),
    )


def _together(table: SqlTable, key: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    told = [tuple(group.split()) for group in CATALOGUE[table.name].together]
    taken = {column for group in told for column in group} | set(key)
    alone = [(column.name,) for column in table.columns if column.name not in taken]
    return (*told, *alone)


def _unique(table: SqlTable) -> Iterator[tuple[str, ...]]:
    known_by = CATALOGUE[table.name].known_by
    if known_by is not None:
        yield (known_by,)
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(column.name for column in constraint.columns)


def _links(table: SqlTable, on_delete: str | None) -> Iterator[tuple[str, str]]:
    """The links of a table that are treated like this when their other end goes."""
    for column in table.columns:
        for key in column.foreign_keys:
            if key.ondelete == on_delete:
                yield column.name, key.column.table.name


def _held_by(table: SqlTable) -> tuple[str, str] | None:
    """The rows that say whose a row is, where it may be several people's."""
    holder = CATALOGUE[table.name].held_by
    if holder is None:
        return None
    keys = SQLModel.metadata.tables[holder].foreign_keys
    return next((holder, key.parent.name) for key in keys if key.column.table is table)
