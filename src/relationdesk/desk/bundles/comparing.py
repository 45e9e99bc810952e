"""Reading two copies of a desk side by side, against the state from which both began."""

from collections.abc import Iterator

from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.connection import Connection
from relationdesk.desk.shapes import shapes
from relationdesk.domain.comparing.differences import Difference, Row, Shape, differences
from relationdesk.domain.comparing.matters import Matter, matters
from relationdesk.domain.comparing.twins import with_twins_joined

_ROWS_AT_ONCE = 2000


def compared(
    origin: Connection | None, here: Connection, there: Connection, step: Step = go_on
) -> list[Matter]:
    """What is not the same on both sides, put together as it has to be decided.

    Each connection is read by nobody else meanwhile. Without an origin, what only one side has counts as
    added there, and what both have in two ways as changed by both.

    Raises:
        ValueError: a side gives its rows in no order.
    """
    total = sum(_count(side, shape) for shape in shapes().values() for side in (here, there))
    progress = _Progress(step, total)
    found: list[Difference] = []
    for shape in shapes().values():
        was = iter(()) if origin is None else rows_in(origin, shape)
        mine, theirs = (progress.telling(rows_in(side, shape)) for side in (here, there))
        found += differences(shape, was, mine, theirs)
    return matters(shapes(), with_twins_joined(shapes(), found))


def rows_in(connection: Connection, shape: Shape) -> Iterator[Row]:
    """Every row of a table, in the rising order of its key."""
    names, key = (", ".join(f'"{column}"' for column in columns) for columns in (shape.columns, shape.key))
    rows: Iterator[Row] = connection.execute(f'SELECT {names} FROM "{shape.table}" ORDER BY {key}')  # noqa: S608 - names of the schema
    return rows


class _Progress:
    """Tells after every so many rows how far the reading is."""

    def __init__(self, step: Step, total: int) -> None:
        self._step = step
        self._total = total
        self._done = 0

    def telling(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The same rows."""
        for row in rows:
            if self._done % _ROWS_AT_ONCE == 0:
                self._step(self._done, self._total)
            self._done += 1
            yield row


def _count(connection: Connection, shape: Shape) -> int:
    return int(connection.execute(f'SELECT count(*) FROM "{shape.table}"').fetchone()[0])  # noqa: S608 - see above
