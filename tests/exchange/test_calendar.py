"""Calendar files, read again with the library that others read them with."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from relationdesk.exchange.calendar import Appointment, calendar_of

PARIS, MONTREAL = ZoneInfo("Europe/Paris"), ZoneInfo("America/Montreal")
MADE = datetime(2026, 11, 1, 8, tzinfo=UTC)


def appointment(at=None, zone=PARIS, rule="", summary="Call: Léa Marchetti", day=date(2026, 11, 27)):
    return Appointment(
        uid="follow-up-1@relationdesk.invalid",
        summary=summary,
        description="Ask about the rain;, test \\ it",
        day=day,
        at=at,
        zone=zone,
        rule=rule,
        made_at=MADE,
    )


def read(content):
    calendar = Calendar.from_ical(content)
    assert not calendar.errors
    return calendar


def event_of(content):
    (event,) = read(content).walk("VEVENT")
    assert not event.errors
    return event


def test_a_whole_day_is_a_day_in_every_zone():
    event = event_of(calendar_of("Desk", [appointment()]))

    assert event["DTSTART"].dt == date(2026, 11, 27)
    assert event["DTEND"].dt == date(2026, 11, 28)
    assert event["SUMMARY"] == "Call: Léa Marchetti"
    assert event["DESCRIPTION"] == "Ask about the rain;, test \\ it"
    assert event["TRANSP"] == "TRANSPARENT"
    assert not event.walk("VALARM")


@pytest.mark.parametrize("zone", [PARIS, MONTREAL])
def test_an_hour_keeps_its_zone_which_the_file_describes(zone):
    content = calendar_of("Desk", [appointment(time(17), zone)])
    event = event_of(content)

    assert event["DTSTART"].dt == datetime(2026, 11, 27, 17, tzinfo=zone)
    assert event["DTSTART"].params["TZID"] == zone.key
    assert [zone_told["TZID"] for zone_told in read(content).walk("VTIMEZONE")] == [zone.key]


def test_an_hour_rings_when_it_comes():
    (alarm,) = event_of(calendar_of("Desk", [appointment(time(17))])).walk("VALARM")

    assert alarm["ACTION"] == "DISPLAY"
    assert alarm["TRIGGER"].dt == timedelta(0)


def test_a_repeat_is_told_with_its_rule():
    event = event_of(calendar_of("Desk", [appointment(rule="FREQ=WEEKLY;INTERVAL=2;COUNT=5")]))

    assert dict(event["RRULE"]) == {"FREQ": ["WEEKLY"], "INTERVAL": [2], "COUNT": [5]}


def test_the_last_day_of_a_repeat_with_an_hour_is_a_moment():
    event = event_of(calendar_of("Desk", [appointment(time(17), rule="FREQ=WEEKLY;UNTIL=20261231")]))

    assert event["RRULE"]["UNTIL"] == [datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC)]


def test_the_same_appointments_give_the_same_bytes():
    made = [appointment(time(17)), appointment()]

    assert calendar_of("Desk", made) == calendar_of("Desk", made)


@given(st.text(max_size=200))
def test_any_text_comes_through_as_one_line_of_its_event(text):
    event = event_of(calendar_of("Desk", [appointment(summary=text)]))

    kept = "".join(sign for sign in text if sign.isprintable() or sign in "\n\t").strip()
    assert str(event.get("SUMMARY", "")) == kept
    assert len(event) == len(event_of(calendar_of("Desk", [appointment(summary="x")])))
