"""Everything that belongs to one person, and how it differs between a backup and the desk."""

from collections.abc import Iterator, Mapping

from relationdesk.desk.catalogue import CATALOGUE, Erase
from relationdesk.desk.connection import Connection
from relationdesk.desk.shapes import shapes
from relationdesk.domain.comparing.differences import Difference, Row, Shape, Value
from relationdesk.domain.comparing.matters import Named, links
from relationdesk.domain.comparing.twins import with_twins_joined

Rows = Mapping[Named, Row]


def belongings(connection: Connection, person: int) -> Rows:
    """The row of a person and all that goes with it, directly or by way of another, by table and key.

    What happened with several people is among it, and so are the lines that tell who they were.
    """
    found: dict[Named, Row] = {}
    waiting = list(_rows_where(connection, shapes()["person"], "id", person))
    while waiting:
        name, row = waiting.pop()
        if name not in found:
            found[name] = row
            waiting += _children(connection, name, person)
    return found


def as_in(there: Connection, here: Connection, person: int) -> list[Difference]:
    """What has to change here for a person to be as they are there, in the order of the tables.

    What happened with several people stays as it is told here, where it is; what two people have in common
    stays away while the other one is away. Names that both sides know (a tag, an organisation) are one.
    """
    then, now = belongings(there, person), belongings(here, person)
    found = [*_own(then, now, here, person), *_named(there, here, then)]
    order = {table: place for place, table in enumerate(shapes())}
    found.sort(key=lambda one: order[one.table])
    return [
        one
        for one in with_twins_joined(shapes(), found)
        if one.here is None or CATALOGUE[one.table].erase is not Erase.KEEP
    ]


def _children(connection: Connection, name: Named, person: int) -> Iterator[tuple[Named, Row]]:
    """The rows that go when this one goes, and what this one makes somebody's."""
    table, key = name
    for shape in shapes().values():
        if CATALOGUE[shape.table].erase is Erase.KEEP:
            continue
        for column, parent in shape.parents.items():
            if parent == table:
                yield from _rows_where(connection, shape, column, key[0])
        if shape.held_by is not None and shape.held_by[0] == table:
            holder, link = shapes()[table], shape.held_by[1]
            for _name, row in _rows_where(connection, holder, holder.key[0], key[0]):
                if row[holder.places["person_id"]] == person:
                    yield from _rows_where(connection, shape, shape.key[0], row[holder.places[link]])


def _own(then: Rows, now: Rows, here: Connection, person: int) -> Iterator[Difference]:
    shared = {*_shared(then, person), *_shared(now, person)}
    for name in dict.fromkeys([*then, *now]):
        row, present = then.get(name), now.get(name)
        if row == present or (name in shared and present is not None):
            continue
        if row is None:
            yield Difference(*name, present, present, None)
        elif present is not None or _can_come(here, then, name, row):
            yield Difference(*name, present, present, _without_lost_mentions(here, then, name, row))


def _shared(rows: Rows, person: int) -> Iterator[Named]:
    """What is not this person's alone: the lines of others, and what they took part in."""
    place = shapes()["participant"].places
    for name, row in rows.items():
        if name[0] == "participant" and row[place["person_id"]] != person:
            yield name
            yield "interaction", (row[place["interaction_id"]],)


def _can_come(here: Connection, then: Rows, name: Named, row: Row) -> bool:
    """Whether a row that is not this person's here may be added: nobody has it, and all it needs is there."""
    shape = shapes()[name[0]]
    parents = (parent for _column, parent in links(shape, row, shape.parents))
    return _row(here, name) is None and all(
        parent in then or CATALOGUE[parent[0]].erase is Erase.KEEP or _row(here, parent) is not None
        for parent in parents
    )


def _without_lost_mentions(here: Connection, then: Rows, name: Named, row: Row) -> Row:
    shape = shapes()[name[0]]
    lost = {
        column: None
        for column, told in links(shape, row, shape.mentions)
        if told not in then and CATALOGUE[told[0]].erase is not Erase.KEEP and _row(here, told) is None
    }
    return shape.with_values(row, lost)


def _named(there: Connection, here: Connection, then: Rows) -> Iterator[Difference]:
    """What a person's rows point to and is nobody's, where it is not here; with what it is called here."""
    for name in dict.fromkeys(_pointed_to(then)):
        row = _row(there, name)
        if row is None or _row(here, name) is not None:
            continue
        yield Difference(*name, None, None, row)
        shape = shapes()[name[0]]
        for group in shape.unique:
            for twin, present in _rows_where(here, shape, group[0], row[shape.places[group[0]]]):
                yield Difference(*twin, None, present, None)


def _pointed_to(rows: Rows) -> Iterator[Named]:
    for (table, _key), row in rows.items():
        shape = shapes()[table]
        for towards in (shape.parents, shape.mentions):
            for _column, told in links(shape, row, towards):
                if CATALOGUE[told[0]].erase is Erase.KEEP and told[0] in shapes():
                    yield told


def _row(connection: Connection, name: Named) -> Row | None:
    shape = shapes()[name[0]]
    return next((row for _name, row in _rows_where(connection, shape, shape.key[0], name[1][0])), None)


def _rows_where(
    connection: Connection, shape: Shape, column: str, value: Value
) -> Iterator[tuple[Named, Row]]:
    names = ", ".join(f'"{name}"' for name in shape.columns)
    rows = connection.execute(f'SELECT {names} FROM "{shape.table}" WHERE "{column}" = ?', (value,))  # noqa: S608 - names of the schema
    for row in rows.fetchall():
        yield (shape.table, shape.key_of(row)), row
