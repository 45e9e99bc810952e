"""A table that is a list: one column, rows of one height, as many as there are."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from relationdesk.ui.theme.tokens import Height
from relationdesk.ui.widgets.person_row import PersonRowDelegate

_Index = QModelIndex | QPersistentModelIndex


class RowTable(QTableView):
    """Says `row_chosen` when the current row becomes another one, `clicked_row` and `activated_row` (Enter).

    Says `trash_asked` with the row for Delete, and `several_chosen` when other rows are chosen, where several
    may be. Letters are not searched for here, since the rows beyond the
    screen are not read: they are for the filter.
    """

    row_chosen = Signal(int)
    activated_row = Signal(int)
    clicked_row = Signal(int)
    trash_asked = Signal(int)
    typed = Signal(str)
    left_upwards = Signal()
    several_chosen = Signal()

    def __init__(self, object_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setItemDelegate(PersonRowDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(Height.PERSON_ROW)
        rows.setDefaultSectionSize(Height.PERSON_ROW)

    def allow_several(self) -> None:
        """Have several rows chosen with Shift and Ctrl, and all with Ctrl+A."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen_rows(self) -> list[int]:
        """The rows that are chosen, in their order."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(place) for place in range(chosen.count())]
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def choose_several(self, rows: Sequence[int]) -> None:
        """Have these rows chosen, in rising order, and no others; the current one stays."""
        chosen, model = QItemSelection(), self.model()
        for run in _runs(rows):
            chosen.select(model.index(run[0], 0), model.index(run[-1], model.columnCount() - 1))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def choose(self, row: int) -> None:
        """Make a row the current one and say so."""
        self.setCurrentIndex(self.model().index(row, 0))

    def rows_on_screen(self) -> int:
        """How many rows are seen at once, those cut at the edges too."""
        return self.viewport().height() // self.verticalHeader().defaultSectionSize() + 2

    def mark(self, row: int | None) -> None:
        """Show a row as the current one without saying so and without moving."""
        selection = self.selectionModel()
        if row is None:
            selection.clear()
            return
        scrolled = self.verticalScrollBar().value()
        with QSignalBlocker(self):
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(self.model().index(row, 0), flags.ClearAndSelect | flags.Rows)
        self.verticalScrollBar().setValue(scrolled)

    @property
    def scrolled(self) -> int:
        """How many pixels are above what is in view."""
        return self.verticalScrollBar().value()

    def scroll_down_to(self, scrolled: int) -> None:
        """Have so many pixels above what is in view, as far as there are rows for it."""
        # Rows that came just now count only after this; left to the painting, all would be painted twice.
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scrolled)

    def bring_into_view(self, row: int) -> None:
        """Show a row that is out of sight, with neighbours on both sides."""
        top = self.rowViewportPosition(row)
        if top < 0 or top + self.rowHeight(row) > self.viewport().height():
            self.scrollTo(self.model().index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    @Slot(QModelIndex)
    def _on_clicked(self, index: _Index) -> None:
        self.clicked_row.emit(index.row())

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and (not previous.isValid() or current.row() != previous.row()):
            self.row_chosen.emit(current.row())

    def selectionChanged(self, chosen: QItemSelection, left: QItemSelection) -> None:
        super().selectionChanged(chosen, left)
        if self.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection:
            self.several_chosen.emit()

    def keyboardSearch(self, letters: str) -> None:
        self.typed.emit(letters)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Up and row <= 0 and not event.modifiers():
            self.left_upwards.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.activated_row.emit(row)
        elif event.matches(QKeySequence.StandardKey.Delete) and row >= 0:
            self.trash_asked.emit(row)
        else:
            super().keyPressEvent(event)


def _runs(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    """Rising rows in pieces without a gap."""
    breaks = [place for place, (row, after) in enumerate(pairwise(rows), 1) if after != row + 1]
    for begin, end in pairwise((0, *breaks, len(rows))):
        if begin < end:
            yield rows[begin:end]
