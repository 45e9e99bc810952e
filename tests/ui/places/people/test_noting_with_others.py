from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from relationdesk.domain.noting import Picks
from relationdesk.ui.widgets.button import Button
from relationdesk.work.history.queries import EntryKind, timeline

TODAY = date(2026, 11, 24)


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def noor(add):
    return add("Noor Benali")


@pytest.fixture
def people(lea, noor):
    return lea, noor


@pytest.fixture
def shown(place, lea, noor, settled):
    made = place()
    made.open_person(lea)
    settled()
    return made


@pytest.fixture
def note(shown):
    return shown.screen_of_person.history.note


@pytest.fixture
def keep(qtbot, note, settled):
    def kept():
        qtbot.keyClick(note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settled()

    return kept


def name_noor(qtbot, note):
    qtbot.keyClicks(note.text, "Ask @noo")
    qtbot.waitUntil(lambda: note.telling.naming.list.choices == ["Noor Benali"])
    qtbot.keyClick(note.text, Qt.Key.Key_Return)


def add_noor(qtbot, note):
    qtbot.mouseClick(note.telling.company.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(note.telling.company.name, "noo")
    qtbot.waitUntil(lambda: note.telling.company.found.choices == ["Noor Benali"])
    qtbot.keyClick(note.telling.company.name, Qt.Key.Key_Return)


def test_a_name_after_an_at_sign_is_completed_and_found_in_that_history(qtbot, desk, note, people, keep):
    lea, noor = people
    name_noor(qtbot, note)
    assert note.text.toPlainText() == "Ask @Noor Benali "
    keep()

    (hers,) = timeline(desk.reader, noor)
    assert hers.kind is EntryKind.MENTION
    assert [one.person for one in hers.company] == [lea]


def test_control_and_enter_keeps_the_note_while_names_are_offered(qtbot, desk, note, lea, keep):
    qtbot.keyClicks(note.text, "Ask @noo")
    qtbot.waitUntil(lambda: note.telling.naming.list.is_open)

    keep()

    assert [entry.text for entry in timeline(desk.reader, lea)] == ["Ask @noo"]


def test_a_note_is_kept_with_several_people_and_a_line_of_ones_own(qtbot, desk, note, people, keep):
    lea, noor = people
    qtbot.keyClicks(note.text, "Breakfast")
    add_noor(qtbot, note)
    note.telling.company.write_line(noor)
    qtbot.keyClicks(note.telling.company.focusWidget(), "wants the film")
    keep()

    (of_lea,), (of_noor,) = timeline(desk.reader, lea), timeline(desk.reader, noor)
    assert of_lea.id == of_noor.id
    assert (of_lea.private_line, of_noor.private_line) == ("", "wants the film")
    assert not note.telling.company.isVisible()


def test_somebody_who_was_added_is_taken_off_again(qtbot, desk, note, noor, keep):
    qtbot.keyClicks(note.text, "Breakfast")
    add_noor(qtbot, note)

    qtbot.mouseClick(note.telling.company.findChild(Button, "with.chip"), Qt.MouseButton.LeftButton)
    keep()

    assert timeline(desk.reader, noor) == []


def test_what_happened_last_week_is_noted_for_its_day(qtbot, desk, note, lea, keep):
    qtbot.keyClicks(note.text, "Coffee")
    assert note.telling.day.text() == "Today"
    _today, yesterday, *_ = note.telling.day.menu_of_days().actions()

    yesterday.trigger()
    assert note.telling.day.text() == "Yesterday"
    keep()

    assert [entry.day for entry in timeline(desk.reader, lea)] == [date(2026, 11, 23)]
    qtbot.keyClicks(note.text, "Call")
    assert note.telling.day.text() == "Today"


def test_a_note_is_never_for_a_day_that_lies_ahead(qtbot, note):
    qtbot.keyClicks(note.text, "Coffee")

    note.telling.day.pick(date(2026, 12, 24))

    assert note.telling.day.day == TODAY


def test_the_day_and_the_people_of_a_note_wait_with_it(qtbot, shown, note, people, settled):
    lea, noor = people
    qtbot.keyClicks(note.text, "Breakfast")
    note.telling.day.pick(date(2026, 11, 20))
    add_noor(qtbot, note)

    shown.open_person(noor)
    settled()
    assert (note.telling.day.day, note.telling.company.lines) == (TODAY, {})
    shown.open_person(lea)
    settled()

    assert (note.telling.day.day, note.telling.company.lines) == (date(2026, 11, 20), {noor: ""})


def test_a_note_gone_on_with_is_kept_with_everybody_even_before_their_names_are_read(
    qtbot, desk, note, people, keep
):
    lea, noor = people
    qtbot.keyClicks(note.text, "Breakfast")
    note.telling.show_about(lea, {lea: "Léa Marchetti"}, TODAY, Picks(lines={noor: "hers"}))

    keep()

    (of_noor,) = timeline(desk.reader, noor)
    assert of_noor.private_line == "hers"


def test_with_a_third_person_it_was_all_of_you(qtbot, desk, note, shown, people, keep):  # noqa: PLR0917 - fixtures
    qtbot.keyClicks(note.text, "Coffee at the fair")
    words = note.telling.exchange._direction_button
    assert words.accessibleName() == "Both of you"
    add_noor(qtbot, note)
    assert words.accessibleName() == "All of you"
    keep()

    timeline_view = shown.screen_of_person.history.timeline
    timeline_view.setCurrentIndex(timeline_view.rows.index(1, 0))
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(timeline_view.viewport(), QContextMenuEvent(reason, QPoint(0, 0), QPoint(0, 0)))
    menu = QApplication.activePopupWidget()
    assert {"All of you", "Both of you"} & {action.text() for action in menu.actions()} == {"All of you"}
    menu.close()


def test_whoever_is_taken_off_again_leaves_both_of_you(qtbot, note, people):
    qtbot.keyClicks(note.text, "Coffee at the fair")
    add_noor(qtbot, note)
    (remove,) = [b for b in note.telling.company.findChildren(Button) if "Noor" in b.accessibleName()]
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)

    assert note.telling.exchange._direction_button.accessibleName() == "Both of you"


def test_control_and_enter_keeps_the_note_from_a_line_of_somebodys_own(qtbot, desk, note, people, settled):
    lea, noor = people
    qtbot.keyClicks(note.text, "Lunch with both")
    add_noor(qtbot, note)
    note.telling.company.write_line(noor)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "she wants a tent")

    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()

    kept = {person: timeline(desk.reader, person) for person in (lea, noor)}
    assert [len(entries) for entries in kept.values()] == [1, 1]
    assert "she wants a tent" in {entries[0].private_line for entries in kept.values()}
