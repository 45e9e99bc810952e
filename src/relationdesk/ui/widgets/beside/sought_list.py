"""The left side of a place: a filter, everything that matches it, and how many they are."""

from abc import abstractmethod
from typing import Generic

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.beside.filter_keys import FilterKeys
from relationdesk.ui.widgets.beside.open_row import Id, OpenRow
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.card import Hairline
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Look
from relationdesk.ui.widgets.row_table import RowTable

_NARROWEST = 228


class SoughtList(QWidget, Generic[Id]):
    """Says `chosen` with what was chosen, then `clicked`, or `entered` for Enter; `new_asked` for its button.

    Says `counted` with the number of all there are whenever everything was found. What stands in it is for
    the list of each place to `read` and show.
    """

    chosen = Signal(object)
    clicked = Signal(object)
    entered = Signal(object)
    new_asked = Signal()
    counted = Signal(int)

    def __init__(self, field: QLineEdit, table: RowTable, new: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_NARROWEST)
        self.filter = field
        self.table = table
        self.open_row: OpenRow[Id] = OpenRow(table, self.row_of)
        keys = FilterKeys(field, table)
        keys.emptied.connect(self.clear_filter)
        keys.typed.connect(self.seek_as_typed)
        keys.left_down.connect(self._on_left_down)
        table.row_chosen.connect(self._on_row_chosen)
        table.activated_row.connect(self._on_row_activated)
        table.clicked_row.connect(self._on_row_clicked)
        self.new = new
        new.clicked.connect(self.new_asked)
        self._count = ElidedLabel("", Look.HINT)
        self._pages = QStackedWidget()

    @abstractmethod
    def at(self, row: int) -> Id | None:
        """What stands in a row."""

    @abstractmethod
    def row_of(self, one: Id | None) -> int | None:
        """Where something stands; None where it does not."""

    @abstractmethod
    def read(self) -> None:
        """Ask what matches now; a newer question replaces this one."""

    def seek_as_typed(self) -> None:
        """Ask what matches, from the top: the user typed."""
        self.open_row.begin_at_top()
        self.read()

    def clear_filter(self) -> None:
        """Show everything."""
        self.filter.clear()
        self.seek_as_typed()
        self.filter.setFocus()

    def seek(self, one: Id) -> None:
        """Show which page is open, once the list is read; a filter that keeps it from the list goes."""
        self.open_row.seek(one)
        if self.open_row.is_seeking and self.filter.text():
            self.read()

    def mark(self, one: Id | None) -> None:
        """Show which page is open, where it is in the list."""
        self.open_row.mark(one)

    def take_focus(self) -> None:
        """Take the keyboard: in the list where the open page stands in it, else in the filter."""
        (self.filter if self.row_of(self.open_row.one) is None else self.table).setFocus()

    def show_count(self, shown: int, total: int, words: str) -> None:
        """Tell how many are shown of how many, once everything that matches was found."""
        self._pages.setCurrentIndex(0 if shown or not total else 1)
        self._count.setText(words)
        self.counted.emit(total)
        if self.open_row.is_seeking and self.filter.text():
            self.filter.clear()
            self.read()

    def arrange(self, top: QWidget, nothing: QWidget, *, above_foot: QWidget | None = None) -> None:
        """Stand below `top`; `nothing` is in the place of the list where nothing matches."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(Hairline())
        self._pages.addWidget(self.table)
        self._pages.addWidget(nothing)
        column.addWidget(self._pages, 1)
        column.addWidget(Hairline())
        if above_foot is not None:
            column.addWidget(above_foot)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.MEDIUM, Space.TIGHT + 2, Space.SMALL, Space.TIGHT + 2)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.new)
        column.addLayout(foot)

    @Slot(bool)
    def _on_left_down(self, is_enter: bool) -> None:  # noqa: FBT001 - Qt's
        if self.table.model().rowCount():
            row = self.table.currentIndex().row()
            self.table.setFocus()
            if row < 0:
                self.table.choose(0)
            elif is_enter:
                self._on_row_chosen(row)

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        self.open_row.one = self.at(row)
        self.chosen.emit(self.open_row.one)

    @Slot(int)
    def _on_row_activated(self, row: int) -> None:
        self.entered.emit(self.at(row))

    @Slot(int)
    def _on_row_clicked(self, row: int) -> None:
        self.clicked.emit(self.at(row))
