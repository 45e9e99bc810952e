"""What changed on each side, by person and in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.reader import Reader
from relationdesk.desk.shapes import shapes
from relationdesk.domain.comparing.differences import Difference, Row, Value
from relationdesk.domain.comparing.matters import Matter, Named, Side
from relationdesk.domain.comparing.merging import Left
from relationdesk.domain.folding import sort_key
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.work.bundles.belonging import Belonging
from relationdesk.work.bundles.labels import QUIET, UNTOLD, label
from relationdesk.work.bundles.values import Names, names_for, shown, told_thing

_BELONGS_BY = {
    "participant": ("person_id", "interaction_id"),
    "mention": ("interaction_id",),
    "reading": ("handle_id",),
}
"""Links by which a row comes and goes with another one that is told; of other tables, their owner."""


class Kind(Enum):
    """What became of something."""

    NEW = auto()
    CHANGED = auto()
    DELETED = auto()


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that changed in a row; empty for nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one row on one side; `thing` is empty where it is the person themselves."""

    kind: Kind
    thing: str
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonChanges:
    """What changed about one person; `person_id` is None for what belongs to nobody alone."""

    person_id: PersonId | None
    name: str
    here: tuple[Line, ...]
    there: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """What both sides say of one thing in a row; `is_clash` tells that they do not agree in it."""

    label: str
    was: str
    here: str
    there: str
    is_clash: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """One matter that changed on both sides, for the user to decide; `place` is where it stands among all.

    It has `fields` when it is one row that is there on both sides, else what became of it is in the lines.
    """

    place: int
    name: str
    thing: str
    fields: tuple[Field, ...]
    here: tuple[Line, ...]
    there: tuple[Line, ...]
    can_blend: bool


@dataclass(frozen=True, slots=True)
class Story:
    """Everybody about whom something changed, by name, and what has to be decided."""

    people: tuple[PersonChanges, ...]
    conflicts: tuple[Conflict, ...]


def teller_for(matters: Sequence[Matter], reader: Reader) -> "Teller":
    """Who tells of matters; `reader` is of this side."""
    found = {(one.table, one.key): one for matter in matters for one in matter.differences}
    every = list(found.values())
    return Teller(found, names_for(reader, every), Belonging(reader, every))


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of differences in the current language."""

    found: Mapping[Named, Difference]
    names: Names
    belonging: Belonging

    def story(self, matters: Sequence[Matter]) -> Story:
        """Everybody about whom something changed, and what has to be decided."""
        conflicts = [
            self.conflict(place, matter) for place, matter in enumerate(matters) if matter.side is Side.BOTH
        ]
        return Story(tuple(self.people(list(self.found.values()))), tuple(conflicts))

    def left(self, one: Left) -> tuple[frozenset[Value], str]:
        """Whom something is about that is not taken over, and what the other side says; empty for nothing."""
        difference = self.found[one.table, one.key]
        if difference.there is None or one.columns[0] in QUIET:
            return frozenset(), ""
        value = shown(one.table, difference.there, one.columns, self.names)
        told = _("{label}: {value}").format(label=label(one.table, one.columns), value=value)
        if one.table != "person":
            what = told_thing(one.table, difference.origin or difference.there, self.names)
            told = _("{what} — {told}").format(what=what, told=told)
        return self.belonging.whose(difference), told

    def people(self, found: Sequence[Difference]) -> list[PersonChanges]:
        """Everybody about whom something changed, by name, and what is nobody's at the end."""
        of: dict[Value, list[Difference]] = defaultdict(list)
        for one in found:
            for person in self.belonging.whose(one) or (None,):
                of[person].append(one)
        told = [
            PersonChanges(
                PersonId(person) if isinstance(person, int) else None,
                self.names.of("person", person) if person is not None else "",
                tuple(self.lines(some, Side.HERE)),
                tuple(self.lines(some, Side.THERE)),
            )
            for person, some in of.items()
        ]
        return sorted(
            (one for one in told if one.here or one.there),
            key=lambda one: (one.person_id is None, sort_key(one.name)),
        )

    def lines(self, found: Iterable[Difference], side: Side) -> list[Line]:
        """What became of rows on one side; what goes without saying is left out."""
        changed = [one for one in found if _is_changed(one, side) and one.table not in UNTOLD]
        come_or_gone = {(one.table, one.key[0]) for one in changed if _kind(one, side) is not Kind.CHANGED}
        lines = (self._line(one, side) for one in changed if not _goes_with(one, side, come_or_gone))
        return [line for line in lines if line is not None]

    def conflict(self, place: int, matter: Matter) -> Conflict:
        """A matter that changed on both sides."""
        first = next((one for one in matter.differences if one.is_deleted), matter.differences[0])
        row = first.origin or first.here or first.there or ()
        whose = self.belonging.whose(first)
        return Conflict(
            place=place,
            name=", ".join(sorted(self.names.of("person", person) for person in whose)),
            thing=told_thing(first.table, row, self.names),
            fields=tuple(self._fields(first)) if matter.can_blend else (),
            here=tuple(self.lines(matter.differences, Side.HERE)),
            there=tuple(self.lines(matter.differences, Side.THERE)),
            can_blend=matter.can_blend,
        )

    def _line(self, one: Difference, side: Side) -> Line | None:
        now = _now(one, side)
        row = now or one.origin
        if row is None:
            return None
        kind = _kind(one, side)
        if kind is not Kind.CHANGED or now is None or one.origin is None:
            return Line(kind, told_thing(one.table, row, self.names))
        details = tuple(self._details(one.table, one.origin, now))
        return Line(kind, told_thing(one.table, one.origin, self.names), details) if details else None

    def _details(self, table: str, before: Row, after: Row) -> Iterator[Detail]:
        for group in _groups(table):
            if shapes()[table].values(before, group) != shapes()[table].values(after, group):
                was, now = (shown(table, row, group, self.names) for row in (before, after))
                yield Detail(label(table, group), was, now)

    def _fields(self, one: Difference) -> Iterator[Field]:
        """Everything that one side or the other changed in a row that both have."""
        if one.here is None or one.there is None:
            return
        shape = shapes()[one.table]
        for group in _groups(one.table):
            was = None if one.origin is None else shape.values(one.origin, group)
            here, there = shape.values(one.here, group), shape.values(one.there, group)
            if here != there:
                origin = "" if one.origin is None else shown(one.table, one.origin, group, self.names)
                mine, theirs = (shown(one.table, row, group, self.names) for row in (one.here, one.there))
                is_clash = was not in {here, there}
                yield Field(label(one.table, group), origin, mine, theirs, is_clash=is_clash)


def _groups(table: str) -> Iterator[tuple[str, ...]]:
    """The columns of a table that the user is told of, put together as they are one thing."""
    for group in shapes()[table].together:
        if group[0] not in QUIET:
            yield group


def _now(one: Difference, side: Side) -> Row | None:
    return one.here if side is Side.HERE else one.there


def _is_changed(one: Difference, side: Side) -> bool:
    return one.is_changed_here if side is Side.HERE else one.is_changed_there


def _kind(one: Difference, side: Side) -> Kind:
    if one.origin is None:
        return Kind.NEW
    return Kind.DELETED if _now(one, side) is None else Kind.CHANGED


def _goes_with(one: Difference, side: Side, come_or_gone: set[tuple[str, Value]]) -> bool:
    """Whether a row came or went with the one that it belongs to, which is told already."""
    if _kind(one, side) is Kind.CHANGED:
        return False
    row = _now(one, side) or one.origin
    if row is None:
        return False
    shape, owner = shapes()[one.table], CATALOGUE[one.table].owner
    by = _BELONGS_BY.get(one.table, () if owner is None else (owner,))
    return any(
        (shape.parents[column], row[shape.places[column]]) in come_or_gone
        for column in by
        if column in shape.parents
    )
