"""The rows of the list of people: everyone's identity at once, their lines by pages of 128."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Slot

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.ids import PersonId
from relationdesk.language.dates import long_day, short_day
from relationdesk.language.words import _
from relationdesk.ui.places.people.listing.columns import CELL, Cell, cell_of, order_word
from relationdesk.ui.places.people.listing.order_button import ListOrder
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import AvatarSize
from relationdesk.ui.widgets.person_row import PERSON_LINE
from relationdesk.ui.widgets.person_row import PersonLine as ShownLine
from relationdesk.ui.widgets.picture_store import PictureStore
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.filtering import filtered_as_typed, filtered_by_name, filtered_people
from relationdesk.work.people.ordering import PeopleOrder, ordered
from relationdesk.work.people.queries import PersonLine, archived_count, people_count, person_lines

PAGE: Final = 128
FIRST: Final = 40
"""People found at once when a letter was typed, more than a screen shows."""
_MOST_KEPT: Final = 64 * PAGE
_PAGES_AT_ONCE: Final = 2

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Asking:
    """A filter, on the day on which it is asked, and the order of the answer."""

    text: str
    day: date
    order: ListOrder = field(default_factory=ListOrder)


@dataclass(frozen=True, slots=True)
class Matches:
    """Who matches a text, and the lines of the page that is seen first.

    `is_whole` is false where these are only the first of those who match, with the lines of those on the
    screen; `goes_on` says that they do not fill it, while others may match by more than their names.
    `archived` is how many are in the archive, where the list has nobody at all.
    """

    text: str
    ids: "array[int]"
    page: int
    lines: tuple[PersonLine, ...]
    total: int
    is_whole: bool = True
    goes_on: bool = False
    archived: int = 0


def first_matches(reader: Reader, asked: Asking, total: int, on_screen: int) -> Matches:
    """The first whom a filter lets through as it is typed, of `total` people, so many of them `on_screen`.

    Those who match by name are told at once, wherever there are any.
    """
    named = filtered_by_name(reader, asked.text, asked.day, max(FIRST, on_screen))
    if not named:
        return all_first_matches(reader, asked, total, on_screen)
    lines = tuple(person_lines(reader, named[:on_screen]))
    goes_on = len(named) < on_screen
    return Matches(asked.text, array("q", named), 0, lines, total, is_whole=False, goes_on=goes_on)


def all_first_matches(reader: Reader, asked: Asking, total: int, on_screen: int) -> Matches:
    """The same with those who match otherwise."""
    most = max(FIRST, on_screen)
    nearest = filtered_as_typed(reader, asked.text, asked.day, most)
    is_whole = 0 < len(nearest) < most
    lines = tuple(person_lines(reader, nearest if is_whole else nearest[:on_screen]))
    return Matches(asked.text, array("q", nearest), 0, lines, total, is_whole)


def matches(reader: Reader, asked: Asking, near: PersonId | None, total: int | None = None) -> Matches:
    """Everyone whom a filter lets through, with the page that holds `near`, or else the first one.

    `total` is how many people there are, where that is known.
    """
    found = filtered_people(reader, asked.text, asked.day)
    ids = array("q", ordered(reader, found, asked.order.by, is_turned=asked.order.is_turned))
    page = _place(ids, near) // PAGE
    lines = tuple(person_lines(reader, _ids_of(ids, page)))
    total = people_count(reader) if total is None else total
    return Matches(asked.text, ids, page, lines, total, archived=0 if total else archived_count(reader))


class PeopleModel(QAbstractTableModel):
    """Answers at once with what it has; a row that was not read yet is asked for and shown when it comes.

    Lines that were read stay until their page was read again, so nothing blinks. Of the first who match,
    who are soon replaced by everyone, only lines that are not known are asked for.
    """

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._pictures = PictureStore(tasks, self)
        self._pictures.came.connect(self._on_pictures_came)
        self._ids: array[int] = array("q")
        self._lines: dict[int, tuple[PersonLine, ShownLine]] = {}
        self._fresh: set[int] = set()
        self._asked: set[int] = set()
        self._wanted: dict[int, None] = {}
        self._generation = 0
        self._is_head = False
        self._columns: Sequence[PeopleOrder] = ()
        self._fetching = QTimer(self, singleShot=True, interval=0)
        self._fetching.timeout.connect(self._on_fetching)

    def show_matches(self, found: Matches) -> None:
        """Show who was found in place of what was shown."""
        self.beginResetModel()
        self._generation += 1
        self._ids = found.ids
        self._asked.clear()
        self._wanted.clear()
        self._fresh = {found.page} if found.is_whole else set()
        self._is_head = not found.is_whole
        if len(self._lines) > _MOST_KEPT:
            self._lines.clear()
        self._keep(found.lines)
        self.endResetModel()

    def show_columns(self, columns: Sequence[PeopleOrder]) -> None:
        """Tell these of each person in cells of their own; for none, a line of everything."""
        self.beginResetModel()
        self._columns = columns
        self.endResetModel()

    def person_at(self, row: int) -> PersonId | None:
        """Who stands in a row."""
        return PersonId(self._ids[row]) if 0 <= row < len(self._ids) else None

    def name_of(self, person: PersonId) -> str:
        """What somebody is called; empty where their line was not read yet."""
        known = self._lines.get(person)
        return known[0].name if known is not None else ""

    def neighbour_of(self, person: PersonId) -> PersonId | None:
        """Who stands after somebody, or before them at the end; None when there is nobody else."""
        row = self.row_of(person)
        if row is None:
            return None
        return self.person_at(row + 1) or self.person_at(row - 1)

    def row_of(self, person: PersonId | None) -> int | None:
        """Where somebody stands, or None when they are not in the list."""
        try:
            return None if person is None else self._ids.index(person)
        except ValueError:
            return None

    def rows_of(self, people: Sequence[PersonId]) -> list[int]:
        """Where people stand, in the list's order, without those who are not in it."""
        wanted = set(people)
        return [row for row, person in enumerate(self._ids) if person in wanted]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else max(1, len(self._columns))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_head = orientation is Qt.Orientation.Horizontal and section < len(self._columns)
        if is_head and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return order_word(self._columns[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (PERSON_LINE, CELL, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = index.row()
        known = self._lines.get(self._ids[row])
        if known is None or not self._is_head:
            self._want(row // PAGE)
        if known is None:
            return None
        if role == PERSON_LINE:
            return self._pictured(*known)
        cell = self._cell(known[0], index.column())
        if role == CELL:
            return cell
        if cell is None or index.column() == 0:
            return spoken(known[0])
        return self._said(cell, index.column())

    def _cell(self, line: PersonLine, column: int) -> Cell | None:
        if column >= len(self._columns):
            return None
        return cell_of(line, self._columns[column], today(self._clock))

    def _said(self, cell: Cell, column: int) -> str:
        head, told = order_word(self._columns[column]), cell.spoken or cell.text
        return _("{field}: {value}").format(field=head, value=told) if told else head

    def _pictured(self, line: PersonLine, shown: ShownLine) -> ShownLine:
        picture = self._pictures.pixmap(line.picture_hash, AvatarSize.ROW)
        return shown if picture is None else replace(shown, picture=picture)

    @Slot()
    def _on_pictures_came(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def _want(self, page: int) -> None:
        if page in self._fresh or page in self._asked:
            return
        self._wanted.pop(page, None)
        self._wanted[page] = None
        if not self._fetching.isActive():
            self._fetching.start()

    @Slot()
    def _on_fetching(self) -> None:
        """Ask for the pages wanted last; those scrolled past are wanted again when they are seen."""
        pages = list(self._wanted)[-_PAGES_AT_ONCE:]
        self._wanted.clear()
        for page in pages:
            self._asked.add(page)
            self._ask(page, self._generation)

    def _ask(self, page: int, generation: int) -> None:
        ids = _ids_of(self._ids, page)
        self._tasks.ask(
            self,
            lambda reader: tuple(person_lines(reader, ids)),
            lambda lines: self._on_page_read(page, generation, lines),
        )

    def _on_page_read(self, page: int, generation: int, lines: tuple[PersonLine, ...]) -> None:
        if generation != self._generation:
            return
        self._asked.discard(page)
        self._fresh.add(page)
        self._keep(lines)
        last = min((page + 1) * PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, self.columnCount() - 1))

    def _keep(self, lines: tuple[PersonLine, ...]) -> None:
        day = today(self._clock)
        self._lines.update({line.id: (line, _shown(line, day)) for line in lines})


def subtitle_of(topic: str, platform: str) -> str:
    """What stands below a name: `Trail running · Instagram`."""
    topic = topic[:1].upper() + topic[1:]
    if topic and platform:
        return _("{topic} · {platform}").format(topic=topic, platform=platform)
    return topic or platform


def spoken(line: PersonLine) -> str:
    """What a screen reader says of a row."""
    said = [line.name, line.topic or line.platform]
    if line.last_contact is not None:
        said.append(_("last contact {day}").format(day=long_day(line.last_contact)))
    if line.next_due is not None:
        said.append(_("next step {day}").format(day=long_day(line.next_due)))
    return ", ".join(part for part in said if part)


def _shown(line: PersonLine, day: date) -> ShownLine:
    when = short_day(line.last_contact, day) if line.last_contact else ""
    step = short_day(line.next_due, day) if line.next_due else ""
    is_late = line.next_due is not None and line.next_due < day
    return ShownLine(
        line.id, line.name, subtitle_of(line.topic, line.platform), when, next_step=step, is_late=is_late
    )


def _ids_of(ids: "array[int]", page: int) -> list[int]:
    return ids[page * PAGE : (page + 1) * PAGE].tolist()


def _place(ids: "array[int]", person: PersonId | None) -> int:
    return ids.index(person) if person is not None and person in ids else 0
