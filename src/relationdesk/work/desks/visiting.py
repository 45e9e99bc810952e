"""The desk that a verb of the command line changes while a window has it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from relationdesk.desk.desk import Desk

GuestDesk = Callable[[], AbstractContextManager[Desk]]
"""Gives the open desk of a window for the time of a block."""


@contextmanager
def beside(host: Desk, turn: Callable[[], AbstractContextManager[None]]) -> Iterator[Desk]:
    """The open desk of a window, for use on another thread; each change waits for its `turn`."""
    from relationdesk.desk import guest  # noqa: PLC0415 - seldom asked for

    beside_host = guest.GuestDesk(host, turn)
    try:
        yield beside_host
    finally:
        beside_host.close()
