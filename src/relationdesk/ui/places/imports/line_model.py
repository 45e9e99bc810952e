"""The rows of the preview: every line at hand, what is shown of it made when it is first seen."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from relationdesk.language.words import _
from relationdesk.ui.places.imports.files import ReadFile
from relationdesk.ui.places.imports.lines import FileLine, ShownLine, lines_of, shown, spoken
from relationdesk.ui.widgets.painting import plain_tip
from relationdesk.work.imports.preview import Preview, PreviewLine, Standing

SHOWN_LINE: Final = Qt.ItemDataRole.UserRole + 1
"""The role under which the model answers with a `ShownLine`."""
PERSON, STANDING, WHERE = range(3)

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Key = tuple[Path, int]


class LineModel(QAbstractTableModel):
    """Says `ticked` whenever other people are chosen; what the user ticked stays through another reading."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: Sequence[ReadFile] = ()
        self._all: list[FileLine] = []
        self._rows: list[FileLine] = []
        self._made: dict[int, ShownLine] = {}
        self._decided: dict[_Key, bool] = {}
        self._filter: Standing | None = None
        self._is_filtered = False

    def begin_anew(self) -> None:
        """Forget what was ticked."""
        self._decided.clear()

    def show_files(self, files: Sequence[ReadFile], previews: Sequence[Preview]) -> None:
        """Show what files would bring, in the filter that is set."""
        self._files = files
        self._all = lines_of(previews)
        self._refill()
        self.ticked.emit()

    def show_only(self, standing: Standing | None) -> None:
        """Show the lines that stand so alone; None for those that gave no person."""
        self._filter, self._is_filtered = standing, True
        self._refill()

    def show_all(self) -> None:
        """Show every line."""
        self._is_filtered = False
        self._refill()

    def count(self, standing: Standing | None) -> int:
        """How many lines stand so."""
        return sum(line.standing is standing for line in self._all)

    @property
    def total(self) -> int:
        """How many lines there are."""
        return len(self._all)

    def chosen(self, file: int) -> frozenset[int]:
        """The numbers of the ticked people of one file."""
        return frozenset(
            line.entry.number
            for line in self._all
            if line.file == file and isinstance(line.entry, PreviewLine) and self._is_ticked(line)
        )

    def chosen_count(self) -> int:
        """How many people are ticked, in all files, shown or not."""
        return sum(self._is_ticked(line) for line in self._all)

    def is_all_ticked(self) -> bool:
        """Whether every person shown is ticked."""
        return all(self._is_ticked(line) for line in self._rows if line.standing is not None)

    def tick(self, rows: Iterable[int], *, is_ticked: bool) -> None:
        """Choose the people in these rows, or leave them out."""
        changed = [row for row in rows if self._rows[row].standing is not None]
        if not changed:
            return
        for row in changed:
            self._decided[self._key(self._rows[row])] = is_ticked
            self._made.pop(row, None)
        self.dataChanged.emit(self.index(min(changed), PERSON), self.index(max(changed), WHERE))
        self.ticked.emit()

    def line_at(self, row: int) -> ShownLine:
        """What is told of a row."""
        if row not in self._made:
            line = self._rows[row]
            self._made[row] = shown(
                line,
                self._files[line.file],
                is_ticked=self._is_ticked(line),
                of_several=len(self._files) > 1,
            )
        return self._made[row]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else WHERE + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        can_tick = index.column() == PERSON and self._rows[index.row()].standing is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_tick else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Person"), _("What it would be"), _("Line"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line_at(index.row())
        if role == SHOWN_LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return (line.name, line.chip.text, line.where)[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == PERSON:
            return None if line.is_ticked is None else _state(is_ticked=line.is_ticked)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(line, index.column())
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != PERSON:
            return False
        self.tick([index.row()], is_ticked=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _refill(self) -> None:
        self.beginResetModel()
        self._made.clear()
        is_wanted = self._filter
        self._rows = [line for line in self._all if not self._is_filtered or line.standing is is_wanted]
        self.endResetModel()

    def _is_ticked(self, line: FileLine) -> bool:
        if line.standing is None:
            return False
        return self._decided.get(self._key(line), line.standing.is_proposed)

    def _key(self, line: FileLine) -> _Key:
        return self._files[line.file].source.path, line.line


def _state(*, is_ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked


def _spoken(line: ShownLine, column: int) -> str:
    return {PERSON: spoken(line), STANDING: line.reason or line.chip.text, WHERE: line.where}[column]


def _tip(line: ShownLine, column: int) -> str:
    texts = {PERSON: (line.name, line.known), STANDING: line.tip or (line.chip.text,), WHERE: (line.where,)}
    return "<br>".join(plain_tip(text) for text in texts[column] if text)
