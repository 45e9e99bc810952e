"""Where new identities come from.

An identity is a 53-bit whole number: milliseconds since 2025 in the upper 41 bits, a count in the
lower 12. So identities rise with time, survive JSON readers that only know doubles, and two
copies of a desk that grow apart do not give the same one to two people. Where a clock was wrong once,
and the identities in use are ahead of it, they are told apart by chance instead.
"""

import secrets
from datetime import UTC, datetime, timedelta

from relationdesk.domain.clock import Clock

_EPOCH = datetime(2025, 1, 1, tzinfo=UTC)
_COUNT_BITS = 12
_MOST = 2**53 - 1
_AHEAD = timedelta(minutes=1)
_LEAP = 2**30
_ROOM_KEPT = 1024


class Identities:
    """Gives identities that are fresh and rising, whatever the clock does."""

    def __init__(self, clock: Clock, highest: int = 0) -> None:
        """Start above `highest`, the greatest identity in use."""
        self._clock = clock
        self._last = self._beyond(highest)

    def fresh(self) -> int:
        """One identity never given before."""
        return self.block(1)

    def block(self, count: int) -> int:
        """The first of `count` consecutive identities, all kept for the caller."""
        first = max(self._last + 1, earliest_at(self._clock.now()))
        self._last = first + count - 1
        return first

    def rise_above(self, highest: int) -> None:
        """Give nothing from here on that is not above `highest`, which came from elsewhere."""
        if highest > self._last:
            self._last = self._beyond(highest)

    def _beyond(self, highest: int) -> int:
        """Where to go on above `highest`: right there, or a leap further, if the clock has not come so far.

        Of two copies of a desk with such a clock, both would go on counting there. A leap is four minutes
        of room at the most.
        """
        if highest <= earliest_at(self._clock.now() + _AHEAD):
            return highest
        return highest + secrets.randbelow(min(_LEAP, max(0, _MOST - highest) // _ROOM_KEPT) + 1)


def earliest_at(moment: datetime) -> int:
    """The smallest identity that a right clock gives at a moment."""
    return int((moment - _EPOCH).total_seconds() * 1000) << _COUNT_BITS
