"""What stands on one day, as a list whose follow-ups can be dragged to another day."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from relationdesk.ui.places.agenda.day_delegate import AGENDA_WORDS, DayDelegate
from relationdesk.ui.places.agenda.words import words_of
from relationdesk.work.agenda.queries import AgendaItem, ItemKind

_Index = QModelIndex | QPersistentModelIndex
_MIME: Final = "application/x-relationdesk-follow-up"
_STEPS: Final = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(days=-7),
    Qt.Key.Key_Down: timedelta(days=7),
}


class DayModel(QAbstractListModel):
    """The things of one day; says `dropped` with the id of a follow-up that was dragged here."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[AgendaItem, ...] = ()
        self.takes_drops = False

    def show_items(self, items: Sequence[AgendaItem], *, takes_drops: bool) -> None:
        """Show other things."""
        self.beginResetModel()
        self.items = tuple(items)
        self.takes_drops = takes_drops
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        words = words_of(self.items[index.row()])
        if role == AGENDA_WORDS:
            return words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return words.spoken
        return words.spoken if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.items[index.row()].kind is ItemKind.FOLLOW_UP:
            return flags | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled if self.takes_drops else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = QMimeData()
        dragged.setData(_MIME, json.dumps([self.items[index.row()].id for index in indexes]).encode())
        return dragged

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: _Index
    ) -> bool:
        return self.takes_drops and data.hasFormat(_MIME)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        for follow_up in json.loads(bytes(data.data(_MIME).data()).decode()):
            self.dropped.emit(follow_up)
        return False  # the row moves when the desk says so, not before


class DayList(QListView):
    """The list of one day, by mouse and by keys.

    Enter opens the person; Shift and an arrow moves a follow-up by a day or a week; an arrow to the side
    goes to the day beside.
    """

    person_asked = Signal(object)
    moved = Signal(object, object)
    left = Signal(object, object)

    def __init__(self, *, is_compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self._model = DayModel(self)
        self._model.dropped.connect(self._on_dropped)
        self.setModel(self._model)
        self.setItemDelegate(DayDelegate(is_compact=is_compact, parent=self))
        self.setProperty("ground", "none")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.activated.connect(self._on_activated)

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """What stands on the day."""
        return self._model.items

    def show_day(self, day: date, items: Sequence[AgendaItem], *, takes_drops: bool) -> None:
        """Show another day, or what became of this one; the row that was current stays so."""
        row = self.currentIndex().row() if day == self.day else -1
        self.day = day
        self._model.show_items(items, takes_drops=takes_drops)
        if items and row >= 0:
            self.setCurrentIndex(self._model.index(min(row, len(items) - 1)))

    def content_height(self) -> int:
        """How tall the list is with all its rows in view."""
        return sum(self.sizeHintForRow(row) for row in range(self._model.rowCount()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.items:
            self.setCurrentIndex(self._model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        item = self._current()
        if step is not None and is_shifted and self.day is not None:
            if item is not None and item.kind is ItemKind.FOLLOW_UP:
                self.moved.emit(item.id, self.day + step)
        elif step is not None and abs(step.days) == 1:
            self.left.emit(self, step)
        else:
            super().keyPressEvent(event)

    def _current(self) -> AgendaItem | None:
        row = self.currentIndex().row()
        return self.items[row] if 0 <= row < len(self.items) else None

    @Slot(object)
    def _on_dropped(self, follow_up: int) -> None:
        if self.day is not None and all(item.id != follow_up for item in self.items):
            self.moved.emit(follow_up, self.day)

    @Slot(QModelIndex)
    def _on_activated(self, index: _Index) -> None:
        self.person_asked.emit(self.items[index.row()].person_id)
