"""A thread with an event loop of its own, for what speaks with a service of the system."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future

TO_LEAVE_SECONDS = 2.0


class LoopThread:
    """Runs from its making until `end`. What becomes of the work given to it reaches nobody."""

    def __init__(self, name: str, leave: Callable[[], Awaitable[None]]) -> None:
        """`leave` is what is done last of all."""
        self._leave = leave
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(lambda _loop, _what: None)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def begin(self, work: Coroutine[None, None, None]) -> "Future[None]":
        """Have work done beside what is under way."""
        begun = asyncio.run_coroutine_threadsafe(work, self._loop)
        begun.add_done_callback(_let_be)
        return begun

    def call(self, do: Callable[[], object]) -> None:
        """Have something done on this thread."""
        self._loop.call_soon_threadsafe(do)

    def end(self) -> None:
        """Stop what is under way and leave; waits a moment at most."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(TO_LEAVE_SECONDS)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
            self._loop.run_until_complete(self._stop())
        finally:
            self._loop.close()

    async def _stop(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._leave()


def _let_be(done: "Future[None]") -> None:
    """Take note of how it ended, so that nobody complains that it was not."""
    if not done.cancelled():
        done.exception()
