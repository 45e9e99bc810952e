"""What a benchmark says: a figure, the floor it stands beside, and the target."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """One line of the table; milliseconds, so that `floor` was measured in the same run."""

    what: str
    measured: float
    floor: float
    target: float


def milliseconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    started = perf_counter()
    action()
    return (perf_counter() - started) * 1000


def p95(times: list[float]) -> float:
    """The time that nineteen of twenty stay under."""
    return sorted(times)[int(len(times) * 0.95)]
