"""The list of the palette: headings, people, texts and commands, painted in one column."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.light_markup import Run
from relationdesk.ui.shell.palette import (
    Choice,
    CommandChoice,
    FilterChoice,
    Heading,
    OrganisationChoice,
    PaletteRow,
    PersonChoice,
    Told,
)
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import AvatarSize, FontSize, Height, Space, Tokens, Weight
from relationdesk.ui.widgets.avatar import paint_avatar
from relationdesk.ui.widgets.key_hint import key_hint_size, paint_key_hint
from relationdesk.ui.widgets.painting import drawable, paint_text, text_width

ROW: Final = Qt.ItemDataRole.UserRole + 1
_LINE: Final = 18
_Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractListModel):
    """Rows that were found; headings cannot be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[PaletteRow] = ()

    def show_rows(self, rows: Sequence[PaletteRow]) -> None:
        """List other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def choice(self, row: int) -> Choice | None:
        """What can be chosen in a row; None for a heading."""
        found = self._rows[row]
        return None if isinstance(found, Heading | Told) else found

    def next_choice(self, row: int, step: int) -> int:
        """The next row in that direction that can be chosen; `row` itself when there is none."""
        beyond = range(row + step, len(self._rows) if step > 0 else -1, step)
        return next((place for place in beyond if self.choice(place) is not None), row)

    def height(self) -> int:
        """The height of all rows, in pixels."""
        return sum(height_of(row) for row in self._rows)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        is_choice = index.isValid() and self.choice(index.row()) is not None
        return super().flags(index) if is_choice else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.text if isinstance(row, Heading | Told) else row.spoken
        return None


class PaletteDelegate(QStyledItemDelegate):
    """Paints the rows of the palette."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(option.rect.width(), height_of(index.data(ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        tokens = tokens_now()
        rect = QRectF(option.rect)
        row = index.data(ROW)
        if not isinstance(row, Heading | Told):
            _paint_ground(painter, rect, option.state, tokens)
        inside = rect.adjusted(Space.MEDIUM, 0, -Space.MEDIUM, 0)
        if isinstance(row, Heading):
            below = inside.adjusted(0, Space.TIGHT, 0, 0)
            paint_text(painter, below, row.text, font(FontSize.TINY, Weight.STRONG), tokens.ink3)
        elif isinstance(row, Told):
            paint_text(painter, inside, row.text, font(FontSize.SMALL), tokens.warn)
        elif isinstance(row, (PersonChoice, OrganisationChoice)):
            _paint_person(painter, inside, row, tokens)
        else:
            _paint_command(painter, inside, row, tokens)
        painter.restore()


def height_of(row: PaletteRow) -> int:
    """How tall a row is, in pixels."""
    if isinstance(row, Heading | Told):
        return int(Height.HIT)
    return int(Height.EVENT if isinstance(row, (PersonChoice, OrganisationChoice)) else Height.CONTROL)


def paint_runs(painter: QPainter, rect: QRectF, runs: Sequence[Run], size: FontSize, ink: str) -> None:
    """Draw runs on one line, the strong ones bold, cut with an ellipsis where `rect` ends."""
    painter.setPen(QColor(ink))
    left = rect.left()
    for run in runs:
        letters = font(size, Weight.STRONG if run.is_strong else Weight.NORMAL)
        metrics = QFontMetricsF(letters)
        text = run.text if len(runs) > 1 else drawable(run.text)
        room = rect.right() - left
        shown = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room)
        painter.setFont(letters)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(left, rect.top(), room, rect.height()), int(flags), shown)
        left += metrics.horizontalAdvance(text)
        if shown != text or left >= rect.right():
            return


def _paint_ground(painter: QPainter, rect: QRectF, state: QStyle.StateFlag, tokens: Tokens) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(tokens.selection))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(tokens.rail))


def _paint_person(
    painter: QPainter, rect: QRectF, row: PersonChoice | OrganisationChoice, tokens: Tokens
) -> None:
    side = AvatarSize.ROW
    middle = rect.center().y()
    avatar = QRectF(rect.left(), middle - side / 2, side, side)
    circle = row.person_id if isinstance(row, PersonChoice) else PersonId(row.organisation_id)
    paint_avatar(painter, avatar, circle, row.plain_name, None)
    small = font(FontSize.SMALL)
    width = text_width(row.when, small) + 1 if row.when else 0.0
    day = QRectF(rect.right() - width, rect.top(), width, rect.height())
    paint_text(painter, day, row.when, small, tokens.ink3, alignment=Qt.AlignmentFlag.AlignRight)
    left = avatar.right() + Space.MEDIUM
    room = day.left() - Space.SMALL - left
    top = middle - _LINE if row.detail else middle - _LINE / 2
    paint_runs(painter, QRectF(left, top, room, _LINE), row.name, FontSize.BODY, tokens.ink)
    paint_runs(painter, QRectF(left, middle, room, _LINE), row.detail, FontSize.SMALL, tokens.ink2)


def _paint_command(
    painter: QPainter, rect: QRectF, row: CommandChoice | FilterChoice, tokens: Tokens
) -> None:
    room = rect.width()
    if row.keys:
        room -= key_hint_size(row.keys).width() + Space.SMALL
        paint_key_hint(painter, rect.right(), rect.center().y(), row.keys)
    words = QRectF(rect.left(), rect.top(), room, rect.height())
    paint_runs(painter, words, row.name, FontSize.BODY, tokens.ink)
