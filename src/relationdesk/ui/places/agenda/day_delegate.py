"""How a thing on a day is painted: two lines in a week, one in a month."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relationdesk.ui.places.agenda.words import ItemWords
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.icons import paint_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import FontSize, IconSize, Radius, Space, Tokens, Weight
from relationdesk.ui.widgets.painting import paint_ground, paint_text

AGENDA_WORDS: Final = Qt.ItemDataRole.UserRole + 1
"""The role under which the model answers with the `ItemWords` of a row."""
_TALL: Final = 48
_LOW: Final = 22
_LINE: Final = 17


class DayDelegate(QStyledItemDelegate):
    """Paints a small card for each thing."""

    def __init__(self, *, is_compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_compact = is_compact

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), _LOW if self._is_compact else _TALL)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        words = index.data(AGENDA_WORDS)
        painter.save()
        tokens = tokens_now()
        card = QRectF(option.rect).adjusted(2, 1, -2, -2)
        _paint_card(painter, card, option.state, tokens)
        inside = card.adjusted(Space.TIGHT + 2, 0, -Space.TIGHT, 0)
        if self._is_compact:
            paint_text(painter, inside, words.title, font(FontSize.TINY), tokens.ink)
        else:
            _paint_two_lines(painter, inside, words, tokens)
        painter.restore()


def _paint_card(painter: QPainter, card: QRectF, state: QStyle.StateFlag, tokens: Tokens) -> None:
    flag = QStyle.StateFlag
    is_current = bool(state & flag.State_Selected and state & flag.State_HasFocus)
    fill = tokens.selection if is_current else tokens.rail if state & flag.State_MouseOver else tokens.panel
    paint_ground(painter, card, Radius.CHIP, fill, tokens.line)
    if is_current:
        painter.fillRect(
            QRectF(card.left(), card.top() + Radius.CHIP, 3, card.height() - 2 * Radius.CHIP),
            QColor(tokens.accent),
        )


def _paint_two_lines(painter: QPainter, inside: QRectF, words: ItemWords, tokens: Tokens) -> None:
    side = IconSize.TINY
    middle = inside.center().y()
    first = QRectF(inside.left(), middle - _LINE, inside.width(), _LINE)
    icon = QRectF(inside.left(), first.center().y() - side / 2, side, side)
    paint_icon(painter, words.icon, icon, tokens.ink3)
    name = first.adjusted(side + Space.TIGHT, 0, 0, 0)
    paint_text(painter, name, words.title, font(FontSize.SMALL, Weight.STRONG), tokens.ink)
    second = QRectF(inside.left(), middle, inside.width(), _LINE)
    paint_text(painter, second, words.detail, font(FontSize.TINY), tokens.ink2)
