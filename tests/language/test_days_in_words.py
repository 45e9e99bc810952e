"""Days, hours and numbers, as each language says them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from relationdesk.language.dates import (
    birthday_text,
    clock_time,
    day_in_full,
    due_in_words,
    full_day,
    long_day,
    month_year,
    short_day,
    short_weekday,
    weekday,
    whole_number,
)
from relationdesk.language.words import Language, speaking

ENGLISH, FRENCH = Language.ENGLISH, Language.FRENCH
TODAY = date(2026, 11, 24)
FIRST = date(2026, 12, 1)
LANGUAGES = pytest.mark.parametrize("language", list(Language))


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        (ENGLISH, TODAY, "Tuesday 24 November"),
        (FRENCH, TODAY, "Mardi 24 novembre"),
        (ENGLISH, FIRST, "Tuesday 1 December"),
        (FRENCH, FIRST, "Mardi 1er décembre"),
    ],
)
def test_a_full_day_heads_a_page(language: Language, day: date, said: str):
    with speaking(language):
        assert full_day(day) == said


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        (ENGLISH, TODAY, "24 Nov"),
        (FRENCH, TODAY, "24 nov."),
        (ENGLISH, date(2025, 11, 12), "12 Nov 2025"),
        (FRENCH, date(2025, 11, 12), "12 nov. 2025"),
        (ENGLISH, FIRST, "1 Dec"),
        (FRENCH, FIRST, "1er déc."),
        (FRENCH, date(2025, 8, 1), "1er août 2025"),
        (FRENCH, date(2026, 12, 11), "11 déc."),
        (FRENCH, date(2026, 12, 21), "21 déc."),
    ],
)
def test_a_short_day_tells_its_year_only_when_it_is_not_this_one(language: Language, day: date, said: str):
    with speaking(language):
        assert short_day(day, TODAY) == said


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        (ENGLISH, TODAY, "24 November 2026"),
        (FRENCH, TODAY, "24 novembre 2026"),
        (ENGLISH, FIRST, "1 December 2026"),
        (FRENCH, FIRST, "1er décembre 2026"),
    ],
)
def test_a_long_day_stands_in_a_document(language: Language, day: date, said: str):
    with speaking(language):
        assert long_day(day) == said


@pytest.mark.parametrize(
    ("language", "born", "said"),
    [
        (ENGLISH, (5, 3, 1994), "3 May 1994"),
        (ENGLISH, (2, 29, None), "29 February"),
        (FRENCH, (2, 29, None), "29 février"),
        (FRENCH, (5, 1, None), "1er mai"),
        (FRENCH, (5, 1, 1994), "1er mai 1994"),
    ],
)
def test_a_birthday_may_lack_its_year(language: Language, born: tuple[int, int, int | None], said: str):
    with speaking(language):
        assert birthday_text(*born) == said


@pytest.mark.parametrize(
    ("language", "month", "day", "narrow"),
    [(ENGLISH, "December 2026", "Tuesday", "Tue"), (FRENCH, "Décembre 2026", "mardi", "Mar")],
)
def test_months_and_weekdays_have_their_names(language: Language, month: str, day: str, narrow: str):
    with speaking(language):
        assert (month_year(FIRST), weekday(FIRST), short_weekday(FIRST)) == (month, day, narrow)


@LANGUAGES
def test_an_hour_is_told_alike_in_both_languages(language: Language):
    with speaking(language):
        assert [clock_time(time(7, 5)), clock_time(time(17)), clock_time(time(0))] == [
            "07:05",
            "17:00",
            "00:00",
        ]


@pytest.mark.parametrize(
    ("days", "in_english", "in_french"),
    [
        (-365, "365 days late", "365 jours de retard"),
        (-4, "4 days late", "4 jours de retard"),
        (-2, "2 days late", "2 jours de retard"),
        (-1, "yesterday", "hier"),
        (0, "today", "aujourd’hui"),
        (1, "tomorrow", "demain"),
        (2, "Thursday", "jeudi"),
        (6, "Monday", "lundi"),
        (7, "1 Dec", "1er déc."),
        (8, "2 Dec", "2 déc."),
        (60, "23 Jan 2027", "23 janv. 2027"),
    ],
)
def test_a_due_day_is_told_by_how_far_it_is(days: int, in_english: str, in_french: str):
    due = TODAY + timedelta(days=days)

    with speaking(ENGLISH):
        assert due_in_words(due, TODAY) == in_english
    with speaking(FRENCH):
        assert due_in_words(due, TODAY) == in_french


@pytest.mark.parametrize(
    ("number", "in_english", "in_french"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1248, "1,248", "1\u202f248"),
        (1_000_000, "1,000,000", "1\u202f000\u202f000"),
    ],
)
def test_a_large_number_has_its_thousands_apart(number: int, in_english: str, in_french: str):
    with speaking(ENGLISH):
        assert whole_number(number) == in_english
    with speaking(FRENCH):
        assert whole_number(number) == in_french


@given(some.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_only_the_first_of_a_french_month_is_an_ordinal(day: date):
    with speaking(FRENCH):
        said = long_day(day)
    with speaking(ENGLISH):
        assert "er " not in long_day(day).partition(" ")[0]

    assert said.split(" ")[0] == ("1er" if day.day == 1 else str(day.day))


def test_a_day_within_a_sentence_has_no_capital_of_its_own():
    with speaking(Language.FRENCH):
        assert day_in_full(date(2026, 11, 25)) == "mercredi 25 novembre"
        assert full_day(date(2026, 11, 25)) == "Mercredi 25 novembre"
    with speaking(Language.ENGLISH):
        assert day_in_full(date(2026, 11, 25)) == full_day(date(2026, 11, 25)) == "Wednesday 25 November"
