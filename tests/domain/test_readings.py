"""How many follow an account: numbers as people write them, told in words and as a curve."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.figures import count
from relationdesk.domain.reading_words import exact_text, reading_text, readings_text
from relationdesk.domain.readings import Reading, curve, in_order
from relationdesk.language.dates import whole_number
from relationdesk.language.words import Language, speaking

MARCH = Reading(31_000, date(2026, 3, 4))
OCTOBER = Reading(38_000, date(2026, 10, 12))


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("38k", 38_000),
        ("12 500", 12_500),
        ("12\u202f500", 12_500),
        ("12,500", 12_500),
        ("1,2 M", 1_200_000),
        ("1.2M", 1_200_000),
        ("2,1 Md", 2_100_000_000),
        ("1.3 billion", 1_300_000_000),
        ("38 mille", 38_000),
        ("3 thousand", 3_000),
        ("2 milliards", 2_000_000_000),
        ("0", 0),
        ("many", None),
        ("", None),
        ("-5", None),
        ("38k followers on a page that says more than a number", None),
    ],
)
def test_a_number_is_read_as_it_is_typed(typed: str, number: int | None):
    assert count(typed) == number


@given(st.integers(0, 10**10), st.sampled_from(list(Language)))
def test_every_number_that_is_shown_is_read_back(number: int, language: Language):
    with speaking(language):
        assert count(whole_number(number)) == number


@given(st.integers(1, 9_999), st.sampled_from(["k", " k", "K", "M", " M", " mio"]), st.sampled_from(".,"))
def test_a_short_number_means_the_same_with_either_decimal_sign(tenths: int, scale: str, sign: str):
    size = 1_000 if scale.strip().lower() == "k" else 10**6

    assert count(f"{tenths // 10}{sign}{tenths % 10}{scale}") == tenths * size // 10


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ENGLISH, "38,000 in October 2026, up from 31,000 in March"),
        (
            Language.FRENCH,
            "38\u202f000 en octobre 2026, en hausse par rapport à 31\u202f000 en mars",
        ),
    ],
)
def test_readings_are_told_in_words(language: Language, said: str):
    with speaking(language):
        assert readings_text([OCTOBER, MARCH]) == said


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        ([], ""),
        ([OCTOBER], "38,000 in October 2026"),
        ([Reading(900)], "900 on a day not known"),
        (
            [Reading(31_000, date(2025, 3, 4)), OCTOBER],
            "38,000 in October 2026, up from 31,000 in March 2025",
        ),
        (
            [Reading(40_000, date(2026, 3, 4)), OCTOBER],
            "38,000 in October 2026, down from 40,000 in March",
        ),
        ([Reading(38_000, date(2026, 3, 4)), OCTOBER], "38,000 in October 2026, as many as in March"),
        (
            [Reading(37_000, date(2026, 10, 2)), OCTOBER],
            "38,000 on 12 October 2026, up from 37,000 on 2 October 2026",
        ),
        ([Reading(1_000), MARCH], "31,000 in March 2026, up from 1,000 on a day not known"),
    ],
)
def test_the_newest_reading_is_told_against_the_one_before(readings: list[Reading], said: str):
    with speaking(Language.ENGLISH):
        assert readings_text(readings) == said


def test_one_reading_is_told_by_its_month_or_its_very_day():
    with speaking(Language.ENGLISH):
        assert reading_text(MARCH) == "31,000 in March 2026"
        assert exact_text(MARCH) == "31,000 on 4 March 2026"
        assert exact_text(Reading(7)) == "7 on a day not known"


def test_the_oldest_reading_comes_first_and_what_has_no_day_before_it():
    assert in_order([OCTOBER, Reading(5), MARCH]) == [Reading(5), MARCH, OCTOBER]


@given(st.lists(st.tuples(st.dates(), st.integers(0, 10**10)), max_size=30))
def test_a_curve_stays_in_its_frame_and_goes_to_the_right(pairs: list[tuple[date, int]]):
    points = curve(sorted(pairs))

    assert len(points) == len(pairs)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in points)
    assert [x for x, _y in points] == sorted(x for x, _y in points)


def test_the_highest_reading_lies_at_the_top_of_a_curve():
    points = curve([(date(2026, 1, 1), 10), (date(2026, 1, 6), 30), (date(2026, 1, 11), 20)])

    assert points == [(0.0, 0.0), (0.5, 1.0), (1.0, 0.5)]
