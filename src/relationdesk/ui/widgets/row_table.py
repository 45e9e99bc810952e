"""A table that is a list: one column, rows of one height, as many as there are."""

from PySide6.QtCore import (
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

    Says `trash_asked` with the row for Delete. Letters are not searched for here, since the rows beyond the
    screen are not read: they are for the filter.
    """

    row_chosen = Signal(int)
    activated_row = Signal(int)
    clicked_row = Signal(int)
    trash_asked = Signal(int)
    typed = Signal(str)
    left_upwards = Signal()

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

    def choose(self, row: int) -> None:
        """Make a row the current one and say so."""
        self.setCurrentIndex(self.model().index(row, 0))

    def rows_on_screen(self) -> int:
        """How many rows are seen at once, those cut at the edges too."""
        return self.viewport().height() // Height.PERSON_ROW + 2

    def mark(self, row: int | None) -> None:
        """Show a row as the current one without saying so and without moving."""
        selection = self.selectionModel()
        if row is None:
            selection.clear()
            return
        scrolled = self.verticalScrollBar().value()
        with QSignalBlocker(self):
            selection.setCurrentIndex(
                self.model().index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
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
        if current.isValid():
            self.row_chosen.emit(current.row())

    def keyboardSearch(self, letters: str) -> None:
        self.typed.emit(letters)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Up and row <= 0:
            self.left_upwards.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.activated_row.emit(row)
        elif event.matches(QKeySequence.StandardKey.Delete) and row >= 0:
            self.trash_asked.emit(row)
        else:
            super().keyPressEvent(event)
