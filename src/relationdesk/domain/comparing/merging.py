"""Bringing what the other side changed over to this one, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from relationdesk.domain.comparing.differences import Difference, Key, Row, Shape, Value
from relationdesk.domain.comparing.matters import Choice, Matter, Named, Shapes, Side, links, unique_names


@dataclass(frozen=True, slots=True)
class Change:
    """One row of this side that becomes another; None where it is not there."""

    table: str
    key: Key
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Left:
    """What both sides changed, and where this side's word stands: the other side's is told here."""

    table: str
    key: Key
    columns: tuple[str, ...]
    here: tuple[Value, ...]
    there: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes to be made here, in an order in which nothing goes that stays, and what was left there."""

    changes: tuple[Change, ...]
    left: tuple[Left, ...]


def planned(shapes: Shapes, all_matters: Sequence[Matter], choices: Mapping[int, Choice]) -> Plan:
    """What to change here so that the other side's changes are here too.

    `choices` tells what becomes of a matter that changed on both sides, by its place in the sequence; one
    that is not named takes its usual way. No change leaves a link pointing to nothing, and no two rows are
    made one thing: where that would happen, this side stays as it is.
    """
    results: dict[Named, Row | None] = {}
    left: list[Left] = []
    for place, matter in enumerate(all_matters):
        choice = choices.get(place, matter.usual)
        for one in matter.differences:
            name = one.table, one.key
            results[name] = _result(shapes[one.table], matter, one, choice)
            if matter.side is Side.BOTH and choice is Choice.BLEND and matter.can_blend:
                left += _clashes(shapes[one.table], one)
    here = {(one.table, one.key): one.here for matter in all_matters for one in matter.differences}
    _settle(shapes, here, results)
    changes = [Change(*name, here[name], row) for name, row in results.items() if row != here[name]]
    return Plan(tuple(_in_order(shapes, changes)), tuple(left))


def _result(shape: Shape, matter: Matter, one: Difference, choice: Choice) -> Row | None:
    if matter.side is Side.HERE or (matter.side is Side.BOTH and choice is Choice.HERE):
        return one.here
    if matter.side is Side.BOTH and choice is Choice.BLEND and matter.can_blend:
        return _blended(shape, one)
    return one.there


def _blended(shape: Shape, one: Difference) -> Row | None:
    if one.here is None or one.there is None:
        return one.here
    taken = {
        column: one.there[shape.places[column]]
        for group in shape.together
        if not _is_changed(shape, one, one.here, group)
        for column in group
    }
    return shape.with_values(one.here, taken)


def _clashes(shape: Shape, one: Difference) -> Iterator[Left]:
    if one.here is None or one.there is None:
        return
    for group in shape.together:
        here, there = shape.values(one.here, group), shape.values(one.there, group)
        if here != there and all(_is_changed(shape, one, row, group) for row in (one.here, one.there)):
            yield Left(one.table, one.key, group, here, there)


def _is_changed(shape: Shape, one: Difference, row: Row, group: tuple[str, ...]) -> bool:
    return one.origin is None or shape.values(row, group) != shape.values(one.origin, group)


def _settle(shapes: Shapes, here: Mapping[Named, Row | None], results: dict[Named, Row | None]) -> None:
    """Take back what cannot stand, until all of it can; then empty the mentions of what is gone."""
    while unfit := set(_unfit(shapes, here, results)):
        for name in unfit:
            results[name] = here[name]
    gone = {name for name, row in results.items() if row is None}
    for name, row in results.items():
        if row is not None and row != here[name]:
            shape = shapes[name[0]]
            empty = {column: None for column, told in links(shape, row, shape.mentions) if told in gone}
            results[name] = shape.with_values(row, empty)


def _unfit(
    shapes: Shapes, here: Mapping[Named, Row | None], results: Mapping[Named, Row | None]
) -> Iterator[Named]:
    """The changed rows that cannot stand beside the others."""
    changed = {name for name, row in results.items() if row != here[name]}
    for name, row in results.items():
        shape = shapes[name[0]]
        for _column, parent in links(shape, row, shape.parents) if row is not None else ():
            if parent in results and results[parent] is None:
                yield from {name, parent} & changed
    yield from _doubled(shapes, results, changed)
    yield from _nobodys(shapes, here, results, changed)


def _doubled(shapes: Shapes, results: Mapping[Named, Row | None], changed: set[Named]) -> Iterator[Named]:
    taken: dict[tuple[object, ...], Named] = {}
    for name, row in results.items():
        for told in unique_names(shapes[name[0]], row):
            same = taken.setdefault(told, name)
            if same != name:
                yield from {name, same} & changed


def _nobodys(
    shapes: Shapes, here: Mapping[Named, Row | None], results: Mapping[Named, Row | None], changed: set[Named]
) -> Iterator[Named]:
    """What would be added without any of the rows that make it somebody's."""
    holders = {
        shape.held_by[0]: (table, shape.held_by[1])
        for table, shape in shapes.items()
        if shape.held_by is not None
    }
    held: set[Named] = set()
    for (table, _key), row in results.items():
        if row is not None and table in holders:
            whose, link = holders[table]
            shape = shapes[table]
            held.add((whose, shape.values(row, [link])))
    for name in changed - held:
        is_added = here[name] is None and results[name] is not None
        if is_added and shapes[name[0]].held_by is not None:
            yield name


def _in_order(shapes: Shapes, changes: Iterable[Change]) -> list[Change]:
    """What others belong to comes before they are changed, and goes after: a row may change its owner.

    So it is when each change is taken back, the last one first.
    """
    rank = {table: place for place, table in enumerate(shapes)}
    owners = {parent for shape in shapes.values() for parent in shape.parents.values()}

    def order(change: Change) -> tuple[int, int]:
        is_owner = change.table in owners
        if change.after is None:
            return (4 if is_owner else 0), -rank[change.table]
        if change.before is None:
            return (1 if is_owner else 3), rank[change.table]
        return 2, rank[change.table]

    return sorted(changes, key=order)
