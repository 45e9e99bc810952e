"""Python's search for objects that point at each other in a circle, and where it is not worth its time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Let the collector rest, for a block or a function that gathers many values none of which points back.

    It would look through all of them again and again as they become more. What was gathered counts as old
    afterwards, so that it is looked through when everything is, not at once.
    """
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
