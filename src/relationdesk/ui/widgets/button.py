"""The program's button: what to do, with an icon before it and its keys after it."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QStyleOptionButton, QWidget

from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.icons import Icon, paint_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import FontSize, Height, IconSize, Space, Tint, Weight
from relationdesk.ui.widgets.key_hint import key_hint_size, key_text, paint_key_hint
from relationdesk.ui.widgets.painting import literal
from relationdesk.ui.widgets.restyling import restyle

_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_TEXT_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class Role(StrEnum):
    """How much a button asks for; a place shows one primary button at most."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"


class DrawnButton(QAbstractButton):
    """A button that looks like none and is drawn by whoever it is; Enter does what Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _clicked_by(self, event):
            super().keyPressEvent(event)


class Button(QPushButton):
    """A button whose frame comes from the style sheet and whose content is laid out here.

    `keys` are only shown: the place or the window owns the shortcut itself. With an icon and no text
    (`name` then says what it does) it is square.
    """

    def __init__(
        self,
        text: str,
        role: Role = Role.SECONDARY,
        icon: Icon | None = None,
        keys: QKeySequence | None = None,
        parent: QWidget | None = None,
        *,
        compact: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(literal(text), parent)
        self._words = text
        self._role = role
        self._drawn_icon = icon
        self._keys = key_text(keys) if keys is not None else ""
        self._is_compact = compact
        self.setProperty("role", role.value)
        self.setProperty("compact", compact)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if name:
            self.setAccessibleName(name)
            self.setToolTip(name)

    def text(self) -> str:
        """The words as they are read."""
        return self._words

    def setText(self, text: str) -> None:
        """Show other words."""
        self._words = text
        super().setText(literal(text))

    def show_role(self, role: Role) -> None:
        """Become the one thing to do next, or stop being it."""
        if role is self._role:
            return
        self._role = role
        self.setProperty("role", role.value)
        restyle(self)
        self.updateGeometry()

    def show_icon(self, icon: Icon | None) -> None:
        """Show another icon, or none."""
        self._drawn_icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = Height.EVENT if self._is_large() else Height.HIT if self._is_compact else Height.CONTROL
        width = self._content_width() + 2 * (Space.MEDIUM - 2 if self._is_compact else Space.MEDIUM + 1)
        return QSizeF(max(width, height), height).toSize()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does, on a page as in a dialog; without this Qt asks for a default button."""
        if not _clicked_by(self, event):
            super().keyPressEvent(event)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Leave the words to `paintEvent`, so that Qt draws the frame alone."""
        super().initStyleOption(option)
        option.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        colour = tokens_now().colour(self._tint())
        left = (self.width() - self._content_width()) / 2
        middle = self.height() / 2
        if self._drawn_icon is not None:
            side = self._icon_side()
            paint_icon(painter, self._drawn_icon, QRectF(left, middle - side / 2, side, side), colour)
            left += side + self._gap()
        painter.setFont(self._letters())
        painter.setPen(QColor(colour))
        text = QRectF(left, 0, self._text_width() + 1, self.height())
        painter.drawText(text, _TEXT_FLAGS, self._words)
        if not self._keys:
            return
        end = left + self._text_width() + self._gap() + key_hint_size(self._keys).width()
        if self._role is Role.PRIMARY:
            hint = QRectF(text.right() + self._gap(), 0, end - text.right(), self.height())
            painter.setFont(font(FontSize.SMALL))
            painter.drawText(hint, int(Qt.AlignmentFlag.AlignVCenter), self._keys)
        else:
            paint_key_hint(painter, end, middle, self._keys)

    def _content_width(self) -> float:
        parts: list[float] = [self._icon_side()] if self._drawn_icon is not None else []
        parts += [self._text_width()] if self._words else []
        parts += [key_hint_size(self._keys).width()] if self._keys else []
        return sum(parts) + self._gap() * max(0, len(parts) - 1)

    def _text_width(self) -> float:
        return QFontMetricsF(self._letters()).horizontalAdvance(self._words)

    def _letters(self) -> QFont:
        size = FontSize.HEADING if self._is_large() else FontSize.SMALL if self._is_compact else FontSize.BODY
        return font(size, Weight.STRONG if self._role is Role.PRIMARY else Weight.NORMAL)

    def _icon_side(self) -> int:
        return IconSize.SMALL if self._is_compact else IconSize.NORMAL

    def _gap(self) -> int:
        return Space.SMALL

    def _is_large(self) -> bool:
        return bool(self.property("event"))

    def _tint(self) -> Tint:
        if not self.isEnabled():
            return Tint.INK3
        if self._role is Role.PRIMARY:
            return Tint.ON_ACCENT
        return Tint.INK2 if self._role is Role.QUIET and not self.underMouse() else Tint.INK


def _clicked_by(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Whether a key is an Enter, and the button is clicked by it: once, however long it is held."""
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.modifiers() & _CHORD:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
