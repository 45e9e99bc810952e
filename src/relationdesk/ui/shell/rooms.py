"""The places of the window, each made when it is first needed."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.clock import Clock
from relationdesk.ui.places.today.place import TodayPlace
from relationdesk.ui.shell.after_painting import AfterPainting
from relationdesk.ui.shell.place import Place, PlaceName
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks import Changes, Desk, Reader

if TYPE_CHECKING:
    from relationdesk.ui.places.people.place import PeoplePlace

_PEOPLE = "relationdesk.ui.places.people.place"


class Rooms(QObject):
    """Today is there at once; the others are read in beside it once it is painted."""

    made = Signal(object)
    person_asked = Signal(object)
    person_opened = Signal(object)
    dossier_written = Signal()
    import_asked = Signal()
    new_person_asked = Signal()
    sample_asked = Signal()
    counted = Signal(object, int)
    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        clock: Clock,
        remembered: Remembered,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self._tasks = tasks
        self._clock = clock
        self._people: PeoplePlace | None = None
        self.today = TodayPlace(tasks, clock)
        self.today.person_asked.connect(self.person_asked)
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
    def places(self) -> dict[PlaceName, Place]:
        """Those that are there."""
        there: dict[PlaceName, Place] = {PlaceName.TODAY: self.today}
        return there if self._people is None else there | {PlaceName.PEOPLE: self._people}

    def place(self, name: PlaceName) -> Place:
        """A place, made now if it was not needed before."""
        return self.today if name is PlaceName.TODAY else self.people

    def widget(self, name: PlaceName) -> QWidget:
        """A place as what is shown."""
        return self.today if name is PlaceName.TODAY else self.people

    def refresh(self, changes: Changes | None) -> None:
        """Have the places read again what the changes touched, everything for None."""
        for place in self.places.values():
            place.refresh(changes)

    def keep_layouts(self) -> None:
        """Remember how the places are divided on these screens."""
        layout = self._people.layout_kept() if self._people is not None else None
        if layout is not None:
            self._remembered.keep_layout(PlaceName.PEOPLE, layout)

    def states(self) -> dict[PlaceName, object]:
        """Where the user is in each place."""
        return {name: place.state() for name, place in self.places.items()}

    def restore(self, states: dict[PlaceName, object]) -> None:
        """Bring each place back to where the user was."""
        for name, state in states.items():
            self.place(name).restore(state)

    def _make_people(self) -> "PeoplePlace":
        from relationdesk.ui.places.people.place import PeoplePlace  # noqa: PLC0415 - see the class

        people = self._people = PeoplePlace(self._tasks, self._clock)
        layout = self._remembered.layout(PlaceName.PEOPLE)
        if layout is not None:
            people.restore_layout(layout)
        people.said.connect(self.said)
        people.person_opened.connect(self.person_opened)
        people.screen_of_person.dossier.said.connect(self.dossier_written)
        people.import_asked.connect(self.import_asked)
        self.made.emit(people)
        return people

    @Slot()
    def _on_today_shown(self) -> None:
        self.today.shown.disconnect(self._on_today_shown)
        AfterPainting(self.today, self._read_in)

    def _read_in(self) -> None:
        self._tasks.ask(self, lambda _reader: import_module(_PEOPLE), self._on_read_in)

    def _on_read_in(self, _module: ModuleType) -> None:
        if self._people is None:
            self._make_people()

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self.counted.emit(PlaceName.TODAY, count)
