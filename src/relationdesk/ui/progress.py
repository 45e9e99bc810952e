"""How far a slow work is, told from its own thread, and whether it shall go on."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Lock


class CancelledError(Exception):
    """The work was told to stop, and did so between two steps."""


@dataclass(frozen=True, slots=True)
class Step:
    """So many parts of so many are done."""

    done: int
    total: int


class Progress:
    """Passed to slow work, which calls `step` between its parts.

    However often the work steps, the interface is told once at a time, and always of the latest step.
    """

    def __init__(self) -> None:
        self._cancelled = Event()
        self._lock = Lock()
        self._latest = Step(0, 0)
        self._is_told = True
        self._teller: Callable[[], None] | None = None

    @property
    def is_cancelled(self) -> bool:
        """Whether the work shall stop."""
        return self._cancelled.is_set()

    def tell(self, teller: Callable[[], None]) -> None:
        """Have `teller` called, on the working thread, whenever there is a step to `take`."""
        self._teller = teller

    def cancel(self) -> None:
        """Ask the work to stop at its next step; from any thread."""
        self._cancelled.set()

    def step(self, done: int, total: int) -> None:
        """Say how far the work is.

        Raises:
            CancelledError: it shall stop here.
        """
        if self.is_cancelled:
            raise CancelledError
        with self._lock:
            self._latest = Step(done, total)
            is_new, self._is_told = self._is_told, False
        if is_new and self._teller is not None:
            self._teller()

    def take(self) -> Step:
        """The latest step."""
        with self._lock:
            self._is_told = True
            return self._latest
