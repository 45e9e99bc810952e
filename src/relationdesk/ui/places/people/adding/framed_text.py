"""A text of any number of lines in a frame like the other fields of a form."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import Radius, Space
from relationdesk.ui.widgets.growing_text import GrowingText
from relationdesk.ui.widgets.painting import paint_ground

_PAUSE = 150


class FramedText(QFrame):
    """Says `paused` a moment after the last change, and `kept` for Enter; Shift+Enter begins a line."""

    paused = Signal()
    kept = Signal()

    def __init__(self, name: str, placeholder: str, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = GrowingText(name, placeholder)
        self.text.setObjectName(object_name)
        self.text.installEventFilter(self)
        self.text.kept.connect(self.kept)
        self.text.textChanged.connect(self._on_changed)
        self.setFocusProxy(self.text)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.paused)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(Space.SMALL, Space.TIGHT, Space.SMALL, Space.TIGHT)
        inside.addWidget(self.text)

    @property
    def words(self) -> str:
        """The text without the blanks around it."""
        return self.text.toPlainText().strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_plain_enter(event):
            self.kept.emit()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_now()
        border = tokens.accent if self.text.hasFocus() else tokens.line
        paint_ground(painter, QRectF(self.rect()), Radius.CONTROL, tokens.panel, border)
        if self.text.hasFocus():
            inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            paint_ground(painter, inner, Radius.CONTROL - 1, tokens.panel, border)
        painter.end()

    def _on_changed(self) -> None:
        self._pause.start()


def _is_plain_enter(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
