"""Writing the crowd into a desk file that nobody has open: tuples in batches, indexes at the end."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from relationdesk.desk.connection import Connection
from relationdesk.desk.last_talk import rebuild_last_talks
from relationdesk.desk.search_index import rebuild_indexes
from relationdesk.work.cycles import no_search_for_cycles
from relationdesk.work.sample.crowd.rows import TABLE_OF, Line

_ROWS_AT_ONCE = 10_000
_CACHE_KILOBYTES = 65_536
_INDEXES = "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"


@dataclass(slots=True)
class Batches:
    """Gathers rows and writes them table by table, whenever there are many."""

    connection: Connection
    _rows: dict[type[Line], list[Line]] = field(default_factory=lambda: defaultdict(list))
    _gathered: int = 0

    def put(self, line: Line) -> None:
        """Gather one row."""
        self._rows[type(line)].append(line)
        self._gathered += 1
        if self._gathered >= _ROWS_AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write what was gathered, each row after those that it points to."""
        for kind in TABLE_OF:
            if rows := self._rows.get(kind):
                self.connection.executemany(_insertion(kind), rows)
        self._rows.clear()
        self._gathered = 0


@contextmanager
def many_rows(connection: Connection) -> Iterator[Batches]:
    """One transaction for rows without number; on leaving the block well every index and link is true.

    Nothing is kept by that could take a change back: when the block fails, the file is of no use any more.
    The indexes are set aside and made anew at the end, from what the tables hold.
    """
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")
    connection.execute("PRAGMA journal_mode = delete")
    connection.execute("PRAGMA journal_mode = off")
    connection.execute("BEGIN IMMEDIATE")
    indexes = connection.execute(_INDEXES).fetchall()
    for kind, name, _statement in indexes:
        connection.execute(f"DROP {kind} {name}")
    batches = Batches(connection)
    with no_search_for_cycles():
        yield batches
        batches.write()
    for kind, _name, statement in indexes:
        if kind == "index":
            connection.execute(statement)
    rebuild_indexes(connection)
    rebuild_last_talks(connection)
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = wal")


def _insertion(kind: type[Line]) -> str:
    columns: tuple[str, ...] = kind._fields  # type: ignore[attr-defined]
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {TABLE_OF[kind]} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of the rows
