"""The places of the window, each made when it is first needed."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.clock import Clock
from relationdesk.ui.places.today.place import TodayPlace
from relationdesk.ui.shell.collecting import look_past_what_was_read_in
from relationdesk.ui.shell.place import Place, PlaceName
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.theme import Theme, ThemeChoice
from relationdesk.ui.widgets.after_painting import AfterPainting
from relationdesk.work.desks import Changes, Desk, Reader

if TYPE_CHECKING:
    from relationdesk.ui.places.organisations.place import OrganisationsPlace
    from relationdesk.ui.places.people.place import PeoplePlace
    from relationdesk.ui.places.settings.place import SettingsPlace

_PEOPLE = "relationdesk.ui.places.people.place"
_SETTINGS = "relationdesk.ui.places.settings.place"
_MORE_PAGES = (
    "relationdesk.ui.places.settings.computers_page",
    "relationdesk.ui.places.settings.protection_page",
    "relationdesk.ui.shell.backups_in_settings",
    "relationdesk.ui.shell.tray_settings",
)
"""What else Settings holds, given by parts of the window that know more than places do."""
_TABLE = "people-table"


class Rooms(QObject):
    """Today is there at once; the others are read in beside it once it is painted."""

    made = Signal(object)
    settings_made = Signal(object)
    person_asked = Signal(object)
    terms_asked = Signal(object)
    person_opened = Signal(object)
    organisation_asked = Signal(object)
    people_asked = Signal()
    dossier_written = Signal()
    import_asked = Signal()
    export_asked = Signal(object)
    merge_asked = Signal(object, object)
    merge_wanted = Signal(object, str)
    new_person_asked = Signal()
    sample_asked = Signal()
    language_chosen = Signal(object)
    look_chosen = Signal(object)
    details_asked = Signal()
    calendar_chosen = Signal()
    reminders_chosen = Signal()
    counted = Signal(object, int)
    leaving = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        clock: Clock,
        remembered: Remembered,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self._tasks = tasks
        self._clock = clock
        self._theme = theme
        self._within = parent
        self._people: PeoplePlace | None = None
        self._organisations: OrganisationsPlace | None = None
        self._settings: SettingsPlace | None = None
        self.today = TodayPlace(tasks, clock, parent)
        self._widgets: dict[PlaceName, QWidget] = {PlaceName.TODAY: self.today}
        self._places: dict[PlaceName, Place] = {PlaceName.TODAY: self.today}
        self._makers: dict[PlaceName, Callable[[], object]] = {
            PlaceName.AGENDA: self._make_agenda,
            PlaceName.PEOPLE: self._make_people,
            PlaceName.ORGANISATIONS: self._make_organisations,
            PlaceName.TRASH: self._make_trash,
            PlaceName.SETTINGS: self._make_settings,
        }
        self.today.person_asked.connect(self.person_asked)
        self.today.terms_asked.connect(self.terms_asked)
        self.today.import_asked.connect(self.import_asked)
        self.today.new_asked.connect(self.new_person_asked)
        self.today.sample_asked.connect(self.sample_asked)
        self.today.said.connect(self.said)
        self.today.counted.connect(self._on_counted)
        self.today.shown.connect(self._on_today_shown)

    @property
    def people(self) -> "PeoplePlace":
        """The place People."""
        return self._people or self._make_people()

    @property
    def is_person_shown(self) -> bool:
        """Whether somebody's screen is in view in the place People."""
        return self._people is not None and self._people.is_person_shown

    @property
    def organisations(self) -> "OrganisationsPlace":
        """The place Organisations."""
        return self._organisations or self._make_organisations()

    @property
    def is_organisation_shown(self) -> bool:
        """Whether an organisation's page is in view in its place."""
        return self._organisations is not None and self._organisations.is_page_shown

    @property
    def settings(self) -> "SettingsPlace":
        """The place Settings."""
        return self._settings or self._make_settings()

    def place(self, name: PlaceName) -> Place:
        """A place, made now if it was not needed before."""
        self._have(name)
        return self._places[name]

    def widget(self, name: PlaceName) -> QWidget:
        """A place as what is shown."""
        self._have(name)
        return self._widgets[name]

    def refresh(self, changes: Changes | None) -> None:
        """Have the places read again what the changes touched, everything for None."""
        for place in self._places.values():
            place.refresh(changes)

    def keep_layouts(self) -> None:
        """Remember how the places are divided on these screens."""
        layout = self._people.division.widths_kept() if self._people is not None else None
        if layout is not None:
            self._remembered.keep_layout(PlaceName.PEOPLE, layout)
        if self._people is not None:
            self._remembered.keep_layout(_TABLE, self._people.division.table_kept())

    def states(self) -> dict[PlaceName, object]:
        """Where the user is in each place."""
        return {name: place.state() for name, place in self._places.items()}

    def restore(self, states: dict[PlaceName, object]) -> None:
        """Bring each place back to where the user was."""
        for name, state in states.items():
            self.place(name).restore(state)

    def show_look(self, look: ThemeChoice) -> None:
        """Tell the settings which look is in force."""
        if self._settings is not None:
            self._settings.general.show_look(look)

    def _have(self, name: PlaceName) -> None:
        if name not in self._places:
            self._makers[name]()

    def _keep(self, name: PlaceName, place: Place, widget: QWidget) -> None:
        self._places[name] = place
        self._widgets[name] = widget
        self.made.emit(widget)

    def _make_people(self) -> "PeoplePlace":
        from relationdesk.ui.places.people.place import PeoplePlace  # noqa: PLC0415 - see the class

        people = self._people = PeoplePlace(self._tasks, self._clock)
        layout = self._remembered.layout(PlaceName.PEOPLE)
        if layout is not None:
            people.division.restore_widths(layout)
        table = self._remembered.layout(_TABLE)
        if table is not None:
            people.division.restore_table(table)
        people.said.connect(self.said)
        people.leaving.connect(partial(self.leaving.emit, PlaceName.PEOPLE))
        people.person_opened.connect(self.person_opened)
        people.organisation_asked.connect(self.organisation_asked)
        people.screen_of_person.dossier.said.connect(self.dossier_written)
        people.import_asked.connect(self.import_asked)
        people.export_asked.connect(self.export_asked)
        people.merge_asked.connect(self.merge_asked)
        people.merge_wanted.connect(self.merge_wanted)
        self._keep(PlaceName.PEOPLE, people, people)
        return people

    def _make_organisations(self) -> "OrganisationsPlace":
        from relationdesk.ui.places.organisations.place import OrganisationsPlace  # noqa: PLC0415 - see the class

        made = self._organisations = OrganisationsPlace(self._tasks, self._clock)
        made.said.connect(self.said)
        made.leaving.connect(partial(self.leaving.emit, PlaceName.ORGANISATIONS))
        made.person_asked.connect(self.person_asked)
        self._keep(PlaceName.ORGANISATIONS, made, made)
        return made

    def _make_agenda(self) -> None:
        from relationdesk.ui.places.agenda.place import AgendaPlace  # noqa: PLC0415 - see the class

        agenda = AgendaPlace(self._tasks, self._clock)
        agenda.said.connect(self.said)
        agenda.person_asked.connect(self.person_asked)
        self._keep(PlaceName.AGENDA, agenda, agenda)

    def _make_trash(self) -> None:
        from relationdesk.ui.places.trash.place import TrashPlace  # noqa: PLC0415 - see the class

        trash = TrashPlace(self._tasks, self._clock)
        trash.said.connect(self.said)
        trash.people_asked.connect(self.people_asked)
        self._keep(PlaceName.TRASH, trash, trash)

    def _make_settings(self) -> "SettingsPlace":
        from relationdesk.ui.places.settings.place import SettingsPlace  # noqa: PLC0415 - see the class

        settings = self._settings = SettingsPlace(self._tasks, self._theme.choice, self._within)
        settings.said.connect(self.said)
        settings.general.language_chosen.connect(self.language_chosen)
        settings.general.look_chosen.connect(self.look_chosen)
        settings.general.details_asked.connect(self.details_asked)
        settings.calendar_chosen.connect(self.calendar_chosen)
        settings.rules_chosen.connect(self.reminders_chosen)
        self._keep(PlaceName.SETTINGS, settings, settings)
        self._tasks.ask(settings, _read_in_more_pages, lambda _none: self.settings_made.emit(settings))
        return settings

    @Slot()
    def _on_today_shown(self) -> None:
        self.today.shown.disconnect(self._on_today_shown)
        AfterPainting(self.today, self._read_in)

    def _read_in(self) -> None:
        self._tasks.ask(self, lambda _reader: import_module(_PEOPLE), self._on_read_in)

    def _on_read_in(self, _module: ModuleType) -> None:
        if self._people is None:
            self._make_people()
        look_past_what_was_read_in()
        self._tasks.ask(self, lambda _reader: import_module(_SETTINGS), lambda _module: None)

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self.counted.emit(PlaceName.TODAY, count)


def _read_in_more_pages(_reader: Reader) -> None:
    for name in _MORE_PAGES:
        import_module(name)
