"""Follow-ups as a calendar file."""

from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from real_desk import DAY
from relationdesk.desk.desk import Desk
from relationdesk.domain.ids import PersonId
from relationdesk.domain.repeating import Repeat
from relationdesk.domain.vocabulary import Action, RepeatAnchor
from relationdesk.work.calendars.commands import write_calendar
from relationdesk.work.calendars.queries import planned, planned_one
from relationdesk.work.files import OwnFileError, UnwritableFileError
from relationdesk.work.follow_ups.commands import finish_follow_up, set_follow_up, snooze_follow_up

Add = Callable[[str], PersonId]
PARIS = ZoneInfo("Europe/Paris")


def plan(desk: Desk, person: PersonId, due: date = DAY, at: time | None = None, repeat: Repeat | None = None):
    return set_follow_up(
        desk, person_id=person, action=Action.CALL, reason="Ask", due_on=due, due_at=at, repeat=repeat
    )


def events_in(path: Path):
    return {str(event["UID"]): event for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}


def test_everything_open_is_in_the_calendar_with_its_person(desk: Desk, add: Add, tmp_path: Path):
    file = tmp_path / "desk.ics"
    noor, leo = add("Noor"), add("Leo")
    plan(desk, noor, at=time(17))
    plan(desk, leo, DAY + timedelta(days=3))
    done = plan(desk, leo)
    finish_follow_up(desk, done, line="")

    write_calendar(file, planned(desk.reader), PARIS)

    assert sorted(str(event["SUMMARY"]) for event in events_in(file).values()) == ["Leo: call", "Noor: call"]


def test_a_follow_up_that_was_put_off_stays_the_same_event(desk: Desk, add: Add, tmp_path: Path):
    file = tmp_path / "desk.ics"
    row = plan(desk, add("Noor"))
    write_calendar(file, planned(desk.reader), PARIS)
    (before,) = events_in(file)

    snooze_follow_up(desk, row, until=DAY + timedelta(days=2))
    write_calendar(file, planned(desk.reader), PARIS)

    ((after, event),) = events_in(file).items()
    assert after == before
    assert event["DTSTART"].dt == DAY + timedelta(days=2)


@pytest.mark.parametrize(
    ("repeat", "is_told"),
    [
        (Repeat("FREQ=WEEKLY", RepeatAnchor.PLAN), True),
        (Repeat("FREQ=WEEKLY", RepeatAnchor.DONE), False),
    ],
)
def test_only_a_repeat_from_the_plan_is_known_beforehand(
    desk: Desk, add: Add, tmp_path: Path, repeat: Repeat, *, is_told: bool
):
    file = tmp_path / "desk.ics"
    row = plan(desk, add("Noor"), repeat=repeat)
    one = planned_one(desk.reader, row)
    assert one is not None

    write_calendar(file, [one], PARIS)

    (event,) = events_in(file).values()
    assert ("RRULE" in event) is is_told


def test_nothing_is_written_when_nothing_changed(desk: Desk, add: Add, tmp_path: Path):
    file = tmp_path / "desk.ics"
    plan(desk, add("Noor"))

    assert write_calendar(file, planned(desk.reader), PARIS)
    assert not write_calendar(file, planned(desk.reader), PARIS)


def test_a_calendar_never_takes_the_place_of_a_desk(desk: Desk, tmp_path: Path):
    with pytest.raises(OwnFileError):
        write_calendar(desk.path, [], PARIS)
    with pytest.raises(UnwritableFileError):
        write_calendar(tmp_path / "gone" / "desk.ics", [], PARIS)
