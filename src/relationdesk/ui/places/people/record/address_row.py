"""One postal address of a person on their record."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.card import AddressPart
from relationdesk.domain.contact_labels import kept_label, offered_labels, shown_label
from relationdesk.domain.ids import PersonId
from relationdesk.domain.sharing import Shareable
from relationdesk.language.words import _
from relationdesk.ui.places.people.record.beside import beside
from relationdesk.ui.places.people.record.card import RecordCard, kept_words, removed_words
from relationdesk.ui.places.people.record.contact_row import (
    close_together,
    made_label,
    name_after,
    preferred_mark,
    show_preferred,
)
from relationdesk.ui.places.people.record.country import Country
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.menu_button import Choice, MenuButton
from relationdesk.ui.widgets.value_line import ValueLine
from relationdesk.work.people import editing
from relationdesk.work.people.record_lines import AddressLine

_POSTCODE_WIDTH = 84
_TOWN = {AddressPart.POSTCODE: 0, AddressPart.CITY: 3, AddressPart.REGION: 3, AddressPart.COUNTRY: 2}
"""The parts below the street, each with its share of the room."""


class AddressRow(QWidget):
    """Street and label on one line, the town below; each part is kept by itself."""

    def __init__(self, card: RecordCard, line: AddressLine) -> None:
        super().__init__()
        self._card = card
        self._line = line
        self._id = line.id
        self.parts = {part: self._made(part, name, hint) for part, name, hint in _parts()}
        street = self.parts[AddressPart.STREET]
        self.label = made_label(card, f"address.{self._id}", None, self._keep_label)
        self._country = Country(card, self.parts[AddressPart.COUNTRY])
        self.mark = preferred_mark()
        self.menu = MenuButton(_("What to do with it"), self._choices)
        self.menu.setObjectName(f"record.address.{self._id}.menu")
        self._eye = card.eyes.made(self, (Shareable.POSTAL_ADDRESS, self._id), _("Address"))
        street.hide_name()
        street.put_beside(close_together(self.mark, self._eye, menu=self.menu))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(beside(self.label, street, self._town()))

    def show_address(self, line: AddressLine, person: PersonId) -> None:
        """Show what is kept now; what is being typed stays."""
        self._line = line
        for part, field in self.parts.items():
            if part is not AddressPart.COUNTRY:
                self._card.show_value(field, person, getattr(line, part.value))
        self._country.show_country(person, line.country)
        self._card.show_value(self.label, person, shown_label(line.label))
        show_preferred(self.mark, self.parts[AddressPart.STREET], is_preferred=line.preferred)
        name_after(line.street or line.city or _("Address"), self.label, self._eye, self.menu)

    def _made(self, part: AddressPart, name: str, hint: str) -> ValueLine:
        return self._card.made_value(
            name, hint, f"address.{self._id}.{part.value}", partial(self._keep, part)
        )

    def _town(self) -> QWidget:
        room = QWidget()
        town = QHBoxLayout(room)
        town.setContentsMargins(0, Space.TIGHT, 0, 0)
        town.setSpacing(0)
        self.parts[AddressPart.POSTCODE].setFixedWidth(_POSTCODE_WIDTH)
        for part, share in _TOWN.items():
            self.parts[part].hide_name()
            town.addWidget(self.parts[part], share)
        return room

    def _keep(self, part: AddressPart, line: ValueLine, text: str) -> None:
        self._card.keep_line(line, lambda desk: editing.addresses.set_part(desk, self._id, part, text))

    def _keep_label(self, line: ValueLine, text: str) -> None:
        self._keep(AddressPart.LABEL, line, kept_label(text))

    def _choices(self) -> Iterator[Choice | None]:
        yield Choice(_("Preferred"), self._prefer, is_on=self._line.preferred)
        yield None
        for label in offered_labels(None):
            yield Choice(label, partial(self._call, label), is_on=kept_label(label) == self._line.label)
        yield None
        yield Choice(_("Remove"), self._remove)

    @Slot()
    def _prefer(self) -> None:
        preferred = not self._line.preferred
        self._card.change(
            lambda desk: editing.addresses.prefer_address(desk, self._id, preferred=preferred),
            kept_words(_("Address")),
        )

    def _call(self, label: str) -> None:
        kept = "" if kept_label(label) == self._line.label else kept_label(label)
        self._card.change(
            lambda desk: editing.addresses.set_part(desk, self._id, AddressPart.LABEL, kept),
            kept_words(_("Address")),
        )

    @Slot()
    def _remove(self) -> None:
        self._card.change(
            lambda desk: editing.addresses.remove_address(desk, self._id), removed_words(_("Address"))
        )


def _parts() -> tuple[tuple[AddressPart, str, str], ...]:
    return (
        (AddressPart.STREET, _("Address"), _("Add a street")),
        (AddressPart.POSTCODE, _("Postcode"), _("Postcode")),
        (AddressPart.CITY, _("City"), _("City")),
        (AddressPart.REGION, _("Region"), _("Region")),
        (AddressPart.COUNTRY, _("Country"), _("Country")),
    )
