"""A calendar file is kept up to date while the window is open."""

from datetime import date

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from relationdesk.domain.vocabulary import Action
from relationdesk.ui.shell.place import PlaceName
from relationdesk.work import follow_ups, settings


def summaries(file):
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    return sorted(str(event["SUMMARY"]) for event in events)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "follow-ups.ics"


@pytest.fixture
def kept(window, file, until_idle, qtbot):
    window.go(PlaceName.SETTINGS)
    window.rooms.settings.reminders.choose(file)
    qtbot.waitUntil(file.is_file)
    until_idle()
    return file


def test_a_file_chosen_in_the_settings_is_written_at_once(kept):
    assert "Léa Marchetti: send" in summaries(kept)


def test_the_file_is_chosen_in_a_dialog(qtbot, window, file, until_idle):
    window.go(PlaceName.SETTINGS)
    page = window.rooms.settings.reminders
    window.rooms.settings.open_page(page)
    qtbot.mouseClick(page.findChild(QWidget, "settings.calendar"), Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    until_idle()

    qtbot.waitUntil(file.is_file)
    qtbot.waitUntil(page.findChild(QWidget, "settings.calendar.stop").isVisible)


def test_what_is_planned_later_comes_into_the_file(qtbot, window, kept, office, until_idle):
    person = office.people["Sacha Vidal"]
    window._tasks.change(
        window,
        lambda desk: follow_ups.commands.set_follow_up(
            desk, person_id=person, action=Action.CALL, reason="Ask", due_on=date(2026, 12, 1)
        ),
    )
    until_idle()

    qtbot.waitUntil(lambda: "Sacha Vidal: call" in summaries(kept))


def test_a_file_that_cannot_be_written_is_said_once_and_when_it_goes_again(
    qtbot, window, tmp_path, until_idle
):
    said = []
    window.beside.calendar.said.connect(said.append)
    folder = tmp_path / "stick"
    window._tasks.change(
        window, lambda desk: settings.commands.choose_calendar_file(desk, folder / "follow-ups.ics")
    )
    for _time in range(2):
        window.beside.calendar.write()
        until_idle()
    assert said == ["The calendar file follow-ups.ics cannot be written now"]

    folder.mkdir()
    window.beside.calendar.write()
    until_idle()

    assert said[1:] == ["The calendar file follow-ups.ics is up to date again"]


def test_none_is_kept_any_more_after_stop(qtbot, window, kept, until_idle):
    page = window.rooms.settings.reminders
    window.rooms.settings.open_page(page)
    qtbot.mouseClick(page.findChild(QWidget, "settings.calendar.stop"), Qt.MouseButton.LeftButton)
    until_idle()
    kept.unlink()

    window.beside.calendar.write()
    until_idle()

    assert not kept.exists()
