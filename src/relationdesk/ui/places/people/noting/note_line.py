"""The line in which the user notes what happened: of what kind it was, on which day, and with whom."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QActionGroup, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relationdesk.domain.happenings import direction_told, kind_told
from relationdesk.domain.ids import PersonId
from relationdesk.domain.noting import Happening, Picks
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.day_button import DayButton
from relationdesk.ui.places.people.entries.naming import Naming
from relationdesk.ui.places.people.entries.with_people import WithPeople
from relationdesk.ui.places.people.noting.exchange_line import ExchangeLine
from relationdesk.ui.places.people.timeline.timeline_words import KIND_ICONS
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import Radius, Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.growing_text import GrowingText
from relationdesk.ui.widgets.key_hint import key_hint_size, key_text, paint_key_hint
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import paint_ground, text_width
from relationdesk.work.desks import Desk, Reader

_PAUSE = 150
_BOTH_WAYS = {InteractionKind.CALL, InteractionKind.MEETING, InteractionKind.EVENT}


class NoteLine(QFrame):
    """Says `paused` a moment after the last key, and `kept` when the text shall be kept.

    Says `left` when the entry that is told otherwise shall stay as it was.

    Says `picked` when the user picked the kind, who reached out, who asked or gave, the day, who else took
    part or whom the text names; until then the first two are guessed from the text, and the day is today.
    """

    typed = Signal()
    picked = Signal()
    paused = Signal()
    kept = Signal()
    left = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked: InteractionKind | None = None
        self._owner: PersonId | None = None
        self._names: Mapping[PersonId, str] = {}
        self._is_edited = False
        self._today = date.min
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
        self.day = DayButton()
        self.company = WithPeople(tasks)
        self.naming = Naming(tasks, self.text)
        self.exchange.add(self.day)
        self.exchange.add(self.company.add_button)
        for picked in (
            self.exchange.picked,
            self.day.picked,
            self.company.changed,
            self.naming.changed,
        ):
            picked.connect(self.picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.TIGHT, Space.TIGHT, Space.TIGHT, Space.TIGHT)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(Space.TIGHT)
        column.addWidget(self._made_edited_line())
        column.addLayout(line)
        column.addWidget(self.exchange)
        column.addWidget(self.company)
        for widget, stretch in ((self.kind_button, 0), (self.text, 1), (self.keep_button, 0)):
            line.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        self._show_kind()
        self.keep_button.hide()
        self.exchange.hide()

    def _made_edited_line(self) -> QWidget:
        self._edited_line = QWidget()
        self._edited = Label("", Look.HINT)
        back = Button(_("Put back"), Role.QUIET, Icon.UNDO_2, compact=True)
        back.setObjectName("note.put_back")
        back.setToolTip(key_text(QKeySequence("Escape")))
        back.clicked.connect(self.left)
        line = QHBoxLayout(self._edited_line)
        line.setContentsMargins(Space.SMALL, 0, 0, 0)
        line.addWidget(self._edited, 1)
        line.addWidget(back)
        self._edited_line.hide()
        return self._edited_line

    @property
    def kind(self) -> InteractionKind:
        """The kind shown: the one picked, or else the one that the text tells."""
        return self._picked or kind_told(self.text.toPlainText())

    @property
    def picks(self) -> str:
        """Everything that the user picked, in letters that `show_picks` reads."""
        tone = self.exchange.tone
        picks = Picks(
            kind=self._picked,
            direction=self.exchange.picked_direction,
            tone=tone if tone is not Tone.NEITHER else None,
            day=self.day.picked_day,
            lines=self.company.lines,
            mentions=self.naming.mentions,
        )
        return picks.written()

    def show_picks(self, picks: Picks, owner: PersonId, names: Mapping[PersonId, str], today: date) -> None:
        """Show what was picked for a text about `owner`; what was not, it tells itself."""
        self._owner, self._names, self._today = owner, names, today
        self._show_picked(picks)
        self._show_kind()

    def show_edited(self, words: str) -> None:
        """Say which entry is told otherwise; for no words, something new is noted again."""
        self._is_edited = bool(words)
        self._edited.setText(words)
        self._edited_line.setVisible(self._is_edited)
        self._show_parts()

    def happening(self, owner: PersonId) -> Happening:
        """What happened with `owner`, as it is noted."""
        return Happening(
            kind=self.kind,
            happened_on=self.day.day,
            text=self.text.toPlainText().strip(),
            lines={owner: "", **self.company.lines},
            direction=self.exchange.direction,
            tone=self.exchange.tone,
            mentions=self.naming.mentions,
        )

    def _show_picked(self, picks: Picks) -> None:
        self._picked = picks.kind
        self.exchange.show_picked(picks.direction, picks.tone or Tone.NEITHER)
        self.day.show_day(picks.day, self._today)
        self.naming.show_mentions(picks.mentions)
        if self._owner is not None:
            self.company.show_lines(self._owner, picks.lines, self._names)

    def pick(self, kind: InteractionKind) -> None:
        """Choose the kind, whatever the text tells."""
        self._picked = kind
        self._show_kind()
        self.picked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_edited and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
                return True
            event.accept()
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
        if self._is_empty() and not self._is_edited:
            self._show_picked(Picks())
        self._show_parts()
        self._show_kind()
        self._show_placeholder()
        self._pause.start()
        self.typed.emit()
        self.update()

    def _show_parts(self) -> None:
        for part in (self.keep_button, self.exchange):
            part.setVisible(self._is_edited or not self._is_empty())

    @Slot()
    def _on_kept(self) -> None:
        if self._is_edited or not self._is_empty():
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
        self.exchange.show_told(told, self._names.get(self._owner, "") if self._owner is not None else "")

    def _show_placeholder(self) -> None:
        room = round(key_hint_size(self._hint).width()) + Space.MEDIUM if self._is_empty() else 0
        self.text.setViewportMargins(0, 0, room, 0)
        long = _("Note what happened… “call Friday” becomes a follow-up")
        has_room = text_width(long, font()) + Space.LARGE < self.text.width() - room
        self.text.setPlaceholderText(long if has_room else _("Note what happened…"))


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]
