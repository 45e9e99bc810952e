"""The program's sign for the tray: two rings that hold one another, with a badge of how many wait."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPen, QPixmap

from relationdesk.ui.theme.icons import Icon, paint_icon
from relationdesk.ui.theme.tokens import Tokens, Weight

SIDES: Final = (16, 20, 22, 24, 32, 44, 48, 64)
"""Trays show it at one of these; each is drawn by itself, so that none is blurred."""
MOST_SHOWN: Final = 99
_CORNER, _RING, _STROKE, _ASIDE = 0.22, 0.19, 0.09, 0.125
_BADGE, _LETTERS, _LOCK = 0.6, 0.8, 0.72


def tray_icon(tokens: Tokens, count: int = 0, *, is_at_work: bool = True) -> QIcon:
    """The sign in the colours of a theme.

    The badge shows `count` where it is not 0, or a closed lock, on a pale ground, where the program is not at
    work.
    """
    icon = QIcon()
    for side in SIDES:
        icon.addPixmap(_drawn(side, tokens, count, is_at_work=is_at_work))
    return icon


def _drawn(side: int, tokens: Tokens, count: int, *, is_at_work: bool) -> QPixmap:
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_sign(painter, side, tokens.accent if is_at_work else tokens.ink3, tokens.on_accent)
    if not is_at_work:
        lock = _badge(painter, side, 0, tokens.ink)
        paint_icon(painter, Icon.LOCK, _within(lock, _LOCK), tokens.bg)
    elif count:
        _draw_count(painter, side, _words(count), tokens)
    painter.end()
    return drawn


def _draw_sign(painter: QPainter, side: int, ground: str, line: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(0, 0, side, side), _CORNER * side, _CORNER * side)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(line), max(1.4, _STROKE * side)))
    radius, middle = _RING * side, side / 2
    for aside in (-_ASIDE, _ASIDE):
        left = middle + aside * side - radius
        painter.drawEllipse(QRectF(left, middle - radius, 2 * radius, 2 * radius))


def _draw_count(painter: QPainter, side: int, words: str, tokens: Tokens) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(7, round(_BADGE * _LETTERS * side)))
    font.setWeight(QFont.Weight(int(Weight.STRONG)))
    painter.setFont(font)
    inked = QFontMetricsF(font).tightBoundingRect(words)
    badge = _badge(painter, side, inked.width(), tokens.ink)
    painter.setPen(QColor(tokens.bg))
    painter.drawText(badge.center() - inked.center(), words)


def _badge(painter: QPainter, side: int, wide: float, colour: str) -> QRectF:
    """A pill at the lower right, wide enough for what comes on it, with a gap around it."""
    height, gap = round(_BADGE * side), max(1.0, side / 24)
    width = min(float(side), max(float(height), wide + height * 0.4))
    badge = QRectF(side - width, side - height, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawRoundedRect(badge.adjusted(-gap, -gap, gap, gap), height / 2 + gap, height / 2 + gap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(badge, height / 2, height / 2)
    return badge


def _within(rect: QRectF, share: float) -> QRectF:
    side = share * rect.height()
    inside = QRectF(0, 0, side, side)
    inside.moveCenter(rect.center())
    return inside


def _words(count: int) -> str:
    return str(count) if count <= MOST_SHOWN else f"{MOST_SHOWN}+"
