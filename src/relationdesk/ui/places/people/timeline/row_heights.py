"""How tall the rows of a timeline are: measured when they are seen, the others in idle moments."""

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Slot
from PySide6.QtWidgets import QTableView

from relationdesk.ui.places.people.timeline.timeline_model import TimelineModel
from relationdesk.ui.places.people.timeline.timeline_row import height_for
from relationdesk.work.history.queries import TimelineEntry

_MOST_KNOWN = 20_000
_SLICE = 8
"""Milliseconds of measuring between two looks at what else is to be done."""


class RowHeights(QObject):
    """Rows on the screen are measured before they are painted, the others a few at a time.

    What is on the screen stays where it is meanwhile. `of_opened` tells the height of a row that is open.
    """

    def __init__(self, view: QTableView, rows: TimelineModel, of_opened: Callable[[int], int | None]) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._of_opened = of_opened
        self._measured: set[int] = set()
        self._known: dict[TimelineEntry, int] = {}
        self._next = 0
        self._going = QTimer(self, interval=0)
        self._going.timeout.connect(self._on_going)

    @property
    def is_measuring(self) -> bool:
        """Whether there are rows left to measure."""
        return self._going.isActive()

    def begin_anew(self) -> None:
        """Measure other rows; the same line in the same width is known from before."""
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        self._begin()

    def fit(self) -> None:
        """Measure everything in another width."""
        self._known.clear()
        self._begin()

    def measure_seen(self) -> None:
        """Measure what is on the screen, unless it is known."""
        view = self._view
        row = max(view.rowAt(0), 0)
        while row < self._rows.rowCount() and view.rowViewportPosition(row) < view.viewport().height():
            self._measure_once(row)
            row += 1

    def measure(self, row: int) -> None:
        """Measure a row that is another than it was."""
        self._measured.add(row)
        height = self._of_opened(row)
        if height is None:
            height = self._of_digest(row)
        if height != self._view.rowHeight(row):
            self._view.setRowHeight(row, height)

    def _begin(self) -> None:
        self._measured.clear()
        self._next = 0
        self.measure_seen()
        self._going.start()

    @Slot()
    def _on_going(self) -> None:
        view = self._view
        top = max(view.rowAt(0), 0)
        before = view.rowViewportPosition(top)
        count = self._rows.rowCount()
        slice_of_time = QDeadlineTimer(_SLICE)
        while self._next < count and not slice_of_time.hasExpired():
            self._measure_once(self._next)
            self._next += 1
        if self._next >= count:
            self._going.stop()
        moved = view.rowViewportPosition(top) - before
        if moved:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def _measure_once(self, row: int) -> None:
        if row not in self._measured:
            self.measure(row)

    def _of_digest(self, row: int) -> int:
        width = self._view.viewport().width()
        entry = self._rows.entry_at(row)
        if entry is None:
            return height_for(self._rows.shown_at(row), width)
        if entry not in self._known:
            self._known[entry] = height_for(self._rows.shown_at(row), width)
        return self._known[entry]
