"""How many followed an account on a day: one that is known, and one that is being added."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.figures import count
from relationdesk.domain.ids import PersonId
from relationdesk.domain.readings import Reading
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Source
from relationdesk.language.dates import whole_number
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.card import RecordCard, kept_words, removed_words
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.value_line import ValueLine
from relationdesk.work.people import editing
from relationdesk.work.people.reached import ReadingLine

_NUMBER_WIDTH = 132


class ReadingRow(QWidget):
    """A number, its day and how it is known, each changed in place; emptied, it is removed."""

    def __init__(self, card: RecordCard, view: PersonView, line: ReadingLine) -> None:
        super().__init__()
        self._card = card
        self._id = line.id
        self.number = card.made_value(_("Followers"), "", f"reading.{self._id}", self._keep)
        self.number.hide_name()
        self.number.setFixedWidth(_NUMBER_WIDTH)
        self.day = _day_field(view)
        self.day.day_chosen.connect(self._on_day)
        self.source = _source_field()
        self.source.chosen.connect(self._on_source)
        self.remove = Button("", Role.QUIET, Icon.X, compact=True, name=_("Remove this number"))
        self.remove.clicked.connect(self._on_remove)
        row = _flow(self)
        for widget in (self.day, self.source, self.number, self.remove):
            row.addWidget(widget)

    def show_reading(self, line: ReadingLine, person: PersonId) -> None:
        """Show what is kept now; what is being typed stays."""
        self._card.show_value(self.number, person, whole_number(line.followers))
        self.day.show_day(line.taken_on)
        self.source.show_value(line.source)
        self.remove.setAccessibleDescription(whole_number(line.followers))

    def _keep(self, line: ValueLine, text: str) -> None:
        followers = count(text)
        if not text:
            self._card.keep_line(line, lambda desk: editing.accounts.remove_reading(desk, self._id))
        elif followers is None:
            line.refuse(not_a_number())
        else:
            self._card.keep_line(line, lambda desk: editing.accounts.set_followers(desk, self._id, followers))

    @Slot(object)
    def _on_day(self, day: date | None) -> None:
        self._card.change(lambda desk: editing.accounts.set_day(desk, self._id, day), kept_words(_("Day")))

    @Slot(object)
    def _on_source(self, source: Source) -> None:
        self._card.change(
            lambda desk: editing.accounts.set_source(desk, self._id, source), kept_words(_("Source"))
        )

    @Slot()
    def _on_remove(self) -> None:
        self._card.change(
            lambda desk: editing.accounts.remove_reading(desk, self._id), removed_words(_("Followers"))
        )


class AddReading(QWidget):
    """A day and a source first, then the number, which adds them."""

    def __init__(self, card: RecordCard, view: PersonView, handle_id: int) -> None:
        super().__init__()
        self._card = card
        self._handle = handle_id
        self.number = card.made_value(_("Followers"), _("Add: 38k"), added_field(handle_id), self._keep)
        self.number.hide_name()
        self.number.setFixedWidth(_NUMBER_WIDTH)
        self.day = _day_field(view)
        self.day.show_day(view.today)
        self.source = _source_field()
        self.source.show_value(Source.I_SAW)
        row = _flow(self)
        for widget in (self.day, self.source, self.number):
            row.addWidget(widget)

    def _keep(self, line: ValueLine, text: str) -> None:
        followers = count(text)
        if followers is None:
            line.refuse(not_a_number())
            return
        told, source = Reading(followers, self.day.day), self.source.value or Source.I_SAW
        self._card.take_in(line, lambda desk: editing.accounts.add_reading(desk, self._handle, told, source))


def added_field(handle_id: int) -> str:
    """The name of the field in which a number of followers is added, for its draft."""
    return f"account.{handle_id}.followers"


def not_a_number() -> str:
    """What is said where a number of followers is not understood."""
    return _("That is not understood as a number. Write it as 38k or 12,500.")


def _day_field(view: PersonView) -> DateField:
    field = DateField(_("Day"), view.today)
    field.setProperty("line", True)  # noqa: FBT003 - Qt's
    return field


def _source_field() -> ChoiceField[Source]:
    field = ChoiceField(_("Source"), [(source, term(source)) for source in Source])
    field.setProperty("line", True)  # noqa: FBT003 - Qt's
    return field


def _flow(row: QWidget) -> FlowLayout:
    return FlowLayout(row, Space.TIGHT, Space.TIGHT)
