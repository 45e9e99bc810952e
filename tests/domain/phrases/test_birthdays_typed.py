"""A birthday typed into its field, in any of the ways people write one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.phrases.birthdays import birthday_typed
from relationdesk.language.dates import birthday_text
from relationdesk.language.words import Language, speaking

TODAY = date(2026, 11, 24)


def told(text):
    found = birthday_typed(text, TODAY)
    return None if found is None else (found.day, found.month, found.year)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("6 September", (6, 9, None)),
        ("6 September 1991", (6, 9, 1991)),
        ("6/9/1991", (6, 9, 1991)),
        ("6.9.1991", (6, 9, 1991)),
        ("6/9", (6, 9, None)),
        ("6 sept. 1991", (6, 9, 1991)),
        ("September 6, 1991", (6, 9, 1991)),
        ("Sept. 6th", (6, 9, None)),
        ("1991-09-06", (6, 9, 1991)),
        ("29 February", (29, 2, None)),
        ("29 February 1992", (29, 2, 1992)),
        ("le 1er août 1988", (1, 8, 1988)),
        ("1 AOUT", (1, 8, None)),
        ("  6 September ", (6, 9, None)),
        ("24 November 2026", (24, 11, 2026)),
    ],
)
def test_a_birthday_is_understood(text, meant):
    assert told(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "30 February",
        "29 February 1991",
        "6",
        "6 September, I believe",
        "6 September 91",
        "6 September 2027",
        "25 November 2026",
        "6/13",
        "1991-13-06",
        "September",
        "her 6 September",
    ],
)
def test_what_is_no_birthday_is_not_taken_for_one(text):
    assert told(text) is None


@given(st.dates(date(1900, 1, 1), TODAY), st.booleans(), st.sampled_from(Language))
def test_a_birthday_as_it_is_shown_is_understood_again(day, is_with_year, language):
    year = day.year if is_with_year else None
    with speaking(language):
        assert told(birthday_text(day.month, day.day, year)) == (day.day, day.month, year)


@given(
    st.dates(date(1900, 1, 1), TODAY),
    st.sampled_from(["{0.day}/{0.month}/{0.year}", "{0}", "{0.day}.{0.month}.{0.year}"]),
)
def test_figures_are_understood_with_the_day_first(day, written):
    assert told(written.format(day)) == (day.day, day.month, day.year)


@given(st.text(max_size=30))
def test_nothing_that_is_typed_breaks_it(text):
    found = birthday_typed(text, TODAY)
    assert found is None or date(found.year or 2000, found.month, found.day) <= TODAY
