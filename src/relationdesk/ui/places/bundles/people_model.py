"""Everybody about whom something changed, a row each; what is shown is made when it is first seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from relationdesk.language.words import _
from relationdesk.ui.places.bundles.wording import line_text, name_of, summary
from relationdesk.work.bundles.story import Line, PersonChanges

CELL: Final = Qt.ItemDataRole.UserRole + 1
"""The role under which the model answers with a `Cell`."""
PERSON, HERE, THERE = range(3)

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """Two lines of text, the first one strong where it is a name."""

    first: str
    second: str = ""
    is_name: bool = False


class PeopleModel(QAbstractTableModel):
    """Says who, and how much changed on each side."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: Sequence[PersonChanges] = ()

    def show_people(self, people: Sequence[PersonChanges]) -> None:
        """Show other people."""
        self.beginResetModel()
        self._people = people
        self.endResetModel()

    def person_at(self, row: int) -> PersonChanges:
        """What changed about the person in a row."""
        return self._people[row]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return {PERSON: _("Person"), HERE: _("On this computer"), THERE: _("In the bundle")}[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        person = self._people[index.row()]
        if role == CELL:
            return _cell(person, index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _spoken(person) if index.column() == PERSON else ""
        return None


def _cell(person: PersonChanges, column: int) -> Cell:
    if column == PERSON:
        return Cell(name_of(person), is_name=True)
    lines = person.here if column == HERE else person.there
    return Cell(summary(lines), _first_of(lines))


def _first_of(lines: Sequence[Line]) -> str:
    return line_text(lines[0]) if lines else ""


def _spoken(person: PersonChanges) -> str:
    return _("{name}; on this computer: {here}; in the bundle: {there}").format(
        name=name_of(person), here=summary(person.here), there=summary(person.there)
    )
