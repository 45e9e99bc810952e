"""A row of the history that is edited in its place: what every such editor does alike."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.language.words import _
from relationdesk.ui.places.people.timeline.row_widget import RowWidget
from relationdesk.ui.places.people.timeline.timeline_row import TEXT_LEFT
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import Radius, Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.growing_text import GrowingText
from relationdesk.ui.widgets.key_hint import key_text
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import paint_ground
from relationdesk.ui.widgets.undo_line import announce
from relationdesk.work.desks import Desk

_EDGE: Final = Space.MEDIUM
"""Between the edge of the row and the ground of the editor."""
_LEFT: Final = Space.WIDE - 2
_GAP: Final = 0
_BELOW_LEFT: Final = TEXT_LEFT - 10
"""Where buttons begin whose letters stand below those of the title."""
_TEXT_MARGIN: Final = 4
_MOST_LINES: Final = 40


class RowEditor(RowWidget):
    """Shows an entry with what was typed in it before and not kept; one kind of entry each.

    Says `kept` for Ctrl+Enter, for Enter in a line, or when the keys went elsewhere; `left` for Escape;
    `grown` when it needs another height, and `caret_moved` with the place of the caret.
    """

    covers_title = True
    nothing_left = ""
    """What is said where no word is left of an entry."""

    kept = Signal()
    left = Signal()
    grown = Signal()
    caret_moved = Signal(QRect)

    def __init__(self, text_name: str, hint: str) -> None:
        super().__init__()
        self.setObjectName("timeline.editor")
        self.setAccessibleName(_("Change this entry"))
        self.text = GrowingText(text_name, hint, most_lines=_MOST_LINES)
        self.text.setObjectName("entry.text")
        self._told = Label("", Look.HINT, wraps=True)
        self._told.setObjectName("entry.told")
        self.back_button = Button(_("Put back"), Role.QUIET, compact=True)
        self.back_button.setObjectName("entry.put_back")
        self.back_button.setToolTip(_("As it was before you changed it"))
        self.back_button.clicked.connect(self.put_back)
        self.keep_button = Button(_("Keep"), Role.SECONDARY, compact=True)
        self.keep_button.setObjectName("entry.keep")
        self.keep_button.setToolTip(key_text(QKeySequence("Ctrl+Return")))
        self.keep_button.clicked.connect(self.kept)
        self.text.kept.connect(self.kept)
        self.text.cursorPositionChanged.connect(self._on_caret_moved)
        self.text.installEventFilter(self)

    @property
    def is_changed(self) -> bool:
        """Whether the fields say something else than what is kept."""
        raise NotImplementedError

    @property
    def has_words(self) -> bool:
        """Whether anything is left to keep."""
        raise NotImplementedError

    def change(self) -> Callable[[Desk], object]:
        """What keeps the fields as they are now."""
        raise NotImplementedError

    def put_back_words(self) -> None:
        """Show the words that are kept; Ctrl+Z in the text brings back what stood there."""
        raise NotImplementedError

    @Slot()
    def put_back(self) -> None:
        """Show everything as it is kept."""
        self.put_back_words()
        self.text.setFocus()

    def show_draft(self) -> None:
        """Show what was picked beside the text that came to stand there."""
        raise NotImplementedError

    def written_aside(self) -> str:
        """What is picked beside the text, to be kept with its draft."""
        raise NotImplementedError

    @property
    def has_focus_inside(self) -> bool:
        """Whether the keys are in here, or in a menu of something in here."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            widget = widget.parentWidget()
        return widget is self

    def begin(self, drafts: Drafts, key: DraftKey, text: str) -> None:
        """Show the text, or what was typed in it and not kept under `key`."""
        self.key = key
        self.draft = FieldDraft(drafts, self.text)
        self.draft.shown.connect(self._on_draft_shown)
        self.draft.belong_to(key, text)
        self.draft.typed.connect(self.remember)

    @Slot()
    def remember(self) -> None:
        """Keep what was typed or picked as a draft."""
        self._told.hide()
        self.draft.put_aside(self.written_aside() if self.is_changed else "")
        self.back_button.setVisible(self.is_changed)

    def join_line(self, field: QLineEdit) -> None:
        """Let Enter in a line keep the entry, and what is typed there be a draft."""
        field.textEdited.connect(self.remember)
        field.returnPressed.connect(self.kept)
        field.installEventFilter(self)

    def height_in(self, width: int) -> int:
        """How tall everything is in a row of that width."""
        return self._column.totalHeightForWidth(width - sum(self.kept_away))

    def leave(self) -> None:
        """Keep what is in the fields."""
        self.kept.emit()

    def tell(self, sentence: str) -> None:
        """Say something below the fields, on screen and to a screen reader."""
        self._told.setText(sentence)
        self._told.show_tone(Tone.WARN)
        self._told.show()
        announce(self.text, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, Ctrl+Enter keeps from anywhere; no key goes on to the list of rows."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape is the editor's own, unless something in it closes first."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_now()
        left, right = self.kept_away
        ground = QRectF(self.rect()).adjusted(_EDGE - left, 2, right - _EDGE, -2)
        border = tokens.accent if self.has_focus_inside else tokens.line
        paint_ground(painter, ground, Radius.CONTROL, tokens.panel, border)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_edges()

    def arrange(self, head: list[tuple[QWidget, int]], hints: list[QWidget], below: list[QWidget]) -> None:
        """Put the head over the text, with how far each part stretches; `hints` and `below` under it."""
        self._column = QVBoxLayout(self)
        self._column.setSpacing(Space.TIGHT)
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        for widget, stretch in head:
            line.addWidget(widget, stretch)
        self._column.addLayout(line)
        inner = QVBoxLayout()
        inner.setContentsMargins(_BELOW_LEFT - _LEFT, 0, 0, 0)
        inner.setSpacing(Space.TIGHT)
        inner.addLayout(_inset(self.text, TEXT_LEFT - _BELOW_LEFT - _TEXT_MARGIN))
        for hint in hints:
            inner.addLayout(_inset(hint, TEXT_LEFT - _BELOW_LEFT))
        for widget in below:
            inner.addWidget(widget)
        inner.addLayout(self._foot())
        self._column.addLayout(inner)
        self._fit_edges()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(Space.TIGHT)
        foot.addWidget(self._told, 1)
        foot.addStretch(0)
        foot.addWidget(self.back_button)
        foot.addWidget(self.keep_button)
        self._told.setContentsMargins(TEXT_LEFT - _BELOW_LEFT, 0, 0, 0)
        self._told.hide()
        return foot

    def _fit_edges(self) -> None:
        """Letters stand where those of other rows do."""
        left, right = self.kept_away
        inner = _EDGE + Space.SMALL
        self._column.setContentsMargins(_LEFT - left, Space.SMALL, inner - right, Space.SMALL)

    @Slot()
    def _on_draft_shown(self) -> None:
        self.show_draft()
        self.back_button.setVisible(self.is_changed)

    @Slot()
    def _on_caret_moved(self) -> None:
        caret = self.text.cursorRect()
        caret.moveTopLeft(self.text.viewport().mapTo(self, caret.topLeft()))
        self.caret_moved.emit(caret)


def _inset(widget: QWidget, left: int) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(left, 0, 0, 0)
    line.addWidget(widget)
    return line
