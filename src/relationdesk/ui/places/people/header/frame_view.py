"""A picture behind a round window: dragged, scrolled or moved by keys until the face is in it."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from relationdesk.domain.framing import Framing, middle_square
from relationdesk.language.words import _
from relationdesk.ui.theme.palette import tokens_now

SIDE: Final = 320
_STEP: Final = 12
"""Pixels of the screen that an arrow moves the picture."""
_ZOOM: Final = 1.15
_VEIL: Final = 150


class FrameView(QWidget):
    """Shows which square of the picture is kept; what lies outside of its circle is veiled."""

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        self.framing: Framing = middle_square(image.width(), image.height())
        self._held_at: QPointF | None = None
        self.setObjectName("frame.view")
        self.setFixedSize(QSize(SIDE, SIDE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(_("The part of the picture that is shown"))
        self.setAccessibleDescription(_("The arrows move it, plus and minus make it larger and smaller."))

    @property
    def part(self) -> QRect:
        """The square that is kept, in pixels of the picture."""
        left, top, side = self.framing.square
        return QRect(left, top, side, side)

    def zoom(self, steps: float) -> None:
        """Make the picture larger, or smaller with steps below zero."""
        self._frame(self.framing.zoomed(_ZOOM**steps))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held_at = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is not None:
            gone = event.position() - self._held_at
            self._held_at = event.position()
            self._move(-gone.x(), -gone.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held_at = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(event.angleDelta().y() / 120)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (-_STEP, 0),
            Qt.Key.Key_Right: (_STEP, 0),
            Qt.Key.Key_Up: (0, -_STEP),
            Qt.Key.Key_Down: (0, _STEP),
        }
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        if key in moves:
            self._move(*moves[key])
        elif key in zooms:
            self.zoom(zooms[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(self.rect())
        framing = self.framing
        painter.drawImage(whole, self._image, QRectF(framing.left, framing.top, framing.side, framing.side))
        circle = QPainterPath()
        circle.addEllipse(whole.adjusted(1, 1, -1, -1))
        around = QPainterPath()
        around.addRect(whole)
        veil = QColor(tokens_now().bg)
        veil.setAlpha(_VEIL)
        painter.fillPath(around.subtracted(circle), veil)
        pen = QPen(QColor(tokens_now().accent if self.hasFocus() else tokens_now().line), 2)
        painter.setPen(pen)
        painter.drawPath(circle)
        painter.end()

    def _move(self, right: float, down: float) -> None:
        """Move the window by pixels of the screen."""
        pixels = self.framing.side / SIDE
        self._frame(self.framing.moved(right * pixels, down * pixels))

    def _frame(self, framing: Framing) -> None:
        self.framing = framing
        self.update()
