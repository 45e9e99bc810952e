"""Which square of a picture is shown of somebody."""

from dataclasses import dataclass, replace
from typing import Final

_SMALLEST_SIDE: Final = 96
"""Pixels of the picture that a square takes at least, where it has as many."""


@dataclass(frozen=True, slots=True)
class Framing:
    """A square within a picture of `width` by `height` pixels, by its upper left corner and its side."""

    width: int
    height: int
    left: float
    top: float
    side: float

    @property
    def square(self) -> tuple[int, int, int]:
        """Left, top and side in whole pixels, all within the picture."""
        side = max(1, round(self.side))
        left = min(round(self.left), self.width - side)
        top = min(round(self.top), self.height - side)
        return left, top, side

    def moved(self, right: float, down: float) -> "Framing":
        """The square so many pixels further on, as far as the picture goes."""
        return self._within(self.left + right, self.top + down, self.side)

    def zoomed(self, times: float) -> "Framing":
        """The square with the same middle and what is in it so many times as large, as far as that goes."""
        largest = float(min(self.width, self.height))
        side = min(max(self.side / times, min(_SMALLEST_SIDE, largest)), largest)
        grown = (side - self.side) / 2
        return self._within(self.left - grown, self.top - grown, side)

    def _within(self, left: float, top: float, side: float) -> "Framing":
        return replace(
            self,
            left=min(max(left, 0.0), self.width - side),
            top=min(max(top, 0.0), self.height - side),
            side=side,
        )


def middle_square(width: int, height: int) -> Framing:
    """The largest square in the middle of a picture, and in a tall one nearer to its top, where faces are."""
    side = min(width, height)
    return Framing(width, height, (width - side) / 2, (height - side) / 3, side)
