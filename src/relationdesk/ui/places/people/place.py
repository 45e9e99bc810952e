"""The place of people: the list, the person who is looked at, and somebody new."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.adding.new_person import NewPerson
from relationdesk.ui.places.people.division import PeopleDivision
from relationdesk.ui.places.people.listing.people_list import PeopleList
from relationdesk.ui.places.people.listing.people_state import PeopleState
from relationdesk.ui.places.people.parting.leaving import Leaving
from relationdesk.ui.places.people.person_screen import PersonScreen
from relationdesk.ui.places.people.person_view import PersonView, person_view
from relationdesk.ui.places.people.welcome import Welcome, nobody_chosen
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.beside.place import Beside, ListBesidePage
from relationdesk.work.desks import Changes, Desk, Reader


class PeoplePlace(ListBesidePage[PersonId, PersonView]):
    """Says `person_opened` with who is looked at, `said` for what was done, `import_asked` for a book.

    Says `export_asked` with several people who are to be written to a file, `merge_asked` with two who are
    to be one, and `merge_wanted` with one and their name who is to be merged with somebody.
    """

    name = "people"
    division: PeopleDivision

    person_opened = Signal(object)
    organisation_asked = Signal(object)
    import_asked = Signal()
    export_asked = Signal(object)
    merge_asked = Signal(object, object)
    merge_wanted = Signal(object, str)
    filtered = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        self._clock = clock
        self.list = PeopleList(tasks, clock)
        self.screen_of_person = PersonScreen(tasks, clock)
        self.form = NewPerson(tasks, clock)
        self._welcome = Welcome()
        beside = Beside(self.screen_of_person, self.form, nobody_chosen(), self._welcome)
        super().__init__(tasks, self.list, beside, parent)
        self.setAccessibleName(_("People"))
        self._leaving = Leaving(tasks, self.list, self.screen_of_person, self)
        self._join()
        self.list.read()

    @property
    def person(self) -> PersonId | None:
        """Who is looked at."""
        return self._one

    def open_person(self, person: PersonId, writing: DraftKey | None = None) -> None:
        """Look at somebody; the keyboard goes to their note, or to the field in which they were `writing`."""
        self.open_page(person, writing)

    def new_person(self) -> None:
        """Begin somebody new."""
        self.begin_new()

    def show_view(self, typed: str) -> None:
        """Filter the list as a view does."""
        self._is_entered = False
        self.fit()
        self.list.show_filter(typed)

    @property
    def is_person_shown(self) -> bool:
        """Whether somebody's screen is in view."""
        return self.is_page_shown and not self.division.is_table

    def show_as_table(self, *, is_table: bool) -> None:
        """Have the list as a table over the whole width, or as lines beside whoever is open."""
        self.division.wants_table = is_table
        self._is_entered = self._is_entered and not is_table
        self.fit()
        self.list.table.setFocus()

    @Slot()
    def turn_table(self) -> None:
        """Have the list as the other of table and lines."""
        self.show_as_table(is_table=not self.division.is_table)

    def refresh(self, changes: Changes | None) -> None:
        """Show what a change made different; everything anew for None."""
        self.list.read()
        if self._one is not None and (changes is None or changes.touches(self._one)):
            self.read_page()

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
        return PeopleState(self.list.state, self._one, tab, widths, self._is_entered, top_row, kinds)

    def restore(self, state: object) -> None:
        """Come back to where the place was when it told its `state`."""
        if not isinstance(state, PeopleState):
            return
        self.list.restore(state.listed, state.person)
        self.screen_of_person.come_back(state.person, state.tab)
        if all(state.widths):
            self.division.setSizes(list(state.widths))
        if state.person is not None:
            self.screen_of_person.history.entries.begin_at(state.person, state.top_row, state.kinds)
        self.come_back_to(state.person, is_entered=state.is_entered)

    def divided(self, right: QStackedWidget) -> PeopleDivision:
        """The list, and beside it what is `right` of it, which may give up its own right column."""
        fold = self.screen_of_person.fold_remember
        return PeopleDivision(self.list, right, lambda folded: fold(is_folded=folded), self)

    def question(self, one: PersonId) -> Callable[[Reader], PersonView | None]:
        """What is asked for somebody's screen."""
        day = today(self._clock)
        return lambda reader: person_view(reader, one, day)

    def show_page(self, view: PersonView) -> None:
        """Have the screen show what was read."""
        self.screen_of_person.show_person(view)

    def page_came(self, one: PersonId, *, is_other: bool) -> None:
        """Say who is looked at now."""
        if is_other:
            self.person_opened.emit(one)

    def is_shown(self, one: PersonId) -> bool:
        """Whether the screen is about somebody, in view or not."""
        view = self.screen_of_person.view
        return view is not None and view.id == one

    def take_keyboard(self, writing: DraftKey | None) -> None:
        """Put the cursor into the note, or into the field in which the user was writing."""
        if writing is None:
            self.screen_of_person.take_focus()
        else:
            self.screen_of_person.write(writing)

    def show_way_back(self, *, is_shown: bool) -> None:
        """Have the screen lead back to the list, or not."""
        self.screen_of_person.header.show_way_back(is_shown=is_shown)

    def begin_form(self) -> None:
        """Put the cursor into the form for somebody new."""
        self.form.begin()

    @Slot(object, object)
    def _on_gone(self, person: PersonId, following: PersonId | None) -> None:
        if self.division.is_table:
            self.list.mark(following)
        else:
            self.go_after(person, following)

    def _join(self) -> None:
        self.list.bar.said.connect(self.said)
        self.list.bar.table_asked.connect(lambda is_table: self.show_as_table(is_table=is_table))
        self.list.several.said.connect(self.said)
        self.list.several.export_asked.connect(self.export_asked)
        self.list.several.merge_asked.connect(self.merge_asked)
        self.list.filtered.connect(self.filtered)
        self.screen_of_person.merge_asked.connect(self.merge_wanted)
        self._leaving.gone.connect(self._on_gone)
        self._leaving.said.connect(self.said)
        self.screen_of_person.person_asked.connect(self.follow)
        self.screen_of_person.organisation_asked.connect(self.organisation_asked)
        self.screen_of_person.back_asked.connect(self.go_back)
        self.screen_of_person.said.connect(self.said)
        self.form.created.connect(self.follow)
        self.form.person_asked.connect(self.follow)
        self.form.left.connect(self.leave_form)
        self.form.said.connect(self.said)
        self._welcome.new_asked.connect(self.begin_new)
        self._welcome.import_asked.connect(self.import_asked)
