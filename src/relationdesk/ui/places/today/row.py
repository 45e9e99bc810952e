"""One row of Today, as a widget with its buttons and the line that opens under it."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField
from relationdesk.language.words import _
from relationdesk.ui.places.today.rows import Row, RowKind
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import AvatarSize, Radius, Space, Weight
from relationdesk.ui.widgets.avatar import Avatar
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.chip import Chip
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Look
from relationdesk.ui.widgets.text_link import TextLink

if TYPE_CHECKING:
    from relationdesk.ui.places.today.under_row import UnderRow
    from relationdesk.ui.widgets.drafts import Drafts

_FOCUS_BAR: Final = 3
_UP: Final = {Qt.Key.Key_Up, Qt.Key.Key_K}
_DOWN: Final = {Qt.Key.Key_Down, Qt.Key.Key_J}
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TodayRow(QFrame):
    """Shows a `Row` and says what the user wants done with it; `local_now` tells the user's hour.

    With the focus on the row: Enter opens the person, D is done or came back, S puts off or plans, X drops.
    """

    person_asked = Signal(object)
    finished = Signal(object, str)
    dropped = Signal(object, str)
    put_off = Signal(object, object, object)
    days_offered = Signal(object, object)
    selected = Signal(object)
    step_asked = Signal(int)

    def __init__(
        self,
        row: Row,
        local_now: Callable[[], datetime],
        drafts: "Callable[[], Drafts]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.row = row
        self._local_now = local_now
        self._drafts = drafts
        self._is_selected = False
        self._edges = (False, False)
        self._under: UnderRow | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Show the same thing as it is now; what is being typed stays."""
        self.row = row
        self._avatar.show_person(row.person_id, row.name)
        self._name.show_text(row.name)
        self._detail.setText(_("· {detail}").format(detail=row.detail) if row.detail else "")
        self._why.setText(row.why)
        self._idea.setText(row.idea)
        self._idea.setVisible(bool(row.idea))
        self._last.setText(row.last)
        self._last.setVisible(bool(row.last))
        self._chip.show_chip(row.chip)
        self._chip.tell_exactly(row.exact)
        self.setAccessibleName(row.spoken)

    def show_selected(self, *, is_selected: bool) -> None:
        """Stand out as the row that the keys act on, its next step in the accent colour."""
        self._is_selected = is_selected
        self._show_next_step()
        self.update()

    def show_edges(self, *, is_first: bool, is_last: bool) -> None:
        """Follow the round corners of the card at its top and bottom."""
        self._edges = (is_first, is_last)
        self.update()

    def ask_what_happened(self) -> None:
        """Open the line that ends with the follow-up done."""
        self._open_words(
            DraftField.DONE,
            _("What happened?"),
            _("What happened? Enter keeps it, even empty"),
            _("Keep"),
            self.finished,
        )

    def ask_why_dropped(self) -> None:
        """Open the line that ends with the follow-up dropped."""
        self._open_words(
            DraftField.DROP, _("Why drop it?"), _("A word why, for later"), _("Drop"), self.dropped
        )

    def offer_days(self) -> None:
        """Open the menu of days to put it off to, or to plan it for."""
        from relationdesk.ui.widgets.day_menu import DayMenu  # noqa: PLC0415 - no first paint shows one

        menu = DayMenu(self._local_now(), self, can_drop=self.row.follow_up is not None)
        menu.setObjectName("followup.days")
        menu.chosen.connect(self._on_day_chosen)
        menu.other_asked.connect(self._on_other_day)
        menu.drop_asked.connect(self.ask_why_dropped)
        self.days_offered.emit(self.row, menu)
        corner = self._later.rect().bottomLeft()
        menu.popup(self._later.mapToGlobal(corner))

    def _build(self) -> None:
        self._avatar = Avatar(AvatarSize.CARD, self)
        self._name = TextLink(weight=Weight.STRONG, parent=self, focusable=False)
        self._name.clicked.connect(self._on_person)
        self._detail = ElidedLabel("", Look.SECONDARY, self)
        self._why = ElidedLabel(parent=self)
        self._idea = ElidedLabel("", Look.SECONDARY, self)
        self._last = ElidedLabel("", Look.HINT, self)
        self._chip = Chip(self.row.chip, parent=self)
        self._buttons = self._make_buttons()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(Space.LARGE - 2, Space.MEDIUM, Space.LARGE - 2, Space.MEDIUM)
        self._outer.setSpacing(0)
        self._outer.addLayout(self._across())

    def _across(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(Space.SMALL)
        across.addWidget(self._avatar)
        across.addSpacing(Space.TIGHT)
        across.addLayout(self._texts(), 1)
        across.addSpacing(Space.TIGHT)
        across.addWidget(self._chip)
        across.addSpacing(Space.TIGHT)
        for button in self._buttons:
            across.addWidget(button)
        return across

    def _texts(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(Space.TIGHT)
        head.addWidget(self._name)
        head.addWidget(self._detail, 1)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addLayout(head)
        texts.addWidget(self._why)
        texts.addWidget(self._idea)
        texts.addWidget(self._last)
        return texts

    def _make_buttons(self) -> list[Button]:
        buttons = [self._done_button()] if self.row.can_be_done else []
        self._later = self._later_button()
        return [*buttons, self._later]

    def _done_button(self) -> Button:
        is_lent = self.row.key.kind is RowKind.LOAN
        done = Button(_("Came back") if is_lent else _("Done"), icon=Icon.CHECK, parent=self, compact=True)
        done.setObjectName("loan.returned" if is_lent else "followup.done")
        done.setToolTip(_("It came back today (D)") if is_lent else _("Done: say what happened (D)"))
        done.clicked.connect(self._on_done)
        return done

    @Slot()
    def _on_done(self) -> None:
        """What was lent came back without a word; all else asks what happened."""
        if self.row.key.kind is RowKind.LOAN:
            self.finished.emit(self.row, "")
        else:
            self.ask_what_happened()

    def _later_button(self) -> Button:
        if self.row.key.kind is RowKind.FOLLOW_UP:
            later = Button(_("Snooze"), icon=Icon.CLOCK, parent=self, compact=True)
            later.setObjectName("followup.snooze")
            later.setToolTip(_("Put it off or drop it (S)"))
        elif self.row.key.kind is RowKind.LOAN:
            later = Button(_("Ask for it"), icon=Icon.CALENDAR_PLUS, parent=self, compact=True)
            later.setObjectName("loan.ask")
            later.setToolTip(_("Plan to ask for it (S)"))
        else:
            later = Button(_("Plan"), icon=Icon.CALENDAR_PLUS, parent=self, compact=True)
            later.setObjectName("followup.plan")
            later.setToolTip(_("Set a follow-up (S)"))
        later.clicked.connect(self.offer_days)
        return later

    @Slot()
    def _show_next_step(self) -> None:
        """The first button is the next step of the selected row, until a line is open under it."""
        is_next = self._is_selected and (self._under is None or not self._under.is_open)
        self._buttons[0].show_role(Role.PRIMARY if is_next else Role.SECONDARY)

    def _open_words(
        self, asked: DraftField, question: str, hint: str, keep: str, then: SignalInstance
    ) -> None:
        key = self.row.draft_key(asked)
        self._lines_under().ask_words(key, question, hint, keep, lambda words: then.emit(self.row, words))

    def _lines_under(self) -> "UnderRow":
        from relationdesk.ui.places.today.under_row import UnderRow  # noqa: PLC0415 - see `offer_days`

        if self._under is None:
            self._under = UnderRow(self, self._outer, self._buttons[-1], self._drafts())
            self._under.turned.connect(self._show_next_step)
        return self._under

    @Slot()
    def _on_person(self) -> None:
        self.person_asked.emit(self.row.person_id)

    @Slot(object, object)
    def _on_day_chosen(self, day: object, at: object) -> None:
        self.put_off.emit(self.row, day, at)

    @Slot()
    def _on_other_day(self) -> None:
        keep = _("Snooze") if self.row.follow_up is not None else _("Plan")
        day = self._local_now().date()
        self._lines_under().ask_day(day, keep, lambda chosen: self.put_off.emit(self.row, chosen, None))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selected.emit(self.row.key)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._on_person()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hasFocus() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        act = self._acts().get(key)
        if key in _UP or key in _DOWN:
            self.step_asked.emit(-1 if key in _UP else 1)
        elif key in _ENTER:
            self._on_person()
        elif act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _acts(self) -> dict[Qt.Key, Callable[[], None]]:
        acts: dict[Qt.Key, Callable[[], None]] = {Qt.Key.Key_S: self.offer_days}
        if self.row.can_be_done:
            acts[Qt.Key.Key_D] = self._on_done
        if self.row.follow_up is not None:
            acts[Qt.Key.Key_X] = self.ask_why_dropped
        return acts

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._is_selected:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(self._ground())
        painter.fillRect(self.rect(), QColor(tokens_now().selection))
        if self.hasFocus():
            painter.fillRect(QRectF(0, 0, _FOCUS_BAR, self.height()), QColor(tokens_now().accent))
        painter.end()

    def _ground(self) -> QPainterPath:
        """The row's rectangle, round where it meets the corners of its card."""
        radius = Radius.CARD - 1
        is_first, is_last = self._edges
        top = 0 if is_first else -radius
        bottom = 0 if is_last else radius
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()).adjusted(0, top, 0, bottom), radius, radius)
        return ground
