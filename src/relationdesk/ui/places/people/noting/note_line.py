"""The line in which the user notes what happened: of what kind it was, on which day, and with whom."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.noting import Picks
from relationdesk.language.words import _
from relationdesk.ui.places.people.noting.telling import Telling
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import Radius, Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.growing_text import GrowingText
from relationdesk.ui.widgets.key_hint import key_hint_size, key_text, paint_key_hint
from relationdesk.ui.widgets.painting import paint_ground, text_width
from relationdesk.work.desks import Desk, Reader

_PAUSE = 150


class NoteLine(QFrame):
    """Says `paused` a moment after the last key, and `kept` when the text shall be kept.

    What is picked beside the text is `telling`.
    """

    typed = Signal()
    paused = Signal()
    kept = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = key_text(QKeySequence("Ctrl+Return"))
        self.text = GrowingText(_("Note what happened"), "")
        self.text.setObjectName("person.note")
        self.text.kept.connect(self._on_kept)
        self.text.installEventFilter(self)
        self.telling = telling = Telling(tasks, self.text)
        self.text.textChanged.connect(self._on_text_changed)
        self.keep_button = Button(_("Keep"), Role.PRIMARY, compact=True)
        self.keep_button.setToolTip(self._hint)
        self.keep_button.clicked.connect(self._on_kept)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.paused)
        telling.exchange.add(telling.day)
        telling.exchange.add(telling.company.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.TIGHT, Space.TIGHT, Space.TIGHT, Space.TIGHT)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(Space.TIGHT)
        column.addLayout(line)
        column.addWidget(telling.exchange)
        column.addWidget(telling.company)
        for widget, stretch in ((telling.kind_button, 0), (self.text, 1), (self.keep_button, 0)):
            line.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        self.keep_button.hide()
        telling.exchange.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps the note from whatever stands beside its text, too."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_kept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_placeholder()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_now()
        border = tokens.accent if self.text.hasFocus() else tokens.line
        paint_ground(painter, QRectF(self.rect()), Radius.CONTROL, tokens.panel, border)
        if self.text.hasFocus():
            inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            paint_ground(painter, inner, Radius.CONTROL - 1, tokens.panel, border)
        if self._is_empty():
            paint_key_hint(painter, self.width() - Space.MEDIUM, self.height() / 2, self._hint)
        painter.end()

    def _is_empty(self) -> bool:
        return not self.text.toPlainText().strip()

    @Slot()
    def _on_text_changed(self) -> None:
        is_empty = self._is_empty()
        if is_empty:
            self.telling.show_picks(Picks())
        for part in (self.keep_button, self.telling.exchange):
            part.setVisible(not is_empty)
        self._show_placeholder()
        self._pause.start()
        self.typed.emit()
        self.update()

    @Slot()
    def _on_kept(self) -> None:
        if not self._is_empty():
            self._pause.stop()
            self.kept.emit()

    def _show_placeholder(self) -> None:
        room = round(key_hint_size(self._hint).width()) + Space.MEDIUM if self._is_empty() else 0
        self.text.setViewportMargins(0, 0, room, 0)
        long = _("Note what happened… “call Friday” becomes a follow-up")
        has_room = text_width(long, font()) + Space.LARGE < self.text.width() - room
        self.text.setPlaceholderText(long if has_room else _("Note what happened…"))
