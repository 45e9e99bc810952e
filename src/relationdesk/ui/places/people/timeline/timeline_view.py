"""The timeline on the screen: rows as tall as what they say, measured when they are seen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QDeadlineTimer,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.people.timeline.timeline_model import TimelineModel
from relationdesk.ui.places.people.timeline.timeline_row import (
    ABOVE,
    LINE,
    TEXT_LEFT,
    USUAL_HEIGHT,
    TimelineDelegate,
    height_for,
    opened_height,
)
from relationdesk.ui.places.people.timeline.timeline_words import ShownEntry
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work.history.queries import EntryKind, TimelineEntry

if TYPE_CHECKING:
    from relationdesk.ui.places.people.entries.opened import OpenedEntry

_MOST_KNOWN = 20_000
_SLICE = 8
"""Milliseconds of measuring between two looks at what else is to be done."""


class TimelineView(QTableView):
    """Enter or a click opens a row, that is, shows its whole text in place; again, and it closes.

    Says `menu_asked` with an entry and the place on the screen for a menu, by E, the menu key or the other
    button of the mouse, `person_asked` with somebody who is named in an entry, and `entry_asked` with the
    person and the interaction that a mention leads to.

    Rows on the screen are measured before they are painted, the others a few at a time while nothing
    else is to be done; what is on the screen stays where it is meanwhile.
    """

    menu_asked = Signal(object, object)
    person_asked = Signal(object)
    entry_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TimelineModel(self)
        self._delegate = TimelineDelegate(self)
        self._measured: set[int] = set()
        self._heights: dict[TimelineEntry, int] = {}
        self._next = 0
        self._opened: int | None = None
        self._entry: OpenedEntry | None = None
        self.picture: Callable[[str], QImage | None] = lambda _target: None
        self._measuring = QTimer(self, interval=0)
        self._measuring.timeout.connect(self._on_measuring)
        self._dress()
        self.setModel(self.rows)
        self.rows.modelReset.connect(self._on_reset)
        self.clicked.connect(self._on_clicked)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def top_row(self) -> int:
        """The first row that is in view; 0 where there is none."""
        return max(self.rowAt(0), 0)

    def show_at_top(self, row: int) -> None:
        """Have a row be the first in view, as far as there are rows below it."""
        self.updateGeometries()  # rows that came just now count only after this
        self.scrollTo(self.rows.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self._measure_seen()

    def toggle(self, row: int) -> None:
        """Open a row, or close it when it is open."""
        was, entry = self._opened, self.rows.entry_at(row)
        if entry is not None and entry.kind is EntryKind.MENTION:
            self._lead_to(entry)
            return
        self.close_opened()
        if row == was or entry is None:
            return
        shown = self.rows.shown_at(row)
        if isinstance(shown, ShownEntry) and (shown.text or entry.company or entry.named):
            self._open(row, shown, entry)

    def _lead_to(self, mention: TimelineEntry) -> None:
        """Ask for the history in which somebody is named."""
        there = next((one for one in mention.company if one.is_there), None)
        if there is not None:
            self.entry_asked.emit(there.person, mention.id)

    def show_row(self, row: int) -> None:
        """Bring a row into view, open, with the keys on it."""
        self.setCurrentIndex(self.rows.index(row, 0))
        self.setFocus()
        self.scrollTo(self.rows.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        if self._opened != row:
            self.toggle(row)

    def choose(self, row: int) -> None:
        """Bring a row into view, chosen; the keys stay where they are."""
        self.setCurrentIndex(self.rows.index(row, 0))
        self.scrollTo(self.rows.index(row, 0))
        self._measure_seen()

    def mark(self, wanted: str) -> None:
        """Mark folded letters wherever they stand; none for an empty text."""
        self._delegate.wanted = wanted
        if self._entry is not None and self._opened is not None:
            self._entry.mark(wanted)
        self.viewport().update()

    def close_opened(self) -> None:
        """Show the open row as a digest again."""
        if self._opened is None:
            return
        row, self._opened = self._opened, None
        self._delegate.opened = None
        self.setIndexWidget(self.rows.index(row, 0), None)  # type: ignore[arg-type]
        self._measure(row)

    @Slot()
    def show_pictures(self) -> None:
        """Show the pictures of the open row that came meanwhile."""
        if self._opened is not None and self._entry is not None:
            self._entry.show_pictures()
            self._measure(self._opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.toggle(row)
        elif row >= 0 and event.key() == Qt.Key.Key_E and not event.modifiers():
            self._ask_for_menu(row)
        elif self._opened is not None and event.key() == Qt.Key.Key_Escape:
            self.close_opened()
        elif row >= 0 and event.matches(QKeySequence.StandardKey.Copy):
            self._copy(row)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        row = self.rowAt(event.pos().y()) if is_by_mouse else self.currentIndex().row()
        if row >= 0:
            self._ask_for_menu(row)

    def _ask_for_menu(self, row: int) -> None:
        entry = self.rows.entry_at(row)
        if entry is not None:
            corner = self.visualRect(self.rows.index(row, 0)).topLeft() + QPoint(TEXT_LEFT, ABOVE + LINE)
            self.menu_asked.emit(entry, self.viewport().mapToGlobal(corner))

    def keyboardSearch(self, _letters: str) -> None:
        """Letters mean nothing here: rows are told apart by day."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._heights.clear()
            self._begin_measuring()
        else:
            self._measure_seen()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.toggle(index.row())

    @Slot()
    def _on_reset(self) -> None:
        self._opened = None
        self._delegate.opened = None
        if len(self._heights) > _MOST_KNOWN:
            self._heights.clear()
        self._begin_measuring()

    @Slot()
    def _on_scrolled(self) -> None:
        self._measure_seen()

    @Slot()
    def _on_measuring(self) -> None:
        top = max(self.rowAt(0), 0)
        before = self.rowViewportPosition(top)
        count = self.rows.rowCount()
        slice_of_time = QDeadlineTimer(_SLICE)
        while self._next < count and not slice_of_time.hasExpired():
            self._measure_once(self._next)
            self._next += 1
        if self._next >= count:
            self._measuring.stop()
        moved = self.rowViewportPosition(top) - before
        if moved:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def _begin_measuring(self) -> None:
        self._measured.clear()
        self._next = 0
        self._measure_seen()
        self._measuring.start()

    def _measure_seen(self) -> None:
        row = max(self.rowAt(0), 0)
        while row < self.rows.rowCount() and self.rowViewportPosition(row) < self.viewport().height():
            self._measure_once(row)
            row += 1

    def _measure_once(self, row: int) -> None:
        if row not in self._measured:
            self._measure(row)

    def _measure(self, row: int) -> None:
        self._measured.add(row)
        width = self.viewport().width()
        if row == self._opened and self._entry is not None:
            height = opened_height(self._entry.height_in(width))
        else:
            height = self._digest_height(row, width)
        if height != self.rowHeight(row):
            self.setRowHeight(row, height)

    def _digest_height(self, row: int, width: int) -> int:
        """The height of a row, known from before when the same line stood there in the same width."""
        entry = self.rows.entry_at(row)
        if entry is None:
            return height_for(self.rows.shown_at(row), width)
        if entry not in self._heights:
            self._heights[entry] = height_for(self.rows.shown_at(row), width)
        return self._heights[entry]

    def _open(self, row: int, shown: ShownEntry, entry: TimelineEntry) -> None:
        from relationdesk.ui.places.people.entries.opened import OpenedEntry  # noqa: PLC0415 - at the first one

        text = self._entry = OpenedEntry(shown.text, entry, self.picture)
        text.mark(self._delegate.wanted)
        text.person_asked.connect(self.person_asked)
        self._opened = row
        self._delegate.opened = row
        self.setIndexWidget(self.rows.index(row, 0), text)
        put_after(self, text)
        self._measure(row)
        with QSignalBlocker(self.verticalScrollBar()):
            self.scrollTo(self.rows.index(row, 0))
        self._measure_seen()

    def _copy(self, row: int) -> None:
        shown, entry = self.rows.shown_at(row), self.rows.entry_at(row)
        if isinstance(shown, ShownEntry) and entry is not None:
            told = (shown.title, shown.company, entry.told, entry.private_line)
            QGuiApplication.clipboard().setText("\n".join(part for part in told if part))

    def _dress(self) -> None:
        self.setObjectName("timeline.list")
        self.setAccessibleName(_("History"))
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(USUAL_HEIGHT)
