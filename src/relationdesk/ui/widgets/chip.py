"""A few words on a tinted ground: a state, a topic, a filter."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.icons import Icon, paint_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import FontSize, Height, IconSize, Radius, Space, Tint, Tone
from relationdesk.ui.widgets.painting import paint_ground, paint_text, plain_tip, text_width

_PADDING = 7


@dataclass(frozen=True, slots=True)
class ChipText:
    """What a chip says, and in which tone."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: Icon | None = None


def chip_size(chip: ChipText, height: Height = Height.CHIP) -> QSizeF:
    """The room that a chip takes in full."""
    return QSizeF(text_width(chip.text, _letters()) + _icon_room(chip) + 2 * _PADDING + 1, height)


def paint_chip(painter: QPainter, rect: QRectF, chip: ChipText) -> None:
    """Draw a chip; where `rect` is too narrow its words are cut."""
    painter.save()
    colours = tokens_now().toned(chip.tone)
    paint_ground(painter, rect, Radius.CHIP, colours.ground)
    left = rect.left() + _PADDING
    if chip.icon is not None:
        top = rect.center().y() - IconSize.TINY / 2
        paint_icon(painter, chip.icon, QRectF(left, top, IconSize.TINY, IconSize.TINY), colours.ink)
    inner = QRectF(QPointF(left + _icon_room(chip), rect.top()), rect.bottomRight())
    inner.setRight(rect.right() - _PADDING)
    paint_text(painter, inner, chip.text, _letters(), colours.ink)
    painter.restore()


def _letters() -> QFont:
    return font(FontSize.TINY)


def _icon_room(chip: ChipText) -> int:
    return 0 if chip.icon is None else IconSize.TINY + Space.TIGHT + 1


class Chip(QWidget):
    """A chip that only tells."""

    def __init__(self, chip: ChipText, height: Height = Height.CHIP, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self._exact = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_chip(chip)

    def show_chip(self, chip: ChipText) -> None:
        """Say something else; when the words are cut, the tool tip has them all."""
        self._chip = chip
        self.setAccessibleName(chip.text)
        self.updateGeometry()
        self.update()

    def tell_exactly(self, text: str) -> None:
        """Have the exact value ready for the tool tip and a screen reader: the day for `4 days late`."""
        self._exact = text
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:
        return chip_size(self._chip, self._height).toSize()

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), Height.EVENT), int(self._height))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        is_cut = self.width() < self.sizeHint().width()
        tip = self._exact or (self._chip.text if is_cut else "")
        self.setToolTip(plain_tip(tip) if tip else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._chip)
        painter.end()


class ChipButton(QAbstractButton):
    """A chip that does something when clicked, such as a filter or the source of a reason."""

    def __init__(self, chip: ChipText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_chip(chip)

    def show_chip(self, chip: ChipText) -> None:
        """Say something else."""
        self._chip = chip
        self.setAccessibleName(chip.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_size(self._chip).toSize().width(), Height.HIT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        slack = (self.height() - Height.TALL_CHIP) / 2
        ground = QRectF(self.rect()).adjusted(0, slack, 0, -slack)
        painter = QPainter(self)
        paint_chip(painter, ground, self._chip)
        if self.hasFocus() or self.underMouse():
            tint = Tint.ACCENT if self.hasFocus() else Tint.INK3
            width = 2 if self.hasFocus() else 1
            painter.setPen(QPen(QColor(tokens_now().colour(tint)), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), Radius.CHIP, Radius.CHIP)
        painter.end()
