"""The card of why and until when somebody's data is kept, and whether they may be contacted."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.ids import PersonId
from relationdesk.domain.own_values import is_doubtful, kept, told
from relationdesk.domain.sharing import PersonField
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import LawfulBasis, OwnKind
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.card import RecordCard, kept_words
from relationdesk.ui.places.people.record.consents import Consents
from relationdesk.ui.places.people.record.keeping_words import basis_doubt, basis_words, until_doubt
from relationdesk.ui.places.people.record.shared import Shared
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.toggle_chip import ToggleChip
from relationdesk.ui.widgets.value_line import LABEL_WIDTH, LabelledLine, ValueLine
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people import editing, keeping
from relationdesk.work.people.keeping import ConsentLine, Keeping
from relationdesk.work.people.shared import SharedRow, shared_rows_of

_Kept = tuple[Keeping | None, tuple[ConsentLine, ...], frozenset[PersonField], tuple[SharedRow, ...]]


class KeepingCard(RecordCard):
    """Do not contact with its reason, lawful basis, consents, and until when; each a step of its own."""

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(tasks, _("Keeping their data"), parent)
        self._asked: Asked | None = None
        self._whose: PersonId | None = None
        self.alone = ToggleChip(_("Do not contact"))
        self.alone.setObjectName("record.do_not_contact")
        self.alone.turned.connect(self._on_alone)
        self._reason = self.add_value(
            _("Reason"), _("Add who said so, and why"), "do_not_contact_reason", self._keep_reason
        )
        contact = LabelledLine(_("Contact"), _left(self.alone))
        self.put_eye(contact, PersonField.DO_NOT_CONTACT)
        self.rows.insertWidget(0, contact)
        bases: list[tuple[LawfulBasis | None, str]] = [(basis, term(basis)) for basis in LawfulBasis]
        self.basis = ChoiceField[LawfulBasis | None](_("Lawful basis"), [(None, _("not said yet")), *bases])
        self.basis.setObjectName("record.lawful_basis")
        self.basis.setProperty("line", True)  # noqa: FBT003 - Qt's
        self.basis.chosen.connect(self._on_basis)
        self.lawful = LabelledLine(_("Lawful basis"), _left(self.basis))
        self.put_eye(self.lawful, PersonField.LAWFUL_BASIS)
        self.rows.addWidget(self.lawful)
        self._means = self._add_hint("")
        self._note = self.add_value(_("In words"), _("Add why"), "lawful_basis_note", self._keep_note)
        self.consents = Consents(self)
        self.rows.addWidget(LabelledLine(_("Consents"), self.consents))
        self.until = self.add_value(
            _("Keep until"), _("Add a day: 31 December 2030"), "retain_until", self._keep_until
        )
        self.put_eye(self.until, PersonField.RETAIN_UNTIL)
        self._add_hint(_("Until when you want to keep the record. Nothing is deleted by itself."))
        self.shared = Shared()
        self.shared.line_asked.connect(self.line_asked)
        self.rows.addWidget(LabelledLine(_("Who may read it"), self.shared))

    def show_view(self, view: PersonView) -> None:
        """Show how somebody is kept."""
        record = view.page.record
        self.alone.setChecked(record.do_not_contact)
        self._reason.setVisible(record.do_not_contact)
        self.show_value(self._reason, view.id, record.do_not_contact_reason)
        if view.id != self._whose:
            self._whose = view.id
            self._show(view, None, (), frozenset(), ())
        self._asked = self.tasks.ask(
            self,
            lambda reader: _kept(reader, view.id),
            lambda answer: self._show(view, *answer),
            instead_of=self._asked,
        )

    def leave(self) -> None:
        """Keep what is typed, but for a consent, which is a draft already."""
        super().leave()
        self.consents.leave()

    def write(self, key: DraftKey) -> bool:
        """Go on writing in the field of a key; False when that is not on this card."""
        return super().write(key) or self.consents.write(key)

    def take_focus(self) -> None:
        """Take the keyboard."""
        self.alone.setFocus()

    def _show(
        self,
        view: PersonView,
        found: Keeping | None,
        consents: tuple[ConsentLine, ...],
        fields: frozenset[PersonField],
        rows: tuple[SharedRow, ...],
    ) -> None:
        basis = found.lawful_basis if found else None
        self.basis.show_value(basis)
        self._means.setText(basis_words(basis))
        doubt = basis_doubt(basis, consents, view.today)
        self.lawful.tell(doubt, aloud=False)
        self.basis.setAccessibleDescription(doubt)
        self.show_value(self._note, view.id, found.lawful_basis_note if found else "")
        until = found.retain_until if found else None
        words = told(OwnKind.DAY, until.isoformat()) if until else ""
        self.show_value(self.until, view.id, words, until_doubt(until, view.today))
        self.consents.show_consents(consents)
        self.shared.show_shared(fields, rows)

    def _add_hint(self, words: str) -> Label:
        hint = Label(words, Look.HINT, wraps=True)
        hint.setContentsMargins(LABEL_WIDTH + 2 * Space.SMALL, 0, 0, Space.TIGHT)
        self.rows.addWidget(hint)
        return hint

    @Slot(bool)
    def _on_alone(self, is_asked: bool) -> None:  # noqa: FBT001 - what the chip says
        self.change(
            self.about(lambda desk, person: editing.keeping.set_do_not_contact(desk, person, asked=is_asked)),
            _("They are not to be contacted.") if is_asked else _("They may be contacted again."),
        )

    def _keep_reason(self, line: ValueLine, text: str) -> None:
        self.keep_line(
            line,
            self.about(
                lambda desk, person: editing.keeping.set_do_not_contact(desk, person, asked=True, reason=text)
            ),
        )

    @Slot(object)
    def _on_basis(self, basis: LawfulBasis | None) -> None:
        note = self._note.value
        self._means.setText(basis_words(basis))
        self.change(
            self.about(lambda desk, person: editing.keeping.set_lawful_basis(desk, person, basis, note)),
            kept_words(_("Lawful basis")),
        )

    def _keep_note(self, line: ValueLine, text: str) -> None:
        basis = self.basis.value
        self.keep_line(
            line,
            self.about(lambda desk, person: editing.keeping.set_lawful_basis(desk, person, basis, text)),
        )

    def _keep_until(self, line: ValueLine, text: str) -> None:
        value = kept(OwnKind.DAY, text)
        if value and is_doubtful(OwnKind.DAY, value):
            line.refuse(_("That is not understood as a day. Write it as 31 December 2030 or 31/12/2030."))
            return
        until = date.fromisoformat(value) if value else None
        self.keep_line(line, self.about(lambda desk, person: editing.keeping.keep_until(desk, person, until)))


def _kept(reader: Reader, person: PersonId) -> _Kept:
    return (
        keeping.keeping_of(reader, person),
        keeping.consents_of(reader, person),
        keeping.audiences_of(reader, person).fields,
        shared_rows_of(reader, person),
    )


def _left(inside: QWidget) -> QWidget:
    """A widget as wide as it needs to be, at the left of its room."""
    room = QWidget()
    line = QHBoxLayout(room)
    line.setContentsMargins(Space.SMALL, 0, 0, 0)
    line.addWidget(inside)
    line.addStretch(1)
    return room
