from calendar import isleap
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.birthdays import birthdays_between

BORN = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: (day.month, day.day))


@given(BORN, st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_everybody_has_one_birthday_in_any_year(born: tuple[int, int], first: date):
    last = first.replace(year=first.year + 1) if (first.month, first.day) != (2, 29) else None
    last = last or date(first.year + 1, 3, 1)
    kept = birthdays_between(first, last - timedelta(days=1)).get(born, [])

    assert len(kept) == 1 or (born == (2, 29) and (first.month, first.day) in {(2, 28), (2, 29)})


@given(st.integers(1950, 2150))
def test_the_29th_of_february_is_kept_on_the_last_day_of_the_month(year: int):
    kept = birthdays_between(date(year, 1, 1), date(year, 12, 31))

    assert kept[2, 29] == [date(year, 2, 29 if isleap(year) else 28)]


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(0, 400))
def test_every_day_of_a_span_keeps_its_own_birthday(first: date, length: int):
    kept = birthdays_between(first, first + timedelta(days=length))

    for ahead in range(length + 1):
        day = first + timedelta(days=ahead)
        assert day in kept[day.month, day.day]
