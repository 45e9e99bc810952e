"""The place of people: the list, the person who is looked at, and somebody new."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.adding.new_person import NewPerson
from relationdesk.ui.places.people.division import Division
from relationdesk.ui.places.people.listing.people_list import PeopleList
from relationdesk.ui.places.people.listing.people_state import PeopleState
from relationdesk.ui.places.people.parting.leaving import Leaving
from relationdesk.ui.places.people.person_screen import PersonScreen
from relationdesk.ui.places.people.person_view import PersonView, person_view
from relationdesk.ui.places.people.welcome import Welcome, nobody_chosen
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.work.desks import Changes, Desk, Reader


class PeoplePlace(QWidget):
    """Says `person_opened` with who is looked at, `said` for what was done, `import_asked` for a book.

    Says `export_asked` with several people who are to be written to a file, `merge_asked` with two who are
    to be one, and `merge_wanted` with one and their name who is to be merged with somebody.
    """

    name = "people"

    person_opened = Signal(object)
    organisation_asked = Signal(object)
    said = Signal(str)
    import_asked = Signal()
    export_asked = Signal(object)
    merge_asked = Signal(object, object)
    merge_wanted = Signal(object, str)
    filtered = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._person: PersonId | None = None
        self._asked: Asked | None = None
        self._is_entered = False
        self._is_leaving_form = False
        self._goes_to_note = False
        self._writing: DraftKey | None = None
        self._total = 0
        self.setAccessibleName(_("People"))
        self.list = PeopleList(tasks, clock)
        self.screen_of_person = PersonScreen(tasks, clock)
        self.form = NewPerson(tasks, clock)
        self._leaving = Leaving(tasks, self.list, self.screen_of_person, self)
        self._welcome = Welcome()
        self._nobody = nobody_chosen()
        self._right = QStackedWidget()
        for page in (self._nobody, self.screen_of_person, self.form, self._welcome):
            self._right.addWidget(page)
        self._arrange()
        self._join()
        self.list.read()

    @property
    def person(self) -> PersonId | None:
        """Who is looked at."""
        return self._person

    def open_person(self, person: PersonId, writing: DraftKey | None = None) -> None:
        """Look at somebody, whether the filter lets them through or not.

        The keyboard goes to their note, or to the field in which the user was `writing`.
        """
        self._is_entered = True
        self._is_leaving_form = True
        self._goes_to_note = True
        self._writing = writing
        self.setFocus()
        self._look_at(person)
        self.list.seek(person)
        self._go_to_note(person)

    def new_person(self) -> None:
        """Begin somebody new."""
        self._is_entered = True
        self._show(self.form)
        self.form.begin()

    def show_view(self, typed: str) -> None:
        """Filter the list as a view does."""
        self._is_entered = False
        self._fit()
        self.list.show_filter(typed)

    @property
    def is_person_shown(self) -> bool:
        """Whether somebody's screen is in view."""
        is_open = self._person is not None and self._right.currentWidget() is self.screen_of_person
        return is_open and not self.division.is_table

    def show_as_table(self, *, is_table: bool) -> None:
        """Have the list as a table over the whole width, or as lines beside whoever is open."""
        self.division.wants_table = is_table
        self._is_entered = self._is_entered and not is_table
        self._fit()
        self.list.table.setFocus()

    @Slot()
    def turn_table(self) -> None:
        """Have the list as the other of table and lines."""
        self.show_as_table(is_table=not self.division.is_table)

    def refresh(self, changes: Changes | None) -> None:
        """Show what a change made different; everything anew for None."""
        self.list.read()
        if self._person is not None and (changes is None or changes.touches(self._person)):
            self._ask_person(self._person)

    def show_again(self) -> None:
        """Come into view: the keyboard goes to the filter, unless somebody is looked at."""
        if not self.is_person_shown:
            self.list.filter.setFocus()

    def state(self) -> PeopleState:
        """Where the place is."""
        tab = self.screen_of_person.tabs.currentIndex()
        widths = tuple(self.division.sizes())
        history = self.screen_of_person.history
        top_row, kinds = history.timeline.top_row, history.kinds.choice
        return PeopleState(self.list.state, self._person, tab, widths, self._is_entered, top_row, kinds)

    def restore(self, state: object) -> None:
        """Come back to where the place was when it told its `state`."""
        if not isinstance(state, PeopleState):
            return
        self.list.restore(state.listed, state.person)
        self.screen_of_person.tabs.setCurrentIndex(state.tab)
        if all(state.widths):
            self.division.setSizes(list(state.widths))
        if state.person is not None:
            self._is_entered = state.is_entered
            self.screen_of_person.history.entries.begin_at(state.person, state.top_row, state.kinds)
            self._look_at(state.person)
        else:
            self._person = None
            self._show_nobody()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        is_inside = focus is not None and self._right.isAncestorOf(focus)
        if event.key() == Qt.Key.Key_Escape and is_inside:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _look_at(self, person: PersonId) -> None:
        self._person = person
        self._ask_person(person)

    def _ask_person(self, person: PersonId) -> None:
        day = today(self._clock)
        self._asked = self._tasks.ask(
            self,
            lambda reader: person_view(reader, person, day),
            lambda view: self._on_person_read(person, view),
            instead_of=self._asked,
        )

    def _on_person_read(self, person: PersonId, view: PersonView | None) -> None:
        if view is None:
            self._person = None
            self._is_entered = False
            self._show_nobody()
            return
        is_other = self.screen_of_person.view is None or self.screen_of_person.view.id != person
        is_form_open = self._right.currentWidget() is self.form
        self.screen_of_person.show_person(view)
        if self._is_leaving_form or not is_form_open:
            self._is_leaving_form = False
            self._goes_to_note |= is_form_open
            self._show(self.screen_of_person)
            self._go_to_note(person)
        if is_other:
            self.person_opened.emit(person)

    def _show_nobody(self) -> None:
        self._show(self._nobody if self._total else self._welcome)

    def _show(self, page: QWidget) -> None:
        self._right.setCurrentWidget(page)
        self._fit()

    def _fit(self) -> None:
        is_welcome = self._right.currentWidget() is self._welcome
        has_way_back = self.division.fit(self.width(), is_entered=self._is_entered, is_welcome=is_welcome)
        self.screen_of_person.header.show_way_back(is_shown=has_way_back)

    @Slot(int)
    def _on_counted(self, total: int) -> None:
        self._total = total
        if self._right.currentWidget() in (self._nobody, self._welcome):
            self._show_nobody()

    @Slot(object)
    def _on_chosen(self, person: PersonId) -> None:
        if person != self._person or self._right.currentWidget() is not self.screen_of_person:
            self._is_leaving_form = True
            self._look_at(person)

    @Slot(object)
    def _on_clicked(self, person: PersonId) -> None:
        self._is_entered = True
        self._on_chosen(person)
        self._fit()

    @Slot(object)
    def _on_entered(self, person: PersonId) -> None:
        self._goes_to_note = True
        self._on_clicked(person)
        self._go_to_note(person)

    def _go_to_note(self, person: PersonId) -> None:
        """Put the cursor into the note about somebody, as soon as it is theirs."""
        view = self.screen_of_person.view
        is_there = view is not None and view.id == person
        if self._goes_to_note and is_there and self._right.currentWidget() is self.screen_of_person:
            self._goes_to_note = False
            writing, self._writing = self._writing, None
            if writing is None:
                self.screen_of_person.take_focus()
            else:
                self.screen_of_person.write(writing)

    @Slot(object, object)
    def _on_gone(self, person: PersonId, following: PersonId | None) -> None:
        if self.division.is_table:
            self.list.mark(following)
            return
        if self._person != person:
            return
        self._is_entered = False
        if following is not None:
            self._look_at(following)
            self.list.mark(following)
            self.list.table.setFocus()

    @Slot()
    def _on_back(self) -> None:
        self._is_entered = False
        self._fit()
        self.list.mark(self._person)
        (self.list.filter if self.list.model.row_of(self._person) is None else self.list.table).setFocus()

    @Slot()
    def _on_left_form(self) -> None:
        self._is_entered = False
        if self._person is None or self.screen_of_person.view is None:
            self._show_nobody()
        else:
            self._show(self.screen_of_person)
        self.list.filter.setFocus()

    def _join(self) -> None:
        self.list.person_chosen.connect(self._on_chosen)
        self.list.person_clicked.connect(self._on_clicked)
        self.list.person_entered.connect(self._on_entered)
        self.list.new_asked.connect(self.new_person)
        self.list.bar.said.connect(self.said)
        self.list.bar.table_asked.connect(lambda is_table: self.show_as_table(is_table=is_table))
        self.list.several.said.connect(self.said)
        self.list.several.export_asked.connect(self.export_asked)
        self.list.several.merge_asked.connect(self.merge_asked)
        self.screen_of_person.merge_asked.connect(self.merge_wanted)
        self._leaving.gone.connect(self._on_gone)
        self._leaving.said.connect(self.said)
        self.list.filtered.connect(self.filtered)
        self.list.counted.connect(self._on_counted)
        self.screen_of_person.person_asked.connect(self.open_person)
        self.screen_of_person.organisation_asked.connect(self.organisation_asked)
        self.screen_of_person.back_asked.connect(self._on_back)
        self.screen_of_person.said.connect(self.said)
        self.form.created.connect(self.open_person)
        self.form.person_asked.connect(self.open_person)
        self.form.left.connect(self._on_left_form)
        self.form.said.connect(self.said)
        self._welcome.new_asked.connect(self.new_person)
        self._welcome.import_asked.connect(self.import_asked)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        fold = self.screen_of_person.fold_remember
        self.division = Division(self.list, self._right, lambda folded: fold(is_folded=folded), self)
        column.addWidget(self.division)
