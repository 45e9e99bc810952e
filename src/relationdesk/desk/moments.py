"""How the file holds a past moment."""

from datetime import UTC, datetime


def moment_text(moment: datetime) -> str:
    """A moment as UTC text, to the millisecond: `2026-11-23T17:00:00.000Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment_kept(moment: datetime) -> datetime:
    """A moment as it is read again once it was written: to the millisecond."""
    return datetime.fromisoformat(moment_text(moment))
