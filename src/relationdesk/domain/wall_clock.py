"""The moment at which a wall clock somewhere shows an hour, through daylight saving and its ends."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_PRECISION = timedelta(seconds=1)


def moment_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """When it is `at` on `day` in `zone`, in UTC.

    An hour that comes twice means its first coming. One that the clocks leap over means the moment of the
    leap, the next that exists (PEP 495 calls the two a fold and a gap).
    """
    wanted = datetime.combine(day, at.replace(fold=0), tzinfo=zone)
    moment = wanted.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == wanted.replace(tzinfo=None):
        return moment
    return _leap(wanted.replace(fold=1).astimezone(UTC), moment, zone)


def zone_named(name: str, otherwise: ZoneInfo) -> ZoneInfo:
    """The zone of this IANA name; `otherwise` for a name that this computer does not know."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return otherwise


def _leap(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first moment, to the second, at which `zone` counts as it does at `after` and not at `before`."""
    counted = after.astimezone(zone).utcoffset()
    while after - before > _PRECISION:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == counted:
            after = middle
        else:
            before = middle
    return after
