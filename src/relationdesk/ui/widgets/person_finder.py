"""Finding somebody by typing their name."""

from PySide6.QtCore import QObject

from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.finder import MOST_FOUND, Finder, FoundLine
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.queries import people_matching, person_lines


class PersonFinder(Finder):
    """Says `taken` with somebody and their name."""

    def __init__(
        self, tasks: Tasks[Reader, Desk], name: str, placeholder: str, spoken: str, parent: QObject
    ) -> None:
        super().__init__(tasks, (name, placeholder), _matching, spoken, parent)


def _matching(reader: Reader, typed: str) -> list[FoundLine]:
    people = person_lines(reader, people_matching(reader, typed)[: MOST_FOUND + 1])
    return [FoundLine(line.id, line.name) for line in people]
