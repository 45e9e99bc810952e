"""A few numbers over time as one quiet line: how they moved, and nothing about what that is worth."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from relationdesk.domain.readings import curve
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import FontSize, Space
from relationdesk.ui.widgets.painting import paint_text, plain_tip

_HEIGHT = 64
_WIDEST = 360
_LINE_ROOM = 40
_DOT = 2.5


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A number on a day; `words` say both exactly, and `day_text` the day where it stands at an end."""

    day: date
    number: int
    words: str
    day_text: str


class Curve(QWidget):
    """Draws points, the oldest first, with the days of both ends; the exact words come on hover.

    A screen reader is told `told`, and then every point.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: Sequence[CurvePoint] = ()
        self._near: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDEST)
        self.setMouseTracking(True)

    def show_points(self, points: Sequence[CurvePoint], told: str) -> None:
        """Show these points."""
        self._points = tuple(points)
        self._near = None
        self.setAccessibleName(told)
        self.setAccessibleDescription("; ".join(point.words for point in points))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def places(self) -> list[QPointF]:
        """Where the points lie in the widget."""
        frame = QRectF(_DOT + 1, _DOT + 1, self.width() - 2 * (_DOT + 1), _LINE_ROOM - 2 * (_DOT + 1))
        flat = [(point.day, point.number) for point in self._points]
        return [
            QPointF(frame.left() + x * frame.width(), frame.bottom() - y * frame.height())
            for x, y in curve(flat)
        ]

    def words_at(self, x: float) -> str:
        """The exact words of the point that lies nearest to `x`; empty where there are none."""
        near = self._nearest(x)
        return "" if near is None else self._points[near].words

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self.words_at(event.pos().x())), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        near = self._nearest(event.position().x())
        if near != self._near:
            self._near = near
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._near = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self.places()
        painter.setPen(QPen(QColor(tokens.ink3), 1.5))
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ink2))
        for index, place in enumerate(places):
            size = _DOT + 1 if index == self._near else _DOT
            painter.drawEllipse(place, size, size)
        self._paint_ends(painter, tokens.ink3)
        painter.end()

    def _paint_ends(self, painter: QPainter, ink: str) -> None:
        if not self._points:
            return
        letters = font(FontSize.SMALL)
        room = QRectF(0, _LINE_ROOM + Space.TIGHT, self.width(), _HEIGHT - _LINE_ROOM - Space.TIGHT)
        half = room.adjusted(0, 0, -room.width() / 2, 0)
        paint_text(painter, half, self._points[0].day_text, letters, ink)
        half.moveLeft(room.width() / 2)
        right = Qt.AlignmentFlag.AlignRight
        paint_text(painter, half, self._points[-1].day_text, letters, ink, alignment=right)

    def _nearest(self, x: float) -> int | None:
        places = self.places()
        return min(range(len(places)), key=lambda one: abs(places[one].x() - x), default=None)
