"""What stands on which day."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from real_desk import DAY, archive_of
from relationdesk.desk.desk import Desk
from relationdesk.domain.birthdays import birthdays_between
from relationdesk.domain.card import Birthday, Card
from relationdesk.domain.errors import PastDayError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import Action, PromiseSide
from relationdesk.work.agenda.queries import ItemKind, agenda
from relationdesk.work.follow_ups.commands import (
    finish_follow_up,
    make_promise,
    move_follow_up,
    set_follow_up,
)
from relationdesk.work.follow_ups.queries import open_follow_ups
from relationdesk.work.partnerships.commands import add_partnership
from relationdesk.work.people.commands import create_person

Add = Callable[[str], PersonId]
WEEK = timedelta(days=6)


def plan(desk: Desk, person: PersonId, due: date = DAY, at: time | None = None):
    return set_follow_up(desk, person_id=person, action=Action.CALL, reason="Ask", due_on=due, due_at=at)


def kinds_on(desk: Desk, day: date):
    return [item.kind for item in agenda(desk.reader, DAY - WEEK, DAY + 5 * WEEK)[day]]


def test_every_day_is_there_and_holds_dates_whole_days_and_hours_in_that_order(desk: Desk, add: Add):
    noor = create_person(desk, Card(display_name="Noor", birthday=Birthday(DAY.month, DAY.day)))
    plan(desk, noor, at=time(17))
    plan(desk, noor, at=time(9))
    plan(desk, noor)
    add_partnership(
        desk, person_id=noor, client="Olivade", title="Harvest", ends_on=DAY, embargo_until=DAY, return_on=DAY
    )
    make_promise(desk, person_id=noor, side=PromiseSide.I_OWE, what="shoes", due_on=DAY)

    days = agenda(desk.reader, DAY, DAY + WEEK)

    assert list(days) == [DAY + timedelta(days=n) for n in range(7)]
    assert [(item.kind, item.at) for item in days[DAY]] == [
        (ItemKind.BIRTHDAY, None),
        (ItemKind.ENDING, None),
        (ItemKind.RETURN, None),
        (ItemKind.EMBARGO, None),
        (ItemKind.PROMISE, None),
        (ItemKind.FOLLOW_UP, None),
        (ItemKind.FOLLOW_UP, time(9)),
        (ItemKind.FOLLOW_UP, time(17)),
    ]


def test_what_is_done_stands_on_no_day(desk: Desk, add: Add):
    row = plan(desk, add("Noor"))
    finish_follow_up(desk, row, line="")

    assert kinds_on(desk, DAY) == []


def test_a_follow_up_moved_keeps_its_hour_and_undo_brings_it_back(desk: Desk, add: Add):
    person = add("Noor")
    row = plan(desk, person, at=time(17))
    before = archive_of(desk)

    move_follow_up(desk, row, to=DAY + WEEK)

    (moved,) = open_follow_ups(desk.reader, person)
    assert (moved.due_on, moved.due_at) == (DAY + WEEK, time(17))
    desk.undo()
    assert archive_of(desk) == before


def test_nothing_is_moved_into_the_past(desk: Desk, add: Add):
    row = plan(desk, add("Noor"))

    with pytest.raises(PastDayError):
        move_follow_up(desk, row, to=DAY - timedelta(days=1))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_birthday_is_kept_once_in_a_year(first: date):
    kept = (
        birthdays_between(first, first.replace(year=first.year + 1) - timedelta(days=1))
        if (
            first.month,
            first.day,
        )
        != (2, 29)
        else birthdays_between(first, first + timedelta(days=364))
    )

    assert all(len(days) == 1 for days in kept.values())
    assert len(kept) >= 365
