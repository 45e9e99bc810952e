"""Finding whom a filter lets through: at once as it is typed, and everyone after a pause."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from relationdesk.domain.ids import PersonId
from relationdesk.ui.places.people.listing.list_model import (
    Asking,
    Matches,
    all_first_matches,
    first_matches,
    matches,
)
from relationdesk.ui.places.people.listing.order_button import ListOrder
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.work.desks import Desk, Reader

_MANY = 5_000
"""Among more people than that, finding everyone who matches takes longer than the time between two keys."""
_PAUSE = 300
"""Milliseconds after the last key until everyone who matches is looked for, not only the first."""


class Seeking(QObject):
    """Says `came` with everyone who matches, `first_came` with the first of them; a newer question wins."""

    came = Signal(object)
    first_came = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asked: Asked | None = None
        self._total = 0
        self._asking: Asking | None = None
        self._near: PersonId | None = None
        self._on_screen = 0
        self._pausing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pausing.timeout.connect(self._on_paused)

    def seek(self, asking: Asking, near: PersonId | None) -> None:
        """Find everyone, with the lines around `near`."""
        self._pausing.stop()
        self._ask(lambda reader: matches(reader, asking, near), self._show)

    def seek_as_typed(self, asking: Asking, near: PersonId | None, on_screen: int) -> None:
        """The same while the user types: among many people the first at once, so many of them `on_screen`."""
        self._asking, self._near, self._on_screen = asking, near, on_screen
        if self._total > _MANY and asking.order == ListOrder():
            self._seek_first(first_matches)
        else:
            self.seek(asking, near)

    def _seek_first(self, question: Callable[[Reader, Asking, int, int], Matches]) -> None:
        asking, total, on_screen = self._asking, self._total, self._on_screen
        if asking is not None:
            self._pausing.start()
            self._ask(lambda reader: question(reader, asking, total, on_screen), self._show_first)

    @Slot()
    def _on_paused(self) -> None:
        asking, near, total = self._asking, self._near, self._total
        if asking is not None:
            self._ask(lambda reader: matches(reader, asking, near, total), self._show)

    def _ask(self, question: Callable[[Reader], Matches], then: Callable[[Matches], None]) -> None:
        self._asked = self._tasks.ask(self, question, then, instead_of=self._asked)

    def _show_first(self, found: Matches) -> None:
        """Where nobody seems to match, those shown stay until that is certain."""
        if found.is_whole:
            self._pausing.stop()
            self._show(found)
        elif found.ids:
            self.first_came.emit(found)
            if found.goes_on:
                self._seek_first(all_first_matches)

    def _show(self, found: Matches) -> None:
        self._total = found.total
        self.came.emit(found)
