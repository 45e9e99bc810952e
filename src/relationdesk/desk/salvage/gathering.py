"""Which pages hold the rows of which table, though some pages between them may be gone.

The schema tells at which page the tree of a table begins. Where a page of the schema or an inner page of a
tree is gone, the leaves below it are told by what their rows look like.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from relationdesk.desk.checking import Step
from relationdesk.desk.salvage.pages import Pages
from relationdesk.desk.salvage.shapes import Shape
from relationdesk.desk.salvage.trees import Row, UnreadableError, children_of, is_leaf, rows_in

_PAGES_BETWEEN_STEPS = 500
_SCHEMA_COLUMNS = 5
_KINDS = frozenset({"table", "index", "view", "trigger"})


@dataclass(frozen=True, slots=True)
class Gathered:
    """The leaves of each table, and the pages that cannot be trusted."""

    leaves: Mapping[str, list[int]]
    broken: tuple[int, ...]


@dataclass(slots=True)
class _Forest:
    """The trees of a file: which page is below which, and which are leaves."""

    parent: dict[int, int] = field(default_factory=dict)
    leaves: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)

    def top_of(self, page: int) -> int:
        """The highest page above a page that is known."""
        seen = {page}
        while page in self.parent and self.parent[page] not in seen:
            page = self.parent[page]
            seen.add(page)
        return page


def gather(pages: Pages, shapes: Sequence[Shape], step: Step) -> Gathered:
    """Find the leaves of every table that has one of these shapes."""
    forest = _forest(pages, step)
    trees: dict[int, list[int]] = defaultdict(list)
    for leaf in forest.leaves:
        trees[forest.top_of(leaf)].append(leaf)
    told = dict(_tables_told(pages, trees.values()))
    guessing = _Guessing(list(shapes), told, {told.get(forest.top_of(page)) for page in forest.broken})
    leaves: dict[str, list[int]] = {shape.table: [] for shape in shapes}
    for top in sorted(trees):
        table = told.get(top) or guessing.table_of(pages, trees[top][0])
        if table in leaves:
            leaves[table] += trees[top]
    return Gathered(leaves, tuple(forest.broken))


def readable_rows(pages: Pages, leaf: int) -> Iterator[Row | None]:
    """The rows of a leaf; None for each that cannot be read."""
    page = pages.page(leaf)
    if page is not None:
        yield from rows_in(page, leaf, pages.page)


def _forest(pages: Pages, step: Step) -> _Forest:
    forest = _Forest()
    for number in range(1, pages.count + 1):
        if number % _PAGES_BETWEEN_STEPS == 0:
            step(number, pages.count)
        page = pages.page(number)
        try:
            if page is None:
                forest.broken.append(number)
            elif is_leaf(page, number):
                forest.leaves.append(number)
            else:
                forest.parent.update(dict.fromkeys(children_of(page, number), number))
        except UnreadableError:
            forest.broken.append(number)
    return forest


def _tables_told(pages: Pages, trees: Iterable[list[int]]) -> Iterator[tuple[int, str]]:
    """The first page of each table, and its name, from what is left of the schema."""
    for leaves in trees:
        if any(map(_is_of_schema, readable_rows(pages, leaves[0]))):
            for row in (row for leaf in leaves for row in readable_rows(pages, leaf)):
                if row is not None and _is_of_schema(row) and row.values[0] == "table":
                    yield int(row.values[3] or 0), str(row.values[1])


def _is_of_schema(row: Row | None) -> bool:
    return (
        row is not None
        and len(row.values) == _SCHEMA_COLUMNS
        and row.values[0] in _KINDS
        and isinstance(row.values[1], str)
        and isinstance(row.values[3], int)
    )


@dataclass(slots=True)
class _Guessing:
    """Which table a tree is of that the schema does not tell of, or no more.

    Tables that lack a page come first, then those that have no tree yet, in the order in which they were
    made, which is that of their first pages.
    """

    shapes: list[Shape]
    told: Mapping[int, str]
    torn: Container[str | None]
    guessed: set[str] = field(default_factory=set)

    def table_of(self, pages: Pages, leaf: int) -> str | None:
        rows = [row for row in readable_rows(pages, leaf) if row is not None]
        fitting = [shape for shape in self.shapes if rows and all(shape.values_of(row) for row in rows)]
        table = min((shape.table for shape in fitting), key=self._unlikeliness, default=None)
        self.guessed.update([table] if table else [])
        return table

    def _unlikeliness(self, table: str) -> tuple[bool, bool]:
        return table not in self.torn, table in self.told.values() or table in self.guessed
