"""A line of text that does something when clicked: an address to copy, a person to open."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.icons import Icon, paint_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import Height, IconSize, Radius, Space
from relationdesk.ui.widgets.button import DrawnButton
from relationdesk.ui.widgets.painting import literal, paint_ground, paint_text, plain_tip, text_width

EDGE: Final = 6


class TextButton(DrawnButton):
    """Text, then a quieter detail; its ground reaches `EDGE` pixels beyond its letters on both sides.

    `does` says what a click does, for the tool tip and for a screen reader; `ends_with` is a quiet picture of
    it at the other end.
    """

    def __init__(
        self,
        text: str,
        detail: str,
        does: str,
        icon: Icon | None = None,
        parent: QWidget | None = None,
        *,
        ends_with: Icon | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = text
        self.setText(literal(text))
        self._detail = detail
        self._icon = icon
        self._last = ends_with
        self._does = does
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ".join(part for part in (text, detail) if part))
        self.setAccessibleDescription(does)

    @property
    def words(self) -> str:
        """The text without its detail."""
        return self._words

    def sizeHint(self) -> QSize:
        letters = font()
        detail = text_width(self._detail, letters) + Space.TIGHT if self._detail else 0
        icons = self._icon_room() + self._last_room()
        width = icons + text_width(self._words, letters) + detail + 2 * EDGE + 2
        return QSize(round(width), Height.HIT)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, Height.HIT)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            is_cut = self.sizeHint().width() > self.width()
            self.setToolTip(plain_tip(self.accessibleName() if is_cut else self._does))
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_now()
        rect = QRectF(self.rect())
        if self.underMouse():
            paint_ground(painter, rect, Radius.CHIP, tokens.selection)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), Radius.CHIP, Radius.CHIP)
        inner = rect.adjusted(EDGE, 0, -EDGE, 0)
        if self._icon is not None:
            side = IconSize.SMALL
            place = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
            paint_icon(painter, self._icon, place, tokens.warn)
        inner.setLeft(inner.left() + self._icon_room())
        if self._last is not None:
            side = IconSize.SMALL
            place = QRectF(inner.right() - side, inner.center().y() - side / 2, side, side)
            paint_icon(painter, self._last, place, tokens.ink3)
            inner.setRight(inner.right() - self._last_room())
        letters = font()
        paint_text(painter, inner, self._words, letters, tokens.ink)
        inner.setLeft(inner.left() + text_width(self._words, letters) + Space.TIGHT)
        if self._detail and inner.width() > Space.LARGE:
            paint_text(painter, inner, self._detail, letters, tokens.ink3)
        painter.end()

    def _last_room(self) -> int:
        return 0 if self._last is None else IconSize.SMALL + Space.TIGHT

    def _icon_room(self) -> int:
        return 0 if self._icon is None else IconSize.SMALL + Space.TIGHT
