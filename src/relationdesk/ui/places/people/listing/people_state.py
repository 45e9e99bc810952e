"""Where somebody was in the place of people."""

from dataclasses import dataclass, field

from relationdesk.domain.ids import PersonId
from relationdesk.ui.places.people.listing.people_list import ListState


@dataclass(frozen=True, slots=True)
class PeopleState:
    """Where somebody was in the place, to come back to."""

    listed: ListState = field(default_factory=ListState)
    person: PersonId | None = None
    tab: int = 0
    widths: tuple[int, ...] = ()
    is_entered: bool = False
    top_row: int = 0
    kinds: int = 0
