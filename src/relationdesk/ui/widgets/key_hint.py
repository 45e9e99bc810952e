"""The keys of a shortcut, in a small frame beside what they do."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QKeySequence, QPainter

from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import FontSize, Radius
from relationdesk.ui.widgets.painting import paint_ground, paint_text, text_width

_HEIGHT = 17
_PADDING = 5
_SIGNS = {"Shift": "⇧", "Return": "↵", "Enter": "↵", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def key_text(keys: QKeySequence) -> str:
    """A shortcut as it is written on screen: `Ctrl ⇧ N`."""
    written = keys.toString(QKeySequence.SequenceFormat.PortableText).split(", ")[0]
    return " ".join(_SIGNS.get(key, key) for key in written.split("+"))


def key_hint_size(text: str) -> QSizeF:
    """The room of a framed hint."""
    return QSizeF(text_width(text, _letters()) + 2 * _PADDING + 1, _HEIGHT)


def paint_key_hint(painter: QPainter, right_centre_x: float, centre_y: float, text: str) -> None:
    """Draw a framed hint that ends at `right_centre_x`, centred on `centre_y`."""
    size = key_hint_size(text)
    rect = QRectF(right_centre_x - size.width(), centre_y - size.height() / 2, size.width(), size.height())
    painter.save()
    tokens = tokens_now()
    paint_ground(painter, rect, Radius.KEY, tokens.bg, tokens.line)
    paint_text(painter, rect, text, _letters(), tokens.ink3, alignment=Qt.AlignmentFlag.AlignHCenter)
    painter.restore()


def _letters() -> QFont:
    return font(FontSize.TINY)
