"""What somebody does for an organisation, typed: which, what, and from when until when."""

from PySide6.QtWidgets import QWidget

from relationdesk.domain.drafts import DraftKey, of_record
from relationdesk.domain.ids import PersonId
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import RoleKind
from relationdesk.language.words import _
from relationdesk.ui.places.people.organisation_names import OrganisationNames, known_as
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.row_form import RowForm
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.named import Namesake
from relationdesk.work.organisations.told import Role as RoleTold
from relationdesk.work.people.record_lines import RoleLine

_NAME_WIDTH = 190


class RoleForm(RowForm):
    """Says `told` with the role as it was typed; what is typed is a draft of the person's record.

    While a name is typed those on the desk are offered, and a name that is new is said to be so.
    """

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        view: PersonView,
        line: RoleLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`line` is the role that is changed; None for another one."""
        super().__init__("role", parent)
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
        drafts = drafts_of(tasks)
        self.drafts = (FieldDraft(drafts, self.organisation), FieldDraft(drafts, self.title))
        self._show(line)
        for draft, key, rest in zip(self.drafts, role_keys(view.id, line), _texts(line), strict=True):
            draft.belong_to(key, rest)
        lines = ((self.kind, self.organisation, self.title), (self.since, self.until))
        self.arrange(lines, indent=0, can_remove=line is not None)
        self.setFocusProxy(self.organisation)

    def tell(self, sentence: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Say something below the fields; nothing for an empty sentence."""
        self.tell_of(self.organisation, sentence, tone)

    def try_to_keep(self) -> None:
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


def role_keys(person: PersonId, line: RoleLine | None) -> tuple[DraftKey, DraftKey]:
    """The keys of the texts of a role, or of one that is added."""
    role = "new" if line is None else str(line.id)
    return of_record(person, f"role {role} organisation"), of_record(person, f"role {role} title")


def _texts(line: RoleLine | None) -> tuple[str, str]:
    return ("", "") if line is None else (line.organisation, line.title)
