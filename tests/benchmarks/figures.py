"""What a benchmark says: a figure, the floor that was measured beside it, and the target."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """One line of the table; `floor` was measured in the same run, and None is no floor or no target.

    `at_least` turns the target round: more is better.
    """

    what: str
    unit: str
    measured: float
    floor: float | None = None
    target: float | None = None
    at_least: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return self.measured / self.floor if self.floor else None

    @property
    def is_met(self) -> bool:
        """Whether the target holds; a figure without one is only told."""
        if self.target is None:
            return True
        return self.measured >= self.target if self.at_least else self.measured <= self.target

    @property
    def verdict(self) -> str:
        """The target's fate, in words."""
        if self.target is None:
            return "told beside it"
        return "holds" if self.is_met else "does not hold"


def milliseconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    started = perf_counter()
    action()
    return (perf_counter() - started) * 1000


def middle(times: list[float]) -> float:
    """The median."""
    return median(times)


def p95(times: list[float]) -> float:
    """The time that nineteen of twenty stay under."""
    return quantiles(times, n=20, method="inclusive")[-1]
