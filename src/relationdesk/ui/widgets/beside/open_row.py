"""Which row of a list is open beside it, and where the list is scrolled, whatever is read into it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from relationdesk.ui.widgets.row_table import RowTable

Id = TypeVar("Id", bound=int)


class OpenRow(Generic[Id]):
    """Keeps its place while rows are shown anew; `row_of` tells where something stands, if it does."""

    def __init__(self, table: RowTable, row_of: Callable[[Id | None], int | None]) -> None:
        self._table = table
        self._row_of = row_of
        self._scroll_to: int | None = None
        self._is_seeking = False
        self.one: Id | None = None

    @property
    def scrolled(self) -> int:
        """How many pixels will be above what is in view once rows are shown."""
        return self._table.scrolled if self._scroll_to is None else self._scroll_to

    def come_back(self, one: Id | None, scrolled: int) -> None:
        """Be there again once rows are shown."""
        self.one = one
        self._scroll_to = scrolled

    @property
    def is_seeking(self) -> bool:
        """Whether something is to be shown that was not in the list when it was last read."""
        return self._is_seeking

    def begin_at_top(self) -> None:
        """Show the first rows of what is shown next."""
        self._scroll_to = 0

    def seek(self, one: Id) -> None:
        """Mark something, and show it once it is in the list."""
        self.mark(one)
        self._is_seeking = self._row_of(one) is None

    def mark(self, one: Id | None) -> None:
        """Show what is open, where it is in the list."""
        self.one = one
        self._is_seeking = False
        row = self._row_of(one)
        self._table.mark(row)
        if row is not None:
            self._table.bring_into_view(row)

    def settle(self, scrolled: int, *, is_marked: bool = True) -> None:
        """Take its place among rows that are shown anew, so many pixels down; not marked where others are."""
        self._scroll_to = None
        row = self._row_of(self.one)
        if is_marked:
            self._table.mark(row)
        self._table.scroll_down_to(scrolled)
        if self._is_seeking and row is not None:
            self._is_seeking = False
            self._table.bring_into_view(row)
