"""What somebody agreed to, typed: to what, from where the user knows, since when and until when."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey, of_record
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.people.editing.told import Consent
from relationdesk.work.people.keeping import ConsentLine

_LEAST_WIDTH = 190


class ConsentForm(QWidget):
    """Says `told` with what was typed, `removed`, or `left`; what is typed is a draft of the record."""

    told = Signal(object)
    removed = Signal()
    left = Signal()

    def __init__(
        self, drafts: Drafts, view: PersonView, line: ConsentLine | None, parent: QWidget | None = None
    ) -> None:
        """`line` is the consent that is changed; None for another one, given today."""
        super().__init__(parent)
        self.what = Field(_("What they agreed to"), _("To what?"))
        self.what.setObjectName("consent.what")
        self.source = Field(_("From where you know"), _("From where you know"))
        self.source.setObjectName("consent.source")
        self.given = DateField(_("Given on"), view.today)
        self.given.setObjectName("consent.given")
        self.withdrawn = DateField(_("Withdrawn on"), view.today)
        self.withdrawn.setObjectName("consent.withdrawn")
        self.given.show_day(view.today if line is None else line.given_on)
        self.withdrawn.show_day(None if line is None else line.withdrawn_on)
        self.drafts = (FieldDraft(drafts, self.what), FieldDraft(drafts, self.source))
        texts = ("", "") if line is None else (line.what, line.source)
        for draft, key, rest in zip(self.drafts, consent_keys(view.id, line), texts, strict=True):
            draft.belong_to(key, rest)
        self._hint = Label("", Look.HINT, wraps=True)
        self._hint.show_tone(Tone.WARN)
        self._hint.hide()
        self._arrange(can_remove=line is not None)
        self.setFocusProxy(self.what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.keep.hasFocus():
            self._on_keep()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_keep(self) -> None:
        given, withdrawn = self.given.day, self.withdrawn.day
        if not self.what.text().strip():
            self.what.setFocus()
        elif given is not None and withdrawn is not None and withdrawn < given:
            self._hint.setText(_("It would be withdrawn before it was given."))
            self._hint.show()
            self.withdrawn.setAccessibleDescription(self._hint.text())
            self.withdrawn.setFocus()
        else:
            self.told.emit(Consent(self.what.text(), given, withdrawn, self.source.text()))

    def _arrange(self, *, can_remove: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SMALL, Space.TIGHT, Space.SMALL, Space.SMALL)
        column.setSpacing(Space.SMALL)
        for fields in ((self.what, self.source), (self.given, self.withdrawn)):
            room = QWidget()
            flow = FlowLayout(room, Space.SMALL, Space.SMALL)
            for field in fields:
                if isinstance(field, DateField):
                    flow.addWidget(_named(field))
                else:
                    field.setMinimumWidth(_LEAST_WIDTH)
                    flow.addWidget(field)
            column.addWidget(room)
        column.addWidget(self._hint)
        self.keep = Button(_("Keep"), Role.PRIMARY, compact=True)
        self.keep.setObjectName("consent.keep")
        self.keep.clicked.connect(self._on_keep)
        leave = Button(_("Cancel"), Role.QUIET, compact=True)
        leave.setObjectName("consent.leave")
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        buttons.addWidget(self.keep)
        buttons.addWidget(leave)
        if can_remove:
            remove = Button(_("Remove"), Role.QUIET, Icon.TRASH_2, compact=True)
            remove.setObjectName("consent.remove")
            remove.clicked.connect(self.removed)
            buttons.addWidget(remove)
        buttons.addStretch(1)
        column.addLayout(buttons)


def consent_keys(person: PersonId, line: ConsentLine | None) -> tuple[DraftKey, DraftKey]:
    """The keys of the texts of a consent, or of one that is added."""
    consent = "new" if line is None else str(line.id)
    return of_record(person, f"consent {consent} what"), of_record(person, f"consent {consent} source")


def _named(field: DateField) -> QWidget:
    """A day behind its name, which the field itself shows nowhere."""
    room = QWidget()
    line = QHBoxLayout(room)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.TIGHT + 2)
    line.addWidget(Label(field.accessibleName(), Look.HINT))
    line.addWidget(field)
    return room
