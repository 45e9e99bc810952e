from datetime import time

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QApplication, QWidget

from relationdesk.domain.numbers import Numbers
from relationdesk.domain.reminding import ReminderRules
from relationdesk.language.words import Language, current_language, use_language
from relationdesk.ui.places.settings.page import PageName, SettingsPage
from relationdesk.ui.places.settings.place import SettingsPlace
from relationdesk.ui.places.settings.words_page import WordsPage
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.theme.theme import ThemeChoice
from relationdesk.ui.widgets.button import Button
from relationdesk.work.people.rhythms import labels_of_people
from relationdesk.work.settings.queries import numbers, reminder_rules, word_rules


@pytest.fixture
def window(qtbot, qapp, tasks, clock, office, tmp_path, until_idle):  # noqa: PLR0917 - fixtures
    theme = qapp.property("theme")
    made = MainWindow(tasks, clock, theme, Remembered(tmp_path))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    qtbot.waitUntil(lambda: made.has_begun)
    until_idle()
    yield made
    theme.choose(ThemeChoice.LIGHT)
    use_language(Language.ENGLISH)


def part(window, name):
    found = window.findChild(QWidget, name)
    assert found is not None, name
    return found


def choose(qtbot, field, row):
    """As with the keyboard: open the list of a field, walk, and take."""
    field.setFocus()
    while field.currentIndex() != row:
        key = Qt.Key.Key_Down if field.currentIndex() < row else Qt.Key.Key_Up
        qtbot.keyClick(field, key)


def test_a_look_chosen_in_the_settings_is_in_force_and_in_the_menu(qtbot, window, tmp_path):
    window.go(PlaceName.SETTINGS)
    choose(qtbot, part(window, "settings.look"), 2)

    assert Remembered(tmp_path).look is ThemeChoice.DARK
    assert window._more._looks[ThemeChoice.DARK].isChecked()


def test_a_look_chosen_in_the_menu_shows_in_the_settings(window):
    window.go(PlaceName.SETTINGS)
    window._more._looks[ThemeChoice.DARK].trigger()

    assert part(window, "settings.look").value is ThemeChoice.DARK


def test_a_language_chosen_in_the_settings_leaves_them_open(qtbot, window, until_idle):
    window.go(PlaceName.SETTINGS)
    choose(qtbot, part(window, "settings.language"), 1)
    qtbot.waitUntil(lambda: current_language() is Language.FRENCH)
    QApplication.processEvents()
    until_idle()

    assert window.current is PlaceName.SETTINGS
    assert part(window, "settings.language").value is Language.FRENCH
    assert part(window, "settings.tabs").tabText(0) == "Général"


def test_the_settings_are_read_in_when_they_are_first_needed(window):
    assert window.findChild(QWidget, "settings.tabs") is None

    window.go(PlaceName.SETTINGS)

    assert part(window, "settings.tabs").isVisible()


def test_how_to_be_reminded_is_kept_as_it_is_set(qtbot, window, desk, until_idle):
    window.go(PlaceName.SETTINGS)
    page = window.rooms.settings.reminders
    window.rooms.settings.open_page(page)
    until_idle()
    for name in ("settings.quiet", "settings.names"):
        part(window, name).click()
    page._quiet_from.setTime(QTime(21, 30))
    until_idle()

    kept = reminder_rules(desk.reader)
    assert kept == ReminderRules(quiet_from=time(21, 30), quiet_until=time(8, 30), hides_names=True)

    part(window, "settings.digest").click()
    until_idle()
    assert reminder_rules(desk.reader).digest_at is None
    assert not page._digest_at.isEnabled()


def test_a_number_by_which_everybody_is_counted_anew_says_so_and_the_last_chosen_follows(
    window, desk, until_idle
):
    window.go(PlaceName.SETTINGS)
    page = window.rooms.settings.reminders
    window.rooms.settings.open_page(page)
    until_idle()
    counting, field = part(window, "settings.counting"), part(window, "settings.answer_days")
    assert counting.isHidden()
    kept = []
    page.rules_chosen.connect(lambda: kept.append(numbers(desk.reader).answer_days))

    for days in (29, 28, 27, 26):
        field.setValue(days)
    assert counting.isVisible()
    until_idle()

    assert counting.isHidden()
    assert numbers(desk.reader).answer_days == field.value() == 26
    assert kept == [29, 26, 26]  # the last time when everybody was counted

    part(window, "settings.full_day").setValue(12)
    assert counting.isHidden()
    until_idle()


def test_how_much_a_day_holds_is_kept_and_other_changes_leave_it(qtbot, window, desk, until_idle):
    window.go(PlaceName.SETTINGS)
    window.rooms.settings.open_page(window.rooms.settings.reminders)
    until_idle()
    part(window, "settings.daily_cap").setValue(3)
    part(window, "settings.full_day").setValue(12)
    part(window, "settings.answer_days").setValue(14)
    part(window, "settings.fact_months").setValue(24)
    until_idle()

    assert numbers(desk.reader) == Numbers(full_day=12, daily_cap=3, answer_days=14, fact_months=24)


def test_a_tag_says_how_often_and_can_say_nothing_again(qtbot, window, desk, office, until_idle):
    office.add("Maud Ferrand", tags=("running",))
    window.go(PlaceName.SETTINGS)
    page = window.rooms.settings.reminders
    window.rooms.settings.open_page(page)
    page.refresh(None)
    until_idle()
    which = part(window, "cadences.label")
    choose(qtbot, which, which.findText("running (tag)"))
    choice = part(window, "cadence.choice")
    choice.setCurrentIndex(choice.findText("Every 6 weeks"))
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(part(window, "cadences.add"), Qt.Key.Key_Space)
    until_idle()

    assert said.args == ["running (tag): every 6 weeks from now on"]
    assert cadence_by_tag(desk) == {"running": (42, 63)}
    qtbot.waitUntil(lambda: window.findChild(QWidget, "cadences.remove") is not None)
    part(window, "cadences.remove").click()
    until_idle()
    assert cadence_by_tag(desk) == {}


def cadence_by_tag(desk):
    return {
        line.name: (line.ideal_gap_days, line.longest_gap_days)
        for line in labels_of_people(desk.reader)
        if line.ideal_gap_days is not None
    }


def titles(place):
    return [place.tabs.tabText(index) for index in range(place.tabs.count())]


@pytest.fixture
def place(qtbot, tasks):
    made = SettingsPlace(tasks, ThemeChoice.LIGHT)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.tabs.count() == 3)
    return made


def test_pages_stand_in_their_order_in_whatever_order_they_come(place):
    place.tabs.setCurrentIndex(1)
    for name in (PageName.COMPUTERS, PageName.BACKUPS, PageName.PROTECTION):
        place.add_page(SettingsPage(name, name.name.capitalize()))

    assert titles(place) == ["General", "Reminders", "Words", "Protection", "Backups", "Computers"]
    assert place.tabs.currentIndex() == 1
    assert place.reminders.isVisible()


def test_the_first_page_is_there_at_once_and_the_others_one_by_one(qtbot, tasks):
    place = SettingsPlace(tasks, ThemeChoice.LIGHT)
    qtbot.addWidget(place)
    at_once = titles(place)
    place.restore(PageName.WORDS)
    qtbot.waitUntil(lambda: place.tabs.count() == 3)

    assert at_once == ["General"]
    assert titles(place) == ["General", "Reminders", "Words"]
    assert place.tabs.currentIndex() == 2


def test_the_page_that_was_open_opens_when_it_comes(place):
    place.restore(PageName.BACKUPS)
    assert place.state() is PageName.BACKUPS

    place.add_page(SettingsPage(PageName.COMPUTERS, "Computers"))
    assert place.general.isVisible()
    backups = SettingsPage(PageName.BACKUPS, "Backups")
    place.add_page(backups)

    assert backups.isVisible()
    assert titles(place)[place.tabs.currentIndex()] == "Backups"


def test_who_chose_another_page_meanwhile_stays_there(qtbot, place):
    place.restore(PageName.BACKUPS)
    place.tabs.setFocus()
    qtbot.keyClick(place.tabs, Qt.Key.Key_Right)

    place.add_page(SettingsPage(PageName.BACKUPS, "Backups"))

    assert place.reminders.isVisible()
    assert place.state() is PageName.REMINDERS


def test_a_word_is_added_to_those_pointed_out_and_taken_out_again(qtbot, window, desk, until_idle):
    window.go(PlaceName.SETTINGS)
    qtbot.waitUntil(lambda: window.findChild(WordsPage) is not None)
    page = window.findChild(WordsPage)
    window.findChild(SettingsPlace).open_page(page)
    field = part(window, "words.also")
    field.setFocus()
    qtbot.keyClicks(field, "diva")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    until_idle()
    assert word_rules(desk.reader).also == ("diva",)

    (chip,) = [button for button in page.findChildren(Button) if button.accessibleName() == "Take out: diva"]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    until_idle()
    assert word_rules(desk.reader).also == ()
