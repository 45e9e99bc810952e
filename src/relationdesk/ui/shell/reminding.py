"""Tells follow-ups at their hour: in the window, and by the system as well."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.ui.places.today.wording import due_in_full
from relationdesk.ui.shell.reminder_words import digest_notice, notice_of
from relationdesk.ui.shell.undoing import Undoing
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.work import follow_ups, reminders, settings
from relationdesk.work.desks import Changes, Desk, Reader
from relationdesk.work.desks.machine import Notifier

if TYPE_CHECKING:
    from relationdesk.domain.reminding import ReminderRules
    from relationdesk.ui.shell.reminder_bar import ReminderBar
    from relationdesk.ui.widgets.day_menu import DayMenu
    from relationdesk.work.reminders.queries import Digest, Due, Reminder, Standing

LONGEST_WAIT_MILLISECONDS = 60_000
_TOLD_TABLES = frozenset({"follow_up", "person"})


class Reminding(QObject):
    """Looks at the desk when the next hour comes and after every change of what is planned.

    In between it looks at the clock once a minute, since no timer runs while the computer sleeps. Says
    `person_asked` or `today_asked` when the user wants to see more, from wherever they were told, and
    `silence_told` with the moment until which nothing is told, or None, when that has changed.
    """

    person_asked = Signal(object)
    today_asked = Signal()
    said = Signal(str)
    silence_told = Signal(object)
    _clicked = Signal(object)
    _pressed = Signal(object, object)

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        clock: Clock,
        undoing: Undoing,
        notifier: Notifier | None,
        window: QWidget,
    ) -> None:
        """`notifier` is None where the window alone is to tell."""
        super().__init__(window)
        self._tasks = tasks
        self._clock = clock
        self._notifier = notifier
        self._window = window
        self._make_bar: Callable[[], ReminderBar] | None = None
        self._bar: ReminderBar | None = None
        self._asked: Asked | None = None
        self._has_begun = False
        self._is_new = True
        self._next_at: datetime | None = None
        self._rules: ReminderRules | None = None
        self._silent_until: datetime | None = None
        self._told: set[Due] = set()
        self._shown: tuple[Reminder, ...] = ()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look_at_clock)
        self._clicked.connect(self._on_clicked, Qt.ConnectionType.QueuedConnection)
        self._pressed.connect(self._on_pressed, Qt.ConnectionType.QueuedConnection)
        self.said.connect(undoing.say)
        undoing.changed.connect(self._on_changed)

    @Slot()
    def begin(self) -> None:
        """Look for the first time, after what there is to paint now; nothing when called again."""
        if not self._has_begun:
            self._has_begun = True
            self._next_at = self._clock.now()
            self._timer.start(0)

    @property
    def wait_milliseconds(self) -> int:
        """How long it waits until it looks at the clock again."""
        return self._timer.interval()

    @property
    def silent_until(self) -> datetime | None:
        """The moment until which nothing is told; None when there is no silence."""
        return self._silent_until

    def show_in(self, make_bar: "Callable[[], ReminderBar]") -> None:
        """Tell what there is to tell in this bar from now on; it is made when there is something."""
        self._make_bar, self._bar = make_bar, None
        self._show(self._shown)

    def close(self, *, withdraw: bool = False) -> None:
        """Tell nothing any more; `withdraw` takes back what the system shows."""
        self._timer.stop()
        if self._notifier is not None:
            self._notifier.close(withdraw=withdraw)
            self._notifier = None

    @Slot()
    def look_at_clock(self) -> None:
        """Look at the desk if the next hour has come, else keep what is shown up to date."""
        if self._next_at is not None and self._clock.now() >= self._next_at:
            self._look()
        else:
            self._show(self._shown)
            self._tell_silence()
        self._wait()

    def look(self) -> None:
        """Look at the desk now, for how the user wants to be reminded has changed."""
        if self._has_begun:
            self._look()

    def silence(self, how_long: timedelta | None) -> None:
        """Tell nothing for so long; None ends a silence."""
        self._silence_until(None if how_long is None else self._clock.now() + how_long)

    @Slot()
    def silence_until_tomorrow(self) -> None:
        """Tell nothing before tomorrow morning."""
        from relationdesk.domain.reminding import tomorrow_morning  # noqa: PLC0415 - not before first paint

        if self._rules is not None:
            self._silence_until(tomorrow_morning(self._clock.now(), self._rules, self._clock.zone()))

    def _silence_until(self, until: datetime | None) -> None:
        self._tasks.change(
            self,
            lambda desk: settings.commands.silence_reminders(desk, until),
            lambda _none: self._on_silenced(until),
        )

    def _on_silenced(self, until: datetime | None) -> None:
        self.look()
        if until is None:
            self.said.emit(_("You are reminded again"))
        else:
            at = until.astimezone(self._clock.zone())
            self.said.emit(
                _("Reminders are silent until {when}").format(when=due_in_full(at.date(), at.time()))
            )

    def _look(self) -> None:
        now, home = self._clock.now(), self._clock.zone()
        self._next_at = None

        def question(reader: Reader) -> "tuple[Standing, ReminderRules]":
            rules = settings.queries.reminder_rules(reader)
            return reminders.queries.standing(reader, now, home, rules), rules

        self._asked = self._tasks.ask(
            self,
            question,
            self._on_standing,
            self._on_unreadable,
            instead_of=self._asked,
        )

    def _wait(self) -> None:
        wait = LONGEST_WAIT_MILLISECONDS
        if self._next_at is not None:
            wait = min(wait, -((self._clock.now() - self._next_at) // timedelta(milliseconds=1)))
        self._timer.start(max(wait, 0))

    def _on_standing(self, answer: "tuple[Standing, ReminderRules]") -> None:
        found, rules = answer
        self._next_at, self._rules = found.next_at, rules
        self._tell_silence()
        wanted = {reminder.due for reminder in self._shown}
        for group in found.untold:
            news = [reminder for reminder in group if reminder.due not in self._told]
            wanted |= {reminder.due for reminder in news}
            self._tell(news, hides_names=rules.hides_names)
        if found.digest is not None:
            self._tell_digest(found.digest)
        self._is_new = False
        self._show([reminder for reminder in found.open if reminder.due in wanted])
        self._wait()

    def _tell_silence(self) -> None:
        until = None if self._rules is None else self._rules.silent_until
        if until is not None and until <= self._clock.now():
            until = None
        if until != self._silent_until:
            self._silent_until = until
            self.silence_told.emit(until)

    def _on_unreadable(self, _error: ExpectedError) -> None:
        """The places say it already; the next change is the next occasion."""

    def _tell(self, news: "Sequence[Reminder]", *, hides_names: bool) -> None:
        if not news:
            return
        told = [reminder.due for reminder in news]
        self._told.update(told)
        if self._notifier is not None:
            whom = news[0].person_id if len(news) == 1 else None
            notice = notice_of(news, hides_names=hides_names)
            self._notifier.show(notice, partial(self._clicked.emit, whom), self._buttons(news))
        self._tasks.change(self, lambda desk: reminders.commands.keep_as_told(desk, told))

    def _buttons(self, news: "Sequence[Reminder]") -> dict[str, Callable[[], None]]:
        """What can be done with one follow-up from its notification, where the system shows buttons."""
        if len(news) != 1:
            return {}
        (reminder,) = news
        return {
            _("Done"): partial(self._pressed.emit, self._on_done, reminder),
            _("In an hour"): partial(self._pressed.emit, self._put_off_an_hour, reminder),
        }

    def _tell_digest(self, digest: "Digest") -> None:
        """Nobody needs to be told of the day who looks at it or has just opened it, nor of an empty one."""
        is_seen = self._window.isActiveWindow() or (self._is_new and self._window.isVisible())
        if self._notifier is not None and digest.people and not is_seen:
            self._notifier.show(digest_notice(digest), partial(self._clicked.emit, None), {})
        self._tasks.change(self, lambda desk: reminders.commands.keep_digest_as_told(desk, digest.day))

    def _put_off_an_hour(self, reminder: "Reminder") -> None:
        later = self._clock.now().astimezone(self._clock.zone()) + timedelta(hours=1)
        self._on_put_off(reminder, later.date(), later.time().replace(second=0, microsecond=0))

    @Slot(object, object)
    def _on_pressed(self, do: "Callable[[Reminder], None]", reminder: "Reminder") -> None:
        do(reminder)

    def _show(self, shown: "Sequence[Reminder]") -> None:
        self._shown = tuple(shown)
        if self._bar is None and self._shown and self._make_bar is not None:
            self._bar = self._joined(self._make_bar())
        if self._bar is not None:
            self._bar.show_reminders(self._shown, self._clock.now().astimezone(self._clock.zone()))

    def _joined(self, bar: "ReminderBar") -> "ReminderBar":
        bar.person_asked.connect(self.person_asked)
        bar.today_asked.connect(self.today_asked)
        bar.done.connect(self._on_done)
        bar.put_off.connect(self._on_put_off)
        bar.days_offered.connect(self._on_days_offered)
        bar.put_away.connect(self._on_put_away)
        return bar

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.tables & _TOLD_TABLES:
            self._look()

    @Slot(object)
    def _on_clicked(self, person: object) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if person is None:
            self.today_asked.emit()
        else:
            self.person_asked.emit(person)

    @Slot(object)
    def _on_done(self, reminder: "Reminder") -> None:
        told = _("Done with {name}: {what}").format(name=reminder.name, what=reminder.reason)
        self._tasks.change(
            self,
            lambda desk: follow_ups.commands.finish_follow_up(desk, reminder.due.follow_up_id, line=""),
            lambda _interaction: self.said.emit(told),
        )

    @Slot(object, object, object)
    def _on_put_off(self, reminder: "Reminder", day: date, at: time | None) -> None:
        told = _("{name} comes back on {day}").format(name=reminder.name, day=due_in_full(day, at))
        self._tasks.change(
            self,
            lambda desk: follow_ups.commands.snooze_follow_up(
                desk, reminder.due.follow_up_id, until=day, at=at
            ),
            lambda _nothing: self.said.emit(told),
        )

    @Slot(object, object)
    def _on_days_offered(self, reminder: "Reminder", menu: "DayMenu") -> None:
        from relationdesk.ui.widgets.after_event import offer_after_event  # noqa: PLC0415 - rare

        day = today(self._clock)
        offer_after_event(self._tasks, menu, reminder.person_id, reminder.due.follow_up_id, day)

    @Slot()
    def _on_put_away(self) -> None:
        self._show(())
