"""How often to be in touch: what is offered to choose from."""

from typing import Final

Gap = tuple[int | None, int | None]
"""An ideal and a longest gap in days; without an ideal nobody grows distant."""
NOTHING_SAID: Final[Gap] = (None, None)
GAPS: Final[tuple[tuple[int, int], ...]] = (
    (7, 14),
    (14, 21),
    (28, 42),
    (42, 63),
    (56, 84),
    (91, 140),
    (182, 273),
    (364, 546),
)
"""What is offered: an ideal gap, and a longest of about half as much more."""
