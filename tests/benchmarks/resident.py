"""Resident memory of this process and of those that it started, at its most. Linux alone tells it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

_EVERY_SECONDS = 0.05
_PROCESSES = Path("/proc")


@contextmanager
def most_memory() -> Iterator[Callable[[], float]]:
    """Looks often during the block; afterwards what it gives tells the most megabytes that were seen."""
    seen = [0.0]
    over = Event()

    def look() -> None:
        while not over.wait(_EVERY_SECONDS):
            seen.append(sum(map(_resident, [os.getpid(), *_children()])))

    looking = Thread(target=look, daemon=True)
    looking.start()
    yield lambda: max(seen) or float("nan")
    over.set()
    looking.join()


def _children() -> list[int]:
    tasks = (_PROCESSES / "self" / "task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def _resident(process: int) -> float:
    with suppress(OSError, StopIteration):
        lines = (_PROCESSES / str(process) / "status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024
    return 0.0
