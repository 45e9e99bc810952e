"""Whom the user opened last, for the palette; kept on the desk from one day to the next."""

from typing import Final

from relationdesk.domain.ids import PersonId
from relationdesk.work import settings
from relationdesk.work.desks import Desk, Reader

MOST_OPENED: Final = 6


class Opened:
    """People by their ids, the one opened last first."""

    def __init__(self) -> None:
        self._since_start: tuple[PersonId, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether there is something to keep."""
        return bool(self._since_start)

    def note(self, person: PersonId) -> None:
        """Remember that somebody was opened."""
        others = (one for one in self._since_start if one != person)
        self._since_start = (person, *others)[:MOST_OPENED]

    def latest(self, reader: Reader) -> list[PersonId]:
        """Those opened since the start, then those of before."""
        before = settings.queries.opened_last(reader)
        return list(dict.fromkeys([*self._since_start, *before]))[:MOST_OPENED]

    def keep(self, desk: Desk) -> None:
        """Have the desk remember them; not a step of undo."""
        settings.commands.keep_opened_last(desk, self._since_start)
