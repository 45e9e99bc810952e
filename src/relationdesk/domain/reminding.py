"""When the user is told of what is due: not in quiet hours, and of the whole day once in the morning."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from relationdesk.domain.wall_clock import moment_of

MORNING: Final = time(8, 30)


@dataclass(frozen=True, slots=True)
class ReminderRules:
    """How the user wants to be reminded; hours are of the wall clock where the user is.

    `digest_at` is None for no digest. Quiet hours go from `quiet_from` to `quiet_until`, over midnight where
    the second is the earlier one; the same hour twice means none. `hides_names` keeps people and reasons out
    of notifications, which a locked screen may show. Nothing is told before `silent_until`.
    """

    digest_at: time | None = MORNING
    quiet_from: time = time(0)
    quiet_until: time = time(0)
    hides_names: bool = False
    silent_until: datetime | None = None


def told_at(moment: datetime, rules: ReminderRules, zone: ZoneInfo) -> datetime:
    """When something that is due at `moment` is told, in UTC: then, or when quiet and silence are over."""
    if rules.silent_until is not None:
        moment = max(moment, rules.silent_until)
    local = moment.astimezone(zone)
    if not _is_quiet(local.time(), rules):
        return moment.astimezone(UTC)
    ends_on = local.date() if local.time() < rules.quiet_until else local.date() + timedelta(days=1)
    return max(moment.astimezone(UTC), moment_of(ends_on, rules.quiet_until, zone))


def digest_at(day: date, rules: ReminderRules, zone: ZoneInfo) -> datetime | None:
    """When the digest of a day is told, in UTC; None when there is none, or silence outlasts the day."""
    if rules.digest_at is None:
        return None
    moment = told_at(moment_of(day, rules.digest_at, zone), rules, zone)
    return moment if moment.astimezone(zone).date() == day else None


def tomorrow_morning(now: datetime, rules: ReminderRules, zone: ZoneInfo) -> datetime:
    """When the next day begins for the user, in UTC: at the hour of its digest, or else in the morning."""
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return moment_of(tomorrow, rules.digest_at or MORNING, zone)


def _is_quiet(at: time, rules: ReminderRules) -> bool:
    begins, ends = rules.quiet_from, rules.quiet_until
    if begins <= ends:
        return begins <= at < ends
    return at >= begins or at < ends
