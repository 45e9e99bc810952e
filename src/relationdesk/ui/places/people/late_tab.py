"""A tab whose inside is made when it is first looked at: opening a person takes no longer for it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.tab_page import TabPage

T = TypeVar("T", bound=TabPage)


class LateTab(QWidget, Generic[T]):
    """Holds the page that `make` makes, which may read in what only that page needs."""

    def __init__(self, make: Callable[[], T], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._page: T | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> T:
        """The page, made by now."""
        if self._page is None:
            self._page = self._make()
            self._column.addWidget(self._page)
        return self._page

    def show_person(self, view: PersonView) -> None:
        """Show somebody on the page."""
        self.page.show_person(view)
