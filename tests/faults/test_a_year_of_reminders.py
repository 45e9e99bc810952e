"""Reminders are exact (promise 19): each shown, none twice, none early, none moved unseen."""

import os
from collections import Counter
from datetime import timedelta

import pytest
from year import LONGEST_WAIT, RULES, Year, begun, lived

from real_desk import Made, made_in
from relationdesk.domain.card import Card
from relationdesk.domain.clock import today
from relationdesk.domain.reminding import told_at
from relationdesk.work.follow_ups.queries import open_follow_ups
from relationdesk.work.people.commands import create_person
from relationdesk.work.reminders.queries import standing
from relationdesk.work.today.queries import DAYS_AHEAD

FULL = bool(os.environ.get("RELATIONDESK_FULL"))
SEEDS = range(5 if FULL else 1)
DAYS = 365 if FULL else 330
"""Both switches of the clocks are in it either way."""


@pytest.fixture(scope="module", params=SEEDS)
def year(request, tmp_path_factory) -> Year:
    made: Made = made_in(tmp_path_factory.mktemp("year"))
    desk = made.opened()
    people = [create_person(desk, Card(display_name=f"Person {number}")) for number in range(5)]
    desk.close()
    lived_through = lived(begun(made, request.param, people), DAYS)
    yield lived_through
    lived_through.desk.close()


def test_the_year_was_eventful(year: Year):
    assert len(year.told) > 50
    assert len(year.digests) > 50
    assert len({told.zone for told in year.told}) > 1


def test_nothing_is_told_twice(year: Year):
    assert [due for due, times in Counter(told.due for told in year.told).items() if times > 1] == []


def test_nothing_is_told_early_nor_in_quiet_hours(year: Year):
    for told in year.told:
        assert told.at >= told_at(told.due.moment, RULES, told.zone)
        assert told_at(told.at, RULES, told.zone) == told.at


def test_at_the_end_nothing_whose_hour_came_is_left_untold(year: Year):
    found = standing(year.desk.reader, year.clock.now(), year.clock.zone(), RULES)

    assert found.untold == ()


def test_a_day_has_one_digest_at_most_and_none_is_missed(year: Year):
    assert [day for day, times in Counter(year.digests).items() if times > 1] == []
    assert set(year.digests) == year.digest_days


def test_every_open_follow_up_stands_at_the_day_it_was_put_on(year: Year):
    stands = {
        line.id: line.due_on for person in year.people for line in open_follow_ups(year.desk.reader, person)
    }

    assert stands == year.planned


def test_every_open_follow_up_of_the_week_is_in_exactly_one_section(year: Year):
    last = today(year.clock) + timedelta(days=DAYS_AHEAD)
    wanted = sorted(row for row, due in year.planned.items() if due <= last)

    assert sorted(year.in_sections()) == wanted


def test_what_comes_due_while_the_program_runs_is_told_within_a_minute(year: Year):
    for told in year.told:
        could_be_told = told_at(max(told.due.moment, told.awake_since), RULES, told.zone)
        assert told.at - could_be_told <= LONGEST_WAIT
