"""Whose what changed is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.reader import Reader
from relationdesk.desk.shapes import shapes
from relationdesk.domain.comparing.differences import Difference, Row, Value
from relationdesk.work.bundles.values import rows_by_id


class Belonging:
    """Whose each difference is."""

    def __init__(self, reader: Reader, found: Sequence[Difference]) -> None:
        self._people: dict[tuple[str, Value], set[Value]] = defaultdict(set)
        talks = {one.key[0] for one in found if one.table == "interaction"}
        handles = {row[_place("reading", "handle_id")] for row in _rows(found, "reading")}
        self._learn(reader, found, _Link("participant", "interaction_id", "interaction"), talks)
        self._learn(reader, found, _Link("handle", "id", "handle"), handles)

    def whose(self, one: Difference) -> frozenset[Value]:
        """The people whom a difference is about; none for what is nobody's alone."""
        owner = CATALOGUE[one.table].owner
        rows = [row for row in (one.here, one.there, one.origin) if row is not None]
        shape = shapes()[one.table]
        if owner is not None:
            return frozenset(row[shape.places[owner]] for row in rows)
        if one.table == "interaction":
            return frozenset(self._people["interaction", one.key[0]])
        if one.table == "reading":
            handles = {row[shape.places["handle_id"]] for row in rows}
            return frozenset(person for handle in handles for person in self._people["handle", handle])
        return frozenset()

    def _learn(
        self, reader: Reader, found: Sequence[Difference], link: "_Link", wanted: Iterable[Value]
    ) -> None:
        """Learn from the rows of a table to which people the rows that they point to belong."""
        for row in _rows(found, link.table):
            owned = row[_place(link.table, link.column)]
            self._people[link.owned, owned].add(row[_place(link.table, "person_id")])
        ids = [identity for identity in wanted if isinstance(identity, int)]
        for owned, person in rows_by_id(reader, link.table, ("person_id",), ids, by=link.column):
            self._people[link.owned, owned].add(person)


@dataclass(frozen=True, slots=True)
class _Link:
    """A table whose rows tell by `column` whose the rows of the table `owned` are."""

    table: str
    column: str
    owned: str


def _rows(found: Iterable[Difference], table: str) -> Iterator[Row]:
    for one in found:
        if one.table == table:
            yield from (row for row in (one.origin, one.here, one.there) if row is not None)


def _place(table: str, column: str) -> int:
    return shapes()[table].places[column]
