"""How the place of people is divided: the list, and beside it whoever is looked at."""

import json
from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from relationdesk.ui.places.people.listing.people_list import PeopleList
from relationdesk.ui.places.people.listing.people_table import PeopleTable, arrangement_of

_LIST_WIDTH = 284
_SMALL_LIST = 236
_FOLDS_BELOW = 840
_ALTERNATES_BELOW = 640
_NARROWEST = 300
"""Widths of the place itself; the rail beside it takes some 200 pixels of the window."""


class Division(QSplitter):
    """Gives up the right column first in a narrow place, then showing the list and the person at once.

    As a table the list has the place to itself until somebody is opened.
    """

    def __init__(
        self, people: PeopleList, right: QStackedWidget, fold: Callable[[bool], None], parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._people = people
        self._right = right
        self._fold = fold
        self._is_folded = False
        self.wants_table = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        right.setMinimumSize(_NARROWEST, _NARROWEST)
        self.addWidget(people)
        self.addWidget(right)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([_LIST_WIDTH, _FOLDS_BELOW])

    @property
    def is_table(self) -> bool:
        """Whether the list is a table now."""
        return self._people.table.is_table

    def fit(self, width: int, *, is_entered: bool, is_welcome: bool) -> bool:
        """Show what there is room for in a place so wide; whether there is a way back to the list."""
        is_narrow = width < _ALTERNATES_BELOW
        is_folded = width < _FOLDS_BELOW
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._fold(is_folded)
            self.setSizes([_SMALL_LIST if is_folded else _LIST_WIDTH, _FOLDS_BELOW])
        self._people.bar.offer_table(is_offered=not is_narrow)
        is_table = self.wants_table and not is_narrow and not is_entered and not is_welcome
        if is_table != self.is_table:
            self._people.show_as_table(is_table=is_table)
        self._people.setVisible(not is_welcome and not (is_narrow and is_entered))
        self._right.setVisible(is_welcome or is_entered or not (is_narrow or is_table))
        return is_narrow or self.wants_table

    def widths_kept(self) -> QByteArray | None:
        """How wide the list is, for the next start on the same screens; None while it is not to be seen."""
        return self.saveState() if all(self.sizes()) else None

    def restore_widths(self, kept: QByteArray) -> None:
        """Make the list as wide as it was when `widths_kept` was asked."""
        self.restoreState(kept)

    def table_kept(self) -> QByteArray:
        """Whether a table is wanted, and its columns, for the next start."""
        table = self._people.table
        columns = [[by.value, width, by in table.shown] for by, width in table.widths.items()]
        return QByteArray(json.dumps({"is_table": self.wants_table, "columns": columns}).encode())

    def restore_table(self, kept: QByteArray) -> None:
        """Have the table as `table_kept` told it; what cannot be read is as on the first start."""
        try:
            told = json.loads(bytes(kept.data()))
        except ValueError:
            return
        if isinstance(told, dict):
            table: PeopleTable = self._people.table
            shown, widths = arrangement_of(told.get("columns"))
            if shown:
                table.arrange(shown, widths)
            self.wants_table = told.get("is_table") is True
