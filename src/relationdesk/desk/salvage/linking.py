"""Links of saved rows to rows that were lost: what they pointed to is stood in for, forgotten, or missed."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from relationdesk.desk.connection import Connection

StandIn = Callable[[str, int], Mapping[str, object] | None]
"""A row of a table and an identity, in place of one that was lost; None where there cannot be one."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done, by table: rows made anew with nothing but a name, and rows that meant nothing more."""

    stood_in: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)


def mend_links(desk: Connection, stand_in: StandIn) -> Mended:
    """Have every link of a desk lead somewhere, in the caller's transaction.

    What may point to nothing points to nothing; what means nothing without what was lost goes. Entries of
    the history that were left with nobody come to somebody who stands in.
    """
    mending = _Mending(desk, stand_in)
    while broken := desk.execute("PRAGMA foreign_key_check").fetchall():
        for table, row, parent, link in broken:
            mending.mend(table, row, parent, link)
    mending.give_back_entries()
    return mending.mended


@dataclass(frozen=True, slots=True)
class _Mending:
    desk: Connection
    stand_in: StandIn
    mended: Mended = field(default_factory=Mended)

    def mend(self, table: str, row: int, parent: str, link: int) -> None:
        """Mend one link of one row, unless it was mended with another one."""
        column, may_be_empty = self._column_of(table, link)
        found = self.desk.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (row,)).fetchone()  # noqa: S608 - names of our schema
        if found is None or self._is_there(parent, found[0]):
            return
        if isinstance(found[0], int) and self._stand_in(parent, found[0]):
            return
        if may_be_empty:
            self.desk.execute(f"UPDATE {table} SET {column} = NULL WHERE rowid = ?", (row,))  # noqa: S608 - see above
        else:
            self.desk.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))  # noqa: S608 - see above
            self.mended.dropped[table] += 1

    def give_back_entries(self) -> None:
        """Have entries whose participants were lost stand with somebody, so that they are found again."""
        alone = self.desk.execute(
            "SELECT id FROM interaction WHERE NOT EXISTS "
            "(SELECT 1 FROM participant WHERE participant.interaction_id = interaction.id)"
        ).fetchall()
        somebody = self._highest_identity() + 1
        if alone and self._stand_in("person", somebody):
            for number, (entry,) in enumerate(alone, somebody + 1):
                told = {"id": number, "interaction_id": entry, "person_id": somebody}
                self._insert("participant", told)

    def _column_of(self, table: str, link: int) -> tuple[str, bool]:
        """The column that a link of a table goes out from, and whether it may be empty."""
        links = self.desk.execute(f"PRAGMA foreign_key_list({table})")
        column = next(told[3] for told in links if told[0] == link)
        columns = self.desk.execute(f"PRAGMA table_info({table})")
        may_be_empty = next(not (told[3] or told[5]) for told in columns if told[1] == column)
        return column, may_be_empty

    def _is_there(self, table: str, value: object) -> bool:
        key = "hash" if table == "blob" else "id"
        found = self.desk.execute(f"SELECT 1 FROM {table} WHERE {key} = ?", (value,)).fetchone()  # noqa: S608 - see above
        return value is None or found is not None

    def _stand_in(self, table: str, identity: int) -> bool:
        told = self.stand_in(table, identity)
        if told is None:
            return False
        self._insert(table, told)
        self.mended.stood_in[table] += 1
        return True

    def _insert(self, table: str, told: Mapping[str, object]) -> None:
        """Add a row of which some columns are told; in the others stands nothing."""
        row: dict[str, object] = {}
        for _, name, kind, is_needed, *_ in self.desk.execute(f"PRAGMA table_info({table})"):
            row[name] = told.get(name, ("" if kind == "TEXT" else 0) if is_needed else None)
        marks = ", ".join(":" + name for name in row)
        self.desk.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row)  # noqa: S608 - see above

    def _highest_identity(self) -> int:
        tables = [
            name for (name,) in self.desk.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        numbered = [name for name in tables if self._has_identity(name)]
        highest = " UNION ALL ".join(f"SELECT max(id) AS id FROM {name}" for name in numbered)  # noqa: S608 - see above
        return int(self.desk.execute(f"SELECT coalesce(max(id), 0) FROM ({highest})").fetchone()[0])  # noqa: S608 - see above

    def _has_identity(self, table: str) -> bool:
        return any(
            told[1:3] == ("id", "INTEGER") for told in self.desk.execute(f"PRAGMA table_info({table})")
        )
