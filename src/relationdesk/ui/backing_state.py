"""How well an open desk is backed up, for those who show it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relationdesk.domain.errors import ExpectedError

if TYPE_CHECKING:
    from relationdesk.work.backups.making import BackedUp
    from relationdesk.work.backups.queries import Standing


@dataclass(frozen=True, slots=True)
class BackingState:
    """What is known: `standing` once it was looked at, and what was `made`, or the `trouble`, since then."""

    standing: "Standing | None"
    made: "BackedUp | None"
    trouble: ExpectedError | None
    is_making: bool
