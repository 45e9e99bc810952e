"""A place in the navigation rail: its icon, its name, and what waits there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.icons import Icon, paint_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import FontSize, Height, IconSize, Radius, Space, Weight
from relationdesk.ui.widgets.button import DrawnButton
from relationdesk.ui.widgets.painting import paint_ground, paint_text, plain_tip, text_width
from relationdesk.ui.widgets.section_heading import count_text

_TEXT_LEFT = 36
_PILL_PADDING = 7
_DOT = 7
_PILL_HEIGHT = 16


class RailItem(DrawnButton):
    """Checked while its place is shown; put the items of a rail into one exclusive button group."""

    def __init__(self, text: str, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._count = 0
        self._is_folded = False
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many things wait there; nothing is shown for none."""
        self._count = count
        counted = _("{title}, {count}").format(title=self.text(), count=count_text(count))
        self.setAccessibleName(counted if count else self.text())
        self.update()

    def fold(self, *, is_folded: bool) -> None:
        """Show the icon alone, with the words as its tool tip, or both again."""
        self._is_folded = is_folded
        self.updateGeometry()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.setToolTip(plain_tip(self.accessibleName()) if self._is_folded else "")

    def sizeHint(self) -> QSize:
        return QSize(_TEXT_LEFT if self._is_folded else 175, Height.CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(_TEXT_LEFT, Height.CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_now()
        rect = QRectF(self.rect())
        is_lit = self.isChecked() or self.underMouse()
        if is_lit:
            paint_ground(painter, rect, Radius.CONTROL, tokens.selection)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), Radius.CONTROL, Radius.CONTROL)
        ink = tokens.ink if is_lit else tokens.ink2
        side = IconSize.NORMAL
        left = (rect.width() - side) / 2 if self._is_folded else 10
        paint_icon(painter, self._icon, QRectF(left, rect.center().y() - side / 2, side, side), ink)
        if self._is_folded:
            self._paint_dot(painter, QRectF(left, rect.center().y() - side / 2, side, side))
            painter.end()
            return
        letters = font(weight=Weight.STRONG if self.isChecked() else Weight.NORMAL)
        paint_text(painter, rect.adjusted(_TEXT_LEFT, 0, -self._pill_room(), 0), self.text(), letters, ink)
        self._paint_pill(painter, rect)
        painter.end()

    def _paint_dot(self, painter: QPainter, icon: QRectF) -> None:
        """That something waits there, where there is no room to say how much."""
        if self._count:
            dot = QRectF(icon.right() - _DOT / 2, icon.top() - _DOT / 2, _DOT, _DOT)
            paint_ground(painter, dot, _DOT / 2, tokens_now().accent)

    def _paint_pill(self, painter: QPainter, rect: QRectF) -> None:
        if not self._count:
            return
        tokens = tokens_now()
        width = self._pill_room() - Space.SMALL - 2
        place = QRectF(rect.right() - width - 10, rect.center().y() - _PILL_HEIGHT / 2, width, _PILL_HEIGHT)
        paint_ground(painter, place, _PILL_HEIGHT / 2, tokens.line)
        letters = font(FontSize.TINY, Weight.STRONG)
        paint_text(
            painter,
            place,
            count_text(self._count),
            letters,
            tokens.ink,
            alignment=Qt.AlignmentFlag.AlignHCenter,
        )

    def _pill_room(self) -> float:
        if not self._count:
            return Space.SMALL
        letters = font(FontSize.TINY, Weight.STRONG)
        return text_width(count_text(self._count), letters) + 2 * _PILL_PADDING + 10
