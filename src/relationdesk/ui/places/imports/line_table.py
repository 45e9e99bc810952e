"""The table of the preview."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.imports.line_delegate import LineDelegate
from relationdesk.ui.places.imports.line_model import PERSON, STANDING, WHERE, LineModel
from relationdesk.ui.theme.tokens import Height

_WHERE_WIDTH: Final = 92
_FILE_WIDTH: Final = 188
_STANDING_SHARE: Final = 0.42


class LineTable(QTableView):
    """Space ticks the chosen rows, all the way the current one turns; Tab leads out of the table."""

    def __init__(self, model: LineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._where_width = _WHERE_WIDTH
        self.setObjectName("import.preview")
        self.setAccessibleName(_("What the file holds, line by line"))
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dress_headers()

    def show_files(self, *, of_several: bool) -> None:
        """Leave room for the names of the files when there are several."""
        self._where_width = _FILE_WIDTH if of_several else _WHERE_WIDTH
        self._share_width()

    def turn_chosen(self) -> None:
        """Tick the chosen rows, or leave them out when the current one is ticked."""
        current = self._lines.line_at(self.currentIndex().row())
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if current.is_ticked is not None:
            self._lines.tick(rows or [self.currentIndex().row()], is_ticked=not current.is_ticked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.turn_chosen()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _dress_headers(self) -> None:
        columns = self.horizontalHeader()
        columns.hide()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setMinimumSectionSize(1)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(Height.PERSON_ROW)
        rows.setDefaultSectionSize(Height.PERSON_ROW)

    def _share_width(self) -> None:
        whole = self.viewport().width()
        standing = round((whole - self._where_width) * _STANDING_SHARE)
        self.setColumnWidth(WHERE, self._where_width)
        self.setColumnWidth(STANDING, standing)
        self.setColumnWidth(PERSON, max(1, whole - self._where_width - standing))
