from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.reminding import ReminderRules, digest_at, told_at, tomorrow_morning

PARIS = ZoneInfo("Europe/Paris")
DAY = date(2026, 11, 24)
EVENINGS = ReminderRules(quiet_from=time(20), quiet_until=time(8))
ZONES = st.sampled_from(["Europe/Paris", "America/Montreal", "Australia/Lord_Howe", "UTC"]).map(ZoneInfo)
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def local(*hour, day=DAY, zone=PARIS):
    return datetime.combine(day, time(*hour), tzinfo=zone)


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (local(17), local(17)),
        (local(20), local(8, day=DAY + timedelta(days=1))),
        (local(23, 59), local(8, day=DAY + timedelta(days=1))),
        (local(3), local(8)),
        (local(8), local(8)),
    ],
)
def test_what_is_due_in_quiet_hours_is_told_when_they_end(due, told):
    assert told_at(due, EVENINGS, PARIS) == told


def test_quiet_hours_within_a_day_end_on_that_day():
    lunch = ReminderRules(quiet_from=time(12), quiet_until=time(14))

    assert told_at(local(12, 30), lunch, PARIS) == local(14)
    assert told_at(local(11, 59), lunch, PARIS) == local(11, 59)


def test_without_quiet_hours_everything_is_told_at_its_hour():
    assert told_at(local(3), ReminderRules(), PARIS) == local(3)


def test_silence_ends_before_quiet_hours_begin_or_goes_into_them():
    silent = ReminderRules(quiet_from=time(20), quiet_until=time(8), silent_until=local(18))
    late = ReminderRules(quiet_from=time(20), quiet_until=time(8), silent_until=local(22))

    assert told_at(local(17), silent, PARIS) == local(18)
    assert told_at(local(17), late, PARIS) == local(8, day=DAY + timedelta(days=1))


def test_the_digest_comes_once_its_hour_is_not_quiet():
    early = ReminderRules(digest_at=time(7), quiet_from=time(20), quiet_until=time(8))

    assert digest_at(DAY, early, PARIS) == local(8)
    assert digest_at(DAY, ReminderRules(digest_at=None), PARIS) is None


def test_a_digest_whose_day_passes_in_silence_is_not_told_the_next_morning():
    away = ReminderRules(silent_until=local(9, day=DAY + timedelta(days=1)))

    assert digest_at(DAY, away, PARIS) is None
    assert digest_at(DAY + timedelta(days=1), away, PARIS) == local(9, day=DAY + timedelta(days=1))


@given(
    moment=st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes)),
    begins=TIMES,
    ends=TIMES,
    zone=ZONES,
)
def test_it_is_never_told_early_nor_in_quiet_hours_nor_more_than_a_day_late(moment, begins, ends, zone):
    rules = ReminderRules(quiet_from=begins, quiet_until=ends)
    due = datetime(2026, 1, 1, tzinfo=UTC) + moment

    told = told_at(due, rules, zone)

    at = told.astimezone(zone).time().replace(second=0, microsecond=0)
    is_quiet = begins <= at < ends if begins <= ends else at >= begins or at < ends
    leapt = told.astimezone(zone).utcoffset() != due.astimezone(zone).utcoffset()
    assert due <= told <= due + timedelta(hours=25)
    assert leapt or not is_quiet


@pytest.mark.parametrize(
    ("now", "rules", "morning"),
    [
        (local(17), ReminderRules(), local(8, 30, day=DAY + timedelta(days=1))),
        (local(0, 5), ReminderRules(digest_at=time(7)), local(7, day=DAY + timedelta(days=1))),
        (local(17, zone=UTC), ReminderRules(digest_at=None), local(8, 30, day=DAY + timedelta(days=1))),
        (local(23, 30, zone=UTC), ReminderRules(), local(8, 30, day=DAY + timedelta(days=2))),
        (
            local(12, day=date(2026, 3, 28)),
            ReminderRules(digest_at=time(2, 30)),
            local(1, day=date(2026, 3, 29), zone=UTC),
        ),
    ],
)
def test_tomorrow_begins_with_the_digest_of_the_users_next_day(now, rules, morning):
    assert tomorrow_morning(now, rules, PARIS) == morning
