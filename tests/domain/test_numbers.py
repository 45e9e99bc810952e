import pytest

from relationdesk.domain.numbers import Numbers


def test_what_is_missing_or_out_of_bounds_is_as_it_begins():
    assert Numbers.of({"daily_cap": 3}) == Numbers(daily_cap=3)
    assert Numbers.of({}) == Numbers(full_day=8, daily_cap=5)


@pytest.mark.parametrize("value", [0, -1, 1_000, True, "5", None, 2.5, [1]])
def test_only_whole_numbers_within_bounds_are_taken(value):
    assert Numbers.of({"full_day": value}) == Numbers()
