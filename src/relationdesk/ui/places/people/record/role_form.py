"""What somebody does for an organisation, typed: which, what, and from when until when."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey, of_record
from relationdesk.domain.ids import PersonId
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import RoleKind
from relationdesk.language.words import _
from relationdesk.ui.places.people.organisation_names import OrganisationNames, known_as
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.queries import Namesake
from relationdesk.work.organisations.told import Role as RoleTold
from relationdesk.work.people.record import RoleLine

_NAME_WIDTH = 190


class RoleForm(QWidget):
    """Says `told` with what was typed, `removed`, or `left`; what is typed is a draft of the person's record.

    While a name is typed those on the desk are offered, and a name that is new is said to be so.
    """

    told = Signal(object)
    removed = Signal()
    left = Signal()

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        view: PersonView,
        line: RoleLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`line` is the role that is changed; None for another one."""
        super().__init__(parent)
        self._tasks = tasks
        self._is_asking = False
        self.kind = ChoiceField(_("How they belong to it"), [(kind, term(kind)) for kind in RoleKind])
        self.kind.setObjectName("role.kind")
        self.organisation = Field(_("Organisation"), _("Organisation"))
        self.organisation.setObjectName("role.organisation")
        self.title = Field(_("Role"), _("As what?"))
        self.title.setObjectName("role.title")
        for field in (self.organisation, self.title):
            field.setMinimumWidth(_NAME_WIDTH)
        self.since = DateField(_("Since"), view.today)
        self.since.setObjectName("role.since")
        self.until = DateField(_("Until"), view.today)
        self.until.setObjectName("role.until")
        self._names = OrganisationNames(tasks, self.organisation)
        self.completion = self._names.completion
        self._names.told.connect(self.tell)
        self._names.taken.connect(self.title.setFocus)
        self._hint = Label("", Look.HINT, wraps=True)
        self._hint.hide()
        drafts = drafts_of(tasks)
        self.drafts = (FieldDraft(drafts, self.organisation), FieldDraft(drafts, self.title))
        self._show(line)
        for draft, key, rest in zip(self.drafts, role_keys(view.id, line), _texts(line), strict=True):
            draft.belong_to(key, rest)
        self._arrange(can_remove=line is not None)
        self.setFocusProxy(self.organisation)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.keep.hasFocus():
            self._on_keep()
        else:
            super().keyPressEvent(event)

    def tell(self, sentence: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Say something below the fields; nothing for an empty sentence."""
        self._hint.setText(sentence)
        self._hint.show_tone(tone)
        self._hint.setVisible(bool(sentence))
        self.organisation.setAccessibleDescription(sentence)

    @Slot()
    def _on_keep(self) -> None:
        self._names.cancel()
        typed = self.organisation.text().strip()
        since, until = self.since.day, self.until.day
        if not typed:
            self.organisation.setFocus()
        elif since is not None and until is not None and until < since:
            self.tell(_("It would end before it begins."), Tone.WARN)
            self.until.setFocus()
        elif not self._is_asking:
            self._is_asking = True
            self._tasks.ask(
                self, lambda reader: known_as(reader, typed), lambda known: self._keep(typed, known)
            )

    def _keep(self, typed: str, known: Namesake | None) -> None:
        self._is_asking = False
        kind = self.kind.value or RoleKind.WORKS_FOR
        name = typed if known is None or known.is_trashed else known.name
        self.told.emit(RoleTold(kind, name, self.title.text().strip(), self.since.day, self.until.day))

    def _show(self, line: RoleLine | None) -> None:
        self.kind.show_value(RoleKind.WORKS_FOR if line is None else line.kind)
        if line is not None:
            self.since.show_day(line.since)
            self.until.show_day(line.until)

    def _arrange(self, *, can_remove: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.TIGHT, Space.SMALL, Space.SMALL)
        column.setSpacing(Space.SMALL)
        for fields in ((self.kind, self.organisation, self.title), (self.since, self.until)):
            room = QWidget()
            line = FlowLayout(room, Space.SMALL, Space.SMALL)
            for field in fields:
                if isinstance(field, DateField):
                    line.addWidget(_named(field))
                else:
                    line.addWidget(field)
            column.addWidget(room)
        column.addWidget(self._hint)
        self.keep = Button(_("Keep"), Role.PRIMARY, compact=True)
        self.keep.setObjectName("role.keep")
        self.keep.clicked.connect(self._on_keep)
        leave = Button(_("Cancel"), Role.QUIET, compact=True)
        leave.setObjectName("role.leave")
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        buttons.addWidget(self.keep)
        buttons.addWidget(leave)
        if can_remove:
            remove = Button(_("Remove"), Role.QUIET, Icon.TRASH_2, compact=True)
            remove.setObjectName("role.remove")
            remove.clicked.connect(self.removed)
            buttons.addWidget(remove)
        buttons.addStretch(1)
        column.addLayout(buttons)


def role_keys(person: PersonId, line: RoleLine | None) -> tuple[DraftKey, DraftKey]:
    """The keys of the texts of a role, or of one that is added."""
    role = "new" if line is None else str(line.id)
    return of_record(person, f"role {role} organisation"), of_record(person, f"role {role} title")


def _texts(line: RoleLine | None) -> tuple[str, str]:
    return ("", "") if line is None else (line.organisation, line.title)


def _named(field: DateField) -> QWidget:
    """A day behind its name, which the field itself shows nowhere."""
    room = QWidget()
    line = QHBoxLayout(room)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.TIGHT + 2)
    line.addWidget(Label(field.accessibleName(), Look.HINT))
    line.addWidget(field)
    return room
