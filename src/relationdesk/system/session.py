"""The user's session on this computer: whether its screen gets locked, or the computer is about to sleep.

On Linux logind tells it. What Windows and macOS tell (WTSRegisterSessionNotification, the notifications of
NSWorkspace) is not listened to: there, that the computer slept is seen by the clock once it is awake.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from relationdesk.system.session_thread import SessionThread


class Session(Protocol):
    """Tells when the user leaves."""

    @property
    def tells(self) -> bool:
        """Whether this system could tell."""

    def watch(self, leaving: Callable[[], None]) -> None:
        """Call `leaving`, on another thread, each time the screen gets locked or the computer is to sleep.

        Sleep waits for `left`, some seconds at most.
        """

    def left(self) -> None:
        """What was to be done before the computer sleeps is done."""

    def close(self) -> None:
        """Call nobody any more."""


class SystemSession:
    """The session as logind tells of it; where there is no logind, nothing is told."""

    tells = sys.platform == "linux"

    def __init__(self) -> None:
        self._thread: SessionThread | None = None

    def watch(self, leaving: Callable[[], None]) -> None:
        """Listen from now on, on a thread of its own; nothing more when it listens already."""
        if not self.tells or self._thread is not None:
            return
        from relationdesk.system.session_thread import SessionThread  # noqa: PLC0415 - heavy, and rarely wanted

        self._thread = SessionThread(leaving)

    def left(self) -> None:
        """Let the computer sleep."""
        if self._thread is not None:
            self._thread.left()

    def close(self) -> None:
        """Stop listening."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.end()
