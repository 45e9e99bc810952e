from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.cadence import (
    ANY_GAP_DAYS,
    Cadence,
    CadenceInForce,
    Closeness,
    LabelKind,
    SharedCadence,
    cadence_in_force,
    closeness,
    told_cadence,
)

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


GAPS = st.one_of(st.none(), st.integers(1, 400))
SHARED = st.lists(
    st.builds(
        SharedCadence,
        st.sampled_from(list(LabelKind)),
        st.sampled_from(["running", "vip", "cheese", "huts"]),
        st.builds(Cadence, st.integers(1, 400), st.integers(1, 400)),
    ),
    max_size=6,
)
RUNNING = SharedCadence(LabelKind.TAG, "running", Cadence(42, 63))
VIP = SharedCadence(LabelKind.TAG, "vip", Cadence(60, 62))


def test_of_several_tags_the_one_that_grows_distant_first_wins():
    assert cadence_in_force(None, None, [RUNNING, VIP]) == CadenceInForce(VIP.cadence, VIP)


def test_a_persons_own_cadence_wins_over_any_tag():
    assert cadence_in_force(200, None, [RUNNING]) == CadenceInForce(Cadence(200, 200))


def test_with_whom_it_does_not_matter_no_tag_says_how_often():
    assert cadence_in_force(None, ANY_GAP_DAYS, [RUNNING]) is None


@given(GAPS, GAPS, SHARED)
def test_the_cadence_in_force_is_ones_own_or_one_of_those_shared(ideal, longest, shared):
    found = cadence_in_force(ideal, longest, shared)

    if ideal is not None:
        assert found == CadenceInForce(told_cadence(ideal, longest))
    elif longest is not None or not shared:
        assert found is None
    else:
        assert found.origin in shared
        assert found.cadence == found.origin.cadence
        assert found.cadence.longest == min(one.cadence.longest for one in shared)


@given(SHARED, SHARED)
def test_another_tag_never_lets_one_wait_longer(some, more):
    fewer, all_of_them = (cadence_in_force(None, None, shared) for shared in (some, some + more))

    assert fewer is None or all_of_them.cadence.longest <= fewer.cadence.longest


@given(SHARED)
def test_the_order_of_tags_does_not_matter(shared):
    assert cadence_in_force(None, None, shared) == cadence_in_force(None, None, shared[::-1])
