"""A line to type in, with an icon that says what for and the keys that lead there."""

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon, line_icon, paint_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.key_hint import key_hint_size, key_text, paint_key_hint

_ICON_LEFT = 11


class Field(QLineEdit):
    """Says `edited` only when the user typed, pasted or cleared; the hint gives way to what is typed."""

    edited = Signal(str)

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        icon: Icon | None = None,
        keys: QKeySequence | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._keys = key_text(keys) if keys is not None else ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._clear = self.addAction(line_icon(Icon.X, Tint.INK3), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setText(_("Clear"))
        self._clear.setToolTip(_("Clear"))
        self._clear.triggered.connect(self._on_clear)
        self.textEdited.connect(self.edited)
        self.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    @Slot()
    def _on_clear(self) -> None:
        self.clear()
        self.edited.emit("")

    @Slot()
    def _on_text_changed(self) -> None:
        self._clear.setVisible(bool(self.text()))
        leading = IconSize.NORMAL + Space.SMALL - 1 if self._icon is not None else 0
        trailing = round(key_hint_size(self._keys).width()) if self._keys and not self.text() else 0
        self.setTextMargins(leading, 0, trailing, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        middle = self.height() / 2
        if self._icon is not None:
            side = IconSize.NORMAL
            place = QRectF(_ICON_LEFT, middle - side / 2, side, side)
            paint_icon(painter, self._icon, place, tokens_now().ink3)
        if self._keys and not self.text():
            paint_key_hint(painter, self.width() - Space.SMALL - 3, middle, self._keys)
        painter.end()
