"""Undo and redo at the level of the database: triggers record the inverse of every row change.

The technique is the one that the SQLite documentation describes (sqlite.org/undoredo.html). The log is
a temporary table in the memory of the writing connection; it goes when the desk is closed. A step is a
run of entries; replaying it in reverse records the entries of the opposite step.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace

from relationdesk.desk.catalogue import CATALOGUE, Undo
from relationdesk.desk.changes import Changes
from relationdesk.desk.connection import Connection
from relationdesk.desk.search_index import many_deletions
from relationdesk.desk.whose import whose
from relationdesk.domain.labels import Label, Whose

_LOG = "CREATE TEMP TABLE journal (id INTEGER PRIMARY KEY, sql TEXT, tab TEXT, row INTEGER, person INTEGER)"
MOST_PEOPLE_NAMED = 200
FEW_ENTRIES = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """Entries `first` to `last` of the log, which together take one change back."""

    label: Label
    first: int
    last: int
    whose: Whose = field(default_factory=Whose)


@dataclass(slots=True)
class Journal:
    """The log of one writing connection, and where undo and redo stand in it."""

    connection: Connection
    undoable: list[Step] = field(default_factory=list)
    redoable: list[Step] = field(default_factory=list)
    _closed: int = 0

    def install(self) -> int:
        """Make the log and its triggers; returns how many triggers stand."""
        self.connection.execute(_LOG)
        for name, table in CATALOGUE.items():
            if table.undo is Undo.UNDOABLE:
                for trigger in _triggers(name, self.columns(name)):
                    self.connection.execute(trigger)
        return int(
            self.connection.execute(
                "SELECT count(*) FROM temp.sqlite_schema WHERE type = 'trigger'"
            ).fetchone()[0]
        )

    def close_step(self, label: Label) -> Changes | None:
        """End the step of a committed change; None when it changed nothing."""
        step = self._take(label)
        if step is None:
            return None
        self._forget(self.redoable)
        changes = self._changes(step)
        self.undoable.append(replace(step, whose=changes.whose))
        return changes

    @property
    def next_steps(self) -> tuple[Step | None, Step | None]:
        """What undo and redo would take next."""
        undo, redo = self.undoable[-1:], self.redoable[-1:]
        return undo[0] if undo else None, redo[0] if redo else None

    def undo(self) -> Changes | None:
        """Take the last change back, in a transaction that the caller began; None when there is none."""
        return self._replay(self.undoable, self.redoable)

    def redo(self) -> Changes | None:
        """Make the change again that was taken back last."""
        return self._replay(self.redoable, self.undoable)

    @contextmanager
    def restored_on_failure(self) -> Iterator[None]:
        """Stand again where the journal stood when the block fails, as its rolled back log does."""
        undoable, redoable, closed = list(self.undoable), list(self.redoable), self._closed
        try:
            yield
        except BaseException:
            self.undoable, self.redoable, self._closed = undoable, redoable, closed
            raise

    def forget(self) -> None:
        """Empty the log, outside any transaction; the next entry is the first of all."""
        self.connection.execute("DELETE FROM temp.journal")
        self.undoable.clear()
        self.redoable.clear()
        self._closed = 0

    def _replay(self, source: list[Step], target: list[Step]) -> Changes | None:
        if not source:
            return None
        step = source[-1]
        entries = self.connection.execute(
            "SELECT sql, row FROM temp.journal WHERE id BETWEEN ? AND ? ORDER BY id DESC",
            (step.first, step.last),
        ).fetchall()
        self.connection.execute("PRAGMA defer_foreign_keys = 1")
        with many_deletions(self.connection) if len(entries) > FEW_ENTRIES else nullcontext():
            for sql, row in entries:
                self.connection.execute(sql, (row,))
        opposite = self._peek(step.label)
        changes = self._changes(opposite)
        if not changes.whose.names:
            changes = replace(changes, whose=step.whose)
        opposite = replace(opposite, whose=changes.whose)
        self.connection.execute("DELETE FROM temp.journal WHERE id BETWEEN ? AND ?", (step.first, step.last))
        source.pop()
        target.append(opposite)
        self._closed = opposite.last
        return changes

    def _peek(self, label: Label) -> Step:
        last = self.connection.execute("SELECT coalesce(max(id), 0) FROM temp.journal").fetchone()[0]
        return Step(label, self._closed + 1, max(last, self._closed))

    def _take(self, label: Label) -> Step | None:
        step = self._peek(label)
        if step.last < step.first:
            return None
        self._closed = step.last
        return step

    def _forget(self, steps: list[Step]) -> None:
        for step in steps:
            self.connection.execute(
                "DELETE FROM temp.journal WHERE id BETWEEN ? AND ?", (step.first, step.last)
            )
        steps.clear()

    def _changes(self, step: Step) -> Changes:
        span = (step.first, step.last)
        tables = frozenset(
            name
            for (name,) in self.connection.execute(
                "SELECT DISTINCT tab FROM temp.journal WHERE id BETWEEN ? AND ?", span
            )
        )
        people = self.connection.execute(
            "SELECT DISTINCT person FROM temp.journal WHERE id BETWEEN ? AND ? LIMIT ?",
            (*span, MOST_PEOPLE_NAMED + 1),
        ).fetchall()
        named = frozenset(person for (person,) in people if person is not None)
        can_name = named and len(people) <= MOST_PEOPLE_NAMED and not self._reaches_others(tables, span)
        told = whose(self.connection, span, named)
        return Changes(step.label, tables, named if can_name else None, told)

    def _reaches_others(self, tables: frozenset[str], span: tuple[int, int]) -> bool:
        """Whether a change shows on the screens of people whom its rows do not name.

        A relation has two ends; an interaction names its people by the participants that come or go with it,
        and nobody when it was there before and stays.
        """
        unowned = {name for name in tables if _owner(name, "NEW") is None} - {"import_batch", "imported"}
        history = tables & {"interaction", "participant", "mention"}
        if history >= {"interaction", "participant"} and not self._rewrites_history(span):
            unowned.discard("interaction")
            history = frozenset()
        return bool(unowned or history) or "relation" in tables

    def _rewrites_history(self, span: tuple[int, int]) -> bool:
        rewritten = """SELECT 1 FROM temp.journal WHERE id BETWEEN ? AND ?
            AND tab = 'interaction' AND sql GLOB 'UPDATE*' LIMIT 1"""
        return self.connection.execute(rewritten, span).fetchone() is not None

    def columns(self, table: str) -> list[str]:
        """The columns of a table, in their order."""
        return [row[1] for row in self.connection.execute(f"PRAGMA table_info({table})")]


def _literal(column: str) -> str:
    """SQL that writes the old value of a column as a literal.

    `quote` cuts a text at its first NUL (sqlite.org/lang_corefunc.html#quote), so such a text goes as bytes.
    """
    old = f"OLD.{column}"
    return (
        f"CASE WHEN typeof({old}) = 'text' AND instr({old}, char(0)) "
        f"THEN 'CAST(' || quote(CAST({old} AS BLOB)) || ' AS TEXT)' ELSE quote({old}) END"
    )


def _owner(name: str, row: str) -> str | None:
    """SQL that tells the person a row is about, by itself or by the row that it belongs to."""
    table = CATALOGUE[name]
    if table.owner is not None:
        return f"{row}.{table.owner}"
    if table.owned_by is None:
        return None
    column, above = table.owned_by
    return f"(SELECT {CATALOGUE[above].owner} FROM {above} WHERE {above}.id = {row}.{column})"


def _triggers(name: str, columns: list[str]) -> list[str]:
    """The three triggers of a table; each writes a statement that takes the row's identity as `?`.

    A delete is the same text for every row, so that it is compiled once for a whole import: compiling it
    draws in the cascades of every table below.
    """
    quoted = " || ',' || ".join(_literal(column) for column in columns)
    assigned = " || ',' || ".join(f"'{column}=' || {_literal(column)}" for column in columns)
    listed = ",".join(columns)
    inverses = {
        "INSERT": ("NEW", f"'DELETE FROM {name} WHERE rowid=?'"),
        "UPDATE": ("OLD", f"'UPDATE {name} SET ' || {assigned} || ' WHERE rowid=?'"),
        "DELETE": ("OLD", f"'INSERT INTO {name}(rowid,{listed}) VALUES(?,' || {quoted} || ')'"),
    }
    return [
        f"CREATE TEMP TRIGGER journal_{name}_{event.lower()} AFTER {event} ON main.{name} BEGIN "
        f"INSERT INTO journal(sql, tab, row, person) VALUES ({inverse}, '{name}', {row}.rowid, "
        f"{_owner(name, row) or 'NULL'}); END"
        for event, (row, inverse) in inverses.items()
    ]
