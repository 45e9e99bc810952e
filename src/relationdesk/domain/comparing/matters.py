"""Differences that can only be decided together.

What belongs to a row goes with it: when one side deleted a person and the other wrote a note about them, the
person, the note and all the rest of theirs are one matter. So are two rows that want to be the same thing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from relationdesk.domain.comparing.differences import Difference, Key, Row, Shape

Shapes = Mapping[str, Shape]
Named = tuple[str, Key]
"""A row, by its table and key."""


class Side(Enum):
    """Where something changed."""

    HERE = auto()
    THERE = auto()
    BOTH = auto()


class Choice(Enum):
    """What becomes of a matter that changed on both sides."""

    HERE = auto()
    """It stays as it is here."""
    THERE = auto()
    """It becomes what it is there."""
    BLEND = auto()
    """What only one side changed is as that side has it; where both changed the same, it stays as here."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One or several differences that are decided together."""

    differences: tuple[Difference, ...]
    side: Side

    @property
    def can_blend(self) -> bool:
        """Whether something of both sides can stand in one row."""
        only = self.differences[0]
        return (
            self.side is Side.BOTH
            and len(self.differences) == 1
            and only.here is not None
            and only.there is not None
        )

    @property
    def usual(self) -> Choice:
        """What is done when the user says nothing: as much of both sides as can be."""
        return Choice.BLEND if self.can_blend else Choice.HERE


def matters(shapes: Shapes, found: Iterable[Difference]) -> list[Matter]:
    """Every matter, in the order of its first difference."""
    named: dict[Named, Difference] = {(one.table, one.key): one for one in found}
    groups = _Groups(named)
    for name, difference in named.items():
        for parent in _deleted_parents(shapes[difference.table], difference, named):
            groups.join(name, parent)
    for name, other in _rivals(shapes, named):
        groups.join(name, other)
    return [Matter(tuple(group), _side(group)) for group in groups.told()]


def links(shape: Shape, row: Row, towards: Mapping[str, str]) -> Iterator[tuple[str, Named]]:
    """The columns of a row that point somewhere, each with what it points to."""
    for column, table in towards.items():
        value = row[shape.places[column]]
        if value is not None:
            yield column, (table, (value,))


def unique_names(shape: Shape, row: Row | None) -> list[tuple[object, ...]]:
    """What no other row may be called beside this one."""
    return [] if row is None else [(shape.table, group, *shape.values(row, group)) for group in shape.unique]


def _deleted_parents(
    shape: Shape, difference: Difference, named: Mapping[Named, Difference]
) -> Iterator[Named]:
    for row in (difference.origin, difference.here, difference.there):
        for _column, parent in links(shape, row, shape.parents) if row is not None else ():
            if parent in named and named[parent].is_deleted:
                yield parent


def _rivals(shapes: Shapes, named: Mapping[Named, Difference]) -> Iterator[tuple[Named, Named]]:
    """Two rows, one of which has a name here that the other has there."""
    here: dict[tuple[object, ...], Named] = {}
    for name, one in named.items():
        here |= dict.fromkeys(unique_names(shapes[one.table], one.here), name)
    for name, one in named.items():
        for told in unique_names(shapes[one.table], one.there):
            if here.get(told, name) != name:
                yield name, here[told]


def _side(group: Iterable[Difference]) -> Side:
    here = any(one.is_changed_here for one in group)
    there = any(one.is_changed_there for one in group)
    if here and there:
        return Side.BOTH
    return Side.HERE if here else Side.THERE


class _Groups:
    """Which differences were joined, directly or by way of others."""

    def __init__(self, named: Mapping[Named, Difference]) -> None:
        self._named = named
        self._leader = {name: name for name in named}

    def join(self, one: Named, other: Named) -> None:
        """Put two differences, and all that is joined to them, together."""
        self._leader[self._led(one)] = self._led(other)

    def told(self) -> list[list[Difference]]:
        """The groups, those joined to nothing too."""
        groups: dict[Named, list[Difference]] = defaultdict(list)
        for name, difference in self._named.items():
            groups[self._led(name)].append(difference)
        return list(groups.values())

    def _led(self, name: Named) -> Named:
        while self._leader[name] != name:
            self._leader[name] = self._leader[self._leader[name]]
            name = self._leader[name]
        return name
