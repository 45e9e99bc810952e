from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.cadence import Cadence, Closeness, closeness

TODAY = date(2026, 11, 24)
MONTHLY = Cadence(ideal=28, longest=42)


@pytest.mark.parametrize(
    ("days_ago", "expected"),
    [
        (0, Closeness.WARM),
        (28, Closeness.WARM),
        (29, Closeness.COOLING),
        (42, Closeness.COOLING),
        (43, Closeness.DISTANT),
    ],
)
def test_closeness_turns_at_the_ideal_and_the_longest_gap(days_ago, expected):
    assert closeness(MONTHLY, TODAY - timedelta(days=days_ago), TODAY) is expected


def test_without_a_cadence_nobody_grows_distant():
    assert closeness(None, None, TODAY) is Closeness.NO_CADENCE


def test_somebody_never_spoken_to_is_distant():
    assert closeness(MONTHLY, None, TODAY) is Closeness.DISTANT


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_time_never_brings_people_closer(earlier, later):
    order = [Closeness.WARM, Closeness.COOLING, Closeness.DISTANT]
    near, far = sorted((earlier, later))
    stands = [order.index(closeness(MONTHLY, TODAY - timedelta(days=days), TODAY)) for days in (near, far)]

    assert stands[0] <= stands[1]
