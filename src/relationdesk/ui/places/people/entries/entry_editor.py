"""A row of the history that is edited in its place: what happened, when, where and with whom."""

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.noting import Happening, Picks, read_picks
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.editing import Edited
from relationdesk.ui.places.people.entries.plain_fields import PlainField
from relationdesk.ui.places.people.noting.odd_words_hint import OddWordsHint
from relationdesk.ui.places.people.noting.pointing_out import PointingOut
from relationdesk.ui.places.people.noting.telling import Telling
from relationdesk.ui.places.people.timeline.row_widget import RowWidget
from relationdesk.ui.places.people.timeline.timeline_row import TEXT_LEFT
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import Radius, Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.growing_text import GrowingText
from relationdesk.ui.widgets.key_hint import key_text
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import paint_ground
from relationdesk.ui.widgets.undo_line import announce
from relationdesk.work.desks import Desk, Reader

_PAUSE: Final = 150
_EDGE: Final = Space.MEDIUM
"""Between the edge of the row and the ground of the editor."""
_KIND_LEFT: Final = Space.WIDE - 2
_KIND_GAP: Final = 2
_BELOW_LEFT: Final = TEXT_LEFT - 10
"""Where buttons begin whose letters stand below those of the title."""
_TEXT_MARGIN: Final = 4
_PLACE_WIDTH: Final = 150
_MOST_LINES: Final = 40


class EntryEditor(RowWidget):
    """Shows an entry with what was typed in it before and not kept.

    Says `kept` for Ctrl+Enter, for Enter in a line, or when the keys went elsewhere; `left` for Escape;
    `grown` when it needs another height, and `caret_moved` with the place of the caret.
    """

    covers_title = True

    kept = Signal()
    left = Signal()
    grown = Signal()
    caret_moved = Signal(QRect)

    def __init__(
        self, tasks: Tasks[Reader, Desk], edited: Edited, *, name: str, told_title: str, today: date
    ) -> None:
        """`name` is that of whose history it is; `told_title` stands where the entry has no title."""
        super().__init__()
        self.edited = edited
        self._today = today
        self._names = {edited.owner: name} | edited.names
        self.setObjectName("timeline.editor")
        self.setAccessibleName(_("Change this entry"))
        self.title = PlainField(_("Title"), told_title, is_strong=True)
        self.title.setObjectName("entry.title")
        self.place = Field(_("Place"), _("Place"), Icon.MAP_PIN)
        self.place.setProperty("line", True)  # noqa: FBT003 - Qt's
        self.place.setObjectName("entry.place")
        self.place.setFixedWidth(_PLACE_WIDTH)
        self.text = GrowingText(_("What happened"), _("What happened"), most_lines=_MOST_LINES)
        self.text.setObjectName("entry.text")
        self.telling = Telling(tasks, self.text)
        self._hint = OddWordsHint()
        self._pointing_out = PointingOut(tasks, self.text, self._hint)
        self._pointing_out.name = name
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._pointing_out.look)
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
        self._arrange()
        self.draft = FieldDraft(drafts_of(tasks), self.text)
        self.draft.shown.connect(self._on_draft_shown)
        self.draft.belong_to(edited.key, edited.told.text)
        self._join()
        self._pointing_out.begin()

    @property
    def happening(self) -> Happening:
        """What happened, as it stands in the fields."""
        return self.telling.happening(self.edited.owner, title=self.title.text(), place=self.place.text())

    @property
    def is_changed(self) -> bool:
        """Whether the fields say something else than what is kept."""
        return not self.edited.is_told_so(self.happening)

    @property
    def has_focus_inside(self) -> bool:
        """Whether the keys are in here, or in a menu of something in here."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            widget = widget.parentWidget()
        return widget is self

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

    def put_back_words(self) -> None:
        """Show the title and the text that are kept; Ctrl+Z in the text brings back what stood there."""
        self.title.setText(self.edited.told.title)
        self.text.selectAll()
        self.text.insertPlainText(self.edited.told.text)
        self._on_edited()

    @Slot()
    def put_back(self) -> None:
        """Show everything as it is kept."""
        self.place.setText(self.edited.told.place)
        self.telling.show_about(self.edited.owner, self._names, self._today, self.edited.picks)
        self.put_back_words()
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; no key goes on to the list of rows."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
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

    @Slot()
    def _on_draft_shown(self) -> None:
        """What was picked beside the text is shown with it."""
        aside = self.draft.aside
        picks = read_picks(aside) if aside else self.edited.picks
        self.title.setText(picks.title)
        self.place.setText(picks.place)
        self.telling.show_about(self.edited.owner, self._names, self._today, picks)
        self._show_state()

    @Slot()
    def _on_edited(self) -> None:
        self._told.hide()
        self.draft.put_aside(self._picks.written() if self.is_changed else "")
        self._show_state()
        self._pause.start()

    @property
    def _picks(self) -> Picks:
        picks = self.telling.picks
        return Picks(
            kind=picks.kind,
            direction=picks.direction,
            tone=self.telling.exchange.tone,
            day=self.telling.day.day,
            title=self.title.text(),
            place=self.place.text(),
            lines=picks.lines,
            mentions=picks.mentions,
        )

    def _show_state(self) -> None:
        self.back_button.setVisible(self.is_changed)

    @Slot()
    def _on_caret_moved(self) -> None:
        caret = self.text.cursorRect()
        caret.moveTopLeft(self.text.viewport().mapTo(self, caret.topLeft()))
        self.caret_moved.emit(caret)

    def _join(self) -> None:
        self.draft.typed.connect(self._on_edited)
        self.telling.picked.connect(self._on_edited)
        self.text.kept.connect(self.kept)
        self.text.cursorPositionChanged.connect(self._on_caret_moved)
        self.title.textEdited.connect(self._on_edited)
        self.place.edited.connect(self._on_edited)
        for field in (self.title, self.place):
            field.returnPressed.connect(self.kept)
        for widget in (self.title, self.place, self.text):
            widget.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_edges()

    def _fit_edges(self) -> None:
        """Letters stand where those of other rows do."""
        left, right = self.kept_away
        inner = _EDGE + Space.SMALL
        self._column.setContentsMargins(_KIND_LEFT - left, Space.SMALL, inner - right, Space.SMALL)

    def _arrange(self) -> None:
        telling = self.telling
        telling.exchange.add(telling.company.add_button)
        telling.exchange.add(self.place)
        head = QHBoxLayout()
        head.setSpacing(_KIND_GAP)
        for widget, stretch in ((telling.kind_button, 0), (self.title, 1), (telling.day, 0)):
            head.addWidget(widget, stretch)
        foot = QHBoxLayout()
        foot.setSpacing(Space.TIGHT)
        foot.addWidget(self._told, 1)
        foot.addStretch(0)
        foot.addWidget(self.back_button)
        foot.addWidget(self.keep_button)
        below = QVBoxLayout()
        below.setContentsMargins(_BELOW_LEFT - _KIND_LEFT, 0, 0, 0)
        below.setSpacing(Space.TIGHT)
        below.addLayout(_inset(self.text, TEXT_LEFT - _BELOW_LEFT - _TEXT_MARGIN))
        below.addLayout(_inset(self._hint, TEXT_LEFT - _BELOW_LEFT))
        below.addWidget(telling.exchange)
        below.addWidget(telling.company)
        below.addLayout(foot)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(Space.TIGHT)
        self._column.addLayout(head)
        self._column.addLayout(below)
        self._told.setContentsMargins(TEXT_LEFT - _BELOW_LEFT, 0, 0, 0)
        self._told.hide()
        self._fit_edges()


def _inset(widget: QWidget, left: int) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(left, 0, 0, 0)
    line.addWidget(widget)
    return line
