"""What is no interaction in a history: E and a double click lead to where it is changed, never nowhere."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.domain.labels import Label
from relationdesk.domain.mentions import Mention
from relationdesk.domain.noting import Happening
from relationdesk.domain.vocabulary import Action, InteractionKind, PromiseSide
from relationdesk.ui.places.people.attached.row import FileName
from relationdesk.ui.places.people.entries.closed_editor import ClosedEditor
from relationdesk.ui.places.people.partnerships.partnership_terms import PartnershipTerms
from relationdesk.ui.places.people.remembering.promise_form import PromiseForm
from relationdesk.work.attachments.commands import attach_files
from relationdesk.work.attachments.reading import NewFile
from relationdesk.work.follow_ups.commands import drop_follow_up, keep_promise, make_promise, set_follow_up
from relationdesk.work.history.commands import log_interaction, note_happening
from relationdesk.work.history.queries import EntryKind, timeline
from relationdesk.work.partnerships.commands import add_partnership


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def open_history(place, lea, settled):
    def opened(**size):
        made = place(**size)
        made.open_person(lea)
        settled()
        return made.screen_of_person.history

    return opened


def press_e(qtbot, tab, kind):
    view = tab.timeline
    rows = range(view.rows.rowCount())
    row = next(row for row in rows if (entry := view.rows.entry_at(row)) and entry.kind is kind)
    view.setFocus()
    view.setCurrentIndex(view.rows.index(row, 0))
    qtbot.keyClick(view, Qt.Key.Key_E)
    return row


def within(kind):
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget


@pytest.mark.parametrize("width", [1085, 800])
def test_an_open_promise_is_changed_in_its_row_beside_the_history(qtbot, desk, lea, open_history, width):
    make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="The shoes")

    press_e(qtbot, open_history(width=width), EntryKind.PROMISE)

    qtbot.waitUntil(lambda: within(PromiseForm) is not None)


def test_a_partnership_is_changed_among_its_terms(qtbot, desk, lea, open_history):
    add_partnership(desk, person_id=lea, client="Olivade", title="Film")

    press_e(qtbot, open_history(), EntryKind.PARTNERSHIP)

    qtbot.waitUntil(lambda: within(PartnershipTerms) is not None)


def test_a_file_is_renamed_among_the_files(qtbot, desk, lea, open_history):
    for number in range(60):
        attach_files(desk, lea, [NewFile(f"{number}.txt", "text/plain", f"{number}".encode())])
    tab = open_history()

    tab.timeline.doubleClicked.emit(tab.timeline.rows.index(tab.timeline.rows.rowCount() - 1, 0))

    qtbot.waitUntil(lambda: within(FileName) is not None)
    assert within(FileName).text() == "0.txt"


def test_what_names_somebody_is_changed_where_it_was_noted(qtbot, desk, add, lea, open_history, settled):  # noqa: PLR0917
    noor = add("Noor Benali")
    note = note_happening(
        desk,
        Happening(
            kind=InteractionKind.NOTE,
            happened_on=desk.today(),
            text="Ask @Léa Marchetti",
            lines={noor: ""},
            mentions=(Mention(lea, "Léa Marchetti"),),
        ),
    )
    tab = open_history()

    with qtbot.waitSignal(tab.entry_asked) as asked:
        press_e(qtbot, tab, EntryKind.MENTION)

    assert asked.args == [noor, note]
    settled()


def test_the_button_of_an_opened_promise_leads_there_too(qtbot, desk, lea, open_history):
    make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="The shoes")
    view = open_history().timeline
    place = view.visualRect(view.rows.index(1, 0)).topLeft() + QPoint(120, 20)

    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(view._widget.findChild(object, "timeline.edit"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: within(PromiseForm) is not None)


@pytest.fixture
def closed(desk, lea):
    """A promise that was kept, and a follow-up that was dropped."""
    promise = make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="The shoes")
    keep_promise(desk, promise)
    follow_up = set_follow_up(
        desk, person_id=lea, action=Action.CALL, reason="Ask for the film", due_on=desk.today()
    )
    drop_follow_up(desk, follow_up, why="She wrote")
    return {EntryKind.PROMISE: promise, EntryKind.FOLLOW_UP: follow_up}


def test_the_words_for_a_kept_promise_are_edited_in_its_row(qtbot, desk, lea, closed, open_history, settled):  # noqa: PLR0917
    tab = open_history()
    press_e(qtbot, tab, EntryKind.PROMISE)
    editor = tab.timeline._widget
    assert editor.text.toPlainText() == "The shoes"

    qtbot.keyClicks(editor.text, ", size 39")
    qtbot.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()

    (entry,) = (one for one in timeline(desk.reader, lea) if one.kind is EntryKind.PROMISE)
    assert (entry.id, entry.text, entry.state) == (closed[EntryKind.PROMISE], "The shoes, size 39", "kept")
    assert desk.undo_state().undo is Label.EDIT_PROMISE
    desk.undo()
    assert "The shoes" in {one.text for one in timeline(desk.reader, lea)}


def test_the_words_for_a_dropped_follow_up_are_edited_in_its_row(  # noqa: PLR0917 - fixtures
    qtbot, desk, lea, closed, open_history, settled
):
    tab = open_history()
    press_e(qtbot, tab, EntryKind.FOLLOW_UP)
    editor = tab.timeline._widget
    assert (editor.title.text(), editor.text.toPlainText()) == ("Ask for the film", "She wrote")

    qtbot.keyClicks(editor.title, " again")
    qtbot.keyClicks(editor.text, " herself")
    qtbot.keyClick(editor.title, Qt.Key.Key_Return)
    settled()

    (entry,) = (one for one in timeline(desk.reader, lea) if one.kind is EntryKind.FOLLOW_UP)
    assert entry.id == closed[EntryKind.FOLLOW_UP]
    assert (entry.title, entry.text, entry.state) == (
        "Ask for the film again",
        "She wrote herself",
        "dropped",
    )


def test_what_was_typed_in_a_closed_promise_waits_and_is_gone_on_with(qtbot, closed, lea, open_history):
    tab = open_history()
    press_e(qtbot, tab, EntryKind.PROMISE)
    qtbot.keyClicks(tab.timeline._widget.text, ", size 39")
    qtbot.keyClick(tab.timeline._widget.text, Qt.Key.Key_Escape)
    assert not isinstance(tab.timeline._widget, ClosedEditor)

    tab.window().screen_of_person.write(DraftKey(DraftField.ENTRY, closed[EntryKind.PROMISE], lea))

    qtbot.waitUntil(lambda: isinstance(tab.timeline._widget, ClosedEditor))
    assert tab.timeline._widget.text.toPlainText() == "The shoes, size 39"


def test_a_kept_promise_of_which_no_word_is_left_stays_as_it_was(qtbot, desk, lea, closed, open_history):
    tab = open_history()
    press_e(qtbot, tab, EntryKind.PROMISE)
    editor = tab.timeline._widget
    editor.text.selectAll()
    qtbot.keyClick(editor.text, Qt.Key.Key_Backspace)

    qtbot.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert editor._told.text() == "Without a word it stays as it was."
    assert editor.text.toPlainText() == "The shoes"
    assert closed[EntryKind.PROMISE] in {one.id for one in timeline(desk.reader, lea)}


def test_a_row_that_is_edited_is_in_view_as_a_whole(qtbot, desk, lea, closed, open_history):
    for day in (desk.today(), desk.today() - timedelta(days=40)):
        for _number in range(12):
            log_interaction(desk, people=[lea], kind=InteractionKind.NOTE, text="A note", happened_on=day)
    tab = open_history(height=600)
    press_e(qtbot, tab, EntryKind.PROMISE)

    view, editor = tab.timeline, tab.timeline._widget
    qtbot.waitUntil(lambda: editor.geometry().bottom() <= view.viewport().height())
    assert editor.geometry().top() >= 0
