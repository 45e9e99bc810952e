"""The table of those about whom something changed."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from relationdesk.language.words import _
from relationdesk.ui.places.bundles.people_model import CELL, HERE, PERSON, THERE, Cell, PeopleModel
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import FontSize, Height, Space, Weight
from relationdesk.ui.widgets.painting import paint_text

_Index = QModelIndex | QPersistentModelIndex
_EDGE: Final = 3
_TEXT_HEIGHT: Final = 18
_PERSON_SHARE: Final = 0.34


class PeopleTable(QTableView):
    """Says `person_chosen` with the row in which the user is; Tab leads out of the table."""

    person_chosen = Signal(int)

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bundle.people")
        self.setAccessibleName(_("Who changed, on this computer and in the bundle"))
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dress_headers()
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = self.viewport().width()
        person = round(whole * _PERSON_SHARE)
        side = (whole - person) // 2
        self.setColumnWidth(HERE, side)
        self.setColumnWidth(THERE, side)
        self.setColumnWidth(PERSON, max(1, whole - 2 * side))

    def _on_current(self, current: QModelIndex) -> None:
        self.person_chosen.emit(current.row())

    def _dress_headers(self) -> None:
        columns = _Heads(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(columns)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setMinimumSectionSize(1)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(Height.PERSON_ROW)
        rows.setDefaultSectionSize(Height.PERSON_ROW)


class _Heads(QHeaderView):
    """What the columns are, each word above what stands below it."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), Height.HIT)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        tokens, whole = tokens_now(), QRectF(rect)
        painter.save()
        painter.fillRect(whole, QColor(tokens.bg))
        painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), QColor(tokens.line))
        words = self.model().headerData(index, self.orientation())
        inside = whole.adjusted(_left_of(index), 0, -Space.SMALL, -1)
        paint_text(painter, inside, str(words), font(FontSize.SMALL), tokens.ink3)
        painter.restore()


def _left_of(column: int) -> int:
    return Space.WIDE if column == PERSON else Space.SMALL


class _Delegate(QStyledItemDelegate):
    """Paints `Cell`s."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(option.rect.width(), Height.PERSON_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        tokens, rect = tokens_now(), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
        if index.column() == PERSON and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(rect.left(), rect.top(), _EDGE, rect.height()), QColor(tokens.accent))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(tokens.line))
        inside = rect.adjusted(_left_of(index.column()), 0, -Space.SMALL, -1)
        middle = inside.center().y()
        top = middle - _TEXT_HEIGHT if cell.second else middle - _TEXT_HEIGHT / 2
        letters = font(weight=Weight.STRONG) if cell.is_name else font()
        first = QRectF(inside.left(), top, inside.width(), _TEXT_HEIGHT)
        paint_text(painter, first, cell.first, letters, tokens.ink if cell.is_name else tokens.ink2)
        second = QRectF(inside.left(), middle, inside.width(), _TEXT_HEIGHT)
        paint_text(painter, second, cell.second, font(FontSize.SMALL), tokens.ink3)
        painter.restore()
