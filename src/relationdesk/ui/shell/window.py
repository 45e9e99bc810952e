"""The main window: goes from place to place, undoes and redoes, and says what happened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from relationdesk.domain.clock import Clock
from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.ids import OrganisationId, PersonId
from relationdesk.language.words import Language, _, current_language
from relationdesk.ui.places.today.place import TodayPlace
from relationdesk.ui.shell.beside import Beside
from relationdesk.ui.shell.binding import bind_beginnings, bind_places, bind_ways, bind_writing
from relationdesk.ui.shell.bundle_flows import BundleFlows
from relationdesk.ui.shell.collecting import look_past_what_was_read_in
from relationdesk.ui.shell.commands import Commands
from relationdesk.ui.shell.dialogs import Dialogs
from relationdesk.ui.shell.dropping import Dropping
from relationdesk.ui.shell.flows import Flows
from relationdesk.ui.shell.frame import Frame
from relationdesk.ui.shell.joining import join_bar, join_beginnings, join_flows, join_rooms, join_search
from relationdesk.ui.shell.menu import MoreMenu
from relationdesk.ui.shell.opened import Opened
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.qt_words import speak
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.rooms import Rooms
from relationdesk.ui.shell.search import SearchField
from relationdesk.ui.shell.shown import Shown
from relationdesk.ui.shell.travel import Stop, Travel, Whereabouts
from relationdesk.ui.shell.undo_keys import UndoKeys
from relationdesk.ui.shell.undoing import Undoing
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.theme import Theme, ThemeChoice
from relationdesk.ui.widgets.after_painting import AfterPainting
from relationdesk.work import settings
from relationdesk.work.desks import Changes, Desk, Reader, UndoState
from relationdesk.work.desks.machine import Notifier

if TYPE_CHECKING:
    from relationdesk.ui.places.people.place import PeoplePlace
    from relationdesk.ui.shell.views import Views

_SMALLEST = (640, 480)


class MainWindow(QMainWindow):
    """Shows an open desk. Whoever made `tasks` closes it after the window is gone.

    Says `sample_asked` or `own_asked` for a look at the other kind of desk, `lock_asked`, `closing_asked`
    with the `ClosedWork` for which the desk has to be closed, `settings_made` with the place, which may be
    given more pages, `rebuilt` when its parts were made anew in another language, and `leaving` when the user
    wants to leave the program.
    """

    sample_asked = Signal()
    own_asked = Signal()
    lock_asked = Signal()
    settings_made = Signal(object)
    closing_asked = Signal(object)
    rebuilt = Signal()
    leaving = Signal()

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        clock: Clock,
        theme: Theme,
        remembered: Remembered,
        *,
        is_sample: bool = False,
        notifier: Notifier | None = None,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock
        self._theme = theme
        self._remembered = remembered
        self._is_sample = is_sample
        self._travel = Travel()
        self._current = PlaceName.TODAY
        self._undo_keys = UndoKeys(self)
        self._flows = Flows(tasks, self)
        self._bundles = BundleFlows(tasks, clock, self, is_sample=is_sample)
        self._bundles.closing_asked.connect(self.closing_asked)
        self._dialogs = Dialogs(tasks, self)
        self._undoing = Undoing(tasks, self)
        self.beside = Beside(tasks, clock, self._undoing, notifier, self)
        self.shown = Shown(self)
        self._commands = Commands(self)
        self._opened = Opened()
        self._has_begun = False
        self._has_changed = False
        self._is_wound_up = False
        self._dropping = Dropping(self, self._flows.import_people)
        self._flows.said.connect(self._undoing.say)
        self._bundles.said.connect(self._undoing.say)
        self._dialogs.said.connect(self._undoing.say)
        self.beside.person_asked.connect(self.open_person)
        self.beside.today_asked.connect(lambda: self.go(PlaceName.TODAY))
        self.beside.write_asked.connect(self.write)
        self.beside.new_asked.connect(self.new_person)
        self.beside.details_asked.connect(self._dialogs.ask_my_details)
        self.beside.day_began.connect(self.read_again)
        self.setWindowTitle("RelationDesk")
        self.setMinimumSize(*_SMALLEST)
        remembered.restore_place(self)
        self._build()
        self._show(PlaceName.TODAY)
        self._undoing.changed.connect(self._on_changed)
        self._undoing.state_changed.connect(self._on_undo_state_changed)
        self._undoing.worded.connect(self._on_worded)
        tasks.refused.connect(self._on_refused)

    @property
    def has_begun(self) -> bool:
        """Whether what can wait until Today is painted has begun."""
        return self._has_begun

    @property
    def frame(self) -> Frame:
        """The parts of the window."""
        return self._frame

    @property
    def rooms(self) -> Rooms:
        """The places."""
        return self._rooms

    @property
    def today(self) -> TodayPlace:
        """The place Today."""
        return self._rooms.today

    @property
    def people(self) -> "PeoplePlace":
        """The place People."""
        return self._rooms.people

    @property
    def bundles(self) -> BundleFlows:
        """The desk going to another computer and coming back."""
        return self._bundles

    @property
    def dialogs(self) -> Dialogs:
        """What is asked in windows of their own."""
        return self._dialogs

    @property
    def commands(self) -> Commands:
        """What the window can be told to do; made anew with its parts."""
        return self._commands

    @property
    def current(self) -> PlaceName:
        """The place in view."""
        return self._current

    def go(self, name: PlaceName) -> None:
        """Go to a place, as one left it."""
        if name is not self._current:
            self._travel.leave(self._here())
        self._show(name)

    def open_person(self, person_id: PersonId, writing: DraftKey | None = None) -> None:
        """Go to a person, and to a field of their screen if one is named."""
        if not (self.shown.is_person and self.people.person == person_id):
            self._travel.leave(self._here())
        self._show(PlaceName.PEOPLE)
        self.people.open_person(person_id, writing)

    def open_organisation(self, organisation: OrganisationId, writing: DraftKey | None = None) -> None:
        """Go to an organisation's page, and to a field of it if one is named."""
        if not (self.shown.is_organisation and self._rooms.organisations.organisation == organisation):
            self._travel.leave(self._here())
        self._rooms.organisations.open_organisation(organisation, writing)
        self._show(PlaceName.ORGANISATIONS)

    @Slot(object)
    def remember_way(self, place: PlaceName) -> None:
        """Have the way back lead to what is looked at in a place, which goes on to something else."""
        if place is self._current:
            self._travel.leave(self._here())
            self._show_ways()

    @Slot()
    def new_organisation(self) -> None:
        """Ask for an organisation that is new, in its place."""
        self.go(PlaceName.ORGANISATIONS)
        self._rooms.organisations.new_organisation()

    @Slot()
    def new_person(self) -> None:
        """Ask for somebody new, in People."""
        self.go(PlaceName.PEOPLE)
        self.people.new_person()

    @Slot(str)
    def show_view(self, typed: str) -> None:
        """Go to People, filtered as a view says."""
        self.go(PlaceName.PEOPLE)
        self.people.show_view(typed)

    def turn_table(self) -> None:
        """Go to People, as the other of table and list."""
        self.go(PlaceName.PEOPLE)
        self.people.turn_table()

    @Slot()
    def back(self) -> None:
        """Go to where one came from."""
        self._arrive(self._travel.back(self._here()))

    @Slot()
    def forward(self) -> None:
        """Go to where one came back from."""
        self._arrive(self._travel.forward(self._here()))

    @Slot()
    def tell_of_command(self) -> None:
        """Tell that what just changed was changed from a terminal."""
        self._undoing.say_by_command()

    def keep_house(self) -> None:
        """Begin to keep the desk in order, now and every day."""
        self.beside.house_keeping.begin()

    @Slot()
    def read_again(self) -> None:
        """Have every place read the desk again."""
        self._rooms.refresh(None)
        if self._views is not None:
            self._views.read()

    def speak(self, language: Language) -> None:
        """Change the language in place; what the places show and where they stand stays."""
        if language is current_language():
            return
        states = self._rooms.states()
        speak(language)
        self._remembered.keep_language(language)
        self._build()
        self._rooms.restore(states)
        self._show(self._current)
        self.rebuilt.emit()

    def say(self, text: str) -> None:
        """Tell what happened, in the line at the bottom."""
        self._undoing.say(text)

    def hush(self) -> None:
        """Remind of nothing any more, and take back what the system shows."""
        self.beside.close(withdraw=True)

    def whereabouts(self) -> Whereabouts:
        """Where the user is, for `come_back` of another window on the same desk."""
        travel = self._travel
        return Whereabouts(self._current, self._rooms.states(), travel.behind, travel.ahead)

    def come_back(self, whereabouts: Whereabouts) -> None:
        """Go where the user was."""
        self.beside.going_on.say_nothing()
        self._travel.behind, self._travel.ahead = whereabouts.behind, whereabouts.ahead
        self._rooms.restore(whereabouts.states)
        self._show(whereabouts.current)

    def choose_look(self, look: ThemeChoice) -> None:
        """Change the look, now and for the next start."""
        self._theme.choose(look)
        self._remembered.keep_look(look)
        self._more.show_look(look)
        self._rooms.show_look(look)

    def _build(self) -> None:
        self._commands.deleteLater()
        self._commands = Commands(self)
        self._search = SearchField(self._tasks, self._clock, self, self._commands, self._opened)
        self._bind()
        self._more = self._menu()
        self._frame = Frame(self._search, self._more, is_sample=self._is_sample, parent=self)
        self._rooms = Rooms(self._tasks, self._clock, self._remembered, self._theme, self._frame.places)
        self._frame.add_place(self._rooms.today)
        self._views: Views | None = None
        self._join()
        self.setCentralWidget(self._frame)
        if self._has_begun:
            self._show_views()
        self._show_ways()
        self._on_undo_state_changed(self._undoing.state)

    def _show_views(self) -> None:
        from relationdesk.ui.shell.deeds import bind_deeds  # noqa: PLC0415 - not before first paint
        from relationdesk.ui.shell.views import Views  # noqa: PLC0415 - as above

        self._views = Views(self._tasks, self._frame.rail.views, self._commands)
        self._views.view_asked.connect(self.show_view)
        self._views.said.connect(self._undoing.say)
        self._views.read()
        bind_deeds(self._commands, self)

    def _menu(self) -> MoreMenu:
        look = (self._theme.choice, self.choose_look)
        return MoreMenu(
            self._commands,
            self._flows,
            self._dialogs,
            self._bundles,
            speak=self.speak,
            look=look,
            leave=self.leave,
        )

    def _join(self) -> None:
        frame, rooms, flows, dialogs, undoing = (
            self._frame,
            self._rooms,
            self._flows,
            self._dialogs,
            self._undoing,
        )
        join_bar(frame, self, undoing)
        join_search(self._search, self)
        join_rooms(rooms, self, frame, undoing)
        join_flows(rooms, self, flows, dialogs)
        join_beginnings(rooms, self, frame, dialogs)
        rooms.person_opened.connect(self._opened.note)
        self.beside.join(frame, rooms)
        rooms.today.shown.connect(self._on_today_shown)

    def _bind(self) -> None:
        bind_places(self._commands, self)
        bind_writing(self._commands, self)
        self._undo, self._redo = bind_ways(self._commands, self, self._undoing, self._travel)
        self._commands.add(_("Search"), ["Ctrl+K"], self._search.begin)
        bind_beginnings(self._commands, self, is_sample=self._is_sample)

    def _show(self, name: PlaceName) -> None:
        self._current = name
        self._frame.show_place(name, self._rooms.widget(name))
        self._rooms.place(name).show_again()
        self._show_ways()

    def _arrive(self, stop: Stop | None) -> None:
        if stop is not None:
            self._show(stop.place)
            self._rooms.place(stop.place).restore(stop.state)

    def _here(self) -> Stop:
        return Stop(self._current, self._rooms.place(self._current).state())

    def _show_ways(self) -> None:
        travel = self._travel
        self._frame.bar.show_ways(can_go_back=bool(travel.behind), can_go_forward=bool(travel.ahead))

    @Slot()
    def _on_today_shown(self) -> None:
        self._rooms.today.shown.disconnect(self._on_today_shown)
        AfterPainting(self._frame, self._begin_beside)

    def _begin_beside(self) -> None:
        """What the user need not wait for: reminders, texts not finished, the calendar, the recovery code."""
        from relationdesk.ui.shell.mouse_ways import MouseWays  # noqa: PLC0415 - not before first paint

        self._has_begun = True
        MouseWays(self, self.back, self.forward)
        self._show_views()
        self.beside.begin()
        if not self._is_sample:
            rail = self._frame.rail
            self._tasks.ask(rail, settings.queries.recovery_code_waits, rail.remind_of_code)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not self._has_changed:
            self._has_changed = True
            look_past_what_was_read_in()  # the first change reads in what all others need
        self._rooms.refresh(changes)
        if self._views is not None:
            self._views.refresh(changes)
        self.beside.refresh(changes)

    @Slot(object)
    def _on_undo_state_changed(self, state: UndoState) -> None:
        bar = self._frame.bar
        bar.show_undo(state)
        self._undo.setText(bar.undo.toolTip())
        self._redo.setText(bar.redo.toolTip())

    @Slot(str, bool)
    def _on_worded(self, text: str, can_undo: bool) -> None:  # noqa: FBT001 - Qt's
        self._frame.line.show_message(text, can_undo=can_undo)

    @Slot(object)
    def _on_refused(self, error: ExpectedError) -> None:
        from relationdesk.work.errors import sentence  # noqa: PLC0415 - it knows every part of the program

        self._frame.line.show_message(sentence(error), can_undo=False)

    @Slot(object)
    def choose_language(self, language: Language) -> None:
        """Change the language soon: the field that says so goes with it, so it is left alone first."""
        QTimer.singleShot(0, self, lambda: self.speak(language))

    @Slot()
    def leave_search(self) -> None:
        """Go on where one was before the search."""
        self._search.clearFocus()
        self._rooms.place(self._current).show_again()

    @Slot(object)
    def write(self, key: DraftKey) -> None:
        """Go to the field where what is typed belongs."""
        if key.person is not None:
            self.open_person(key.person, key)
        elif key.organisation is not None:
            self.open_organisation(key.organisation, key)
        else:
            self.new_organisation()

    @Slot()
    def leave(self) -> None:
        """Close the window for good."""
        self.leaving.emit()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.wind_up()
        super().closeEvent(event)

    def wind_up(self) -> None:
        """Keep what is to be kept, and remind of nothing any more; nothing when called again."""
        if self._is_wound_up:
            return
        self._is_wound_up = True
        self._remembered.keep_place(self)
        self._rooms.keep_layouts()
        self.beside.close()
        if self._opened.is_new:
            self._tasks.change(self, self._opened.keep)
