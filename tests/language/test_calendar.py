"""The names of months and weekdays beside those of the library that knows every language."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal

from relationdesk.language.calendar import calendar
from relationdesk.language.dates import whole_number
from relationdesk.language.words import Language, speaking

DAYS = [date(2027, 1, 1) + timedelta(days=number) for number in range(365)]
LOCALES = pytest.mark.parametrize(
    ("language", "locale"), [(Language.ENGLISH, "en_GB"), (Language.FRENCH, "fr_FR")]
)


@LOCALES
def test_months_and_weekdays_are_named_as_everywhere(language: Language, locale: str):
    with speaking(language):
        names = calendar()
    for day in DAYS:
        said = (names.month(day), names.short_month(day), names.weekday(day), names.short_weekday(day))
        assert said == tuple(format_date(day, part, locale) for part in ("LLLL", "MMM", "EEEE", "EEE"))


@LOCALES
def test_thousands_are_set_apart_as_everywhere(language: Language, locale: str):
    for number in (-4321, -1, 0, 999, 1000, 987_654_321):
        with speaking(language):
            assert whole_number(number) == format_decimal(number, locale=locale)
