"""How the place of people is divided: the list, and beside it whoever is looked at."""

import json
from collections.abc import Callable

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QStackedWidget, QWidget

from relationdesk.ui.places.people.listing.people_list import PeopleList
from relationdesk.ui.places.people.listing.people_table import PeopleTable, arrangement_of
from relationdesk.ui.widgets.beside.division import Division


class PeopleDivision(Division):
    """Gives up the right column first; as a table the list has the place alone until somebody is opened."""

    def __init__(
        self, people: PeopleList, right: QStackedWidget, folding: Callable[[bool], None], parent: QWidget
    ) -> None:
        self._people = people
        self._folding = folding
        self.wants_table = False
        super().__init__(people, right, parent)

    @property
    def is_table(self) -> bool:
        """Whether the list is a table now."""
        return self._people.table.is_table

    def fit(self, width: int, *, is_entered: bool, is_welcome: bool) -> bool:
        """Show what there is room for in a place so wide; whether there is a way back to the list."""
        is_narrow = super().fit(width, is_entered=is_entered, is_welcome=is_welcome)
        return is_narrow or self.wants_table

    def fold(self, *, is_folded: bool) -> None:
        """Give up the right column, or have it again."""
        self._folding(is_folded)

    def arrange_list(self, *, is_narrow: bool, is_begun: bool) -> bool:
        """Be a table where one is wanted and fits; whether the list has the place alone."""
        self._people.bar.offer_table(is_offered=not is_narrow)
        is_table = self.wants_table and not is_narrow and not is_begun
        if is_table != self.is_table:
            self._people.show_as_table(is_table=is_table)
        return is_table or super().arrange_list(is_narrow=is_narrow, is_begun=is_begun)

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
