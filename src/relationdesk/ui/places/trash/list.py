"""The left side of the place: what is in the trash, and where that is much, a filter."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.trash.model import Key, TrashModel, key_of
from relationdesk.ui.places.trash.words import counted
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.card import Hairline
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.row_table import RowTable
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.trash.queries import TrashLine

_NARROWEST = 228
_MANY = 8
"""Of more things than that there is a filter."""


class TrashList(QWidget):
    """Says `chosen` with the line that is looked at, or None; `entered` for Enter, `remove_asked` for Delete.

    What is looked at stays so when the list is read again, or gives way to what stands in its row then.
    """

    chosen = Signal(object)
    entered = Signal()
    remove_asked = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: Key | None = None
        self._row = 0
        self.setMinimumWidth(_NARROWEST)
        self.setAccessibleName(_("What is in the trash"))
        self.filter = Field(_("Filter the trash"), _("Name…"), Icon.SEARCH)
        self.filter.setObjectName("trash.filter")
        self.filter.edited.connect(self._on_edited)
        self.filter.installEventFilter(self)
        self.model = TrashModel(tasks, self)
        self.table = RowTable("trash.list", _("Trash"))
        self.table.setModel(self.model)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.activated_row.connect(lambda _row: self.entered.emit())
        self.table.trash_asked.connect(lambda _row: self.remove_asked.emit())
        self.table.typed.connect(self._on_typed_in_table)
        self.table.left_upwards.connect(self._on_left_upwards)
        self._count = ElidedLabel("", Look.HINT)
        self._arrange()

    @property
    def key(self) -> Key | None:
        """What is looked at."""
        return self._key

    def show_lines(self, lines: Sequence[TrashLine], today: date) -> None:
        """Show these in place of those of before."""
        scrolled = self.table.verticalScrollBar().value()
        self.model.show_lines(lines, today)
        self._has_filter.setVisible(len(lines) > _MANY or bool(self.filter.text()))
        self._mark()
        self.table.verticalScrollBar().setValue(scrolled)

    def look_at(self, key: Key | None) -> None:
        """Look at something, once it is shown."""
        self._key = key
        self._mark()

    def take_focus(self) -> None:
        """Put the keyboard on what is looked at."""
        self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._leads_on(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _leads_on(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
            self._on_edited()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.table.setFocus()
            return True
        return False

    def _mark(self) -> None:
        row = self.model.row_of(self._key)
        if row is None and self.model.rowCount():
            row = min(self._row, self.model.rowCount() - 1)
        line = None if row is None else self.model.line_at(row)
        self._row = self._row if row is None else row
        self._key = None if line is None else key_of(line)
        self.table.mark(row)
        self._pages.setCurrentIndex(0 if row is not None else 1)
        self._count.setText(
            counted(self.model.rowCount(), self.model.total, has_filter=bool(self.filter.text()))
        )
        self.chosen.emit(line)

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        line = self.model.line_at(row)
        self._row, self._key = row, None if line is None else key_of(line)
        self.chosen.emit(line)

    @Slot()
    def _on_edited(self) -> None:
        self.model.narrow(self.filter.text())
        self._mark()

    @Slot(str)
    def _on_typed_in_table(self, letters: str) -> None:
        if self._has_filter.isVisible():
            self.filter.setFocus()
            self.filter.setText(self.filter.text() + letters)
            self._on_edited()

    @Slot()
    def _on_left_upwards(self) -> None:
        if self._has_filter.isVisible():
            self.filter.setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._has_filter = QWidget()
        top = QVBoxLayout(self._has_filter)
        top.setContentsMargins(Space.MEDIUM, Space.MEDIUM, Space.MEDIUM, Space.MEDIUM)
        top.addWidget(self.filter)
        self._has_filter.hide()
        column.addWidget(self._has_filter)
        column.addWidget(Hairline())
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        nothing = Label(_("Nothing matches"), Look.SECONDARY)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(nothing)
        column.addWidget(self._pages, 1)
        column.addWidget(Hairline())
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.MEDIUM, Space.SMALL + 1, Space.SMALL, Space.SMALL + 1)
        foot.addWidget(self._count, 1)
        column.addLayout(foot)
