"""The machine's clock."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


class SystemClock:
    """Tells the machine's time in the machine's zone, which is asked for anew each time."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one clock

    def zone(self) -> ZoneInfo:
        """The machine's zone; UTC when it does not say."""
        from tzlocal import get_localzone  # noqa: PLC0415 - not before it is asked for

        zone = get_localzone()
        return zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC")
