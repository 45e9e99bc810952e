"""The search field at the top, and what it finds in a list below it."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.language.dates import short_day
from relationdesk.language.words import _
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Height, Space
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.person_row import PERSON_LINE, PersonLine, PersonRowDelegate, spoken_line
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.search.queries import MATCH_BEGINS, MATCH_ENDS, Found, found

MOST_FOUND = 20
_MOST_VISIBLE = 8
_LEAST_WIDTH = 420
_Index = QModelIndex | QPersistentModelIndex


class FoundModel(QAbstractListModel):
    """What was found, as rows of the list of people."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[PersonLine] = []

    def show_lines(self, lines: list[PersonLine]) -> None:
        """Show other findings."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> PersonLine:
        """The finding in that row."""
        return self._lines[row]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == PERSON_LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        return spoken_line(line) if role == Qt.ItemDataRole.AccessibleTextRole else None


class SearchResults(QFrame):
    """Floats over the window below the field, which keeps the focus."""

    person_chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("ground", "card")
        self._model = FoundModel(self)
        self.list = QListView()
        self.list.setObjectName("search.results")
        self.list.setAccessibleName(_("Found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(PersonRowDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._on_clicked)
        self._nothing = Label("", Look.SECONDARY, wraps=True)
        self._nothing.setMargin(Space.MEDIUM)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.TIGHT, 1, Space.TIGHT)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.hide()

    def show_found(self, text: str, lines: list[PersonLine]) -> None:
        """Show findings, the first of them chosen, or that there are none."""
        self._model.show_lines(lines)
        self._nothing.setText(_("Nothing found for “{text}”").format(text=text.strip()[:60]))
        self._nothing.setVisible(not lines)
        self.list.setVisible(bool(lines))
        if lines:
            self.list.setCurrentIndex(self._model.index(0))

    def place_below(self, field: QWidget) -> None:
        """Take the room that the findings need, below `field`."""
        rows = min(self._model.rowCount(), _MOST_VISIBLE)
        self.list.setFixedHeight(rows * Height.PERSON_ROW)
        width = max(field.width(), _LEAST_WIDTH)
        corner = field.mapTo(self._window, QPoint(0, field.height() + Space.TIGHT))
        width = min(width, self._window.width() - corner.x() - Space.SMALL)
        self.setFixedWidth(width)
        self.move(corner)
        self.show()
        self.adjustSize()
        self.raise_()

    def step(self, by: int) -> None:
        """Choose another finding."""
        row = max(0, min(self.list.currentIndex().row() + by, self._model.rowCount() - 1))
        self.list.setCurrentIndex(self._model.index(row))

    def take(self) -> None:
        """Open the chosen finding."""
        if self.list.currentIndex().isValid():
            self._on_clicked(self.list.currentIndex())

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.person_chosen.emit(self._model.line(index.row()).person_id)


class SearchField(Field):
    """Finds while one types; Up and Down choose, Enter opens, Escape closes the list and keeps the text."""

    person_chosen = Signal(object)
    answered = Signal()
    left = Signal()

    def __init__(
        self, tasks: Tasks[Reader, Desk], clock: Clock, window: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Search"),
            _("Search people, notes, promises…"),
            Icon.SEARCH,
            QKeySequence("Ctrl+K"),
            parent,
        )
        self.setObjectName("search.field")
        self._tasks = tasks
        self._clock = clock
        self._asked: Asked | None = None
        self._results = SearchResults(window)
        self._results.person_chosen.connect(self._on_chosen)
        self.edited.connect(self._on_edited)
        self.destroyed.connect(self._results.deleteLater)

    @property
    def results(self) -> SearchResults:
        """The list of what was found."""
        return self._results

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._on_escape()
        elif self._results.isVisible() and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._results.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._results.take() if self._results.isVisible() else self._on_edited(self.text())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._results.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.text().strip() and event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._on_edited(self.text())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self._results.hide()
        return super().event(event)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if not text.strip():
            if self._asked is not None:
                self._asked.cancel()
            self._results.hide()
            return
        self._asked = self._tasks.ask(
            self,
            lambda reader: found(reader, text, MOST_FOUND),
            lambda answer: self._show(text, answer),
            instead_of=self._asked,
        )

    def _show(self, text: str, answer: Sequence[Found]) -> None:
        self._results.show_found(text, [self._line(one) for one in answer])
        if self.hasFocus():
            self._results.place_below(self)
        self.answered.emit()

    def _line(self, one: Found) -> PersonLine:
        snippet = one.snippet.replace(MATCH_BEGINS, "").replace(MATCH_ENDS, "")
        when = short_day(one.day, today(self._clock)) if one.day else ""
        return PersonLine(one.person_id, one.name, snippet, when)

    @Slot(object)
    def _on_chosen(self, person_id: object) -> None:
        self._results.hide()
        self.person_chosen.emit(person_id)

    def _on_escape(self) -> None:
        if self._results.isVisible():
            self._results.hide()
        else:
            self.left.emit()
