"""Follow-ups told at their hour, in the window and by the system."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from threading import Thread
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from relationdesk.domain.reminding import ReminderRules
from relationdesk.domain.vocabulary import Action
from relationdesk.language.words import Language, use_language
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.reminder_words import line_of, notice_of
from relationdesk.ui.shell.reminding import LONGEST_WAIT_MILLISECONDS
from relationdesk.ui.shell.window import MainWindow
from relationdesk.work import follow_ups, settings
from relationdesk.work.desks.machine import Notice
from relationdesk.work.reminders.queries import Due, Reminder

PARIS = ZoneInfo("Europe/Paris")
TODAY = date(2026, 11, 24)
CALL = Notice("Aïcha Nouri", "Call about the spring partnership")
CALL_LINE = "17:00 · Aïcha Nouri: Call about the spring partnership"


@dataclass
class Desktop:
    """What the system would have shown, and the clicks on it, which come from another thread."""

    shown: list[Notice] = field(default_factory=list)
    is_closed: bool = False
    is_taken_back: bool = False
    clicks: list[object] = field(default_factory=list)
    buttons: list[dict[str, object]] = field(default_factory=list)

    def show(self, notice, clicked, buttons):
        self.shown.append(notice)
        self.clicks.append(clicked)
        self.buttons.append(buttons)

    def close(self, *, withdraw=False):
        self.is_closed = True
        self.is_taken_back = withdraw

    def click(self, number):
        self._press(self.clicks[number])

    def press(self, number, words):
        self._press(self.buttons[number][words])

    def _press(self, what):
        thread = Thread(target=what)
        thread.start()
        thread.join()


@pytest.fixture
def desktop():
    return Desktop()


@pytest.fixture
def opened(qtbot, qapp, tasks, clock, office, remembered, until_idle, desktop):  # noqa: PLR0917 - fixtures
    def make(**options):
        made = MainWindow(
            tasks, clock, qapp.property("theme"), remembered, **({"notifier": desktop} | options)
        )
        qtbot.addWidget(made)
        made.show()
        qtbot.waitActive(made)
        qtbot.waitUntil(lambda: (made.beside.reminding._next_at or clock.now()) > clock.now())
        until_idle()
        return made

    yield make
    use_language(Language.ENGLISH)


@pytest.fixture
def come(clock, until_idle):
    """Lets an hour of the day come, as the window's timer would find it."""

    def come_to(window, hour, day=TODAY):
        clock.moment = datetime.combine(day, hour, tzinfo=PARIS)
        window.beside.reminding.look_at_clock()
        until_idle()

    return come_to


def told(window):
    line = window.frame.reminders.findChild(QLabel, "reminder.told")
    return line.text() if line.isVisible() else None


def press(qtbot, window, name):
    qtbot.mouseClick(window.findChild(QPushButton, f"reminder.{name}"), Qt.MouseButton.LeftButton)


def test_nothing_is_told_before_its_hour(opened, come, desktop):
    window = opened()
    come(window, time(16, 59, 59))

    assert desktop.shown == []
    assert told(window) is None


def test_at_its_hour_it_is_told_by_the_system_and_in_the_window(opened, come, desktop):
    window = opened()
    come(window, time(17))

    assert desktop.shown == [CALL]
    assert told(window) == CALL_LINE


def test_it_is_told_once(opened, come, desktop):
    window = opened()
    for hour in (time(17), time(17, 1), time(23)):
        come(window, hour)
        window.read_again()

    assert desktop.shown == [CALL]


def test_another_start_does_not_tell_it_again(opened, come, desktop, qtbot):
    first = opened()
    come(first, time(17))
    first.close()
    second = opened()
    come(second, time(18))

    assert desktop.shown == [CALL]
    assert told(second) is None


def test_what_came_due_while_it_was_closed_is_told_at_the_start_in_one_notice(opened, office, clock, desktop):
    office.come_back("Léa Marchetti", Action.CALL, "The shoes", TODAY, time(15))
    clock.moment = datetime(2026, 11, 25, 9, tzinfo=PARIS)
    window = opened()

    assert desktop.shown == [Notice("2 follow-ups are due", "Léa Marchetti and Aïcha Nouri")]
    assert told(window) == "2 follow-ups are due: Léa Marchetti and Aïcha Nouri"
    assert not window.findChild(QPushButton, "reminder.done").isVisible()


def test_a_look_takes_place_at_the_next_hour_or_within_a_minute(opened, come, clock):
    window = opened()
    come(window, time(12))
    assert window.beside.reminding.wait_milliseconds == LONGEST_WAIT_MILLISECONDS

    come(window, time(16, 59, 40))
    assert window.beside.reminding.wait_milliseconds == 20_000


def test_after_a_sleep_over_the_hour_the_next_look_tells_it(opened, come, desktop):
    window = opened()
    come(window, time(9, 1), TODAY + timedelta(days=2))

    assert desktop.shown == [CALL]
    assert told(window) == "24 Nov 17:00 · Aïcha Nouri: Call about the spring partnership"


def test_a_follow_up_planned_meanwhile_is_told_as_well(  # noqa: PLR0917 - fixtures
    opened, come, tasks, office, until_idle, desktop
):
    window = opened()
    noor = office.people["Noor Benali"]

    def plan(desk):
        follow_ups.commands.set_follow_up(
            desk, person_id=noor, action=Action.CALL, reason="Portraits", due_on=TODAY, due_at=time(10)
        )

    tasks.change(window, plan)
    until_idle()
    come(window, time(10))

    assert desktop.shown == [Notice("Noor Benali", "Portraits")]


def test_put_off_it_leaves_the_window_and_is_told_again_at_its_new_hour(
    opened, come, desktop, qtbot, until_idle
):
    window = opened()
    come(window, time(17))
    press(qtbot, window, "snooze")
    menu = window.frame.reminders.findChild(QMenu)
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: told(window) is None)
    until_idle()
    come(window, time(18))
    assert desktop.shown == [CALL]

    come(window, time(19))

    assert desktop.shown == [CALL, CALL]
    assert told(window).startswith("19:00 · Aïcha Nouri")


def test_done_in_the_window_it_is_done_and_can_be_undone(  # noqa: PLR0917 - fixtures
    opened, come, qtbot, office, until_idle, desktop
):
    window = opened()
    come(window, time(17))
    press(qtbot, window, "done")
    qtbot.waitUntil(lambda: told(window) is None)
    assert office.open_follow_ups("Aïcha Nouri") == []

    window._undoing.undo()
    until_idle()
    come(window, time(17, 2))

    assert len(office.open_follow_ups("Aïcha Nouri")) == 1
    assert desktop.shown == [CALL]


def test_open_goes_to_the_person_and_put_away_hides_it(opened, come, qtbot, office):
    window = opened()
    come(window, time(17))
    press(qtbot, window, "open")
    assert window.current is PlaceName.PEOPLE
    assert told(window) == CALL_LINE

    press(qtbot, window, "put_away")
    assert told(window) is None


def test_several_open_the_page_today(opened, come, qtbot, office):
    office.come_back("Léa Marchetti", Action.CALL, "The shoes", TODAY, time(17))
    window = opened()
    window.go(PlaceName.PEOPLE)
    come(window, time(17))
    press(qtbot, window, "open")

    assert window.current is PlaceName.TODAY


def test_a_click_on_the_notice_opens_the_person_whoever_calls(opened, come, qtbot, desktop, office):
    window = opened()
    come(window, time(17))
    with qtbot.waitSignal(window.people.person_opened) as opening:
        desktop.click(0)

    assert opening.args == [office.people["Aïcha Nouri"]]
    assert window.isActiveWindow()


def test_a_click_on_a_notice_of_several_shows_today(opened, come, qtbot, office, desktop):
    office.come_back("Léa Marchetti", Action.CALL, "The shoes", TODAY, time(15))
    window = opened()
    come(window, time(18))
    window.go(PlaceName.PEOPLE)
    desktop.click(0)
    qtbot.waitUntil(lambda: window.current is PlaceName.TODAY)


def test_without_a_notifier_the_window_tells_alone(opened, come):
    window = opened(notifier=None)
    come(window, time(17))

    assert told(window) == CALL_LINE


def test_in_another_language_what_is_told_stays(opened, come, qtbot):
    window = opened()
    come(window, time(17))
    window.speak(Language.FRENCH)

    french = CALL_LINE.replace(": ", "\u202f: ")
    qtbot.waitUntil(lambda: told(window) == french)


def test_a_desk_that_cannot_keep_it_is_not_told_of_every_minute(opened, come, made_unwritable, desktop):
    window = opened()
    made_unwritable()
    come(window, time(17))
    come(window, time(17, 1))

    assert desktop.shown == [CALL]


@pytest.fixture
def made_unwritable(desk, until_idle, tasks):
    """Takes the table away in which it is kept, so that every attempt to write it is refused."""

    def take():
        tasks.change(tasks, partial(_refuse, desk))
        until_idle()

    return take


def _refuse(desk, _desk):
    desk.writer._connection.execute("PRAGMA query_only = 1")


def test_closing_the_window_leaves_the_system_alone(opened, desktop):
    window = opened()
    window.close()

    assert desktop.is_closed


def reminder(name, hour=17):
    return Reminder(Due(1, datetime(2026, 11, 24, hour, tzinfo=PARIS)), 1, name, "Call")


@pytest.mark.parametrize(
    ("names", "whom"),
    [
        (["Léa", "Léa"], "Léa"),
        (["Léa", "Théo"], "Léa and Théo"),
        (["Léa", "Théo", "Noor"], "Léa, Théo and Noor"),
        (["Léa", "Théo", "Noor", "Rémi"], "Léa, Théo and 2 other people"),
    ],
)
def test_several_are_told_by_their_people(names, whom):
    reminders = [reminder(name) for name in names]

    assert notice_of(reminders) == Notice(f"{len(names)} follow-ups are due", whom)


def test_the_hour_is_told_by_the_users_own_clock():
    now = datetime(2026, 11, 24, 17, tzinfo=PARIS)
    assert line_of([reminder("Léa")], now.astimezone(ZoneInfo("Europe/Lisbon"))) == "16:00 · Léa: Call"
    assert line_of([reminder("Léa")], now + timedelta(days=1)) == "yesterday 17:00 · Léa: Call"


def test_a_notification_is_done_with_by_its_button(qtbot, opened, come, desktop, office):
    window = opened()
    come(window, time(17))
    desktop.press(0, "Done")
    qtbot.waitUntil(lambda: office.open_follow_ups("Aïcha Nouri") == [])

    qtbot.waitUntil(lambda: told(window) is None)


def test_a_notification_is_put_off_an_hour_by_its_button(qtbot, opened, come, desktop, office):
    window = opened()
    come(window, time(17))
    desktop.press(0, "In an hour")
    qtbot.waitUntil(lambda: office.open_follow_ups("Aïcha Nouri")[0].due_at == time(18))
    come(window, time(18))

    assert desktop.shown == [CALL, CALL]


def test_several_in_one_notice_have_no_buttons(opened, office, clock, desktop):
    office.come_back("Léa Marchetti", Action.CALL, "The shoes", TODAY, time(15))
    clock.moment = datetime(2026, 11, 25, 9, tzinfo=PARIS)
    opened()

    assert desktop.buttons == [{}]


@pytest.fixture
def by_rules(desk):
    def choose(**rules):
        settings.commands.choose_reminder_rules(desk, ReminderRules(**rules))

    return choose


def test_in_quiet_hours_nothing_is_told_until_they_end(opened, come, desktop, by_rules):
    by_rules(quiet_from=time(16), quiet_until=time(18), digest_at=None)
    window = opened()
    come(window, time(17))
    assert desktop.shown == []

    come(window, time(18))
    assert desktop.shown == [CALL]


def test_a_locked_screen_shows_no_name_when_the_user_wants_so(opened, come, desktop, by_rules):
    by_rules(hides_names=True, digest_at=None)
    window = opened()
    come(window, time(17))

    (notice,) = desktop.shown
    assert notice == Notice("1 follow-up is due", "Open RelationDesk to see who it is.")
    assert told(window) == CALL_LINE


def test_silence_lasts_until_its_end(opened, come, desktop, until_idle):
    window = opened()
    window.beside.reminding.silence(timedelta(hours=10))
    until_idle()
    come(window, time(17))
    assert desktop.shown == []

    come(window, time(19, 1))
    assert len(desktop.shown) == 1


def test_the_digest_is_for_whom_the_window_does_not_show_the_day(qtbot, opened, come, desktop):
    window, other = opened(), QWidget()
    assert desktop.shown == []
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    come(window, time(8, 30), day=date(2026, 11, 25))
    for hour in (time(9), time(12)):
        come(window, hour, day=date(2026, 11, 25))

    digests = [notice for notice in desktop.shown if "come back to" in notice.title]
    assert digests == [Notice("4 people to come back to", "4 have been waiting")]
