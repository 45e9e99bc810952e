"""Calendar files (iCalendar, RFC 5545), written for any calendar program to read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vRecur
from icalendar.enums import TRANSP

_PRODUCT: Final = "-//RelationDesk//Follow-ups//EN"
_UID: Final = "follow-ups@relationdesk.invalid"
_LENGTH: Final = timedelta(minutes=30)
"""How long an appointment with an hour lasts, since nobody said."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something to do on a day, or at an hour of it in a zone.

    `uid` stays the same for the same thing, so that a calendar which reads the file again knows it. `rule`
    is an RFC 5545 rule counted from `day`, or empty.
    """

    uid: str
    summary: str
    description: str
    day: date
    at: time | None
    zone: ZoneInfo
    rule: str
    made_at: datetime


def calendar_of(name: str, appointments: Iterable[Appointment]) -> bytes:
    """A calendar of this name; the same appointments give the same bytes.

    Each zone that is used is described in the file, so that an hour means the same everywhere.
    """
    calendar = Calendar.new(prodid=_PRODUCT, name=_plain(name), uid=_UID)
    for appointment in appointments:
        calendar.add_component(_event(appointment))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(appointment: Appointment) -> Event:
    start = _start(appointment)
    event = Event.new(
        uid=appointment.uid,
        stamp=appointment.made_at.astimezone(UTC),
        summary=_plain(appointment.summary),
        description=_plain(appointment.description) or None,
        start=start,
        end=start + _LENGTH if isinstance(start, datetime) else start + timedelta(days=1),
        transparency=TRANSP.OPAQUE if appointment.at else TRANSP.TRANSPARENT,
    )
    if appointment.rule:
        event.add("rrule", _rule(appointment))
    if appointment.at is not None:
        alarm = Alarm.new(summary=None, description=_plain(appointment.summary))
        alarm.add("action", "DISPLAY")
        alarm.TRIGGER = timedelta(0)
        event.add_component(alarm)
    return event


def _start(appointment: Appointment) -> date:
    if appointment.at is None:
        return appointment.day
    return datetime.combine(appointment.day, appointment.at, tzinfo=appointment.zone)


def _rule(appointment: Appointment) -> vRecur:
    """The rule; its last day is a moment in UTC where there is an hour (RFC 5545 section 3.3.10)."""
    rule: vRecur = vRecur.from_ical(appointment.rule)
    if appointment.at is not None and "UNTIL" in rule:
        last = rule["UNTIL"][0]
        end = datetime.combine(last, time(23, 59, 59), tzinfo=appointment.zone)
        rule["UNTIL"] = [end.astimezone(UTC)]
    return rule


def _plain(text: str) -> str:
    """Text without the signs that no calendar file may hold (RFC 5545 section 3.1)."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\n\t").strip()
