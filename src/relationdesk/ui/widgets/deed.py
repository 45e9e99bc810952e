"""What can be done in a place from wherever one is, as the palette offers it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Deed(Generic[T]):
    """Something that `act` does or begins in a place, by its title or by `also`, other words for the same.

    `can` tells whether it would do anything there now; None stands for always.
    """

    title: str
    also: str
    act: Callable[[T], object]
    can: Callable[[T], bool] | None = None
