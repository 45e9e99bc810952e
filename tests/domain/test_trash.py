"""Thirty days in the trash are thirty days, whatever the clock says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.trash import KEPT_DAYS, days_passed, goes_on, is_over

THROWN = date(2026, 11, 24)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def every(step: int, until: date, first: date = THROWN) -> list[date]:
    return [first + timedelta(days=ahead) for ahead in range(0, (until - first).days + 1, step)]


@pytest.mark.parametrize("step", [1, 2, 5, 7, 10])
def test_a_desk_that_is_used_now_and_then_keeps_thirty_days(step: int):
    due = THROWN + timedelta(days=KEPT_DAYS)
    used = every(step, due)

    assert not is_over(THROWN, used, due - timedelta(days=1))
    assert is_over(THROWN, used, due)


def test_a_jump_far_ahead_is_worth_ten_days_and_nothing_after_it_was_set_right():
    used = every(1, date(2026, 11, 30))

    assert days_passed(THROWN, [*used, date(2099, 1, 1)], date(2099, 1, 1)) == 6 + 10
    assert days_passed(THROWN, [*used, date(2099, 1, 1)], date(2026, 12, 1)) == 7


def test_a_battery_that_is_empty_again_and_again_counts_for_nothing():
    """The clock begins in 1970 at every start, and is set right a moment later."""
    used = [date(1970, 1, 1), *every(1, date(2026, 12, 4))]

    assert days_passed(THROWN, used, date(2026, 12, 4)) == 10
    assert days_passed(THROWN, used, date(1970, 1, 1)) == 0


def test_what_was_thrown_away_in_1970_is_kept_for_days_that_were_used():
    thrown = date(1970, 1, 1)
    used = [thrown, *every(1, date(2026, 12, 4))]

    assert not is_over(thrown, used, date(2026, 12, 4))


def test_a_day_back_takes_nothing_away():
    assert days_passed(THROWN, [THROWN], THROWN - timedelta(days=1)) == 0
    assert goes_on(THROWN, [THROWN], THROWN - timedelta(days=1)) == THROWN + timedelta(days=KEPT_DAYS)


def test_after_a_long_absence_the_trash_waits_for_a_few_days_of_use():
    back = THROWN + timedelta(days=200)

    assert not is_over(THROWN, [THROWN, back], back)
    assert goes_on(THROWN, [THROWN, back], back) == back + timedelta(days=20)


def test_the_day_told_is_the_day_on_which_it_goes():
    told = goes_on(THROWN, [THROWN], THROWN)

    assert told == THROWN + timedelta(days=KEPT_DAYS)
    assert is_over(THROWN, every(1, told), told)


@given(since=DAYS, used=st.lists(DAYS), today=DAYS)
def test_never_more_than_the_calendar_says(since: date, used: list[date], today: date):
    assert 0 <= days_passed(since, used, today) <= max(0, (today - since).days)


@given(since=DAYS, used=st.lists(DAYS), today=DAYS, jump=st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_one_day_more_that_was_used_brings_the_end_at_most_ten_days_nearer(since, used, today, jump):
    before = days_passed(since, used, today)

    assert before <= days_passed(since, [*used, jump], today) <= before + 10
