"""The timeline on the screen: rows as tall as what they say, one of them open or being edited."""

from collections.abc import Callable

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.people.timeline.row_heights import RowHeights
from relationdesk.ui.places.people.timeline.row_widget import RowWidget
from relationdesk.ui.places.people.timeline.timeline_model import TimelineModel
from relationdesk.ui.places.people.timeline.timeline_row import (
    ABOVE,
    LINE,
    TEXT_LEFT,
    USUAL_HEIGHT,
    TimelineDelegate,
)
from relationdesk.ui.places.people.timeline.timeline_words import ShownEntry
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work.history.queries import EntryKind, TimelineEntry

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TimelineView(QTableView):
    """Enter or a click opens a row, that is, shows its whole text in place; again, and it closes.

    Says `edit_asked` with an entry that is to be told otherwise, by E, a double click or the button of the
    open row; `menu_asked` with an entry and the place on the screen for a menu, by the menu key or the other
    button of the mouse; `person_asked` with somebody who is named in an entry, and `entry_asked` with the
    person and the interaction that a mention leads to; `file_asked` with an entry and the hash of a file that
    it names. What is open or chosen stays so with other rows.
    """

    edit_asked = Signal(object)
    menu_asked = Signal(object, object)
    person_asked = Signal(object)
    entry_asked = Signal(object, object)
    file_asked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TimelineModel(self)
        self._delegate = TimelineDelegate(self)
        self._opened: int | None = None
        self._widget: RowWidget | None = None
        self._was_opened: TimelineEntry | None = None
        self._was_chosen: TimelineEntry | None = None
        self.picture: Callable[[str], QImage | None] = lambda _target: None
        self.edit_words: Callable[[TimelineEntry], str] = lambda _entry: ""
        self.eye: Callable[[QWidget, TimelineEntry, str], QWidget | None] = lambda _row, _entry, _title: None
        self.heights = RowHeights(self, self.rows, self._height_of_opened)
        self._dress()
        self.setModel(self.rows)
        self.rows.modelAboutToBeReset.connect(self._on_about_to_reset)
        self.rows.modelReset.connect(self._on_reset)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.verticalScrollBar().valueChanged.connect(self.heights.measure_seen)

    @property
    def top_row(self) -> int:
        """The first row that is in view; 0 where there is none."""
        return max(self.rowAt(0), 0)

    @property
    def is_covered(self) -> bool:
        """Whether the open row is edited, or was until it is shown anew."""
        return self._widget is not None and self._widget.covers_title

    def show_at_top(self, row: int) -> None:
        """Have a row be the first in view, as far as there are rows below it."""
        self.updateGeometries()  # rows that came just now count only after this
        self.scrollTo(self.rows.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self.heights.measure_seen()

    def toggle(self, row: int) -> None:
        """Open a row, or close it when it is open; a mention leads to where it stands."""
        was, entry = self._opened, self.rows.entry_at(row)
        if entry is not None and entry.kind is EntryKind.MENTION:
            self.lead_to(entry)
            return
        self.close_opened()
        if row != was:
            self._open(row)
            with QSignalBlocker(self.verticalScrollBar()):
                self.scrollTo(self.rows.index(row, 0))
            self.heights.measure_seen()

    def lead_to(self, mention: TimelineEntry) -> None:
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
        self.heights.measure_seen()

    def put_over(self, row: int, widget: RowWidget) -> None:
        """Have a widget lie over a row in the place of what is open."""
        if self._opened not in (None, row):
            self.close_opened()
        self._lay(row, widget)
        self.setCurrentIndex(self.rows.index(row, 0))
        self.scrollTo(self.rows.index(row, 0))
        self.heights.measure_seen()

    def fit_opened(self) -> None:
        """Give the row that is open the height that it needs now, and keep it in view while it is edited."""
        if self._opened is not None:
            self.heights.measure(self._opened)
            if self.is_covered and self.rowHeight(self._opened) <= self.viewport().height():
                self.scrollTo(self.rows.index(self._opened, 0))

    def keep_in_view(self, part: QRect) -> None:
        """Scroll so far that a part of the widget over the open row is in view."""
        if self._widget is None:
            return
        top = self._widget.mapTo(self.viewport(), part.topLeft()).y() - Space.SMALL
        bottom = top + part.height() + 2 * Space.SMALL
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if bottom > room:
            bar.setValue(bar.value() + bottom - room)
        elif top < 0:
            bar.setValue(bar.value() + top)

    def mark(self, wanted: str) -> None:
        """Mark folded letters wherever they stand; none for an empty text."""
        self._delegate.wanted = wanted
        if self._widget is not None:
            self._widget.mark(wanted)
        self.viewport().update()

    def close_opened(self) -> None:
        """Show the open row as a digest again."""
        if self._widget is not None:
            self._widget.leave()
        if self._opened is None:
            return
        row = self._opened
        self._forget_opened()
        self.setIndexWidget(self.rows.index(row, 0), None)  # type: ignore[arg-type]
        self.heights.measure(row)

    def show_opened(self) -> None:
        """Show the open row as it is read, whatever lies over it."""
        if self._opened is not None:
            self._open(self._opened)

    def choose_nothing(self) -> None:
        """Close what is open and choose no row: other rows are about to come that are about somebody else."""
        self.close_opened()
        self.setCurrentIndex(QModelIndex())

    @Slot()
    def show_pictures(self) -> None:
        """Show the pictures of the open row that came meanwhile."""
        if self._widget is not None:
            self._widget.show_pictures()
            self.fit_opened()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by the keyboard stands on a row, the newest where none was chosen before."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD and not self.currentIndex().isValid():
            self._choose_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row < 0 and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Home):
            self._choose_first()
            return
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.toggle(row)
        elif row >= 0 and event.key() == Qt.Key.Key_E and not event.modifiers():
            self._ask_for_edit(row)
        elif self._opened is not None and event.key() == Qt.Key.Key_Escape:
            self.close_opened()
        elif row >= 0 and event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.rows.text_at(row))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        row = self.rowAt(event.pos().y()) if is_by_mouse else self.currentIndex().row()
        entry = self.rows.entry_at(row) if row >= 0 else None
        if entry is not None:
            corner = self.visualRect(self.rows.index(row, 0)).topLeft() + QPoint(TEXT_LEFT, ABOVE + LINE)
            self.menu_asked.emit(entry, self.viewport().mapToGlobal(corner))

    def keyboardSearch(self, _letters: str) -> None:
        """Letters mean nothing here: rows are told apart by day."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.heights.fit()
        else:
            self.heights.measure_seen()

    def _ask_for_edit(self, row: int) -> None:
        entry = self.rows.entry_at(row)
        if entry is not None:
            self.edit_asked.emit(entry)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if not (self.is_covered and index.row() == self._opened):
            self.toggle(index.row())

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self._ask_for_edit(index.row())

    @Slot()
    def _on_about_to_reset(self) -> None:
        chosen = self.currentIndex().row()
        self._was_chosen = self.rows.entry_at(chosen) if chosen >= 0 else None
        self._was_opened = self.rows.entry_at(self._opened) if self._opened is not None else None

    @Slot()
    def _on_reset(self) -> None:
        self._forget_opened()
        for was, show in ((self._was_opened, self._open), (self._was_chosen, self._choose_quietly)):
            row = None if was is None else self.rows.row_of(was.id, was.kind)
            if row is not None:
                show(row)
        self.heights.begin_anew()

    def _choose_first(self) -> None:
        rows = range(self.rows.rowCount())
        first = next((row for row in rows if self.rows.entry_at(row) is not None), None)
        if first is not None:
            self.setCurrentIndex(self.rows.index(first, 0))

    def _choose_quietly(self, row: int) -> None:
        self.setAutoScroll(False)
        self.setCurrentIndex(self.rows.index(row, 0))
        self.setAutoScroll(True)

    def _forget_opened(self) -> None:
        self._opened = self._delegate.opened = self._widget = None
        self._delegate.is_covered = False

    def _height_of_opened(self, row: int) -> int | None:
        if row != self._opened or self._widget is None:
            return None
        return self._widget.height_in(self.viewport().width())

    def _open(self, row: int) -> None:
        """Show the whole of an entry, if there is more than its title and day."""
        from relationdesk.ui.places.people.entries.opened import OpenedEntry  # noqa: PLC0415 - at the first one

        entry, shown = self.rows.entry_at(row), self.rows.shown_at(row)
        if entry is None or not isinstance(shown, ShownEntry) or entry.kind is EntryKind.ATTACHMENT:
            return
        opened = OpenedEntry(shown.text, entry, self.picture, self.edit_words(entry))
        opened.put_eye(self.eye(opened, entry, shown.title))
        opened.person_asked.connect(self.person_asked)
        opened.edit_asked.connect(lambda: self.edit_asked.emit(entry))
        opened.file_asked.connect(lambda digest: self.file_asked.emit(entry, digest))
        self._lay(row, opened)

    def _lay(self, row: int, widget: RowWidget) -> None:
        if self._widget is not None:
            self._widget.hide()  # it goes a moment later
        self._opened = self._delegate.opened = row
        self._delegate.is_covered = widget.covers_title
        self._widget = widget
        widget.mark(self._delegate.wanted)
        self.setIndexWidget(self.rows.index(row, 0), widget)
        put_after(self, widget)
        self.heights.measure(row)

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
