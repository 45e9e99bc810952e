"""What is told at its hour: once, at the right moment, and never forgotten."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from real_desk import DAY, Made, archive_of, assert_sound, clock_at
from relationdesk.desk.desk import Desk
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.ids import FollowUpId, PersonId
from relationdesk.domain.vocabulary import Action
from relationdesk.work.follow_ups.commands import drop_follow_up, set_follow_up, snooze_follow_up
from relationdesk.work.reminders.commands import keep_as_told
from relationdesk.work.reminders.queries import Due, Standing, standing

PARIS = ZoneInfo("Europe/Paris")
MORNING = datetime(2026, 11, 24, 9, tzinfo=UTC)
AT_FIVE = datetime(2026, 11, 24, 16, tzinfo=UTC)


def look(desk: Desk, now: datetime = AT_FIVE) -> Standing:
    return standing(desk.reader, now, PARIS)


def groups(desk: Desk, now: datetime = AT_FIVE) -> list[list[str]]:
    return [[reminder.reason for reminder in group] for group in look(desk, now).untold]


def told(desk: Desk, now: datetime = AT_FIVE) -> None:
    keep_as_told(desk, [reminder.due for group in look(desk, now).untold for reminder in group])


@pytest.fixture
def noor(add) -> PersonId:
    return add("Noor Benali")


@pytest.fixture
def plan(desk: Desk, noor: PersonId):
    def planned(reason: str, at: time | None = time(17), day: date = DAY) -> FollowUpId:
        return set_follow_up(desk, person_id=noor, action=Action.CALL, reason=reason, due_on=day, due_at=at)

    return planned


def test_an_hour_is_told_when_it_comes_and_not_before(desk: Desk, noor: PersonId, plan):
    call = plan("The spring partnership")

    early = look(desk, AT_FIVE - timedelta(seconds=1))
    assert (early.open, early.untold, early.next_at) == ((), (), AT_FIVE)
    ((reminder,),) = look(desk).untold
    assert (reminder.due, reminder.person_id) == (Due(call, AT_FIVE), noor)
    assert (reminder.name, reminder.reason) == ("Noor Benali", "The spring partnership")


def test_a_day_without_an_hour_is_for_the_page_today_alone(desk: Desk, plan):
    plan("Any time", None)

    assert look(desk) == Standing((), (), AT_FIVE + timedelta(days=1))


def test_what_was_told_is_told_no_more_but_stays_open(desk: Desk, plan):
    plan("The spring partnership")
    told(desk)

    assert groups(desk) == []
    assert [reminder.reason for reminder in look(desk).open] == ["The spring partnership"]


def test_it_is_not_told_again_after_a_restart(made: Made, desk: Desk, plan):
    plan("The spring partnership")
    told(desk)
    again = made.opened()

    assert groups(again) == []
    again.close()


def test_what_came_due_while_the_program_was_closed_is_told_at_once_in_one_group(desk: Desk, plan):
    for reason, hour in (("first", 11), ("third", 15), ("second", 13)):
        plan(reason, time(hour))
    plan("just now")

    assert groups(desk) == [["first", "second", "third"], ["just now"]]


def test_two_of_the_same_hour_are_told_each_by_itself(desk: Desk, plan):
    plan("a call")
    plan("another")

    assert groups(desk) == [["a call"], ["another"]]


def test_a_few_minutes_are_not_late(desk: Desk, plan):
    plan("a call")
    plan("another", time(16, 57))

    assert groups(desk, AT_FIVE + timedelta(minutes=1)) == [["another"], ["a call"]]
    assert groups(desk, AT_FIVE + timedelta(minutes=6)) == [["another", "a call"]]


def test_put_off_it_is_told_again_at_its_new_hour(desk: Desk, plan):
    call = plan("a call")
    told(desk)
    snooze_follow_up(desk, call, until=DAY, at=time(19))

    seven = AT_FIVE + timedelta(hours=2)
    assert look(desk) == Standing((), (), seven)
    assert groups(desk, seven) == [["a call"]]


def test_a_snooze_that_is_taken_back_tells_nothing_twice(desk: Desk, plan):
    call = plan("a call")
    told(desk)
    snooze_follow_up(desk, call, until=DAY, at=time(19))
    told(desk, AT_FIVE + timedelta(hours=2))
    desk.undo()

    assert groups(desk) == []
    assert look(desk).open[0].due == Due(call, AT_FIVE)


def test_what_was_dropped_or_is_in_the_trash_is_not_told(made: Made, desk: Desk, plan):
    drop_follow_up(desk, plan("dropped"), why="")
    assert look(desk).open == ()

    plan("trashed")
    raw = made.raw()
    raw.execute("UPDATE person SET trashed_at = '2026-11-24T09:00:00.000Z'")
    raw.close()
    assert look(desk).open == ()


def test_an_hour_that_had_passed_when_it_was_planned_is_not_told(desk: Desk, plan):
    plan("Earlier this morning", time(9))

    now = look(desk, MORNING)
    assert (len(now.open), now.untold) == (1, ())


def test_the_hour_is_that_of_the_zone_it_was_planned_in(made: Made, add):
    noor = add("Noor Benali")
    tokyo = FixedClock(MORNING, ZoneInfo("Asia/Tokyo"))
    desk = made.opened(tokyo)
    set_follow_up(
        desk, person_id=noor, action=Action.CALL, reason="In Tokyo", due_on=date(2026, 11, 25), due_at=time(8)
    )

    eight_in_tokyo = datetime(2026, 11, 24, 23, tzinfo=UTC)
    assert standing(desk.reader, MORNING, PARIS).next_at == eight_in_tokyo
    assert groups(desk, eight_in_tokyo) == [["In Tokyo"]]
    desk.close()


@pytest.mark.parametrize(
    ("day", "at", "moment"),
    [
        (date(2027, 3, 28), time(2, 30), datetime(2027, 3, 28, 1, tzinfo=UTC)),
        (date(2027, 10, 31), time(2, 30), datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
    ],
    ids=["leapt over", "twice"],
)
def test_daylight_saving_neither_loses_nor_doubles_an_hour(desk: Desk, plan, day: date, at: time, moment):
    plan("At night", at, day)

    assert groups(desk, moment - timedelta(seconds=1)) == []
    assert groups(desk, moment) == [["At night"]]
    told(desk, moment)
    assert groups(desk, moment + timedelta(hours=1)) == []


def test_the_next_look_is_at_the_next_hour_or_within_a_day(desk: Desk, plan):
    assert look(desk, MORNING).next_at == MORNING + timedelta(days=1)
    plan("in three days", time(9), DAY + timedelta(days=3))
    assert look(desk, MORNING).next_at == MORNING + timedelta(days=1)
    plan("at five")
    plan("at four", time(16))
    assert look(desk, MORNING).next_at == AT_FIVE - timedelta(hours=1)


def test_a_zone_that_this_computer_does_not_know_is_home(made: Made, desk: Desk, plan):
    plan("a call")
    raw = made.raw()
    raw.execute("UPDATE follow_up SET zone = 'Mars/Olympus'")
    raw.close()

    assert groups(desk) == [["a call"]]


def test_keeping_what_was_told_is_no_step_of_undo_and_heard_by_nobody(desk: Desk, plan):
    plan("a call")
    heard: list[object] = []
    desk.listen(heard.append)
    told(desk)
    keep_as_told(desk, [look(desk).open[0].due])

    assert heard == []
    desk.undo()
    assert look(desk).open == ()
    assert_sound(desk)


def test_a_follow_up_that_was_deleted_meanwhile_is_passed_over(desk: Desk, plan):
    call = plan("a call")
    desk.undo()
    keep_as_told(desk, [Due(call, AT_FIVE)])

    assert_sound(desk)


def test_what_was_told_goes_with_the_archive(desk: Desk, plan):
    plan("a call")
    told(desk)

    assert b"2026-11-24T16:00:00.000Z" in archive_of(desk)


def test_undo_and_redo_of_a_plan_that_was_told_go_well(desk: Desk, plan):
    plan("a call")
    told(desk)
    desk.undo()
    desk.redo()

    assert len(look(desk).open) == 1
    assert_sound(desk)


def test_the_hour_of_a_clock_that_went_back_is_not_told_again(desk: Desk, plan):
    plan("a call")
    told(desk)

    assert look(desk, clock_at().now()).untold == ()
    assert groups(desk, AT_FIVE + timedelta(minutes=1)) == []
