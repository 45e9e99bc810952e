"""How a line of the timeline is measured and painted."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relationdesk.language.light_markup import Run, on_one_line, runs_of
from relationdesk.ui.places.people.timeline.timeline_model import IS_SHARED, TIMELINE_ROW, MonthHead
from relationdesk.ui.places.people.timeline.timeline_words import ShownEntry
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.icons import Icon, paint_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import IconSize, Radius, Space, Tokens, Weight
from relationdesk.ui.widgets.chip import chip_size, paint_chip
from relationdesk.ui.widgets.marked_line import paint_marked
from relationdesk.ui.widgets.painting import paint_ground, paint_text, text_width
from relationdesk.ui.widgets.run_layout import count_lines, lay_out, marks_in, paint_layout, space_lines

LINE: Final = 19
TEXT_LEFT: Final = Space.WIDE + 42
USUAL_HEIGHT: Final = 78
ABOVE: Final = 9
_BELOW: Final = 11
_CIRCLE: Final = 30
_HEAD_HEIGHT: Final = 34
_BETWEEN_MONTHS: Final = 10
_DIGEST_LINES: Final = 3
_DIGEST_LETTERS: Final = 800
_LEAST_TITLE: Final = 60


def height_for(shown: ShownEntry | MonthHead, width: int) -> int:
    """How tall a row is in a column of that width."""
    if isinstance(shown, MonthHead):
        return _HEAD_HEIGHT if shown.is_first else _HEAD_HEIGHT + _BETWEEN_MONTHS
    lines = count_lines(_runs(shown), font(), _room(width), _DIGEST_LINES) if shown.text else 0
    lines += 1 if shown.company else 0
    return ABOVE + LINE + lines * LINE + _BELOW


def opened_height(text_height: int) -> int:
    """How tall a row is whose whole text, that tall, is shown below its title."""
    return ABOVE + LINE + text_height + _BELOW


class TimelineDelegate(QStyledItemDelegate):
    """Paints months and digests; `opened` is the row whose text stands there as a widget.

    Where that row `is_covered`, its title stands there as a widget too.
    The folded letters `wanted` are marked; while there are any, the chosen row shows without the keys too.
    """

    opened: int | None = None
    is_covered: bool = False
    wanted: str = ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        shown = index.data(TIMELINE_ROW)
        tokens = tokens_now()
        rect = QRectF(option.rect)
        if isinstance(shown, MonthHead):
            line = QRectF(rect.left() + Space.WIDE, rect.bottom() - 26, rect.width() - 2 * Space.WIDE, LINE)
            paint_text(painter, line, shown.title, font(weight=Weight.STRONG), tokens.ink2)
        elif self.is_covered and index.row() == self.opened:
            painter.fillRect(rect, QColor(tokens.bg))
        else:
            _paint_ground(painter, rect, option.state, tokens, is_sought=bool(self.wanted))
            is_closed = index.row() != self.opened
            is_shared = is_closed and bool(index.data(IS_SHARED))
            _paint_head(painter, rect, shown, tokens, self.wanted, is_shared=is_shared)
            if is_closed:
                _paint_text(painter, rect, shown, tokens, self.wanted)
        painter.restore()


def _paint_text(painter: QPainter, rect: QRectF, shown: ShownEntry, tokens: Tokens, wanted: str) -> None:
    top = rect.top() + ABOVE + LINE
    if shown.company:
        line = QRectF(rect.left() + TEXT_LEFT, top, _room(round(rect.width())), LINE)
        paint_marked(painter, line, shown.company, font(), tokens.ink3, wanted=wanted)
        top += LINE
    if shown.text:
        place = QPointF(rect.left() + TEXT_LEFT, top)
        digest = _digest(shown, round(rect.width()))
        marks = marks_in(digest.text(), wanted, tokens.warn_bg, tokens.warn)
        paint_layout(painter, digest, place, tokens.ink2, marks)


def _digest(shown: ShownEntry, width: int) -> QTextLayout:
    return space_lines(lay_out(_runs(shown), font(), _room(width), _DIGEST_LINES), LINE)


def _runs(shown: ShownEntry) -> tuple[Run, ...]:
    return on_one_line(runs_of(shown.text[:_DIGEST_LETTERS]), _DIGEST_LETTERS)


def _room(width: int) -> int:
    return width - TEXT_LEFT - Space.WIDE


def _paint_ground(
    painter: QPainter, rect: QRectF, state: QStyle.StateFlag, tokens: Tokens, *, is_sought: bool
) -> None:
    flag = QStyle.StateFlag
    ground = rect.adjusted(Space.MEDIUM, 2, -Space.MEDIUM, -2)
    if state & flag.State_Selected and (is_sought or state & flag.State_HasFocus):
        paint_ground(painter, ground, Radius.CONTROL, tokens.selection)
        edge = QRectF(ground.left(), ground.top() + Radius.CONTROL, 3, ground.height() - 2 * Radius.CONTROL)
        painter.fillRect(edge, QColor(tokens.accent))
    elif state & flag.State_MouseOver:
        paint_ground(painter, ground, Radius.CONTROL, tokens.rail)


def _paint_head(
    painter: QPainter, rect: QRectF, shown: ShownEntry, tokens: Tokens, wanted: str, *, is_shared: bool
) -> None:
    left, top = rect.left() + Space.WIDE, rect.top() + ABOVE
    circle = QRectF(left, top + 1, _CIRCLE, _CIRCLE)
    paint_ground(painter, circle, _CIRCLE / 2, tokens.rail)
    side = IconSize.SMALL
    inside = QRectF(circle.center().x() - side / 2, circle.center().y() - side / 2, side, side)
    paint_icon(painter, shown.icon, inside, tokens.ink2)
    day_width = text_width(shown.when, font()) + 1
    right = rect.right() - Space.WIDE
    day = QRectF(right - day_width, top, day_width, LINE)
    paint_text(painter, day, shown.when, font(), tokens.ink3, alignment=Qt.AlignmentFlag.AlignRight)
    end = day.left() - Space.MEDIUM
    if is_shared:
        end -= side
        paint_icon(painter, Icon.EYE, QRectF(end, top + (LINE - side) / 2, side, side), tokens.ink3)
        end -= Space.SMALL
    title = QRectF(rect.left() + TEXT_LEFT, top, end - rect.left() - TEXT_LEFT, LINE)
    chip_width = chip_size(shown.chip).width() if shown.chip else 0.0
    letters = font(weight=Weight.STRONG)
    title_room = text_width(shown.title, letters) + 2
    title_width = min(title_room, max(_LEAST_TITLE, title.width() - chip_width - Space.TIGHT))
    place = QRectF(title.left(), top, title_width, LINE)
    paint_marked(painter, place, shown.title, letters, tokens.ink, wanted=wanted)
    if shown.chip is not None:
        start = title.left() + title_width + Space.TIGHT
        room = min(chip_width, title.right() - start)
        paint_chip(painter, QRectF(start, top, max(room, 0), LINE), shown.chip)
