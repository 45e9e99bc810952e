"""When a backup is due, and which backups stay (promise 4)."""

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.backups import (
    DAYS_KEPT,
    KEPT_WHOLE,
    WEEKS_KEPT,
    Rhythm,
    is_overdue,
    kept,
    latest_trusted,
)

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 25, 13, 25, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
HISTORIES = st.lists(st.integers(0, 90 * 24 * 60), unique=True, max_size=80).map(
    lambda ages: [NOW - timedelta(minutes=age) for age in ages]
)


@given(HISTORIES)
def test_what_stays_was_there_and_the_latest_always_stays(history: list[datetime]):
    stays = kept(history, NOW, PARIS)

    assert stays <= set(history)
    assert not history or max(history) in stays


@given(HISTORIES)
def test_everything_of_two_days_stays(history: list[datetime]):
    assert {moment for moment in history if NOW - moment <= KEPT_WHOLE} <= kept(history, NOW, PARIS)


@given(HISTORIES)
def test_of_what_is_older_there_is_one_a_day_and_then_one_a_week(history: list[datetime]):
    older = sorted(moment for moment in kept(history, NOW, PARIS) if NOW - moment > KEPT_WHOLE)
    days = {moment.astimezone(PARIS).date() for moment in history if NOW - moment > KEPT_WHOLE}

    assert len(older) <= DAYS_KEPT + WEEKS_KEPT
    assert len({moment.astimezone(PARIS).date() for moment in older}) == len(older)
    assert len(older) >= min(len(days), DAYS_KEPT)


@given(HISTORIES)
def test_what_stays_stays_when_it_is_thinned_again(history: list[datetime]):
    stays = kept(history, NOW, PARIS)

    assert kept(stays, NOW, PARIS) == stays


@given(HISTORIES, st.integers(0, 79))
def test_thinning_now_and_then_loses_nothing_that_thinning_at_the_end_would_keep(
    history: list[datetime], step: int
):
    history.sort()
    there: set[datetime] = set()
    for number, moment in enumerate(history):
        there.add(moment)
        if number % (step + 1) == 0:
            there = set(kept(there, moment, PARIS))

    assert kept(there, NOW, PARIS) == kept(history, NOW, PARIS)


def test_a_computer_that_was_off_for_two_months_keeps_what_it_had():
    before = [NOW - 60 * DAY - n * DAY for n in range(10)]

    assert set(before[:DAYS_KEPT]) < kept([NOW, *before], NOW, PARIS)


def test_the_last_of_a_day_is_told_by_the_users_midnight():
    in_paris = datetime(2026, 11, 20, 22, 30, tzinfo=UTC), datetime(2026, 11, 20, 23, 30, tzinfo=UTC)

    assert kept(in_paris, NOW, PARIS) == frozenset(in_paris)
    assert kept(in_paris, NOW, ZoneInfo("UTC")) == {in_paris[1]}


def test_backups_of_a_clock_that_was_ahead_stay_and_are_not_taken_for_the_latest():
    ahead = NOW.replace(year=2099)

    assert ahead in kept([ahead, NOW], NOW, PARIS)
    assert latest_trusted([ahead, NOW - HOUR], NOW) == NOW - HOUR
    assert latest_trusted([ahead], NOW) is None


def test_in_a_year_of_working_days_every_promise_holds_every_day():
    """Works at odd hours, some days not at all; thinned after every backup."""
    chance = Random(2026)
    start = datetime(2026, 1, 1, tzinfo=UTC)
    there: set[datetime] = set()
    ever: list[datetime] = []
    for day in range(365):
        if chance.random() < 0.75:
            begins = start + day * DAY + timedelta(hours=chance.uniform(6, 12))
            for _ in range(chance.randint(1, 12)):
                begins += timedelta(minutes=chance.uniform(20, 90))
                ever.append(begins)
                there = set(kept(there | {begins}, begins, PARIS))
        now = ever[-1] if ever else start
        days = sorted({moment.astimezone(PARIS).date() for moment in ever if now - moment > KEPT_WHOLE})
        assert {moment for moment in ever if now - moment <= KEPT_WHOLE} <= there
        assert set(days[-DAYS_KEPT:]) <= {moment.astimezone(PARIS).date() for moment in there}
        assert len([moment for moment in there if now - moment > KEPT_WHOLE]) <= DAYS_KEPT + WEEKS_KEPT
        if day > 60:
            assert now - min(there) > KEPT_WHOLE + timedelta(days=DAYS_KEPT + 7 * (WEEKS_KEPT - 2))


RHYTHM = Rhythm(pause=5 * MINUTE, longest=30 * MINUTE, apart=20 * MINUTE)


def test_a_backup_comes_when_work_rests():
    assert RHYTHM.due_at(last=None, first_change=NOW, last_change=NOW + MINUTE) == NOW + 6 * MINUTE


def test_a_backup_comes_though_work_never_rests():
    busy = NOW + 29 * MINUTE

    assert RHYTHM.due_at(last=None, first_change=NOW, last_change=busy) == NOW + 30 * MINUTE


def test_backups_keep_their_distance():
    due = RHYTHM.due_at(last=NOW - MINUTE, first_change=NOW, last_change=NOW)

    assert due == NOW + 19 * MINUTE


def test_a_large_desk_is_backed_up_less_often():
    """All backups of two days stay: of a desk of 900 MB they would fill a disk."""
    usual, large = Rhythm.of_desk(20_000_000), Rhythm.of_desk(900_000_000)

    assert usual == Rhythm()
    assert large.due_at(last=NOW - HOUR, first_change=NOW, last_change=NOW) == NOW + 30 * MINUTE


def test_a_last_backup_of_a_clock_that_was_ahead_keeps_nothing_waiting():
    due = RHYTHM.due_at(last=NOW.replace(year=2099), first_change=NOW, last_change=NOW)

    assert due == NOW + 5 * MINUTE


def test_a_week_without_a_good_backup_is_worth_a_warning():
    assert not is_overdue(NOW - 7 * DAY, NOW)
    assert is_overdue(NOW - 7 * DAY - MINUTE, NOW)
    assert is_overdue(None, NOW)
