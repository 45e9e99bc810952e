"""The line in which the user notes what happened, and says of what kind it was."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QActionGroup, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relationdesk.domain.happenings import direction_told, kind_told
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone
from relationdesk.language.words import _
from relationdesk.ui.places.people.exchange_line import ExchangeLine
from relationdesk.ui.places.people.timeline_words import KIND_ICONS
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.icons import line_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import Radius, Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.growing_text import GrowingText
from relationdesk.ui.widgets.key_hint import key_hint_size, key_text, paint_key_hint
from relationdesk.ui.widgets.painting import paint_ground, text_width

_PAUSE = 150
_BOTH_WAYS = {InteractionKind.CALL, InteractionKind.MEETING, InteractionKind.EVENT}


class NoteLine(QFrame):
    """Says `paused` a moment after the last key, and `kept` when the text shall be kept.

    Says `picked` when the user picked the kind, who reached out, or who asked or gave; until then the first
    two are guessed from the text.
    """

    typed = Signal()
    picked = Signal()
    paused = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked: InteractionKind | None = None
        self._name = ""
        self._hint = key_text(QKeySequence("Ctrl+Return"))
        self.text = GrowingText(_("Note what happened"), "")
        self.text.setObjectName("person.note")
        self.text.kept.connect(self._on_kept)
        self.text.textChanged.connect(self._on_text_changed)
        self.text.installEventFilter(self)
        self.kind_button = Button("", Role.QUIET, KIND_ICONS[InteractionKind.NOTE], compact=True)
        self.kind_button.clicked.connect(self._on_kind_asked)
        self.keep_button = Button(_("Keep"), Role.PRIMARY, compact=True)
        self.keep_button.setToolTip(self._hint)
        self.keep_button.clicked.connect(self._on_kept)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.paused)
        self.exchange = ExchangeLine(self.text)
        self.exchange.picked.connect(self.picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.TIGHT, Space.TIGHT, Space.TIGHT, Space.TIGHT)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(Space.TIGHT)
        column.addLayout(line)
        column.addWidget(self.exchange)
        for widget, stretch in ((self.kind_button, 0), (self.text, 1), (self.keep_button, 0)):
            line.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        self._show_kind()
        self.keep_button.hide()
        self.exchange.hide()

    @property
    def kind(self) -> InteractionKind:
        """The kind shown: the one picked, or else the one that the text tells."""
        return self._picked or kind_told(self.text.toPlainText())

    @property
    def picks(self) -> str:
        """Everything that the user picked, in words that `show_picks` reads."""
        exchange = self.exchange
        tone = exchange.tone if exchange.tone is not Tone.NEITHER else None
        return " ".join(word for word in (self._picked, exchange.picked_direction, tone) if word)

    def show_picks(self, told: str, name: str) -> None:
        """Show what was picked for a text about the person called `name`; what was not, it tells itself."""
        words = told.split()
        self._name = name
        self._picked = next((kind for kind in InteractionKind if kind in words), None)
        direction = next((one for one in Direction if one in words), None)
        self.exchange.show_picked(direction, next((one for one in Tone if one in words), Tone.NEITHER))
        self._show_kind()

    def pick(self, kind: InteractionKind) -> None:
        """Choose the kind, whatever the text tells."""
        self._picked = kind
        self._show_kind()
        self.picked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

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
            self._picked = None
            self.exchange.show_picked(None, Tone.NEITHER)
        for part in (self.keep_button, self.exchange):
            part.setVisible(not is_empty)
        self._show_kind()
        self._show_placeholder()
        self._pause.start()
        self.typed.emit()
        self.update()

    @Slot()
    def _on_kept(self) -> None:
        if not self._is_empty():
            self._pause.stop()
            self.kept.emit()

    @Slot()
    def _on_kind_asked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for kind in InteractionKind:
            action = menu.addAction(line_icon(KIND_ICONS[kind]), _capitalised(term(kind)))
            action.setCheckable(True)
            action.setChecked(kind is self.kind)
            action.triggered.connect(lambda _checked=False, kind=kind: self.pick(kind))
            group.addAction(action)
        menu.popup(self.kind_button.mapToGlobal(QPoint(0, self.kind_button.height())))

    def _show_kind(self) -> None:
        self.kind_button.show_icon(KIND_ICONS[self.kind])
        name = _("Kind: {kind}").format(kind=term(self.kind))
        self.kind_button.setAccessibleName(name)
        self.kind_button.setToolTip(name)
        is_shared = self.kind in _BOTH_WAYS
        told = Direction.BOTH if is_shared else direction_told(self.text.toPlainText())
        self.exchange.show_told(told, self._name)

    def _show_placeholder(self) -> None:
        room = round(key_hint_size(self._hint).width()) + Space.MEDIUM if self._is_empty() else 0
        self.text.setViewportMargins(0, 0, room, 0)
        long = _("Note what happened… “call Friday” becomes a follow-up")
        has_room = text_width(long, font()) + Space.LARGE < self.text.width() - room
        self.text.setPlaceholderText(long if has_room else _("Note what happened…"))


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]
