"""The card of what a person is called, and how they are addressed."""

from functools import partial

from PySide6.QtWidgets import QWidget

from relationdesk.domain.sharing import PersonField
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import FormOfAddress, RecordText
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.card import RecordCard, kept_words
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.value_line import LabelledLine, ValueLine
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people import editing

_UNKNOWN = None


class NamingCard(RecordCard):
    """Names, pronouns, and whether one says tu or vous, by first name or by title."""

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(tasks, _("Name"), parent)
        self._name = self.add_value(
            _("Shown as"), _("The name that you use"), RecordText.DISPLAY_NAME, self._keep_name
        )
        self._texts = {
            field: self.add_value(name, hint, field, partial(self.keep_text, field))
            for field, name, hint in (
                (RecordText.GIVEN_NAME, _("First name"), _("Add the first name")),
                (RecordText.FAMILY_NAME, _("Family name"), _("Add the family name")),
                (RecordText.PHONETIC_NAME, _("Said as"), _("Add how the name is spoken")),
                (RecordText.PRONOUNS, _("Pronouns"), _("Add pronouns")),
            )
        }
        for field, line in self._texts.items():
            if field is RecordText.PRONOUNS:
                self.put_eye(line, PersonField.PRONOUNS)
            else:
                self.put_eye(line, PersonField.NAMES)
        forms: list[tuple[FormOfAddress | None, str]] = [(form, term(form)) for form in FormOfAddress]
        self._form = ChoiceField(_("Tu or vous"), [(_UNKNOWN, _("tu or vous?")), *forms])
        self._form.setObjectName("record.form_of_address")
        self._form.chosen.connect(self._on_form)
        self._by = ChoiceField(
            _("By first name or title"), [(False, _("by first name")), (True, _("by title and family name"))]
        )
        self._by.setObjectName("record.addressed_by_title")
        self._by.chosen.connect(self._on_by)
        addressed = LabelledLine(_("Addressed"), _side_by_side(self._form, self._by))
        self.put_eye(addressed, PersonField.FORM_OF_ADDRESS)
        self.rows.addWidget(addressed)

    def show_view(self, view: PersonView) -> None:
        """Show what somebody is called."""
        record = view.page.record
        self.show_value(self._name, view.id, record.name)
        for field, text in (
            (RecordText.GIVEN_NAME, record.given_name),
            (RecordText.FAMILY_NAME, record.family_name),
            (RecordText.PHONETIC_NAME, record.phonetic_name),
            (RecordText.PRONOUNS, record.pronouns),
        ):
            self.show_value(self._texts[field], view.id, text)
        self._form.show_value(record.form_of_address)
        self._by.show_value(record.addressed_by_title)

    def _keep_name(self, line: ValueLine, text: str) -> None:
        if text:
            self.keep_text(RecordText.DISPLAY_NAME, line, text)
        else:
            line.refuse(_("Somebody without a name could not be found again: the name stays as it was."))

    def _on_form(self, form: FormOfAddress | None) -> None:
        command = self.about(lambda desk, person: editing.addressing.set_form_of_address(desk, person, form))
        self.change(command, kept_words(_("Addressed")))

    def _on_by(self, by_title: bool) -> None:  # noqa: FBT001 - what the choice says
        command = self.about(
            lambda desk, person: editing.addressing.set_by_title(desk, person, by_title=by_title)
        )
        self.change(command, kept_words(_("Addressed")))


def _side_by_side(*choices: ChoiceField[FormOfAddress | None] | ChoiceField[bool]) -> QWidget:
    room = QWidget()
    flow = FlowLayout(room)
    for choice in choices:
        choice.setProperty("line", True)  # noqa: FBT003 - Qt's
        flow.addWidget(choice)
    return room
