from dataclasses import asdict

import pytest

from relationdesk.domain.numbers import Numbers


def test_what_is_missing_or_out_of_bounds_is_as_it_begins():
    assert Numbers.of({"daily_cap": 3}) == Numbers(daily_cap=3)
    assert Numbers.of({}) == Numbers(full_day=8, daily_cap=5)


@pytest.mark.parametrize("value", [0, -1, 1_000, True, "5", None, 2.5, [1]])
def test_only_whole_numbers_within_bounds_are_taken(value):
    assert Numbers.of({"full_day": value}) == Numbers()


def test_they_begin_as_the_program_is_described():
    assert asdict(Numbers()) == {
        "full_day": 8,
        "daily_cap": 5,
        "answer_days": 30,
        "peace_days": 30,
        "preference_months": 18,
        "fact_months": 12,
        "reading_months": 6,
    }


@pytest.mark.parametrize("value", [None, [], "numbers", 3])
def test_what_cannot_be_read_is_as_it_begins(value):
    assert Numbers.told_by(value) == Numbers()
