"""Which follow-ups with an hour are to be told now, and when there is something to tell again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import FollowUpId, PersonId
from relationdesk.domain.reminding import ReminderRules, digest_at, told_at
from relationdesk.domain.wall_clock import moment_of, zone_named
from relationdesk.work import settings

AS_THEY_COME = ReminderRules(digest_at=None)
"""Everything at its hour, and no digest."""
LATE_AFTER = timedelta(minutes=5)
_LOOKS_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """That a follow-up is due at a moment, in UTC; put off, it is due at another."""

    follow_up_id: FollowUpId
    moment: datetime


@dataclass(frozen=True, slots=True)
class Reminder:
    """A follow-up whose hour came: whom it is about, and why."""

    due: Due
    person_id: PersonId
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Digest:
    """How many people there are to come back to on a day, and how many of them have been waiting.

    One of nobody is kept as told without a word, so that what is planned later in the day begins none.
    """

    day: date
    people: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands at a moment.

    `open` is everything open whose hour came, the longest waiting first. `untold` is what of it is to be
    told now, each group in one notice: what was missed by more than `LATE_AFTER`, because the program was
    closed, the computer slept or the user wanted quiet, is one group. `digest` is there while the digest of
    the day is to be told. `next_at` is when to look again unless the desk changes.
    """

    open: tuple[Reminder, ...]
    untold: tuple[tuple[Reminder, ...], ...]
    next_at: datetime
    digest: Digest | None = None


@dataclass(frozen=True, slots=True)
class _Timed:
    id: FollowUpId
    person_id: PersonId
    name: str
    reason: str
    due_on: date
    due_at: time
    zone: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class _Counts:
    people: int
    waiting: int


_TIMED = Statement(
    _Timed,
    """SELECT follow_up.id AS id, person.id AS person_id, person.display_name AS name,
      follow_up.reason AS reason, follow_up.due_on AS due_on, follow_up.due_at AS due_at,
      follow_up.zone AS zone, follow_up.created_at AS created_at
    FROM follow_up JOIN person ON person.id = follow_up.person_id
    WHERE follow_up.state = 'open' AND follow_up.due_on <= :until AND follow_up.due_at IS NOT NULL
      AND person.trashed_at IS NULL
    ORDER BY follow_up.due_on, follow_up.due_at, follow_up.id""",
)
_COUNTS = Statement(
    _Counts,
    """SELECT count(DISTINCT follow_up.person_id) AS people,
      count(DISTINCT CASE WHEN follow_up.due_on < :day THEN follow_up.person_id END) AS waiting
    FROM follow_up JOIN person ON person.id = follow_up.person_id
    WHERE follow_up.state = 'open' AND follow_up.due_on <= :day AND person.trashed_at IS NULL""",
)
_TOLD = Statement(
    Due,
    """SELECT follow_up_id, moment FROM notified
    WHERE follow_up_id IN (SELECT value FROM json_each(:ids)) ORDER BY follow_up_id, moment""",
)


def standing(reader: Reader, now: datetime, home: ZoneInfo, rules: ReminderRules = AS_THEY_COME) -> Standing:
    """What is due by `now`, what of it is to be told, and when to look again.

    An hour is an hour of the zone that it was planned in, or of `home` where that is unknown. One that had
    passed when it was planned is not told. Quiet hours, silence and the digest are by the wall clock of
    `home`.
    """
    until = now + _LOOKS_AHEAD
    timed = reader.ask(_TIMED, until=(until + timedelta(days=1)).date())
    planned = sorted(
        ((_reminder(row, home), row.created_at) for row in timed), key=lambda pair: pair[0].due.moment
    )
    come = [(reminder, created) for reminder, created in planned if reminder.due.moment <= now]
    told = set(_told(reader, [reminder.due.follow_up_id for reminder, _created in come]))
    untold = [one for one, created in come if one.due not in told and created <= one.due.moment]
    times = {one: told_at(max(one.due.moment, now), rules, home) for one in untold}
    digest, digest_next = _digest(reader, now, home, rules)
    ahead = [one.due.moment for one, _created in planned if one.due.moment > now]
    ahead += [at for at in times.values() if at > now] + [digest_next]
    return Standing(
        tuple(reminder for reminder, _created in come),
        _in_groups([one for one in untold if times[one] <= now], now),
        min(*ahead, until),
        digest,
    )


def _digest(
    reader: Reader, now: datetime, home: ZoneInfo, rules: ReminderRules
) -> tuple[Digest | None, datetime]:
    """The digest that is to be told now, and when the next one may be."""
    day = now.astimezone(home).date()
    at, told_on = digest_at(day, rules, home), settings.queries.digest_told_on(reader)
    tomorrow = digest_at(day + timedelta(days=1), rules, home) or now + _LOOKS_AHEAD
    if at is None or (told_on is not None and told_on >= day):
        return None, tomorrow
    if at > now or (at := told_at(now, rules, home)) > now:
        return None, at
    (counts,) = reader.ask(_COUNTS, day=day)
    return Digest(day, counts.people, counts.waiting), tomorrow


def _told(reader: Reader, follow_ups: Sequence[FollowUpId]) -> list[Due]:
    return reader.ask(_TOLD, ids=f"[{','.join(map(str, follow_ups))}]") if follow_ups else []


def _reminder(row: _Timed, home: ZoneInfo) -> Reminder:
    moment = moment_of(row.due_on, row.due_at, zone_named(row.zone, home))
    return Reminder(Due(row.id, moment), row.person_id, row.name, row.reason)


def _in_groups(untold: Sequence[Reminder], now: datetime) -> tuple[tuple[Reminder, ...], ...]:
    late = tuple(one for one in untold if now - one.due.moment > LATE_AFTER)
    fresh = tuple((one,) for one in untold if now - one.due.moment <= LATE_AFTER)
    return ((late,) if late else ()) + fresh
