"""When a wall clock shows an hour, on the days on which clocks are put forward and back."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.wall_clock import moment_of, zone_named

PARIS = ZoneInfo("Europe/Paris")
ZONES = ("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC")


def test_an_hour_of_winter_and_one_of_summer():
    assert moment_of(date(2026, 11, 24), time(17), PARIS) == datetime(2026, 11, 24, 16, tzinfo=UTC)
    assert moment_of(date(2026, 7, 14), time(17), PARIS) == datetime(2026, 7, 14, 15, tzinfo=UTC)


@pytest.mark.parametrize("at", [time(2), time(2, 30), time(2, 59, 59)])
def test_an_hour_that_the_clocks_leap_over_is_told_at_the_leap(at: time):
    assert moment_of(date(2026, 3, 29), at, PARIS) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_the_hours_around_a_leap_are_what_they_are():
    assert moment_of(date(2026, 3, 29), time(1, 59), PARIS) == datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert moment_of(date(2026, 3, 29), time(3), PARIS) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_told_at_its_first_coming():
    assert moment_of(date(2026, 10, 25), time(2, 30), PARIS) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moment_of(date(2026, 10, 25), time(2, 30, fold=1), PARIS) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )


def test_a_leap_of_half_an_hour():
    lord_howe = ZoneInfo("Australia/Lord_Howe")

    assert moment_of(date(2026, 10, 4), time(2, 15), lord_howe) == datetime(2026, 10, 3, 15, 30, tzinfo=UTC)


def test_a_day_that_an_island_left_out_is_told_as_the_next_one_begins():
    assert moment_of(date(2011, 12, 30), time(9), ZoneInfo("Pacific/Apia")) == datetime(
        2011, 12, 30, 10, tzinfo=UTC
    )


@given(
    st.dates(date(1971, 1, 1), date(2037, 12, 31)),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.sampled_from(ZONES),
)
def test_the_clock_shows_the_hour_then_or_has_just_leapt_over_it(day: date, at: time, name: str):
    zone = ZoneInfo(name)
    moment = moment_of(day, at, zone)

    shown = moment.astimezone(zone).replace(tzinfo=None)
    a_second_before = (moment - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None)
    wanted = datetime.combine(day, at)
    assert shown == wanted or a_second_before < wanted < shown


@pytest.mark.parametrize("name", ["", "Nowhere/Town", "../etc/passwd", "Europe", "\0"])
def test_a_zone_that_nobody_knows_is_the_other_one(name: str):
    assert zone_named(name, PARIS) is PARIS


def test_a_known_zone_is_itself():
    assert zone_named("Asia/Tokyo", PARIS).key == "Asia/Tokyo"
