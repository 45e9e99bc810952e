"""How the table of people is painted: the heads of its columns, and its cells."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.people.listing.columns import CELL, Cell
from relationdesk.ui.places.people.listing.order_button import ListOrder
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.icons import Icon, paint_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import AvatarSize, FontSize, Height, IconSize, Space, Weight
from relationdesk.ui.widgets.avatar import paint_avatar
from relationdesk.ui.widgets.painting import paint_text
from relationdesk.ui.widgets.person_row import PERSON_LINE, PersonLine, paint_row_ground

NARROWEST: Final = 60
"""How narrow a column can be made, in pixels."""
_Index = QModelIndex | QPersistentModelIndex


class Heads(QHeaderView):
    """What the columns are called, the one that orders the people with an arrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ordering: int | None = 0
        self._order = ListOrder()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(NARROWEST)
        self.setAccessibleName(_("Columns"))

    def show_order(self, column: int | None, order: ListOrder) -> None:
        """Put the arrow into a column, or into none."""
        self._ordering, self._order = column, order
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), Height.HIT)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        tokens, whole = tokens_now(), QRectF(rect)
        painter.save()
        painter.fillRect(whole, QColor(tokens.bg))
        painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), QColor(tokens.line))
        words = str(self.model().headerData(index, self.orientation()) or "")
        is_ordering = index == self._ordering
        room = IconSize.TINY + Space.TIGHT if is_ordering else 0
        inside = whole.adjusted(Space.MEDIUM, 0, -Space.TIGHT - room, -1)
        small = font(FontSize.SMALL, Weight.STRONG if is_ordering else Weight.NORMAL)
        paint_text(painter, inside, words, small, tokens.ink if is_ordering else tokens.ink2)
        if is_ordering:
            icon = Icon.CHEVRON_UP if self._order.is_turned else Icon.CHEVRON_DOWN
            side = IconSize.TINY
            mark = QRectF(inside.right() + Space.TIGHT, whole.center().y() - side / 2, side, side)
            paint_icon(painter, icon, mark, tokens.ink2)
        painter.restore()


class CellDelegate(QStyledItemDelegate):
    """Paints the first cell with the person's picture or initials and the others as text."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(option.rect.width(), Height.TABLE_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        tokens, rect = tokens_now(), QRectF(option.rect)
        paint_row_ground(painter, rect, option.state, tokens, has_edge=index.column() == 0)
        cell = index.data(CELL)
        if isinstance(cell, Cell):
            inside = rect.adjusted(Space.MEDIUM, 0, -Space.TIGHT, -1)
            if index.column() == 0:
                line = index.data(PERSON_LINE)
                side = AvatarSize.TINY
                circle = QRectF(inside.left(), inside.center().y() - side / 2, side, side)
                if isinstance(line, PersonLine):
                    paint_avatar(painter, circle, line.person_id, line.name, line.picture)
                inside.setLeft(circle.right() + Space.SMALL)
                paint_text(painter, inside, cell.text, font(weight=Weight.STRONG), tokens.ink)
            else:
                paint_text(painter, inside, cell.text, font(), tokens.colour(cell.tint))
        painter.restore()
