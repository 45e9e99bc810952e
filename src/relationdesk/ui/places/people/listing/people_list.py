"""The left side of the place: the filter, everyone who matches it, and how many they are."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.filters.clauses import Is
from relationdesk.domain.filters.reading import read_filter
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.listing.filter_bar import FilterBar
from relationdesk.ui.places.people.listing.list_model import Asking, Matches, PeopleModel
from relationdesk.ui.places.people.listing.list_words import NobodyListed, archive_filter, counted_people
from relationdesk.ui.places.people.listing.order_button import ListOrder
from relationdesk.ui.places.people.listing.people_table import PeopleTable
from relationdesk.ui.places.people.listing.seeking import Seeking
from relationdesk.ui.places.people.listing.several_bar import SeveralBar
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.beside.sought_list import SoughtList
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.ordering import PeopleOrder

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class ListState:
    """Where somebody was in the list."""

    text: str = ""
    scrolled: int = 0
    order: ListOrder = field(default_factory=ListOrder)


class PeopleList(SoughtList[PersonId]):
    """Says `trash_asked` with who is to go to the trash and their name, for Delete.

    Among many people, typing shows the first who match at once and everyone after a pause. `filtered`
    is said whenever an answer filled the screen or is all there is.
    """

    trash_asked = Signal(object, str)
    filtered = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        self.bar = FilterBar(tasks, clock)
        self.model = PeopleModel(tasks, clock)
        self.table: PeopleTable = PeopleTable(self.model)
        new = Button(_("New person"), Role.QUIET, Icon.USER_PLUS, compact=True)
        new.setToolTip(_("New person (Ctrl+N)"))
        new.setObjectName("person.new")
        super().__init__(self.bar.field, self.table, new, parent)
        self.model.setParent(self)
        self.bar.completion.list.come_first()
        self._clock = clock
        self._seeking = Seeking(tasks, self)
        self._seeking.came.connect(self._show)
        self._seeking.first_came.connect(self._show_first)
        self.setAccessibleName(_("List of people"))
        self.several = SeveralBar(tasks)
        self.bar.changed.connect(self.seek_as_typed)
        self.bar.columns_asked.connect(self.choose_columns)
        self.table.order_asked.connect(self._on_order_asked)
        self.table.trash_asked.connect(self._on_trash_asked)
        self.table.several_chosen.connect(self._on_several_chosen)
        self._nobody = NobodyListed(self.clear_filter, lambda: self.show_filter(archive_filter()))
        self.arrange(self.bar, self._nobody, above_foot=self.several)

    @property
    def state(self) -> ListState:
        """Where the list is, to come back to."""
        return ListState(self.filter.text(), self.table.scrolled, self.bar.order.order)

    def restore(self, state: ListState, person: PersonId | None) -> None:
        """Come back to where the list was."""
        self.filter.setText(state.text)
        self.bar.order.show_order(state.order)
        self.table.show_order(state.order)
        self.open_row.come_back(person, state.scrolled)
        self.read()

    def at(self, row: int) -> PersonId | None:
        """Who stands in a row."""
        return self.model.person_at(row)

    def row_of(self, one: PersonId | None) -> int | None:
        """Where somebody stands; None where they do not."""
        return self.model.row_of(one)

    def read(self) -> None:
        """Ask who matches now; the answer replaces what is shown, and a newer question replaces this one."""
        self._seeking.seek(self._asking, self.open_row.one)

    def seek_as_typed(self) -> None:
        """Ask who matches, from the top: the user typed, or chose another order."""
        self.open_row.begin_at_top()
        self.table.show_order(self.bar.order.order)
        self._seeking.seek_as_typed(self._asking, self.open_row.one, self.table.rows_on_screen())

    @property
    def _asking(self) -> Asking:
        return Asking(self.filter.text(), today(self._clock), self.bar.order.order)

    def show_filter(self, typed: str) -> None:
        """Filter by a text, as if it had been typed."""
        self.filter.setText(typed)
        self.open_row.begin_at_top()
        self.read()
        self.filter.setFocus()

    @Slot()
    def clear_filter(self) -> None:
        """Show everyone."""
        self.filter.clear()
        self.read()
        self.filter.setFocus()

    @Slot(bool)
    def _on_left_down(self, is_enter: bool) -> None:  # noqa: FBT001 - Qt's
        row = self.table.currentIndex().row()
        super()._on_left_down(is_enter)
        if is_enter and self.table.is_table and self.model.rowCount():
            self._on_row_activated(max(row, 0))

    def _show_first(self, found: Matches) -> None:
        self._show_rows(found)
        if not found.goes_on:
            self.filtered.emit()

    def _show(self, found: Matches) -> None:
        self._show_rows(found)
        words = counted_people(len(found.ids), found.total, has_filter=bool(found.text.strip()))
        self._nobody.show_archived(0 if found.text.strip() else found.archived)
        self.show_count(len(found.ids), found.total + found.archived, words)
        self.filtered.emit()

    def _show_rows(self, found: Matches) -> None:
        scrolled = self.open_row.scrolled
        chosen = self.several.people
        self.model.show_matches(found)
        if len(chosen) >= _SEVERAL:
            self.table.choose_several(self.model.rows_of(chosen))
            self._on_several_chosen()
        self.open_row.settle(scrolled, is_marked=len(self.several.people) < _SEVERAL)

    @Slot()
    def choose_columns(self) -> None:
        """Ask which columns the table shall have."""
        button = self.bar.columns
        self.table.columns_menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot(object)
    def _on_order_asked(self, by: PeopleOrder) -> None:
        self.bar.order.choose(by)

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        """In a table nobody is opened by being chosen."""
        if self.table.is_table:
            self.open_row.one = self.at(row)
        else:
            super()._on_row_chosen(row)

    @Slot(int)
    def _on_row_clicked(self, row: int) -> None:
        if not self.table.is_table:
            super()._on_row_clicked(row)

    @Slot()
    def _on_several_chosen(self) -> None:
        people = [person for row in self.table.chosen_rows() if (person := self.model.person_at(row))]
        self.several.show_people(people, are_archived=self._shows_archive)

    @property
    def _shows_archive(self) -> bool:
        clauses = read_filter(self.filter.text()).clauses
        return any(clause.value is Is.ARCHIVED and not clause.is_not for clause in clauses)

    @Slot(int)
    def _on_trash_asked(self, row: int) -> None:
        if len(self.several.people) >= _SEVERAL:
            self.several.trash_them()
            return
        person = self.model.person_at(row)
        if person is not None:
            self.trash_asked.emit(person, self.model.name_of(person))

    def show_as_table(self, *, is_table: bool) -> None:
        """Be a table with columns, or a list of lines."""
        self.table.show_as(is_table=is_table)
        self.table.show_order(self.bar.order.order)
        self.bar.show_table(is_table=is_table)
