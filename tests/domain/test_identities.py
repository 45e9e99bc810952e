from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.clock import FixedClock
from relationdesk.domain.identities import Identities

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@given(st.lists(st.tuples(st.integers(-(10**9), 10**9), st.integers(1, 5000)), max_size=30))
def test_identities_rise_whatever_the_clock_does(steps):
    clock = FixedClock(NOON, PARIS)
    identities = Identities(clock)
    last = 0
    for seconds, count in steps:
        clock.moment = NOON + timedelta(seconds=seconds)
        first = identities.block(count)
        assert first > last
        last = first + count - 1


def test_identities_go_on_above_those_in_use():
    in_use = Identities(FixedClock(NOON, PARIS)).fresh() + 10**8

    assert Identities(FixedClock(NOON, PARIS), highest=in_use).fresh() == in_use + 1


def test_an_identity_survives_a_reader_that_only_knows_doubles():
    far = datetime(2090, 1, 1, tzinfo=UTC)

    assert int(float(Identities(FixedClock(far, PARIS)).fresh())) < 2**53


def test_two_copies_of_a_desk_that_grow_apart_give_different_identities():
    here = Identities(FixedClock(NOON, PARIS)).block(1000)
    there = Identities(FixedClock(NOON + timedelta(seconds=1), PARIS)).block(1000)

    assert not set(range(here, here + 1000)) & set(range(there, there + 1000))


@pytest.mark.parametrize("rises", [False, True])
def test_two_copies_whose_identities_are_ahead_of_the_clock_give_different_ones_too(rises):
    ahead = Identities(FixedClock(NOON + timedelta(days=1), PARIS)).fresh()

    def block() -> int:
        if not rises:
            return Identities(FixedClock(NOON, PARIS), highest=ahead).block(1000)
        identities = Identities(FixedClock(NOON, PARIS))
        identities.rise_above(ahead)
        return identities.block(1000)

    given = [block() for _ in range(5)]
    assert all(ahead < first < ahead + 2**31 for first in given)
    assert len({one for first in given for one in range(first, first + 1000)}) == 5000


def test_identities_near_the_end_of_their_room_leave_nearly_all_of_what_is_left():
    in_use = 2**53 - 10_000

    assert all(
        Identities(FixedClock(NOON, PARIS), highest=in_use).block(9000) + 9000 < 2**53 for _ in range(50)
    )
