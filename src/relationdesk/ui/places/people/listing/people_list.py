"""The left side of the place: the filter, everyone who matches it, and how many they are."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.filters.clauses import Is
from relationdesk.domain.filters.reading import read_filter
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.listing.filter_bar import FilterBar
from relationdesk.ui.places.people.listing.list_model import Asking, Matches, PeopleModel
from relationdesk.ui.places.people.listing.list_words import counted_people, nobody_matches
from relationdesk.ui.places.people.listing.order_button import ListOrder
from relationdesk.ui.places.people.listing.people_table import PeopleTable
from relationdesk.ui.places.people.listing.seeking import Seeking
from relationdesk.ui.places.people.listing.several_bar import SeveralBar
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Hairline
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Look
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.ordering import PeopleOrder

_NARROWEST = 228
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class ListState:
    """Where somebody was in the list."""

    text: str = ""
    scrolled: int = 0
    order: ListOrder = field(default_factory=ListOrder)


class PeopleList(QWidget):
    """Says `person_chosen` for who was chosen, then `person_clicked`, or `person_entered` for Enter.

    Says `trash_asked` with who is to go to the trash and their name, for Delete.

    Among many people, typing shows the first who match at once and everyone after a pause. `filtered`
    is said whenever an answer filled the screen or is all there is, `counted` with the number of all people
    when everyone was found.
    """

    person_chosen = Signal(object)
    person_clicked = Signal(object)
    person_entered = Signal(object)
    trash_asked = Signal(object, str)
    new_asked = Signal()
    filtered = Signal()
    counted = Signal(int)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._seeking = Seeking(tasks, self)
        self._seeking.came.connect(self._show)
        self._seeking.first_came.connect(self._show_first)
        self._marked: PersonId | None = None
        self._scroll_to: int | None = None
        self._is_seeking = False
        self.setAccessibleName(_("List of people"))
        self.setMinimumWidth(_NARROWEST)
        self.bar = FilterBar(tasks, clock)
        self.bar.changed.connect(self._on_edited)
        self.filter = self.bar.field
        self.filter.installEventFilter(self)
        self.bar.completion.list.come_first()
        self.model = PeopleModel(tasks, clock, self)
        self.table = PeopleTable(self.model)
        self.table.order_asked.connect(self._on_order_asked)
        self.bar.columns_asked.connect(self._on_columns_asked)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.activated_row.connect(self._on_row_activated)
        self.table.clicked_row.connect(self._on_row_clicked)
        self.table.trash_asked.connect(self._on_trash_asked)
        self.table.several_chosen.connect(self._on_several_chosen)
        self.several = SeveralBar(tasks)
        self.table.typed.connect(self._on_typed_in_table)
        self.table.left_upwards.connect(self.filter.setFocus)
        self._count = ElidedLabel("", Look.HINT)
        self._new = Button(_("New person"), Role.QUIET, Icon.USER_PLUS, compact=True)
        self._new.setToolTip(_("New person (Ctrl+N)"))
        self._new.setObjectName("person.new")
        self._new.clicked.connect(self.new_asked)
        self._arrange()

    @property
    def state(self) -> ListState:
        """Where the list is, to come back to."""
        return ListState(self.filter.text(), self.table.scrolled, self.bar.order.order)

    def restore(self, state: ListState, person: PersonId | None) -> None:
        """Come back to where the list was."""
        self.filter.setText(state.text)
        self.bar.order.show_order(state.order)
        self.table.show_order(state.order)
        self._marked = person
        self._scroll_to = state.scrolled
        self.read()

    def seek(self, person: PersonId) -> None:
        """Show whose screen is open, once the list is read."""
        self.mark(person)
        self._is_seeking = self.model.row_of(person) is None

    def mark(self, person: PersonId | None) -> None:
        """Show whose screen is open, where they are in the list."""
        self._marked = person
        self._is_seeking = False
        row = self.model.row_of(person)
        self.table.mark(row)
        if row is not None:
            self.table.bring_into_view(row)

    def read(self) -> None:
        """Ask who matches now; the answer replaces what is shown, and a newer question replaces this one."""
        self._seeking.seek(self._asking, self._marked)

    @property
    def _asking(self) -> Asking:
        return Asking(self.filter.text(), today(self._clock), self.bar.order.order)

    def show_filter(self, typed: str) -> None:
        """Filter by a text, as if it had been typed."""
        self.filter.setText(typed)
        self._scroll_to = 0
        self.read()
        self.filter.setFocus()

    @Slot()
    def clear_filter(self) -> None:
        """Show everyone."""
        self.filter.clear()
        self._scroll_to = None
        self.read()
        self.filter.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._leads_on(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _leads_on(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape and self.filter.text():
            self.clear_filter()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to_list(is_enter=key in (Qt.Key.Key_Return, Qt.Key.Key_Enter))
            return True
        return False

    def _go_to_list(self, *, is_enter: bool) -> None:
        if not self.model.rowCount():
            return
        row = self.table.currentIndex().row()
        self.table.setFocus()
        if row < 0:
            self.table.choose(0)
        elif is_enter:
            self._on_row_chosen(row)
        if is_enter and self.table.is_table:
            self._on_row_activated(max(row, 0))

    def _show_first(self, found: Matches) -> None:
        self._show_rows(found)
        if not found.goes_on:
            self.filtered.emit()

    def _show(self, found: Matches) -> None:
        self._show_rows(found)
        self._pages.setCurrentIndex(0 if len(found.ids) or not found.total else 1)
        self._count.setText(counted_people(len(found.ids), found.total, has_filter=bool(found.text.strip())))
        self.counted.emit(found.total)
        self.filtered.emit()

    def _show_rows(self, found: Matches) -> None:
        scrolled = self.table.scrolled if self._scroll_to is None else self._scroll_to
        self._scroll_to = None
        chosen = self.several.people
        self.model.show_matches(found)
        if len(chosen) >= _SEVERAL:
            self.table.choose_several(self.model.rows_of(chosen))
            self._on_several_chosen()
        row = self.model.row_of(self._marked)
        if len(self.several.people) < _SEVERAL:
            self.table.mark(row)
        self.table.scroll_down_to(scrolled)
        if self._is_seeking and row is not None:
            self._is_seeking = False
            self.table.bring_into_view(row)

    @Slot()
    def _on_edited(self) -> None:
        self._scroll_to = 0
        self.table.show_order(self.bar.order.order)
        self._seeking.seek_as_typed(self._asking, self._marked, self.table.rows_on_screen())

    @Slot()
    def _on_columns_asked(self) -> None:
        button = self.bar.columns
        self.table.columns_menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot(object)
    def _on_order_asked(self, by: PeopleOrder) -> None:
        self.bar.order.choose(by)

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        self._marked = self.model.person_at(row)
        if not self.table.is_table:
            self.person_chosen.emit(self._marked)

    @Slot(int)
    def _on_row_activated(self, row: int) -> None:
        self.person_entered.emit(self.model.person_at(row))

    @Slot(int)
    def _on_row_clicked(self, row: int) -> None:
        if not self.table.is_table:
            self.person_clicked.emit(self.model.person_at(row))

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

    @Slot(str)
    def _on_typed_in_table(self, letters: str) -> None:
        self.filter.setFocus()
        self.filter.setText(self.filter.text() + letters)
        self._on_edited()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(Hairline())
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(nobody_matches(self.clear_filter))
        column.addWidget(self._pages, 1)
        column.addWidget(Hairline())
        column.addWidget(self.several)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.MEDIUM, Space.TIGHT + 2, Space.SMALL, Space.TIGHT + 2)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._new)
        column.addLayout(foot)

    def show_as_table(self, *, is_table: bool) -> None:
        """Be a table with columns, or a list of lines."""
        self.table.show_as(is_table=is_table)
        self.table.show_order(self.bar.order.order)
        self.bar.show_table(is_table=is_table)
