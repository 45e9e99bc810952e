"""The card of how a person is reached: e-mails, phones, links, messengers and postal addresses."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from relationdesk.domain.card import AddressEntry, AddressPart, ContactEntry
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.address_row import AddressRow
from relationdesk.ui.places.people.record.beside import FIELD_EDGE
from relationdesk.ui.places.people.record.card import RecordCard
from relationdesk.ui.places.people.record.contact_row import ContactRow, Placed, kind_name
from relationdesk.ui.places.people.record.row_list import RowList
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.widgets.tab_order import put_in_order
from relationdesk.ui.widgets.value_line import ValueLine
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people import editing
from relationdesk.work.people.reached import Reached, reached
from relationdesk.work.people.record_lines import AddressLine, ContactLine


class ReachCard(RecordCard):
    """Each way to reach somebody under its kind, and below each kind a field that adds one."""

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(tasks, _("Reach"), parent)
        self._asked: Asked | None = None
        self._adding = {kind: self._made_adding(kind) for kind in ContactKind}
        self._contacts: dict[ContactKind, RowList[Placed, ContactRow]] = {
            kind: RowList(self, partial(ContactRow, self), adding.field)
            for kind, adding in self._adding.items()
        }
        self._add_address = self.made_value(
            _("Address"), _("Add a postal address"), "new.address", self._keep_address
        )
        self._addresses: RowList[AddressLine, AddressRow] = RowList(
            self, partial(AddressRow, self), self._add_address.field
        )
        margins = self.rows.contentsMargins()
        margins.setLeft(margins.left() - FIELD_EDGE)
        self.rows.setContentsMargins(margins)
        for adding in (*self._adding.values(), self._add_address):
            adding.setContentsMargins(FIELD_EDGE, 0, 0, 0)
        for kind, adding in self._adding.items():
            self.rows.addLayout(self._contacts[kind].column)
            self.rows.addWidget(adding)
        self.rows.addLayout(self._addresses.column)
        self.rows.addWidget(self._add_address)

    def show_view(self, view: PersonView) -> None:
        """Show how somebody is reached."""
        for kind, listed in self._contacts.items():
            placed = list(_placed([line for line in view.page.contacts if line.kind is kind]))
            listed.show((one.line.id, one) for one in placed)
            for one in placed:
                listed.rows[one.line.id].show_contact(one, view.id)
            self._adding[kind].raise_()
        self._show_addresses(view)
        for adding in (*self._adding.values(), self._add_address):
            self.show_value(adding, view.id, "")
        put_in_order(self, self._adding[ContactKind.EMAIL].field)
        self._asked = self.tasks.ask(
            self,
            lambda reader: reached(reader, view.id),
            self._show_others,
            instead_of=self._asked,
        )

    def take_focus(self) -> None:
        """Put the cursor where an e-mail is added."""
        self._adding[ContactKind.EMAIL].field.setFocus()

    def _show_addresses(self, view: PersonView) -> None:
        before = set(self._addresses.rows)
        self._addresses.show((line.id, line) for line in view.page.addresses)
        for line in view.page.addresses:
            self._addresses.rows[line.id].show_address(line, view.id)
        self._add_address.raise_()
        new = [line.id for line in view.page.addresses if line.id not in before]
        if len(new) == 1 and self._add_address.field.hasFocus():
            self._addresses.rows[new[0]].parts[AddressPart.POSTCODE].field.setFocus()

    def _show_others(self, found: Reached) -> None:
        for listed in self._contacts.values():
            for contact, row in listed.rows.items():
                row.also.show_other(found.contacts.get(contact))

    def _made_adding(self, kind: ContactKind) -> ValueLine:
        hint = {
            ContactKind.EMAIL: _("Add an e-mail address"),
            ContactKind.PHONE: _("Add a phone number"),
            ContactKind.LINK: _("Add a link"),
            ContactKind.MESSENGER: _("Add a messenger name"),
        }[kind]
        return self.made_value(kind_name(kind), hint, f"new.{kind.value}", partial(self._keep_new, kind))

    def _keep_new(self, kind: ContactKind, line: ValueLine, text: str) -> None:
        told = ContactEntry(kind, text)
        self.take_in(line, self.about(lambda desk, person: editing.reaching.add_contact(desk, person, told)))

    def _keep_address(self, line: ValueLine, text: str) -> None:
        told = AddressEntry(street=text)
        self.take_in(line, self.about(lambda desk, person: editing.addresses.add_address(desk, person, told)))


def _placed(lines: list[ContactLine]) -> Iterator[Placed]:
    """Each way with where it may go; the preferred one stays at the top."""
    first = sum(line.preferred for line in lines)
    for place, line in enumerate(lines):
        is_free = not line.preferred
        yield Placed(line, is_free and place > first, is_free and place < len(lines) - 1)
