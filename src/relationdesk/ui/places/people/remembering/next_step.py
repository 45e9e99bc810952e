"""One open follow-up: done with a line, put off, or dropped with a word, all in place."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.domain.ids import FollowUpId, PersonId
from relationdesk.domain.terms import term
from relationdesk.language.dates import clock_time, due_in_words
from relationdesk.language.words import _
from relationdesk.ui.places.people.remembering.repeat_field import repeat_words
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.chip import Chip, ChipText
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.day_menu import DayMenu
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.follow_ups.queries import FollowUpLine


class NextStep(QWidget):
    """Says `done` with the line, `snoozed` with a day and an hour or None, `dropped` with the word why.

    `days_offered` comes with the menu of days that opens, `calendar_asked` with the follow-up when it is
    wanted as a calendar file. The words stay in their field until whoever hears it hands `draft` over.
    """

    done = Signal(object, str)
    snoozed = Signal(object, object, object)
    dropped = Signal(object, str)
    calendar_asked = Signal(object)
    days_offered = Signal(object)

    def __init__(
        self,
        line: FollowUpLine,
        person: PersonId,
        now: datetime,
        drafts: Drafts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.id: FollowUpId = line.id
        self._person = person
        self._now = now
        reason = line.reason or term(line.action)
        self.setAccessibleName(reason)
        self._buttons = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, Space.TIGHT)
        self._column.setSpacing(Space.TIGHT + 2)
        self._column.addWidget(Label(reason, Look.SECONDARY, wraps=True))
        self._add_buttons(line, now.date())
        self._words = Field(_("What happened?"), _("One line on what happened"))
        self._words.setObjectName("followup.words")
        self._words.returnPressed.connect(self._on_words)
        self.draft = FieldDraft(drafts, self._words)
        self._words.hide()
        self._column.addWidget(self._words)
        self._day = DateField(_("Put off until"), now.date())
        self._until = QWidget()
        self._until.hide()
        self._column.addWidget(self._until)
        until = FlowLayout(self._until, Space.TIGHT + 2, Space.TIGHT)
        put_off = Button(_("Put off"), compact=True)
        put_off.clicked.connect(self._on_put_off)
        until.addWidget(self._day)
        until.addWidget(put_off)

    @Slot()
    def ask_what_happened(self) -> None:
        """Ask for the line that the follow-up is done with."""
        self._ask(DraftField.DONE, _("What happened?"), _("One line on what happened"))

    @Slot()
    def ask_why_dropped(self) -> None:
        """Ask for the word why it is dropped."""
        self._ask(DraftField.DROP, _("Why drop it?"), _("A word on why"))

    @property
    def asked(self) -> DraftField | None:
        """What is being typed; None while nothing is asked for."""
        key = self.draft.key
        return key.field if key is not None and self._words.isVisible() else None

    def resume(self, asked: DraftField) -> None:
        """Go on with what was being typed."""
        if asked is DraftField.DROP:
            self.ask_why_dropped()
        else:
            self.ask_what_happened()

    @property
    def first_button(self) -> Button:
        """Where the keyboard comes to first."""
        return self._done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_asking = self._words.isVisible() or self._until.isVisible()
        if event.key() == Qt.Key.Key_Escape and is_asking:
            self._words.hide()
            self._until.hide()
            self._done.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._day.hasFocus():
            self._on_put_off()
        else:
            super().keyPressEvent(event)

    def _add_buttons(self, line: FollowUpLine, today: date) -> None:
        flow = FlowLayout(self._buttons, Space.TIGHT + 2, Space.TIGHT)
        self._done = Button(_("Done"), icon=Icon.CHECK, compact=True)
        self._done.setObjectName("followup.done")
        self._done.setAccessibleDescription(self.accessibleName())
        self._done.clicked.connect(self.ask_what_happened)
        self._snooze = Button(_("Snooze"), icon=Icon.CLOCK, compact=True)
        self._snooze.setObjectName("followup.snooze")
        self._snooze.setAccessibleDescription(self.accessibleName())
        self._snooze.clicked.connect(self._on_snooze)
        calendar = Button(
            "", Role.QUIET, Icon.CALENDAR_PLUS, compact=True, name=_("Save as a calendar file…")
        )
        calendar.setObjectName("followup.calendar")
        calendar.setAccessibleDescription(self.accessibleName())
        calendar.clicked.connect(lambda: self.calendar_asked.emit(self.id))
        for button in (self._done, self._snooze, calendar):
            flow.addWidget(button)
        chips = QWidget()
        told = FlowLayout(chips, Space.TIGHT + 2, Space.TIGHT)
        told.addWidget(Chip(due_chip(line, today)))
        if line.repeat_rule:
            words = repeat_words(line.repeat_rule)
            told.addWidget(Chip(ChipText(words, icon=Icon.REFRESH_CW)))
        self._column.addWidget(chips)
        self._column.addWidget(self._buttons)

    def _ask(self, asked: DraftField, name: str, hint: str) -> None:
        self.draft.belong_to(DraftKey(asked, self.id, self._person))
        self._words.setAccessibleName(name)
        self._words.setPlaceholderText(hint)
        self._words.show()
        self._words.setFocus()

    @Slot()
    def _on_words(self) -> None:
        words = self._words.text().strip()
        if self.asked is DraftField.DROP:
            self.dropped.emit(self.id, words)
        else:
            self.done.emit(self.id, words)

    @Slot()
    def _on_snooze(self) -> None:
        menu = DayMenu(self._now, self, can_drop=True)
        menu.chosen.connect(self._on_chosen)
        menu.other_asked.connect(self._on_other_day)
        menu.drop_asked.connect(self.ask_why_dropped)
        self.days_offered.emit(menu)
        menu.popup(self._snooze.mapToGlobal(QPoint(0, self._snooze.height())))

    @Slot(object, object)
    def _on_chosen(self, day: date, at: time | None) -> None:
        self.snoozed.emit(self.id, day, at)

    @Slot()
    def _on_other_day(self) -> None:
        if self._day.day is None:
            self._day.show_day(self._now.date() + timedelta(days=1))
        self._until.show()
        self._day.setFocus()

    @Slot()
    def _on_put_off(self) -> None:
        if self._day.day is not None:
            self.snoozed.emit(self.id, self._day.day, None)


def due_chip(line: FollowUpLine, today: date) -> ChipText:
    """When a follow-up is due: `4 days late`, `Friday 17:00`."""
    words = due_in_words(line.due_on, today)
    if line.due_at is not None and line.due_on >= today:
        words = _("{day} {hour}").format(day=words, hour=clock_time(line.due_at))
    tone = Tone.BAD if line.due_on < today else Tone.WARN if line.due_on == today else Tone.NEUTRAL
    return ChipText(words, tone)
