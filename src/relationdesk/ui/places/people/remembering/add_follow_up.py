"""Planning something to do with a person, in place."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField, about_person
from relationdesk.domain.ids import PersonId
from relationdesk.domain.repeating import Repeat
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Action
from relationdesk.language.words import _
from relationdesk.ui.places.people.remembering.repeat_field import RepeatField
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.text_button import EDGE
from relationdesk.ui.widgets.time_field import TimeField


@dataclass(frozen=True, slots=True)
class Planned:
    """Something to do on a day, or at an hour of it."""

    action: Action
    reason: str
    due_on: date
    due_at: time | None
    repeat: Repeat | None


class AddFollowUp(QWidget):
    """A quiet button that opens into fields, which are made then; says `planned`.

    The words stay in their field until whoever hears it hands `draft` over.
    """

    planned = Signal(object)

    def __init__(self, person: PersonId, today: date, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self._today = today
        self._drafts = drafts
        self._form: FollowUpForm | None = None
        self._peace = ""
        self._open_button = Button(_("Add a follow-up"), Role.QUIET, Icon.PLUS, compact=True)
        self._open_button.setObjectName("followup.add")
        self._open_button.clicked.connect(self.open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._open_button)

    @Slot()
    def open(self) -> None:
        """Show the fields, for tomorrow to begin with."""
        self._open_button.hide()
        self.form.show()
        self.form.begin(self._today + timedelta(days=1))

    @property
    def form(self) -> "FollowUpForm":
        """The fields."""
        if self._form is None:
            self._form = FollowUpForm(self._person, self._today, self._drafts)
            self._form.planned.connect(self.planned)
            self._form.left.connect(self.close_fields)
            self._form.show_peace(self._peace)
            self._column.addWidget(self._form)
        return self._form

    def show_peace(self, words: str) -> None:
        """Point out, above the fields, why to leave them in peace; empty for nothing."""
        self._peace = words
        if self._form is not None:
            self._form.show_peace(words)

    @property
    def is_open(self) -> bool:
        """Whether something is being planned."""
        return self._form is not None and self._form.isVisible()

    @Slot()
    def close_fields(self) -> None:
        """Hide the fields; what was typed stays in them."""
        self.form.hide()
        self._open_button.show()
        self._open_button.setFocus()

    def take_focus(self) -> None:
        """Take the keyboard, where it is used next."""
        if self.is_open:
            self.form.take_focus()
        else:
            self._open_button.setFocus()


class FollowUpForm(QWidget):
    """What to do, what for, and when; says `planned`, or `left` when the user thinks otherwise."""

    planned = Signal(object)
    left = Signal()

    def __init__(self, person: PersonId, today: date, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = ChoiceField(_("What to do"), [(action, term(action)) for action in Action])
        self._what = Field(_("What for"), _("What for?"))
        self._what.setObjectName("followup.what")
        self._what.returnPressed.connect(self._on_add)
        self.draft = FieldDraft(drafts, self._what, about_person(DraftField.FOLLOW_UP, person))
        self._day = DateField(_("Day"), today)
        self._has_hour = QCheckBox(_("At"))
        self._has_hour.setAccessibleName(_("At an hour"))
        self._has_hour.setObjectName("followup.has_hour")
        self._hour = TimeField(_("Hour"))
        self._hour.setEnabled(False)
        self._has_hour.toggled.connect(self._hour.setEnabled)
        self._repeat = RepeatField()
        self._peace = Label("", Look.HINT, wraps=True)
        self._peace.setObjectName("followup.peace")
        self._peace.show_tone(Tone.WARN)
        self._peace.hide()
        self._arrange()

    def begin(self, day: date) -> None:
        """Take the keyboard; `day` is proposed unless one was chosen."""
        if self._day.day is None:
            self._day.show_day(day)
        self.take_focus()

    def show_peace(self, words: str) -> None:
        """Point out, above the fields, why to leave them in peace; empty for nothing."""
        self._peace.setText(words)
        self._peace.setVisible(bool(words))

    def take_focus(self) -> None:
        """Take the keyboard."""
        self._what.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._day.hasFocus():
            self._on_add()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_add(self) -> None:
        action, day = self._action.value, self._day.day
        if action is None or day is None:
            self._day.setFocus()
            return
        reason = self._what.text().strip()
        if not reason:
            word = term(action)
            reason = word[:1].upper() + word[1:]
        at = self._hour.shown if self._has_hour.isChecked() else None
        self.planned.emit(Planned(action, reason, day, at, self._repeat.repeat(day)))
        self._has_hour.setChecked(False)
        self._repeat.begin_again()

    def _arrange(self) -> None:
        fields = QVBoxLayout(self)
        fields.setContentsMargins(EDGE, 0, EDGE, 0)
        fields.setSpacing(Space.TIGHT + 2)
        for widget in (self._peace, self._action, self._what, self._day):
            fields.addWidget(widget)
        hour = QHBoxLayout()
        hour.addWidget(self._has_hour)
        hour.addWidget(self._hour, 1)
        fields.addLayout(hour)
        fields.addWidget(self._repeat)
        buttons = QHBoxLayout()
        add = Button(_("Add"), Role.PRIMARY, compact=True)
        add.clicked.connect(self._on_add)
        cancel = Button(_("Cancel"), Role.QUIET, compact=True)
        cancel.clicked.connect(self.left)
        buttons.addWidget(add)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        fields.addLayout(buttons)
