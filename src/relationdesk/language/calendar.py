"""The names of months and weekdays, as CLDR gives them for British English and for French.

They stand here because a page of days is the first thing that is painted, and reading a library of every
language of the world for it takes longer than the painting. A test compares them with that library.
"""

from dataclasses import dataclass
from datetime import date

from relationdesk.language.words import Language, current_language


@dataclass(frozen=True, slots=True)
class Calendar:
    """One language's names: months from January, weekdays from Monday, each with its short form."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    first_of_month: str

    def month(self, day: date) -> str:
        """`November`."""
        return self.months[day.month - 1]

    def short_month(self, day: date) -> str:
        """`Nov`, `nov.`."""
        return self.short_months[day.month - 1]

    def weekday(self, day: date) -> str:
        """`Tuesday`."""
        return self.weekdays[day.weekday()]

    def short_weekday(self, day: date) -> str:
        """`Tue`, `mar.`."""
        return self.short_weekdays[day.weekday()]

    def of_month(self, day: date) -> str:
        """The day's number in its month: `24`; `1er` for the first in French."""
        return self.first_of_month if day.day == 1 else str(day.day)


_CALENDARS = {
    Language.ENGLISH: Calendar(
        months=(
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        first_of_month="1",
    ),
    Language.FRENCH: Calendar(
        months=(
            *("janvier", "février", "mars", "avril", "mai", "juin"),
            *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        ),
        short_months=(
            *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
            *("juil.", "août", "sept.", "oct.", "nov.", "déc."),
        ),
        weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        short_weekdays=("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
        first_of_month="1er",
    ),
}


def calendar() -> Calendar:
    """The names in the current language."""
    return _CALENDARS[current_language()]
