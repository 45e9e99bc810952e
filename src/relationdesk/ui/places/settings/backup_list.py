"""The backups that there are, the latest first."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.moments import day_and_hour, size_in_words
from relationdesk.language.words import _
from relationdesk.ui.places.settings.backup_words import holds_text
from relationdesk.ui.progress import Progress
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.tokens import Height, Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work import backups
from relationdesk.work.backups.queries import Backup, Holdings
from relationdesk.work.backups.source import Source
from relationdesk.work.desks import Desk, Reader

_ROWS_SEEN: Final = 6
_WHEN, _HOLDS, _SIZE = range(3)


class BackupList(QWidget):
    """Says `look_asked` with the backup that is to be looked into.

    What each holds is read aside, one after the other, while the list is seen already.
    """

    look_asked = Signal(object)

    def __init__(
        self, tasks: Tasks[Reader, Desk], source: Source, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._source = source
        self._clock = clock
        self._backups: Sequence[Backup] = ()
        self._known: dict[Path, str] = {}
        self._asked: Asked | None = None
        self._model = QStandardItemModel(0, _SIZE + 1, self)
        self.table = _Table(self._model)
        self.table.wanted.connect(self._on_look)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self._empty = Label(_("There is no backup yet."), Look.HINT)
        self.look = Button(_("Look inside…"))
        self.look.setObjectName("backups.look")
        self.look.setEnabled(False)
        self.look.clicked.connect(self._on_look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(self.table)
        column.addWidget(self._empty)
        column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def read(self) -> None:
        """Read anew which backups there are."""
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._tasks.run(
            self, lambda _progress: backups.queries.backups(self._source), self._show
        )

    def _show(self, found: list[Backup]) -> None:
        row = self.table.currentIndex().row()
        self._backups = found
        self._model.setRowCount(0)
        for backup in found:
            local = backup.made.astimezone(self._clock.zone())
            texts = (
                day_and_hour(local, today(self._clock)),
                self._known.get(backup.path, ""),
                size_in_words(backup.size),
            )
            self._model.appendRow([_item(text, place) for place, text in enumerate(texts)])
        self.table.setFixedHeight(min(len(found), _ROWS_SEEN) * Height.CONTROL + 2)
        self.table.setVisible(bool(found))
        self._empty.setVisible(not found)
        self.look.setEnabled(bool(found))
        if found:
            self.table.selectRow(min(max(row, 0), len(found) - 1))
        self._read_next()

    def _read_next(self) -> None:
        """See what the first backup holds of which that is not known."""
        unknown = next((backup for backup in self._backups if backup.path not in self._known), None)
        if unknown is not None:
            self._asked = self._tasks.run(
                self,
                lambda progress: self._held(unknown, progress),
                lambda held: self._on_held(unknown, holds_text(held)),
                lambda error: self._on_unreadable(unknown, error),
            )

    def _held(self, backup: Backup, progress: Progress) -> Holdings:
        progress.step(0, 1)
        return backups.queries.holdings(backup.path, self._source.key)

    def _on_held(self, backup: Backup, words: str) -> None:
        self._known[backup.path] = words
        for row, one in enumerate(self._backups):
            if one.path == backup.path:
                self._model.item(row, _HOLDS).setText(words)
                self._model.item(row, _HOLDS).setAccessibleText(words)
        self._read_next()

    def _on_unreadable(self, backup: Backup, _error: ExpectedError) -> None:
        self._on_held(backup, _("Cannot be read"))

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.look.setEnabled(index.isValid())

    @Slot()
    def _on_look(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._backups):
            self.look_asked.emit(self._backups[row].path)


class _Table(QTableView):
    """Says `wanted` for Enter or a double click; Tab leads out of it."""

    wanted = Signal()

    def __init__(self, model: QStandardItemModel) -> None:
        super().__init__()
        self.setObjectName("backups.list")
        self.setAccessibleName(_("Backups, the latest first"))
        self.setModel(model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self.wanted)
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        columns.hide()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(Height.CONTROL)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(_HOLDS, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


def _item(text: str, place: int) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    if place == _SIZE:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
