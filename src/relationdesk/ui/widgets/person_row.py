"""How a person stands in the list of people: avatar, name, topics, and a date at the right."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import AvatarSize, FontSize, Height, Space, Tokens, Weight
from relationdesk.ui.widgets.avatar import paint_avatar
from relationdesk.ui.widgets.painting import paint_text, text_width

PERSON_LINE: Final = Qt.ItemDataRole.UserRole + 1
"""The role under which a model answers with a `PersonLine`, or None while the row is not read yet."""

_EDGE: Final = 3
_LINE_HEIGHT: Final = 18


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What the list tells of one person: at the right the last contact, and below it the next step."""

    person_id: PersonId
    name: str
    subtitle: str = ""
    when: str = ""
    picture: QPixmap | None = None
    next_step: str = ""
    is_late: bool = False


def spoken_line(line: PersonLine) -> str:
    """What a screen reader says of the row; for the model's `AccessibleTextRole`."""
    if line.subtitle and line.when:
        return _("{name}, {subtitle}, {when}").format(name=line.name, subtitle=line.subtitle, when=line.when)
    if line.subtitle or line.when:
        return _("{name}, {detail}").format(name=line.name, detail=line.subtitle or line.when)
    return line.name


class PersonRowDelegate(QStyledItemDelegate):
    """Paints `PersonLine`s, 54 pixels high, in the first column of a table."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), Height.PERSON_ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        tokens = tokens_now()
        rect = QRectF(option.rect)
        paint_row_ground(painter, rect, option.state, tokens)
        line = index.data(PERSON_LINE)
        if isinstance(line, PersonLine):
            _paint_line(painter, rect.adjusted(Space.MEDIUM, 0, -Space.MEDIUM, -1), line, tokens)
        painter.restore()


def paint_row_ground(
    painter: QPainter, rect: QRectF, state: QStyle.StateFlag, tokens: Tokens, *, has_edge: bool = True
) -> None:
    """Draw what a row stands on, with a coloured edge where the focus is, and the line below it."""
    flag = QStyle.StateFlag
    if state & flag.State_Selected:
        painter.fillRect(rect, QColor(tokens.selection))
    elif state & flag.State_MouseOver:
        painter.fillRect(rect, QColor(tokens.rail))
    if has_edge and state & flag.State_Selected and state & flag.State_HasFocus:
        painter.fillRect(
            QRectF(rect.topLeft(), rect.bottomLeft()).adjusted(0, 0, _EDGE, 0), QColor(tokens.accent)
        )
    bottom = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
    painter.fillRect(bottom, QColor(tokens.line))


def _paint_line(painter: QPainter, rect: QRectF, line: PersonLine, tokens: Tokens) -> None:
    side = AvatarSize.ROW
    avatar = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
    paint_avatar(painter, avatar, line.person_id, line.name, line.picture)
    small = font(FontSize.SMALL)
    date_width = max(text_width(text, small) if text else 0.0 for text in (line.when, line.next_step))
    date = QRectF(rect.right() - date_width - 1, rect.top(), date_width + 1, rect.height())
    _paint_days(painter, date, line, tokens)
    left = avatar.right() + Space.MEDIUM
    width = date.left() - Space.SMALL - left
    middle = rect.center().y()
    name = QRectF(left, middle - _LINE_HEIGHT, width, _LINE_HEIGHT)
    paint_text(painter, name, line.name, font(weight=Weight.STRONG), tokens.ink)
    subtitle = QRectF(left, middle, width, _LINE_HEIGHT)
    paint_text(painter, subtitle, line.subtitle, small, tokens.ink3)


def _paint_days(painter: QPainter, rect: QRectF, line: PersonLine, tokens: Tokens) -> None:
    """The last contact, in the middle where nothing is planned, else above the next step."""
    small, right = font(FontSize.SMALL), Qt.AlignmentFlag.AlignRight
    if not line.next_step:
        paint_text(painter, rect, line.when, small, tokens.ink3, alignment=right)
        return
    middle = rect.center().y()
    above = QRectF(rect.left(), middle - _LINE_HEIGHT, rect.width(), _LINE_HEIGHT)
    below = QRectF(rect.left(), middle, rect.width(), _LINE_HEIGHT)
    paint_text(painter, above, line.when, small, tokens.ink3, alignment=right)
    paint_text(
        painter, below, line.next_step, small, tokens.bad if line.is_late else tokens.info, alignment=right
    )
