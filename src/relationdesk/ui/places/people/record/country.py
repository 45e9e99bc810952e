"""A country on the record: kept as it was typed or by its code, and told by its name."""

from PySide6.QtCore import QObject

from relationdesk.domain.ids import PersonId
from relationdesk.language.names import COUNTRY_CODE_LENGTH, country_name
from relationdesk.language.words import current_language, speaking
from relationdesk.ui.places.people.record.card import RecordCard
from relationdesk.ui.places.people.record.completing import Completing
from relationdesk.ui.tasks import Asked
from relationdesk.ui.widgets.value_line import ValueField, ValueLine
from relationdesk.work.desks import Reader
from relationdesk.work.people import record_values


class Country(QObject):
    """What a line for a country shows, completed from the countries that people of the desk live in."""

    def __init__(self, card: RecordCard, line: ValueLine) -> None:
        super().__init__(line)
        self._card = card
        self._line = line
        self._asked: Asked | None = None
        if isinstance(line.field, ValueField):
            Completing(card.tasks, line.field, _countries)

    def show_country(self, person: PersonId, country: str) -> None:
        """Name the country as soon as its name is read in."""
        language = current_language()

        def named(_reader: Reader) -> str:
            with speaking(language):
                return country_name(country)

        if self._asked is not None:
            self._asked.cancel()
        if len(country) != COUNTRY_CODE_LENGTH:
            self._card.show_value(self._line, person, country)
            return
        self._asked = self._card.tasks.ask(
            self, named, lambda name: self._card.show_value(self._line, person, name)
        )


def _countries(reader: Reader, typed: str) -> list[str]:
    return record_values.countries(reader, typed, country_name)
