"""A thread for one thing that belongs to no other."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Generic, Protocol, TypeVar


class Closable(Protocol):
    """What is opened on one thread, used on it, and closed on it."""

    def close(self) -> None:
        """Let go of what is held."""


HeldT = TypeVar("HeldT", bound=Closable)


class OwnThread(Generic[HeldT]):
    """A thread of its own, and the one thing that is opened, used and closed on it."""

    def __init__(self, name: str, opened: Callable[[], HeldT]) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._opened = opened
        self._held: HeldT | None = None

    def submit(self, job: Callable[[Callable[[], HeldT]], None]) -> None:
        """Run `job` with the way to the thing, which is opened when it is first needed."""
        self._executor.submit(copy_context().run, job, self._hold)

    def close(self) -> None:
        """Wait for what was submitted, and close the thing on its own thread."""
        closing: Future[None] = self._executor.submit(self._let_go)
        self._executor.shutdown(wait=True)
        closing.result()

    def _hold(self) -> HeldT:
        if self._held is None:
            self._held = self._opened()
        return self._held

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None
