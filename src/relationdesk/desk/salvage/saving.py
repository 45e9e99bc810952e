"""Putting what can be read of a damaged desk into a fresh one, which takes its place.

Nothing of the damaged desk is changed until the fresh one is whole: killed before, it can be begun again.
Then the damaged file stays beside it under a name of its own (`desk.replacing`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from relationdesk.desk.backups.steps import Stages
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.connection import Connection
from relationdesk.desk.errors import NothingReadableError, TooNewDeskError, UnwritableDeskError
from relationdesk.desk.files import DeskFiles, full_or
from relationdesk.desk.fresh import being_filled, finish_filling, prove_filled
from relationdesk.desk.key import DeskKey
from relationdesk.desk.replacing import give_up_coming, make_room_for_coming, take_place
from relationdesk.desk.salvage.gathering import gather, readable_rows
from relationdesk.desk.salvage.linking import Mended, StandIn, mend_links
from relationdesk.desk.salvage.pages import Pages
from relationdesk.desk.salvage.shapes import Shape, shapes_of
from relationdesk.desk.salvage.trees import Value
from relationdesk.desk.schema import SCHEMA_VERSION

_VERSION_AT = 60
"""Where the first page holds the schema of the desk (sqlite.org/fileformat2.html#user_version_number)."""
_OURS = "alembic_version"
_FINDING, _SAVING, _INDEXING, _PROVING = 4, 6, 4, 1


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved of a desk, and what was not.

    `rows` are those on the fresh desk by table. `unreadable` are those that could be seen and not read; how
    many stood on the broken pages nobody can tell.
    """

    kept: Path | None
    pages: int
    broken_pages: int
    are_proved: bool
    rows: Mapping[str, int]
    unreadable: Mapping[str, int]
    mended: Mended


def save(files: DeskFiles, key: DeskKey, stand_in: StandIn, step: Step = go_on) -> Saved:
    """Put what can be read of a desk, which nobody has open and the caller holds, in its place.

    `stand_in` makes a row for somebody or something that others point to and that was lost.

    Raises:
        NothingReadableError: there is nothing that could be saved; nothing was changed.
        TooNewDeskError: a later version wrote it; nothing was changed.
        FullDiskError, UnwritableDeskError: the fresh desk cannot be written; nothing was changed.
    """
    stages = Stages(step, _FINDING + _SAVING + _INDEXING + _PROVING)
    with full_or(lambda: UnwritableDeskError(files.desk)):
        try:
            with Pages(files.desk, key) as pages:
                saved = _filled(files, key, pages, stand_in, stages)
            finish_filling(files.coming, key, stages.within(_INDEXING))
            prove_filled(files.coming, key, stages.within(_PROVING))
        except BaseException:
            give_up_coming(files)
            raise
        return replace(saved, kept=take_place(files))


def _filled(files: DeskFiles, key: DeskKey, pages: Pages, stand_in: StandIn, stages: Stages) -> Saved:
    version = _version(pages)
    if version > SCHEMA_VERSION:
        raise TooNewDeskError(version, SCHEMA_VERSION)
    with being_filled(make_room_for_coming(files), key, version) as target:
        shapes = _shapes(target)
        gathered = gather(pages, shapes, stages.within(_FINDING))
        step = stages.within(_SAVING)
        unreadable: Counter[str] = Counter()
        for number, shape in enumerate(shapes):
            step(number, len(shapes))
            _put(target, shape, _rows(pages, shape, gathered.leaves[shape.table], unreadable))
        if not any(_counted(target, shapes).values()):
            raise NothingReadableError(files.desk)
        mended = mend_links(target, stand_in)
        return Saved(
            kept=None,
            pages=pages.count,
            broken_pages=len(gathered.broken),
            are_proved=pages.are_proved,
            rows=_counted(target, shapes),
            unreadable=unreadable,
            mended=mended,
        )


def _version(pages: Pages) -> int:
    """The schema of the damaged desk; the present one where its first page is gone."""
    first = pages.page(1)
    found = int.from_bytes(first[_VERSION_AT : _VERSION_AT + 4]) if first and pages.are_proved else 0
    return found or SCHEMA_VERSION


def _shapes(target: Connection) -> list[Shape]:
    """The tables of a desk in the order in which they were made."""
    listed = {
        name: kind for schema, name, kind, *_ in target.execute("PRAGMA table_list") if schema == "main"
    }
    made = target.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rootpage").fetchall()
    return shapes_of(target, [name for (name,) in made if listed[name] == "table" and name != _OURS])


def _rows(
    pages: Pages, shape: Shape, leaves: list[int], unreadable: Counter[str]
) -> Iterator[tuple[Value, ...]]:
    for leaf in leaves:
        for row in readable_rows(pages, leaf):
            values = None if row is None else shape.values_of(row)
            if values is None:
                unreadable[shape.table] += 1
            else:
                yield values


def _put(target: Connection, shape: Shape, rows: Iterator[tuple[Value, ...]]) -> None:
    names = ", ".join(f'"{column}"' for column in shape.columns)
    marks = ", ".join("?" * len(shape.columns))
    target.executemany(
        f'INSERT INTO "{shape.table}" ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING',  # noqa: S608 - names of our schema
        rows,
    )


def _counted(target: Connection, shapes: list[Shape]) -> dict[str, int]:
    return {
        shape.table: target.execute(f'SELECT count(*) FROM "{shape.table}"').fetchone()[0]  # noqa: S608 - see above
        for shape in shapes
    }
