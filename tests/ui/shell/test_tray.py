"""The icon in the tray, the window that stays there, and what is set about them, on a desktop without one."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel

from relationdesk.domain.vocabulary import Action
from relationdesk.language.words import Language, use_language
from relationdesk.system.autostart.command import Command
from relationdesk.system.autostart.door import Autostart
from relationdesk.system.autostart.xdg import DesktopEntry
from relationdesk.ui.shell.in_tray import InTray
from relationdesk.ui.shell.now_open import NowOpen
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.tray_picture import SIDES, tray_icon
from relationdesk.ui.shell.tray_settings import TraySettings
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.theme.theme import ThemeChoice
from relationdesk.ui.theme.tokens import DARK, LIGHT
from relationdesk.work import follow_ups, settings

PARIS = ZoneInfo("Europe/Paris")
NOBODY = NowOpen(None, None, None, None)


@pytest.fixture
def opened(qtbot, qapp, tasks, clock, office, remembered, until_idle):  # noqa: PLR0917 - fixtures
    def make():
        window = MainWindow(tasks, clock, qapp.property("theme"), remembered)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: window.has_begun)
        qtbot.waitUntil(lambda: window.beside.reminding._rules is not None)
        until_idle()
        return window

    yield make
    use_language(Language.ENGLISH)
    qapp.property("theme").choose(ThemeChoice.LIGHT)


@pytest.fixture
def in_tray(qapp, clock, remembered):
    """The program on a desktop that has a tray, as far as it is told."""
    made = InTray(qapp.property("theme"), remembered, clock, has_tray=lambda: True)
    yield made
    made.close()
    made.deleteLater()
    QApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def joined(opened, in_tray):
    window = opened()
    in_tray.join(window)
    return window


def menu_of(in_tray: InTray) -> list[str]:
    return [action.text() for action in in_tray.tray.menu.actions() if action.text() and action.isVisible()]


def choose(in_tray: InTray, words: str) -> None:
    next(action for action in in_tray.tray.menu.actions() if action.text() == words).trigger()


def pixels(count: int, side: int, tokens=LIGHT, **more) -> bytes:
    image = tray_icon(tokens, count, **more).pixmap(QSize(side, side)).toImage()
    return bytes(image.constBits())


@pytest.mark.parametrize("side", SIDES)
def test_every_count_can_be_told_from_the_others_at_every_size(qapp, side):
    drawn = {pixels(count, side) for count in (0, 1, 2, 7, 9, 10, 12, 47, 99, 100)}
    drawn.add(pixels(0, side, is_at_work=False))

    assert len(drawn) == 11
    assert pixels(100, side) == pixels(4000, side)


@pytest.mark.parametrize("side", SIDES)
def test_it_is_drawn_for_each_size_by_itself_and_in_the_colours_of_the_theme(qapp, side):
    for tokens in (LIGHT, DARK):
        icon = tray_icon(tokens, 0)
        assert QSize(side, side) in icon.availableSizes()
        image = icon.pixmap(QSize(side, side)).toImage()
        assert image.pixelColor(side // 2, 1) == QColor(tokens.accent)
    assert pixels(3, side) != pixels(3, side, DARK)


def test_a_locked_desk_shows_no_count(qapp):
    assert pixels(7, 32, is_at_work=False) == pixels(0, 32, is_at_work=False)


def test_it_tells_whom_today_counts_and_goes_with_every_change(joined, in_tray, office, tasks, until_idle):
    assert in_tray.tray.told == "6 people to come back to today"
    assert in_tray.tray.icon.toolTip() == "RelationDesk\n6 people to come back to today"

    plan = office.open_follow_ups("Léa Marchetti")[0].id
    tasks.change(joined, lambda desk: follow_ups.commands.finish_follow_up(desk, plan, line=""))
    until_idle()
    assert in_tray.tray.told == f"{joined.today.people} people to come back to today"
    assert joined.today.people == 5


def test_with_nobody_to_come_back_to_it_says_so(joined, in_tray):
    in_tray.tray.show_waiting(0)
    assert in_tray.tray.told == "Nobody to come back to today"

    in_tray.tray.show_waiting(1)
    assert in_tray.tray.told == "1 person to come back to today"


def test_it_speaks_the_language_of_the_window(joined, in_tray, until_idle):
    joined.speak(Language.FRENCH)
    until_idle()

    assert in_tray.tray.told == "6 personnes à recontacter aujourd’hui"
    assert menu_of(in_tray)[0] == "Ouvrir RelationDesk"


def test_it_silences_for_an_hour_and_ends_the_silence(joined, in_tray, until_idle, desk, clock):
    assert "End the silence of reminders" not in menu_of(in_tray)

    choose(in_tray, "Silence reminders for an hour")
    until_idle()
    assert settings.queries.reminder_rules(desk.reader).silent_until == clock.now() + timedelta(hours=1)
    assert in_tray.tray.told.endswith("; silent until Tuesday 24 November, 10:00")

    choose(in_tray, "End the silence of reminders")
    until_idle()
    assert settings.queries.reminder_rules(desk.reader).silent_until is None
    assert "silent" not in in_tray.tray.told


def test_silence_until_tomorrow_ends_in_the_morning(joined, in_tray, until_idle, desk, clock):
    choose(in_tray, "Silence reminders until tomorrow")
    until_idle()
    morning = datetime.combine(date(2026, 11, 25), time(8, 30), tzinfo=PARIS)
    assert settings.queries.reminder_rules(desk.reader).silent_until == morning
    assert "silent until" in in_tray.tray.told

    clock.moment = morning
    joined.beside.reminding.look_at_clock()
    until_idle()
    assert "silent" not in in_tray.tray.told
    assert "End the silence of reminders" not in menu_of(in_tray)


def test_where_no_desk_is_open_it_only_opens_and_quits(in_tray):
    in_tray.tray.show_waiting(4)
    in_tray.tray.show_closed("Unlock to see reminders")

    assert in_tray.tray.told == "Unlock to see reminders"
    assert menu_of(in_tray) == ["Open RelationDesk", "Quit"]


def test_closing_ends_unless_the_user_wished_to_stay(joined, in_tray):
    joined.close()

    assert not joined.isVisible()
    assert joined._is_wound_up
    assert QApplication.quitOnLastWindowClosed()


def test_closed_by_who_wished_to_stay_it_is_out_of_sight_and_goes_on(  # noqa: PLR0917 - fixtures
    joined, in_tray, remembered, office, tasks, until_idle, clock
):
    remembered.keep_stay_in_tray(is_wanted=True)
    joined.close()
    assert not joined.isVisible()
    assert not joined._is_wound_up
    assert not QApplication.quitOnLastWindowClosed()

    office.come_back("Jeanne Oury", Action.CALL, "The dress", date(2026, 11, 24))
    joined.read_again()
    until_idle()
    count = joined.today.people
    assert in_tray.tray.told.startswith(f"{count} ")

    in_tray.tray.icon.activated.emit(in_tray.tray.icon.ActivationReason.Trigger)
    assert joined.isVisible()
    assert QApplication.quitOnLastWindowClosed()


def test_quitting_by_the_keys_ends_whatever_was_wished(joined, in_tray, remembered):
    remembered.keep_stay_in_tray(is_wanted=True)
    joined.leave()

    assert joined._is_wound_up
    assert QApplication.quitOnLastWindowClosed()


def test_the_end_of_the_program_ends_a_window_that_is_out_of_sight(joined, in_tray, remembered):
    remembered.keep_stay_in_tray(is_wanted=True)
    joined.close()
    in_tray.close()

    assert joined._is_wound_up
    assert not in_tray.tray.icon.isVisible()


def test_without_a_tray_closing_ends_although_staying_was_wished(opened, qapp, clock, remembered):
    remembered.keep_stay_in_tray(is_wanted=True)
    in_tray = InTray(qapp.property("theme"), remembered, clock, has_tray=lambda: False)
    window = opened()
    in_tray.join(window)

    window.close()
    assert window._is_wound_up
    in_tray.close()


@pytest.mark.parametrize("has_tray", [True, False])
def test_begun_in_the_tray_no_window_shows_unless_there_is_no_tray(opened, qapp, clock, remembered, has_tray):
    in_tray = InTray(qapp.property("theme"), remembered, clock, has_tray=lambda: has_tray)
    window = opened()
    window.hide()
    in_tray.begin_unseen()
    in_tray.bring(window, NOBODY)
    assert window.isVisible() is not has_tray
    assert window.isMinimized() is not has_tray

    in_tray.open()
    assert window.isVisible()
    assert not window.isMinimized()
    in_tray.close()


def test_what_comes_instead_of_a_window_out_of_sight_stays_so(opened, in_tray):
    former, window = opened(), opened()
    former.hide()
    window.hide()
    in_tray.bring(window, NowOpen(None, former, None, None))
    assert not window.isVisible()

    former.show()
    in_tray.bring(window, NowOpen(None, former, None, None))
    assert window.isVisible()


@pytest.fixture
def autostart(tmp_path: Path) -> Autostart:
    program = tmp_path / "relationdesk"
    program.write_text("", "utf-8")
    return Autostart(DesktopEntry(tmp_path / "autostart"), Command((str(program), "--in-tray")))


def boxes_in(window, tasks, remembered, autostart, *, has_tray=True):
    window.go(PlaceName.SETTINGS)
    place = window.rooms.settings
    TraySettings(place, tasks, remembered, autostart, has_tray=has_tray)
    return [place.general.findChild(QCheckBox, f"settings.{name}") for name in ("start", "stay")], place


def test_both_are_off_until_they_are_chosen_and_kept_then(  # noqa: PLR0917 - fixtures
    opened, tasks, remembered, autostart, until_idle, tmp_path
):
    (start, stay), place = boxes_in(opened(), tasks, remembered, autostart)
    said: list[str] = []
    place.said.connect(said.append)
    assert not start.isChecked()
    assert not stay.isChecked()

    stay.click()
    start.click()
    until_idle()
    assert remembered.stays_in_tray
    assert autostart.is_on
    stay.click()
    start.click()
    until_idle()
    assert not remembered.stays_in_tray
    assert not autostart.is_on
    assert said == [
        "RelationDesk starts with this computer from now on",
        "RelationDesk starts with this computer no more",
    ]


def test_what_cannot_be_changed_is_said_and_the_box_shows_how_it_is(  # noqa: PLR0917 - fixtures
    opened, tasks, remembered, autostart, until_idle, tmp_path
):
    (start, _stay), place = boxes_in(opened(), tasks, remembered, autostart)
    said: list[str] = []
    place.said.connect(said.append)
    (tmp_path / "autostart").write_text("in the way", "utf-8")

    start.click()
    until_idle()

    assert not start.isChecked()
    (line,) = said
    assert "did not let it be changed" in line


def test_where_there_is_no_tray_or_no_start_it_says_so(opened, tasks, remembered):
    nowhere = Autostart(None, Command(("relationdesk",)))
    (start, stay), place = boxes_in(opened(), tasks, remembered, nowhere, has_tray=False)

    assert not start.isEnabled()
    assert not stay.isEnabled()
    told = " ".join(label.text() for label in place.general.findChildren(QLabel))
    assert "This desktop has no tray" in told
    assert "cannot start with the computer" in told
