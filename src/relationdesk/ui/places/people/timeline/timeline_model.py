"""The rows of a timeline: a head for each month, and what happened in it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Audience
from relationdesk.language.dates import long_day, month_year
from relationdesk.ui.places.people.timeline.timeline_words import ShownEntry, shown_entry
from relationdesk.work.history.queries import EntryKind, TimelineEntry

TIMELINE_ROW: Final = Qt.ItemDataRole.UserRole + 1
"""The role under which the model answers with a `ShownEntry` or a `MonthHead`."""
IS_SHARED: Final = Qt.ItemDataRole.UserRole + 2
"""The role under which it answers whether others may read an entry."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class MonthHead:
    """The head of a month."""

    title: str
    is_first: bool


class TimelineModel(QAbstractTableModel):
    """Puts a line into words when it is first seen, so that a long history opens at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TimelineEntry | date] = []
        self._shown: dict[int, ShownEntry | MonthHead] = {}
        self._shared: frozenset[tuple[str, int]] = frozenset()
        self._name = ""
        self._today = date.min

    def show_entries(self, entries: tuple[TimelineEntry, ...], name: str, today: date) -> None:
        """Show a person's history, which comes newest first."""
        self.beginResetModel()
        self._name, self._today = name, today
        self._shown.clear()
        self._rows = []
        month = None
        for entry in entries:
            if (entry.day.year, entry.day.month) != month:
                month = (entry.day.year, entry.day.month)
                self._rows.append(entry.day)
            self._rows.append(entry)
        self.endResetModel()

    def show_shared(self, shared: frozenset[tuple[str, int]]) -> None:
        """Show which entries, each a kind with a number, others may read."""
        self._shared = shared
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def is_shared(self, row: int) -> bool:
        """Whether others may read an entry."""
        entry = self.entry_at(row)
        return entry is not None and (entry.kind.value, entry.id) in self._shared

    def entry_at(self, row: int) -> TimelineEntry | None:
        """What stands in a row; None for the head of a month."""
        entry = self._rows[row]
        return entry if isinstance(entry, TimelineEntry) else None

    def row_of(self, number: int, kind: EntryKind = EntryKind.INTERACTION) -> int | None:
        """Where an entry stands; None where it does not."""
        wanted = (kind, number)
        rows = enumerate(self._rows)
        return next(
            (row for row, one in rows if isinstance(one, TimelineEntry) and (one.kind, one.id) == wanted),
            None,
        )

    def shown_at(self, row: int) -> ShownEntry | MonthHead:
        """A row in words."""
        if row not in self._shown:
            entry = self._rows[row]
            if isinstance(entry, TimelineEntry):
                self._shown[row] = shown_entry(entry, self._name, self._today)
            else:
                self._shown[row] = MonthHead(month_year(entry), is_first=row == 0)
        return self._shown[row]

    def text_at(self, row: int) -> str:
        """Everything that a row tells, to be copied; the head of a month is its title."""
        shown, entry = self.shown_at(row), self.entry_at(row)
        if isinstance(shown, MonthHead) or entry is None:
            return shown.title
        told = (shown.title, shown.company, entry.told, entry.private_line)
        return "\n".join(part for part in told if part)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.entry_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == TIMELINE_ROW:
            return self.shown_at(index.row())
        if role == IS_SHARED:
            return self.is_shared(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        return None

    def _spoken(self, row: int) -> str:
        shown, entry = self.shown_at(row), self.entry_at(row)
        if isinstance(shown, MonthHead) or entry is None:
            return shown.title
        chip = shown.chip.text if shown.chip else ""
        parts = (
            shown.title,
            chip,
            long_day(entry.day),
            shown.company,
            entry.told[:300],
            entry.private_line[:300],
            term(Audience.SHARED) if self.is_shared(row) else "",
        )
        return ", ".join(part for part in parts if part)
