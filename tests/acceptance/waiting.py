"""Waiting for what a person would wait for: that something can be seen."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 15.0
"""Seconds until something that should happen counts as not happening; a busy machine is slow."""
_PAUSE = 0.02


class NotYetError(Exception):
    """What is asked for cannot be had at this moment; asking again may help."""


def until(true: Callable[[], T | None], what: str) -> T:
    """Ask again and again until the answer is true, and return it; fails with `what` when patience ends."""
    end = time.monotonic() + _PATIENCE
    reason = ""
    while time.monotonic() < end:
        try:
            if answer := true():
                return answer
        except NotYetError as error:
            reason = f" ({error})"
        time.sleep(_PAUSE)
    raise AssertionError(f"not within {_PATIENCE:.0f} s: {what}{reason}")
