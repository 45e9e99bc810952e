"""How a line of a file stands in the preview: its tick and person, what it would be, and where it is."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relationdesk.ui.places.imports.line_model import PERSON, SHOWN_LINE, STANDING
from relationdesk.ui.places.imports.lines import ShownLine
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.icons import Icon, paint_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import FontSize, Height, IconSize, Radius, Space, Tokens, Weight
from relationdesk.ui.widgets.chip import chip_size, paint_chip
from relationdesk.ui.widgets.painting import paint_ground, paint_text

_Index = QModelIndex | QPersistentModelIndex
_EDGE: Final = 3
_TEXT_HEIGHT: Final = 18
_BOX: Final = 16
_BOX_ROOM: Final = Space.WIDE + _BOX + Space.MEDIUM


class LineDelegate(QStyledItemDelegate):
    """Paints `ShownLine`s; a click on the box ticks, a click elsewhere only chooses the row."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(option.rect.width(), Height.PERSON_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(SHOWN_LINE)
        if not isinstance(line, ShownLine):
            return
        painter.save()
        tokens = tokens_now()
        rect = QRectF(option.rect)
        _paint_row(painter, rect, option.state, tokens, is_first=index.column() == PERSON)
        if index.column() == PERSON:
            _paint_person(painter, rect, line, tokens)
        elif index.column() == STANDING:
            _paint_standing(painter, rect.adjusted(Space.SMALL, 0, -Space.SMALL, -1), line, tokens)
        else:
            where = rect.adjusted(Space.SMALL, 0, -Space.LARGE, -1)
            right = Qt.AlignmentFlag.AlignRight
            paint_text(painter, where, line.where, font(FontSize.SMALL), tokens.ink3, alignment=right)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if not isinstance(event, QMouseEvent) or index.column() != PERSON:
            return False
        is_on_box = event.position().x() < option.rect.left() + _BOX_ROOM
        if not is_on_box or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return False
        turned = Qt.CheckState.Unchecked if state is Qt.CheckState.Checked else Qt.CheckState.Checked
        return model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)


def _paint_row(
    painter: QPainter, rect: QRectF, state: QStyle.StateFlag, tokens: Tokens, *, is_first: bool
) -> None:
    flag = QStyle.StateFlag
    if state & flag.State_Selected:
        painter.fillRect(rect, QColor(tokens.selection))
    if is_first and state & flag.State_HasFocus:
        painter.fillRect(QRectF(rect.left(), rect.top(), _EDGE, rect.height()), QColor(tokens.accent))
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(tokens.line))


def _paint_person(painter: QPainter, rect: QRectF, line: ShownLine, tokens: Tokens) -> None:
    middle = rect.center().y()
    if line.is_ticked is not None:
        box = QRectF(rect.left() + Space.WIDE, middle - _BOX / 2, _BOX, _BOX)
        _paint_box(painter, box, tokens, is_ticked=line.is_ticked)
    left = rect.left() + _BOX_ROOM
    width = rect.right() - Space.SMALL - left
    ink = tokens.ink if line.is_ticked else tokens.ink3 if line.is_ticked is None else tokens.ink2
    letters = font() if line.is_ticked is None else font(weight=Weight.STRONG)
    top = middle - _TEXT_HEIGHT if line.known else middle - _TEXT_HEIGHT / 2
    paint_text(painter, QRectF(left, top, width, _TEXT_HEIGHT), line.name, letters, ink)
    known = QRectF(left, middle, width, _TEXT_HEIGHT)
    paint_text(painter, known, line.known, font(FontSize.SMALL), tokens.ink3)


def _paint_box(painter: QPainter, box: QRectF, tokens: Tokens, *, is_ticked: bool) -> None:
    if not is_ticked:
        paint_ground(painter, box, Radius.KEY, tokens.panel, tokens.ink3)
        return
    paint_ground(painter, box, Radius.KEY, tokens.accent)
    slack = (_BOX - IconSize.TINY) / 2
    paint_icon(painter, Icon.CHECK, box.adjusted(slack, slack, -slack, -slack), tokens.on_accent)


def _paint_standing(painter: QPainter, rect: QRectF, line: ShownLine, tokens: Tokens) -> None:
    size = chip_size(line.chip)
    middle = rect.center().y()
    top = middle - size.height() - 1 if line.reason else middle - size.height() / 2
    width = min(size.width(), rect.width())
    paint_chip(painter, QRectF(rect.left(), top, width, size.height()), line.chip)
    reason = QRectF(rect.left(), middle + 1, rect.width(), _TEXT_HEIGHT)
    paint_text(painter, reason, line.reason, font(FontSize.SMALL), tokens.ink2)
