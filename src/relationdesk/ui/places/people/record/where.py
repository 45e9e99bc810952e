"""The card of where a person lives."""

from functools import partial

from PySide6.QtWidgets import QWidget

from relationdesk.domain.filters.operators import Operator
from relationdesk.domain.sharing import PersonField
from relationdesk.domain.vocabulary import RecordText
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.card import RecordCard
from relationdesk.ui.places.people.record.completing import Completing
from relationdesk.ui.places.people.record.country import Country
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.value_line import ValueField, ValueLine
from relationdesk.ui.widgets.zones import zone_named, zone_text, zones_like
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people import filter_values


class WhereCard(RecordCard):
    """City, country and time zone, completed from what is on the desk."""

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(tasks, _("Where"), parent)
        self._city = self.add_value(
            _("City"), _("Add a city"), RecordText.CITY, partial(self.keep_text, RecordText.CITY)
        )
        self._country = self.add_value(
            _("Country"), _("Add a country"), RecordText.COUNTRY, partial(self.keep_text, RecordText.COUNTRY)
        )
        self._named = Country(self, self._country)
        self._zone = self.add_value(
            _("Time zone"), _("Add a time zone, by a city"), RecordText.TIME_ZONE, self._keep_zone
        )
        for line, field in (
            (self._city, PersonField.CITY),
            (self._country, PersonField.COUNTRY),
            (self._zone, PersonField.TIME_ZONE),
        ):
            self.put_eye(line, field)
        for line, values in (
            (self._city, _cities),
            (self._zone, lambda _reader, typed: zones_like(typed)),
        ):
            if isinstance(line.field, ValueField):
                Completing(tasks, line.field, values)

    def show_view(self, view: PersonView) -> None:
        """Show where somebody lives."""
        record = view.page.record
        self.show_value(self._city, view.id, record.city)
        self._named.show_country(view.id, record.country)
        self.show_value(self._zone, view.id, zone_text(record.time_zone))

    def _keep_zone(self, line: ValueLine, text: str) -> None:
        zone = zone_named(text) if text else ""
        if zone is None:
            line.refuse(_("No time zone is called so: type a city and choose one of the list."))
        else:
            self.keep_text(RecordText.TIME_ZONE, line, zone)


def _cities(reader: Reader, typed: str) -> list[str]:
    return filter_values.filter_values(reader, Operator.CITY, typed)
