"""The way through the places, to be walked back and forth as in a browser."""

from dataclasses import dataclass, field

from relationdesk.ui.shell.place import PlaceName

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Stop:
    """A place as it was when one left it."""

    place: PlaceName
    state: object


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the user is in the whole window, and how they came there."""

    current: PlaceName
    states: dict[PlaceName, object]
    behind: list[Stop]
    ahead: list[Stop]


@dataclass(slots=True)
class Travel:
    """Where one came from, and where one came back from."""

    behind: list[Stop] = field(default_factory=list)
    ahead: list[Stop] = field(default_factory=list)

    def leave(self, here: Stop) -> None:
        """Go somewhere new from `here`; the way ahead is forgotten."""
        self.behind = [*self.behind, here][-_LONGEST:]
        self.ahead = []

    def back(self, here: Stop) -> Stop | None:
        """The stop before `here`, None at the beginning."""
        if not self.behind:
            return None
        self.ahead.append(here)
        return self.behind.pop()

    def forward(self, here: Stop) -> Stop | None:
        """The stop after `here`, None at the end."""
        if not self.ahead:
            return None
        self.behind.append(here)
        return self.ahead.pop()
