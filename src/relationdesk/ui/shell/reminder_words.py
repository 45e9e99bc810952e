"""What a reminder says, in the window and in a notification of the system."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from relationdesk.language.dates import clock_time, due_in_words, full_day, short_day
from relationdesk.language.words import _, plural
from relationdesk.work.desks.machine import Notice

if TYPE_CHECKING:
    from relationdesk.work.reminders.queries import Digest, Reminder

_TWO, _THREE = 2, 3


def notice_of(reminders: "Sequence[Reminder]", *, hides_names: bool = False) -> Notice:
    """A notification: of one follow-up its person and reason, of several their number and people.

    With names hidden it tells their number alone, for a locked screen may show it.
    """
    first = reminders[0]
    if hides_names:
        return Notice(_how_many(reminders), _("Open RelationDesk to see who it is."))
    if len(reminders) == 1:
        return Notice(first.name, first.reason)
    return Notice(_how_many(reminders), _whom(reminders))


def digest_notice(digest: "Digest") -> Notice:
    """The digest of a day, without a name."""
    people = plural("{n} person to come back to", "{n} people to come back to", digest.people)
    if not digest.waiting:
        return Notice(people, full_day(digest.day))
    return Notice(people, plural("{n} has been waiting", "{n} have been waiting", digest.waiting))


def line_of(reminders: "Sequence[Reminder]", now: datetime) -> str:
    """The same on one line of the window, with the hour; `now` is the user's local time."""
    first = reminders[0]
    if len(reminders) == 1:
        when = _when(first.due.moment.astimezone(now.tzinfo), now)
        return _("{when} · {name}: {reason}").format(when=when, name=first.name, reason=first.reason)
    return _("{how_many}: {whom}").format(how_many=_how_many(reminders), whom=_whom(reminders))


def silences() -> dict[str, timedelta | None]:
    """How long reminders can be silenced, as commands; None ends a silence."""
    return {
        _("Silence reminders for an hour"): timedelta(hours=1),
        _("Silence reminders for four hours"): timedelta(hours=4),
        _("Silence reminders for a day"): timedelta(days=1),
        _("End the silence of reminders"): None,
    }


def _how_many(reminders: "Sequence[Reminder]") -> str:
    return plural("{n} follow-up is due", "{n} follow-ups are due", len(reminders))


def _whom(reminders: "Sequence[Reminder]") -> str:
    names = list(dict.fromkeys(reminder.name for reminder in reminders))
    if len(names) == 1:
        return names[0]
    if len(names) == _TWO:
        return _("{first} and {second}").format(first=names[0], second=names[1])
    if len(names) == _THREE:
        return _("{first}, {second} and {third}").format(first=names[0], second=names[1], third=names[2])
    return plural(
        "{first}, {second} and {n} other person",
        "{first}, {second} and {n} other people",
        len(names) - _TWO,
        first=names[0],
        second=names[1],
    )


def _when(due: datetime, now: datetime) -> str:
    day, today, hour = due.date(), now.date(), clock_time(due.time())
    if day == today:
        return hour
    is_yesterday = today - day == timedelta(days=1)
    named = due_in_words(day, today) if is_yesterday else short_day(day, today)
    return _("{day} {time}").format(day=named, time=hour)
