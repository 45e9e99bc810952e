"""What was made on both sides and is one thing, such as a tag of the same name."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from relationdesk.domain.comparing.differences import Difference, Row, Shape, Value
from relationdesk.domain.comparing.matters import Named, Shapes, links, unique_names

Twins = Mapping[Named, Value]
"""Rows of the other side, each with the identity that the same thing has here."""


def with_twins_joined(shapes: Shapes, found: Iterable[Difference]) -> list[Difference]:
    """The same differences, where what the other side added takes the identity that it has here.

    `shapes` come in an order in which no row points forward, and `found` in the order of `shapes`.
    """
    left = list(found)
    for shape in shapes.values():
        if shape.unique:
            twins = _twins_in(shape, [one for one in left if one.table == shape.table])
            left = _renamed(shapes, left, twins) if twins else left
    return left


def _twins_in(shape: Shape, found: Iterable[Difference]) -> Twins:
    here: dict[tuple[object, ...], Value] = {}
    added: list[Difference] = []
    for one in found:
        if one.here is not None and one.is_changed_here:
            here |= dict.fromkeys(unique_names(shape, one.here), one.key[0])
        elif one.here is None and one.origin is None:
            added.append(one)
    return {
        (shape.table, one.key): here[name]
        for one in added
        for name in unique_names(shape, one.there)
        if name in here
    }


def _renamed(shapes: Shapes, found: Iterable[Difference], twins: Twins) -> list[Difference]:
    """The differences with the other side's rows under the identities of this one."""
    named = {(one.table, one.key): one for one in found}
    for name, one in list(named.items()):
        shape = shapes[one.table]
        row = one.there
        if row is None:
            continue
        told = _told_anew(shape, row, twins)
        if name in twins:
            told = shape.with_values(told, {shape.key[0]: twins[name]})
        if told != row:
            named[name] = replace(one, there=None)
            place = one.table, shape.key_of(told)
            same = named.get(place) or Difference(*place, None, None, None)
            named[place] = replace(same, there=told) if same.there is None else same
    return [one for one in named.values() if one.here != one.there]


def _told_anew(shape: Shape, row: Row, twins: Twins) -> Row:
    towards = {**shape.parents, **shape.mentions}
    return shape.with_values(
        row, {column: twins[target] for column, target in links(shape, row, towards) if target in twins}
    )
