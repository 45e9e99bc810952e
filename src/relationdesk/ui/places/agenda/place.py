"""The place Agenda: what stands on the days of a week or a month."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.ids import FollowUpId
from relationdesk.language.dates import day_in_full, month_year
from relationdesk.language.words import _
from relationdesk.ui.places.agenda.grid import MONTH, WEEK, Days, MonthView, WeekView
from relationdesk.ui.places.agenda.words import week_title
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Hairline
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.tab_bar import TabBar
from relationdesk.work import follow_ups, settings
from relationdesk.work.agenda.queries import AgendaItem, agenda
from relationdesk.work.desks import Changes, Desk, Reader

_SHOWN_TABLES = frozenset({"person", "follow_up", "promise", "partnership", "organisation"})
_WEEK_TAB = 0
Answer = tuple[dict[date, tuple[AgendaItem, ...]], int]


class AgendaPlace(QWidget):
    """Looks at the days around `day`; says `person_asked`, and `said` when a follow-up was moved."""

    person_asked = Signal(object)
    said = Signal(str)
    shown = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._asked: Asked | None = None
        self._followed: date | None = None
        self._shown: Days = {}
        self.day = today(clock)
        self.tabs = TabBar(_("Agenda"))
        self.tabs.setObjectName("agenda.tabs")
        self.tabs.addTab(_("Week"))
        self.tabs.addTab(_("Month"))
        self.tabs.currentChanged.connect(self._on_tab)
        self.week, self.month = WeekView(), MonthView()
        self._pages = QStackedWidget()
        for page in (self.week, self.month):
            self._pages.addWidget(page)
            page.days.person_asked.connect(self.person_asked)
            page.days.moved.connect(self.move_follow_up)
        self._title = Label("", Look.DISPLAY)
        self._arrange()
        self._read()

    @property
    def first_day(self) -> date:
        """The Monday that the view begins with."""
        start = self.day if self._is_week else self.day.replace(day=1)
        return start - timedelta(days=start.weekday())

    def refresh(self, changes: Changes | None) -> None:
        """Read the days again after changes to what they show."""
        if changes is None or changes.tables & _SHOWN_TABLES:
            self._read()

    def show_again(self) -> None:
        """Come into view, with the keys on the day looked at."""
        self._followed = self.day
        self._read()

    def state(self) -> object:
        """The view, and the day looked at."""
        return self.tabs.currentIndex(), self.day

    def restore(self, state: object) -> None:
        """Look at the day that was looked at."""
        if isinstance(state, tuple):
            tab, self.day = state
            self.tabs.setCurrentIndex(tab)
            self._read()

    def go_to(self, day: date) -> None:
        """Look at another day."""
        self.day = day
        self._read()

    @Slot(object, object)
    def move_follow_up(self, follow_up: FollowUpId, day: date) -> None:
        """Plan a follow-up for another day, and go with it."""

        def moved(_none: object) -> None:
            self._followed = day
            self.said.emit(_("Moved to {day}").format(day=day_in_full(day)))

        self._tasks.change(
            self, lambda desk: follow_ups.commands.move_follow_up(desk, follow_up, to=day), moved
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_PageUp:
            self._turn(-1)
        elif event.key() == Qt.Key.Key_PageDown:
            self._turn(1)
        elif event.text().lower() == "t" and not event.modifiers():
            self.go_to(today(self._clock))
        else:
            super().keyPressEvent(event)

    @property
    def _is_week(self) -> bool:
        return self.tabs.currentIndex() == _WEEK_TAB

    @property
    def _view(self) -> WeekView | MonthView:
        return self.week if self._is_week else self.month

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self._pages.setCurrentIndex(tab)
        self._read()

    def _turn(self, ahead: int) -> None:
        if self._is_week:
            self.go_to(self.day + timedelta(days=ahead * WEEK))
        else:
            month = self.day.replace(day=15) + timedelta(days=ahead * 30)
            self.go_to(month.replace(day=1))

    def _read(self) -> None:
        first = self.first_day
        last = first + timedelta(days=(WEEK if self._is_week else MONTH) - 1)

        def question(reader: Reader) -> Answer:
            return agenda(reader, first, last), settings.queries.numbers(reader).full_day

        self._asked = self._tasks.ask(
            self, question, partial(self._show, is_week=self._is_week), instead_of=self._asked
        )

    def _show(self, answer: Answer, *, is_week: bool) -> None:
        (days, full_above), now = answer, today(self._clock)
        self._shown = days
        if is_week:
            self._title.setText(week_title(next(iter(days))))
            self.week.show_days(days, today=now, full_above=full_above)
        else:
            self._title.setText(month_year(self.day))
            self.month.show_days(days, self.day, today=now, full_above=full_above)
        if self._followed is not None:
            followed, self._followed = self._followed, None
            self._view.days.take_focus(followed)
        self.shown.emit()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(Space.WIDE, Space.LARGE, Space.WIDE, 0)
        head.setSpacing(Space.SMALL)
        head.addWidget(self._title, 1)
        for button in self._buttons():
            head.addWidget(button)
        column.addLayout(head)
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, Space.SMALL, Space.WIDE, 0)
        line.addWidget(self.tabs)
        column.addLayout(line)
        column.addWidget(Hairline())
        column.addWidget(self._pages, 1)

    def _buttons(self) -> list[Button]:
        back = Button("", icon=Icon.CHEVRON_LEFT, name=_("Earlier (Page up)"))
        back.setObjectName("agenda.earlier")
        back.clicked.connect(lambda: self._turn(-1))
        now = Button(_("Today"), Role.SECONDARY)
        now.setObjectName("agenda.today")
        now.setToolTip(_("This week or month (T)"))
        now.clicked.connect(lambda: self.go_to(today(self._clock)))
        ahead = Button("", icon=Icon.CHEVRON_RIGHT, name=_("Later (Page down)"))
        ahead.setObjectName("agenda.later")
        ahead.clicked.connect(lambda: self._turn(1))
        paper = Button("", icon=Icon.PRINTER, name=_("Print…"))
        paper.setObjectName("agenda.print")
        paper.clicked.connect(self._on_print)
        return [back, now, ahead, paper]

    @Slot()
    def _on_print(self) -> None:
        from relationdesk.ui.places.agenda.printing import ask_and_print  # noqa: PLC0415 - rare

        ask_and_print(self._title.text(), self._shown, self)
