from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.spreading import spread

TUESDAY = date(2026, 11, 24)


def test_a_day_takes_what_it_has_room_for_and_the_weekend_is_left_free():
    planned = {date(2026, 11, 25): 1, date(2026, 11, 26): 2, date(2026, 11, 27): 5}

    days = spread(4, after=TUESDAY, cap=2, planned=planned)

    assert days == [date(2026, 11, 25), date(2026, 11, 30), date(2026, 11, 30), date(2026, 12, 1)]


def test_nothing_that_waits_needs_no_day():
    assert spread(0, after=TUESDAY, cap=5, planned={}) == []


@given(
    count=st.integers(0, 120),
    after=st.dates(date(2020, 1, 1), date(2060, 1, 1)),
    cap=st.integers(1, 9),
    load=st.lists(st.integers(0, 12), max_size=30),
)
def test_everything_gets_a_working_day_ahead_and_no_day_more_than_its_cap(count, after, cap, load):
    planned = {after + timedelta(days=ahead): many for ahead, many in enumerate(load, start=1)}

    days = spread(count, after=after, cap=cap, planned=planned)

    assert len(days) == count
    assert days == sorted(days)
    for day, many in Counter(days).items():
        assert day > after
        assert day.weekday() < 5
        assert many + planned.get(day, 0) <= cap
