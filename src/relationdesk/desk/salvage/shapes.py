"""What the rows of each table look like, told by an empty desk of the same schema."""

from dataclasses import dataclass

from relationdesk.desk.connection import Connection
from relationdesk.desk.contents import may_hold
from relationdesk.desk.salvage.trees import Row, Value


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: its columns, what stands in those that a row is too old for, and which is the row's number."""

    table: str
    columns: tuple[str, ...]
    defaults: tuple[Value, ...]
    numbered: int | None

    def values_of(self, row: Row) -> tuple[Value, ...] | None:
        """The values of a row of this table; None when it cannot be one."""
        if len(row.values) > len(self.columns):
            return None
        values = [*row.values, *self.defaults[len(row.values) :]]
        if self.numbered is not None:
            if values[self.numbered] is not None:
                return None  # the number of a row is kept in its tree alone
            values[self.numbered] = row.number
        fits = all(map(self._may_hold, self.columns, values))
        return tuple(values) if fits else None

    def _may_hold(self, column: str, value: Value) -> bool:
        return may_hold(self.table, column, value)


def shapes_of(desk: Connection, tables: list[str]) -> list[Shape]:
    """The shapes of tables of an empty desk."""
    return [_shape(desk, table) for table in tables]


def _shape(desk: Connection, table: str) -> Shape:
    columns = desk.execute(f"PRAGMA table_info({table})").fetchall()
    keys = [place for place, (*_, key) in enumerate(columns) if key]
    is_numbered = len(keys) == 1 and columns[keys[0]][2] == "INTEGER"
    return Shape(
        table,
        tuple(name for _, name, *_ in columns),
        tuple(desk.execute(f"SELECT {default or 'NULL'}").fetchone()[0] for *_, default, _ in columns),
        keys[0] if is_numbered else None,
    )
