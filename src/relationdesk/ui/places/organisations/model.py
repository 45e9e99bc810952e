"""The rows of the list of organisations: every identity at once, their lines by pages of 128."""

from array import array
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.ids import OrganisationId, PersonId
from relationdesk.ui.places.organisations.words import kind_words, people_words
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.person_row import PERSON_LINE, PersonLine, spoken_line
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.queries import (
    OrganisationLine,
    organisation_lines,
    organisations_matching,
)

PAGE: Final = 128

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Matches:
    """Which organisations match a text, with the lines of one page, of `total` there are."""

    text: str
    ids: "array[int]"
    page: int
    lines: tuple[OrganisationLine, ...]
    total: int


def matches(reader: Reader, text: str, day: date, near: OrganisationId | None) -> Matches:
    """Every organisation that a filter lets through, with the page that holds `near`, or else the first."""
    ids = array("q", organisations_matching(reader, text))
    page = ids.index(near) // PAGE if near is not None and near in ids else 0
    total = len(ids) if not text.strip() else len(organisations_matching(reader))
    return Matches(text, ids, page, tuple(organisation_lines(reader, _ids_of(ids, page), day)), total)


class OrganisationsModel(QAbstractTableModel):
    """Answers at once with what it has; a page that was not read yet is asked for and shown when it comes."""

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._ids: array[int] = array("q")
        self._lines: dict[int, OrganisationLine] = {}
        self._asked: set[int] = set()
        self._generation = 0

    def show_matches(self, found: Matches) -> None:
        """Show what was found in place of what was shown."""
        self.beginResetModel()
        self._generation += 1
        self._ids = found.ids
        self._asked = {found.page}
        self._lines = {line.id: line for line in found.lines}
        self.endResetModel()

    def organisation_at(self, row: int) -> OrganisationId | None:
        """What stands in a row."""
        return OrganisationId(self._ids[row]) if 0 <= row < len(self._ids) else None

    def row_of(self, organisation: OrganisationId | None) -> int | None:
        """Where an organisation stands, or None when it is not in the list."""
        try:
            return None if organisation is None else self._ids.index(organisation)
        except ValueError:
            return None

    def neighbour_of(self, organisation: OrganisationId) -> OrganisationId | None:
        """What stands after an organisation, or before it at the end; None when there is no other."""
        row = self.row_of(organisation)
        return None if row is None else self.organisation_at(row + 1) or self.organisation_at(row - 1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (PERSON_LINE, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self._lines.get(self._ids[index.row()])
        if line is None:
            self._ask(index.row() // PAGE)
            return None
        shown = _shown(line)
        return shown if role == PERSON_LINE else spoken_line(shown)

    def _ask(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        ids, day, generation = _ids_of(self._ids, page), today(self._clock), self._generation
        self._tasks.ask(
            self,
            lambda reader: organisation_lines(reader, ids, day),
            lambda lines: self._on_page_read(page, generation, lines),
        )

    def _on_page_read(self, page: int, generation: int, lines: list[OrganisationLine]) -> None:
        if generation != self._generation:
            return
        self._lines.update({line.id: line for line in lines})
        last = min((page + 1) * PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, 0))


def _shown(line: OrganisationLine) -> PersonLine:
    people = people_words(line.people) if line.people else ""
    return PersonLine(PersonId(line.id), line.name, kind_words(line.kind), people)


def _ids_of(ids: "array[int]", page: int) -> list[int]:
    return ids[page * PAGE : (page + 1) * PAGE].tolist()
