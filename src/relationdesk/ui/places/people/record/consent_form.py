"""What somebody agreed to, typed: to what, from where the user knows, since when and until when."""

from PySide6.QtWidgets import QWidget

from relationdesk.domain.drafts import DraftKey, of_record
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.row_form import RowForm
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.work.people.editing.told import Consent
from relationdesk.work.people.keeping import ConsentLine

_LEAST_WIDTH = 190


class ConsentForm(RowForm):
    """Says `told` with a `Consent`; what is typed is a draft of the record."""

    def __init__(
        self, drafts: Drafts, view: PersonView, line: ConsentLine | None, parent: QWidget | None = None
    ) -> None:
        """`line` is the consent that is changed; None for another one, given today."""
        super().__init__("consent", parent)
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
        for field in (self.what, self.source):
            field.setMinimumWidth(_LEAST_WIDTH)
        lines = ((self.what, self.source), (self.given, self.withdrawn))
        self.arrange(lines, indent=Space.SMALL, can_remove=line is not None)
        self.setFocusProxy(self.what)

    def try_to_keep(self) -> None:
        given, withdrawn = self.given.day, self.withdrawn.day
        if not self.what.text().strip():
            self.what.setFocus()
        elif given is not None and withdrawn is not None and withdrawn < given:
            self.tell_of(self.withdrawn, _("It would be withdrawn before it was given."), Tone.WARN)
            self.withdrawn.setFocus()
        else:
            self.told.emit(Consent(self.what.text(), given, withdrawn, self.source.text()))


def consent_keys(person: PersonId, line: ConsentLine | None) -> tuple[DraftKey, DraftKey]:
    """The keys of the texts of a consent, or of one that is added."""
    consent = "new" if line is None else str(line.id)
    return of_record(person, f"consent {consent} what"), of_record(person, f"consent {consent} source")
