"""When a desk locks by itself, and how long a wrong secret makes one wait."""

from dataclasses import dataclass

IDLE_MINUTES = (5, 15, 30, 60)
"""How long the user may leave the desk alone before it locks, as offered."""

_LONGEST_PAUSE = 8


@dataclass(frozen=True, slots=True)
class LockRules:
    """`idle_minutes` is None where being idle locks nothing."""

    idle_minutes: int | None = None
    on_sleep: bool = False

    @property
    def locks_by_itself(self) -> bool:
        """Whether anything but the user locks the desk."""
        return self.idle_minutes is not None or self.on_sleep


def pause_after(wrong: int) -> int:
    """Seconds to wait after so many wrong secrets in a row; a slip of the fingers costs none."""
    return 0 if wrong <= 1 else min(2 ** (wrong - 2), _LONGEST_PAUSE)
