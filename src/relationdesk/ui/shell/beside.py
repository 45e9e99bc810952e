"""What goes on beside the places while a desk is open."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from relationdesk.domain.clock import Clock
from relationdesk.ui.shell.calendar_keeping import CalendarKeeping
from relationdesk.ui.shell.frame import Frame
from relationdesk.ui.shell.going_on import GoingOn
from relationdesk.ui.shell.house_keeping import HouseKeeping
from relationdesk.ui.shell.new_day import NewDay
from relationdesk.ui.shell.reminding import Reminding
from relationdesk.ui.shell.rooms import Rooms
from relationdesk.ui.shell.undoing import Undoing
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks import Changes, Desk, Reader
from relationdesk.work.desks.machine import Notifier


class Beside(QObject):
    """Reminders, texts that were not finished, the calendar file, the keeping of the house, and a new day.

    Says `person_asked`, `today_asked`, `new_asked` or `details_asked` where the user wants to go there,
    `write_asked` with the `DraftKey` of a text about a person, and `day_began` at the first moment of a day.
    """

    person_asked = Signal(object)
    today_asked = Signal()
    write_asked = Signal(object)
    new_asked = Signal()
    details_asked = Signal()
    day_began = Signal()

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        clock: Clock,
        undoing: Undoing,
        notifier: Notifier | None,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.reminding = Reminding(tasks, clock, undoing, notifier, window)
        self.reminding.person_asked.connect(self.person_asked)
        self.reminding.today_asked.connect(self.today_asked)
        self.calendar = CalendarKeeping(tasks, clock, undoing, self)
        self.calendar.said.connect(undoing.say)
        self.going_on = GoingOn(tasks, self)
        self.going_on.write_asked.connect(self.write_asked)
        self.going_on.new_asked.connect(self.new_asked)
        self.going_on.details_asked.connect(self.details_asked)
        self.going_on.said.connect(undoing.say)
        self.house_keeping = HouseKeeping(tasks, undoing, self)
        self._new_day = NewDay(clock, self)
        self._new_day.began.connect(self.day_began)
        self._new_day.began.connect(self.house_keeping.keep_house)

    def join(self, frame: Frame, rooms: Rooms) -> None:
        """Show what there is to tell in the frame, which is made anew with the language."""
        self.reminding.show_in(lambda: frame.reminders)
        self.going_on.show_in(lambda: frame.drafts)
        rooms.calendar_chosen.connect(self.calendar.write)
        rooms.reminders_chosen.connect(self.reminding.look)
        rooms.reminders_chosen.connect(rooms.today.read_again)
        self.house_keeping.counted.connect(rooms.today.read_again)

    def begin(self) -> None:
        """Begin with what the user need not wait for."""
        self.reminding.begin()
        self.going_on.begin()
        self.calendar.begin()

    def refresh(self, changes: Changes) -> None:
        """Look again at what is offered after a change."""
        self.going_on.refresh(changes)

    def close(self, *, withdraw: bool = False) -> None:
        """Remind of nothing any more; `withdraw` takes back what the system shows."""
        self.reminding.close(withdraw=withdraw)
