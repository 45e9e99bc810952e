"""The rows of the trash: every line at hand, narrowed by what is typed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from relationdesk.domain.folding import fold
from relationdesk.domain.ids import PersonId
from relationdesk.ui.places.trash.words import detail_words, spoken, title_of
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import AvatarSize
from relationdesk.ui.widgets.person_row import PERSON_LINE, PersonLine
from relationdesk.ui.widgets.picture_store import PictureStore
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.trash.queries import Kind, TrashLine

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
Key = tuple[Kind, int]


def key_of(line: TrashLine) -> Key:
    """By what a line is found again."""
    return line.trashed.kind, line.trashed.id


class TrashModel(QAbstractTableModel):
    """Shows those whose words begin with every word of the filter, the latest first."""

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = PictureStore(tasks, self)
        self._pictures.came.connect(self._on_pictures_came)
        self._all: Sequence[TrashLine] = ()
        self._rows: Sequence[TrashLine] = ()
        self._words: list[str] = []
        self._today = date.min

    @property
    def total(self) -> int:
        """How much there is in the trash."""
        return len(self._all)

    def show_lines(self, lines: Sequence[TrashLine], today: date) -> None:
        """Show these in place of those of before."""
        self._all, self._today = lines, today
        self._refill()

    def narrow(self, text: str) -> None:
        """Show only what matches a text."""
        self._words = fold(text).split()
        self._refill()

    def line_at(self, row: int) -> TrashLine | None:
        """What stands in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: Key | None) -> int | None:
        """Where something stands; None when it is not shown."""
        return next((row for row, line in enumerate(self._rows) if key_of(line) == key), None)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._rows[index.row()]
        if role == PERSON_LINE:
            return self._shown(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line, self._today)
        return None

    def _shown(self, line: TrashLine) -> PersonLine:
        trashed = line.trashed
        detail = detail_words(line, self._today)
        shown = PersonLine(PersonId(trashed.id), title_of(trashed), detail)
        picture = self._pictures.pixmap(trashed.picture_hash, AvatarSize.ROW)
        return shown if picture is None else replace(shown, picture=picture)

    def _refill(self) -> None:
        self.beginResetModel()
        self._rows = [line for line in self._all if self._matches(line)]
        self.endResetModel()

    def _matches(self, line: TrashLine) -> bool:
        if not self._words:
            return True
        trashed = line.trashed
        names = fold(f"{trashed.name} {trashed.about} {trashed.whom}").split()
        return all(any(name.startswith(word) for name in names) for word in self._words)

    @Slot()
    def _on_pictures_came(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
