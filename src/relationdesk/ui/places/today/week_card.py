"""The week at a glance: its days, and a dot for each follow-up."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from relationdesk.language.dates import full_day, short_weekday
from relationdesk.language.words import _, plural
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import FontSize, Radius, Space, Tokens, Weight
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.painting import paint_ground, paint_text, plain_tip

_HEIGHT: Final = 66
_LINE: Final = 19
_MOST_DOTS: Final = 5
_DOT: Final = 3.5
_DOT_STEP: Final = 7


class WeekCard(Card):
    """The calendar week that holds today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("This week"), parent=parent)
        self._days = _Days(self)
        self.body.addWidget(self._days)

    def show_week(self, today: date, per_day: Sequence[int]) -> None:
        """Show how many follow-ups each day has, Monday first."""
        self._days.show_week(today, per_day)


class _Days(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: date | None = None
        self._per_day: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_week(self, today: date, per_day: Sequence[int]) -> None:
        self._today, self._per_day = today, tuple(per_day)
        self.setAccessibleName(_("This week"))
        self.setAccessibleDescription("; ".join(self._told(place) for place in range(len(per_day))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(7 * 30, _HEIGHT)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._per_day:
            place = int(event.pos().x() * len(self._per_day) / max(1, self.width()))
            told = self._told(max(0, min(place, len(self._per_day) - 1)))
            QToolTip.showText(event.globalPos(), plain_tip(told), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._today is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_now()
        width = self.width() / len(self._per_day)
        for place, count in enumerate(self._per_day):
            self._paint_day(painter, tokens, QRectF(place * width, 0, width, _HEIGHT), place, count)
        painter.end()

    def _paint_day(self, painter: QPainter, tokens: Tokens, rect: QRectF, place: int, count: int) -> None:
        day = self._day(place)
        is_today = day == self._today
        if is_today:
            paint_ground(painter, rect, Radius.CONTROL, tokens.selection)
        centre = Qt.AlignmentFlag.AlignHCenter
        name = QRectF(rect.left(), Space.TIGHT + 2, rect.width(), _LINE)
        ink = tokens.ink if is_today else tokens.ink3
        weight = Weight.STRONG if is_today else Weight.NORMAL
        paint_text(painter, name, short_weekday(day), font(FontSize.TINY, weight), ink, alignment=centre)
        number = name.translated(0, _LINE)
        ink = tokens.ink if is_today or count else tokens.ink2
        paint_text(painter, number, str(day.day), font(weight=weight), ink, alignment=centre)
        dots = min(count, _MOST_DOTS)
        left = rect.center().x() - (dots - 1) * _DOT_STEP / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ink2))
        for dot in range(dots):
            painter.drawEllipse(QPointF(left + dot * _DOT_STEP, number.bottom() + 9), _DOT / 2, _DOT / 2)

    def _day(self, place: int) -> date:
        today = self._today
        assert today is not None  # noqa: S101 - days are painted and told after `show_week` alone
        return today - timedelta(days=today.weekday() - place)

    def _told(self, place: int) -> str:
        count = self._per_day[place]
        what = plural("{n} follow-up", "{n} follow-ups", count) if count else _("nothing planned")
        return _("{day}: {what}").format(day=full_day(self._day(place)), what=what)
