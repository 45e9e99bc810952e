from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction

from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.domain.labels import Label
from relationdesk.domain.mentions import Mention
from relationdesk.domain.noting import Happening
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone
from relationdesk.ui.places.people.entries.correction_menu import CorrectionMenu
from relationdesk.work.history.commands import note_happening, remove_interaction
from relationdesk.work.history.queries import timeline
from relationdesk.work.people.commands import trash_person

DAY = date(2026, 11, 12)


@pytest.fixture
def people(add):
    return add("Léa Marchetti"), add("Noor Benali"), add("Rémi Kowalski")


@pytest.fixture
def breakfast(desk, people):
    """Léa and Noor had breakfast, and spoke of Rémi."""
    lea, noor, remi = people
    return note_happening(
        desk,
        Happening(
            kind=InteractionKind.EVENT,
            happened_on=DAY,
            text="Ask @Rémi Kowalski",
            lines={lea: "hers", noor: "not hers"},
            title="Breakfast",
            place="Nice",
            direction=Direction.THEY_REACHED_OUT,
            tone=Tone.GAVE,
            mentions=(Mention(remi, "Rémi Kowalski"),),
        ),
    )


@pytest.fixture
def shown(place, people, breakfast, settled):
    made = place()
    made.open_person(people[0])
    settled()
    return made


@pytest.fixture
def tab(shown):
    return shown.screen_of_person.history


@pytest.fixture
def edit(tab, breakfast, settled):
    def begun():
        tab.retelling.begin(breakfast)
        settled()

    return begun


def keep(qtbot, tab):
    qtbot.keyClick(tab.note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_editing_is_begun_from_the_menu_of_an_entry(tab, breakfast, settled):
    tab.timeline.menu_asked.emit(tab.timeline.rows.entry_at(1), QPoint(0, 0))
    menu = tab.timeline.findChild(CorrectionMenu, "timeline.correction")

    next(one for one in menu.findChildren(QAction) if one.text() == "Edit…").trigger()
    menu.close()
    settled()

    assert tab.note.text.toPlainText() == "Ask @Rémi Kowalski"
    assert tab.note.day.day == DAY


def test_only_the_text_of_an_entry_changes_in_one_step(qtbot, desk, tab, edit, settled):
    (before,) = timeline(desk.reader, tab._view.id)
    edit()

    qtbot.keyClicks(tab.note.text, " soon")
    keep(qtbot, tab)
    settled()

    (after,) = timeline(desk.reader, tab._view.id)
    assert after.text == "Ask @Rémi Kowalski soon"
    assert (after.day, after.word, after.title, after.who, after.state, after.tone) == (
        (before.day, before.word, before.title, before.who, before.state, before.tone)
    )
    assert (after.company, after.named, after.private_line) == (before.company, before.named, "hers")
    assert desk.undo_state().undo is Label.EDIT_INTERACTION
    assert tab.note.text.toPlainText() == ""
    desk.undo()
    assert timeline(desk.reader, tab._view.id) == [before]


def test_whoever_is_in_the_trash_stays_in_an_entry_that_is_changed(qtbot, desk, tab, people, edit):
    trash_person(desk, people[1])
    edit()

    qtbot.keyClicks(tab.note.text, " soon")
    with qtbot.waitSignal(tab.said):
        keep(qtbot, tab)

    (after,) = timeline(desk.reader, people[1])
    assert (after.text, after.private_line) == ("Ask @Rémi Kowalski soon", "not hers")


def test_an_entry_whose_text_is_emptied_to_be_written_anew_keeps_its_day_and_people(
    qtbot, desk, tab, edit, settled
):
    edit()
    tab.note.text.selectAll()
    qtbot.keyClick(tab.note.text, Qt.Key.Key_Backspace)

    qtbot.keyClicks(tab.note.text, "Other words")
    keep(qtbot, tab)
    settled()

    (after,) = timeline(desk.reader, tab._view.id)
    assert (after.text, after.day, len(after.company), len(after.named)) == ("Other words", DAY, 1, 0)


def test_escape_leaves_the_entry_as_it_was_and_what_was_typed_waits(qtbot, desk, tab, edit, settled):
    edit()
    qtbot.keyClicks(tab.note.text, " soon")

    qtbot.keyClick(tab.note.text, Qt.Key.Key_Escape)
    settled()
    assert tab.note.text.toPlainText() == ""
    assert timeline(desk.reader, tab._view.id)[0].text == "Ask @Rémi Kowalski"
    edit()

    assert tab.note.text.toPlainText() == "Ask @Rémi Kowalski soon"


def test_what_is_changed_is_kept_when_somebody_else_is_looked_at(qtbot, desk, tab, people, shown):
    tab.retelling.begin(timeline(desk.reader, people[0])[0].id)
    qtbot.waitUntil(lambda: bool(tab.note.text.toPlainText()))
    tab.note.day.pick(date(2026, 11, 10))

    with qtbot.waitSignal(tab.said):
        shown.open_person(people[2])

    assert timeline(desk.reader, people[0])[0].day == date(2026, 11, 10)
    assert tab.note.text.toPlainText() == ""


def test_the_note_that_was_being_typed_waits_while_an_entry_is_changed(qtbot, tab, edit, settled):
    qtbot.keyClicks(tab.note.text, "Half a thought")
    edit()
    assert tab.note.text.toPlainText() == "Ask @Rémi Kowalski"

    keep(qtbot, tab)
    settled()

    assert tab.note.text.toPlainText() == "Half a thought"


def test_what_was_typed_in_an_entry_that_is_gone_goes_on_as_a_note(qtbot, desk, shown, edit, breakfast):
    tab, person = shown.screen_of_person.history, shown.person
    edit()
    qtbot.keyClicks(tab.note.text, " soon")
    qtbot.keyClick(tab.note.text, Qt.Key.Key_Escape)
    remove_interaction(desk, breakfast)

    shown.screen_of_person.write(DraftKey(DraftField.ENTRY, breakfast, person))

    qtbot.waitUntil(lambda: tab.note.text.toPlainText() == "Ask @Rémi Kowalski soon")
