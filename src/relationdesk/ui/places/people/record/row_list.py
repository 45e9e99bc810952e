"""Rows that come, go and change places without taking the cursor out of those that stay."""

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from relationdesk.ui.places.people.record.card import RecordCard

V = TypeVar("V")
R = TypeVar("R", bound=QWidget)


class RowList(Generic[V, R]):
    """The rows of a card by the identity of what they show, one below the other in `column`.

    `make` makes the row of a value. A row that goes while the cursor is in it leaves it to `heir`.
    """

    def __init__(self, card: RecordCard, make: Callable[[V], R], heir: QWidget) -> None:
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, 0, 0)
        self._card = card
        self._make = make
        self._heir = heir
        self._rows: dict[int, R] = {}

    @property
    def rows(self) -> Mapping[int, R]:
        """The rows that are shown, in their order."""
        return self._rows

    def show(self, values: Iterable[tuple[int, V]]) -> None:
        """Have a row for each of these, in this order, each raised above the one before."""
        wanted = dict(values)
        before = self._rows
        self._rows = {one: before.get(one) or self._make(value) for one, value in wanted.items()}
        for one, row in before.items():
            if one not in wanted:
                self._take_out(row)
        for row in self._rows.values():
            if list(before) != list(self._rows):
                self.column.removeWidget(row)
                self.column.addWidget(row)
                row.show()
            row.raise_()  # Tab comes through the children in their order

    def _take_out(self, row: R) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and row.isAncestorOf(focus):
            self._heir.setFocus()
        self.column.removeWidget(row)
        self._card.forget(row)
