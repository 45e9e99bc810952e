"""What the painters of pieces share: letters cut to fit, grounds with round corners."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

_LONGEST_DRAWN = 300
_LONGEST_TIP = 1_000


def drawable(text: str) -> str:
    """The text on one line, and no longer than any line of a screen can be."""
    return " ".join(text[:_LONGEST_DRAWN].split())


def literal(text: str) -> str:
    """The text as Qt's buttons take it, in which a single `&` would vanish and make a shortcut."""
    return text.replace("&", "&&")


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: str,
    *,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line of plain text, cut with an ellipsis where `rect` ends, centred in its height."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(font).elidedText(drawable(text), Qt.TextElideMode.ElideRight, rect.width())
    flags = alignment | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, int(flags), shown)


def paint_ground(
    painter: QPainter, rect: QRectF, radius: float, fill: str, border: str | None = None
) -> None:
    """Draw a rectangle with round corners; the border lies inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill))
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QColor(border))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def text_width(text: str, font: QFont) -> float:
    """How wide `drawable(text)` is in that font, in pixels."""
    return QFontMetricsF(font).horizontalAdvance(drawable(text))


def plain_tip(text: str) -> str:
    """The text as a tool tip that shows it as it is, for Qt would read marks in it as markup."""
    shown = text[:_LONGEST_TIP].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{shown}</span>"
