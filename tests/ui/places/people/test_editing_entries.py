"""Entries of a history that are edited in their row: kept by leaving, put back by Escape, never lost."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.domain.labels import Label
from relationdesk.domain.mentions import Mention
from relationdesk.domain.noting import Happening
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone
from relationdesk.ui.places.people.entries.correction_menu import CorrectionMenu
from relationdesk.ui.places.people.entries.entry_editor import EntryEditor
from relationdesk.ui.places.people.entries.opened import OpenedEntry
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field import Field
from relationdesk.work.drafts.queries import kept_drafts
from relationdesk.work.history.commands import (
    edit_interaction,
    log_interaction,
    note_happening,
    remove_interaction,
)
from relationdesk.work.history.queries import timeline, told
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


def editor_in(tab) -> EntryEditor | None:
    widget = tab.timeline._widget
    return widget if isinstance(widget, EntryEditor) else None


@pytest.fixture
def edit(qtbot, tab, breakfast, settled):
    """Begin to edit the breakfast with the keys alone."""

    def begun() -> EntryEditor:
        tab.timeline.setFocus()
        tab.timeline.setCurrentIndex(tab.timeline.rows.index(tab.timeline.rows.row_of(breakfast), 0))
        qtbot.keyClick(tab.timeline, Qt.Key.Key_E)
        settled()
        made = editor_in(tab)
        qtbot.waitUntil(made.text.hasFocus)
        return made

    return begun


def keep(qtbot, editor):
    qtbot.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def escape(qtbot, editor):
    qtbot.keyClick(editor.text, Qt.Key.Key_Escape)


def test_the_row_itself_becomes_the_editor_with_everything_of_the_entry(qtbot, tab, people, edit):
    editor = edit()

    assert editor.text.toPlainText() == "Ask @Rémi Kowalski"
    assert (editor.title.text(), editor.place.text()) == ("Breakfast", "Nice")
    told_so = editor.telling
    assert (told_so.kind, told_so.day.day, told_so.exchange.tone) == (InteractionKind.EVENT, DAY, Tone.GAVE)
    assert told_so.exchange.direction is Direction.THEY_REACHED_OUT
    assert told_so.company.lines == {people[0]: "hers", people[1]: "not hers"}
    bottom = editor.keep_button.mapTo(editor, editor.keep_button.rect().bottomRight()).y()
    row = tab.timeline.rows.row_of(editor.edited.id)
    qtbot.waitUntil(lambda: bottom < editor.height() <= tab.timeline.rowHeight(row))
    assert tab.note.text.toPlainText() == ""


def test_a_double_click_edits_whether_the_row_is_open_or_not(qtbot, tab, breakfast, settled):
    view = tab.timeline
    row = view.rows.row_of(breakfast)
    place = view.visualRect(view.rows.index(row, 0)).topLeft() + QPoint(120, 20)

    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(view._widget, OpenedEntry)
    qtbot.mouseDClick(view._widget._text._text.viewport(), Qt.MouseButton.LeftButton)
    settled()
    assert editor_in(tab).text.hasFocus()

    escape(qtbot, editor_in(tab))
    view.close_opened()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settled()
    assert editor_in(tab).text.hasFocus()


def test_the_button_of_an_opened_entry_edits(qtbot, tab, breakfast, settled):
    tab.timeline.show_row(tab.timeline.rows.row_of(breakfast))
    button = tab.timeline._widget.findChild(object, "timeline.edit")
    button.setFocus()

    qtbot.keyClick(button, Qt.Key.Key_Return)
    settled()

    assert editor_in(tab).text.hasFocus()


def test_editing_is_begun_from_the_menu_of_an_entry(tab, settled):
    tab.timeline.menu_asked.emit(tab.timeline.rows.entry_at(1), QPoint(0, 0))
    menu = tab.timeline.findChild(CorrectionMenu, "timeline.correction")

    next(one for one in menu.findChildren(QAction) if one.text() == "Edit…").trigger()
    menu.close()
    settled()

    assert editor_in(tab).text.toPlainText() == "Ask @Rémi Kowalski"


def test_only_the_text_of_an_entry_changes_in_one_step(qtbot, desk, tab, edit, settled):
    (before,) = timeline(desk.reader, tab._view.id)

    editor = edit()
    qtbot.keyClicks(editor.text, " soon")
    keep(qtbot, editor)
    settled()

    (after,) = timeline(desk.reader, tab._view.id)
    assert after.text == "Ask @Rémi Kowalski soon"
    assert (after.day, after.word, after.title, after.who, after.state, after.tone) == (
        (before.day, before.word, before.title, before.who, before.state, before.tone)
    )
    assert (after.company, after.named, after.private_line) == (before.company, before.named, "hers")
    assert desk.undo_state().undo is Label.EDIT_INTERACTION
    assert isinstance(tab.timeline._widget, OpenedEntry)
    assert tab.timeline.hasFocus()
    assert tab.timeline.rows.entry_at(tab.timeline.currentIndex().row()) == after
    desk.undo()
    assert timeline(desk.reader, tab._view.id) == [before]


def test_everything_beside_the_text_changes_in_the_same_step(qtbot, desk, people, edit, settled):
    before = told(desk.reader, timeline(desk.reader, people[0])[0].id)
    editor = edit()

    editor.title.selectAll()
    qtbot.keyClicks(editor.title, "Lunch")
    editor.place.selectAll()
    qtbot.keyClicks(editor.place, "Annecy")
    editor.telling.pick(InteractionKind.MEETING)
    editor.telling.day.pick(date(2026, 11, 10))
    editor.telling.exchange.turn_direction()
    editor.telling.exchange.turn_tone()
    editor.telling.company._on_line_typed(people[1], "hers alone")
    qtbot.keyClick(editor.place, Qt.Key.Key_Return)
    settled()

    after = told(desk.reader, before.id)
    assert (after.title, after.place, after.kind) == ("Lunch", "Annecy", InteractionKind.MEETING)
    assert (after.happened_on, after.direction, after.tone) == (
        (date(2026, 11, 10), Direction.BOTH, Tone.NEITHER)
    )
    assert timeline(desk.reader, people[1])[0].private_line == "hers alone"
    desk.undo()
    assert told(desk.reader, before.id) == before


def test_a_line_of_their_own_is_edited_where_nobody_else_took_part(qtbot, desk, people, tab, settled):
    told_so = Happening(InteractionKind.CALL, DAY, "The jacket", {people[0]: "only in the rain"})
    note = note_happening(desk, told_so)
    settled()
    tab.entries.retelling.begin(note)
    qtbot.waitUntil(lambda: editor_in(tab) is not None)
    editor = editor_in(tab)
    (line,) = editor.findChildren(Field, "with.own_line")
    qtbot.waitUntil(line.isVisible)

    line.end(False)  # noqa: FBT003 - Qt's
    qtbot.keyClicks(line, ", she says")
    keep(qtbot, editor)
    settled()

    assert "only in the rain, she says" in {entry.private_line for entry in timeline(desk.reader, people[0])}


def test_leaving_keeps(qtbot, desk, tab, edit, settled):
    editor = edit()
    qtbot.keyClicks(editor.text, " soon")

    tab.note.text.setFocus()
    qtbot.waitUntil(lambda: tab.entries.retelling._editor is None)
    settled()

    assert timeline(desk.reader, tab._view.id)[0].text == "Ask @Rémi Kowalski soon"
    assert editor_in(tab) is None
    assert tab.note.text.hasFocus()


def test_a_click_on_another_row_keeps_and_opens_the_row_that_was_clicked(  # noqa: PLR0917 - fixtures
    qtbot, desk, tab, people, edit, settled
):
    for number in range(3):
        earlier = date(2026, 11, 3 + number)
        log_interaction(
            desk, people=[people[0]], kind=InteractionKind.CALL, text=f"Call {number}", happened_on=earlier
        )
    settled()
    view, editor = tab.timeline, edit()
    qtbot.keyClicks(editor.text, " soon")
    row = view.rows.row_of(editor.edited.id) + 1
    place = view.viewport().mapTo(view.window(), view.visualRect(view.rows.index(row, 0)).center())
    clicked = view.rows.entry_at(row)

    QTest.mousePress(view.window().windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    settled()
    assert editor_in(tab) is editor
    QTest.mouseRelease(view.window().windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    settled()

    assert timeline(desk.reader, people[0])[0].text == "Ask @Rémi Kowalski soon"
    assert isinstance(view._widget, OpenedEntry)
    assert view.rows.entry_at(view._opened) == clicked


def test_keys_that_move_about_in_the_editor_keep_nothing(qtbot, desk, tab, people, edit):
    editor = edit()
    qtbot.keyClicks(editor.text, " soon")

    for _stop in range(5):
        QApplication.focusWidget().focusNextChild()
    chip = editor.findChild(Button, "with.chip")
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert people[1] not in editor.telling.company.lines
    qtbot.waitUntil(lambda: not tab.entries.retelling._looking.isActive())

    assert editor_in(tab) is editor
    assert timeline(desk.reader, people[0])[0].text == "Ask @Rémi Kowalski"


def test_whoever_is_in_the_trash_stays_in_an_entry_that_is_changed(qtbot, desk, tab, people, edit):
    trash_person(desk, people[1])
    editor = edit()

    qtbot.keyClicks(editor.text, " soon")
    with qtbot.waitSignal(tab.said):
        keep(qtbot, editor)

    (after,) = timeline(desk.reader, people[1])
    assert (after.text, after.private_line) == ("Ask @Rémi Kowalski soon", "not hers")


def test_an_entry_whose_text_is_emptied_to_be_written_anew_keeps_its_day_and_people(
    qtbot, desk, tab, edit, settled
):
    editor = edit()
    editor.text.selectAll()
    qtbot.keyClick(editor.text, Qt.Key.Key_Backspace)

    qtbot.keyClicks(editor.text, "Other words")
    keep(qtbot, editor)
    settled()

    (after,) = timeline(desk.reader, tab._view.id)
    assert (after.text, after.day, len(after.company), len(after.named)) == ("Other words", DAY, 1, 0)


def test_an_entry_of_which_no_word_is_left_stays_as_it_was_and_says_so(qtbot, desk, tab, edit, settled):
    editor = edit()
    for field in (editor.title, editor.text):
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Backspace)

    keep(qtbot, editor)
    settled()

    assert editor._told.isVisible()
    assert "stays as it was" in editor._told.text()
    assert (editor.title.text(), editor.text.toPlainText()) == ("Breakfast", "Ask @Rémi Kowalski")
    assert timeline(desk.reader, tab._view.id)[0].text == "Ask @Rémi Kowalski"
    assert desk.undo_state().undo is Label.LOG_INTERACTION


def test_escape_leaves_the_entry_as_it_was_and_what_was_typed_waits(qtbot, desk, tab, edit):
    editor = edit()
    qtbot.keyClicks(editor.text, " soon")
    editor.title.setFocus()
    editor.title.end(False)  # noqa: FBT003 - Qt's
    qtbot.keyClicks(editor.title, " again")

    escape(qtbot, editor)
    assert isinstance(tab.timeline._widget, OpenedEntry)
    assert tab.timeline._widget.findChild(object, "timeline.edit").text() == "Go on editing"
    assert timeline(desk.reader, tab._view.id)[0].text == "Ask @Rémi Kowalski"

    editor = edit()
    assert editor.text.toPlainText() == "Ask @Rémi Kowalski soon"
    assert editor.title.text() == "Breakfast again"


def test_put_back_shows_what_is_kept_and_nothing_waits(qtbot, tasks, desk, tab, edit):
    editor = edit()
    qtbot.keyClicks(editor.text, " soon")
    editor.telling.day.pick(date(2026, 11, 10))
    assert editor.back_button.isVisible()

    qtbot.mouseClick(editor.back_button, Qt.MouseButton.LeftButton)

    assert (editor.text.toPlainText(), editor.telling.day.day) == ("Ask @Rémi Kowalski", DAY)
    assert not editor.back_button.isVisible()
    assert drafts_of(tasks).draft(editor.edited.key).is_empty
    qtbot.keyClick(editor.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text.toPlainText() == "Ask @Rémi Kowalski soon"


def test_a_title_without_a_text_that_is_changed_waits_too(qtbot, tasks, desk, people, shown, settled):  # noqa: PLR0917
    note = log_interaction(desk, people=[people[0]], kind=InteractionKind.NOTE, text="", title="Lunch")
    settled()
    tab = shown.screen_of_person.history

    def edit() -> EntryEditor:
        tab.entries.retelling.begin(note)
        qtbot.waitUntil(lambda: editor_in(tab) is not None)
        return editor_in(tab)

    editor = edit()
    qtbot.keyClicks(editor.title, " again")
    drafts_of(tasks).save()
    escape(qtbot, editor)
    settled()

    assert [(kept.text, "Lunch again" in kept.aside) for kept in kept_drafts(desk.reader)] == [("", True)]
    assert edit().title.text() == "Lunch again"


def test_what_is_changed_is_kept_when_somebody_else_is_looked_at(  # noqa: PLR0917 - fixtures
    qtbot, desk, tab, people, edit, shown
):
    edit().telling.day.pick(date(2026, 11, 10))

    with qtbot.waitSignal(tab.said):
        shown.open_person(people[2])

    assert timeline(desk.reader, people[0])[0].day == date(2026, 11, 10)
    assert editor_in(tab) is None


def test_rows_stay_while_one_is_edited_and_are_shown_anew_after(  # noqa: PLR0917 - fixtures
    qtbot, desk, tab, people, edit, settled
):
    editor = edit()
    qtbot.keyClicks(editor.text, " soon")

    log_interaction(desk, people=[people[0]], kind=InteractionKind.CALL, text="Meanwhile")
    settled()
    assert editor_in(tab) is editor
    assert tab.timeline.rows.rowCount() == 2
    keep(qtbot, editor)
    settled()

    rows = tab.timeline.rows
    texts = [entry.text for row in range(rows.rowCount()) if (entry := rows.entry_at(row))]
    assert texts == ["Meanwhile", "Ask @Rémi Kowalski soon"]


def test_a_line_that_only_another_history_shows_ends_the_editing_too(  # noqa: PLR0917 - fixtures
    qtbot, desk, tab, people, edit, settled
):
    editor = edit()
    editor.telling.company._on_line_typed(people[1], "hers alone")

    keep(qtbot, editor)
    settled()

    assert timeline(desk.reader, people[1])[0].private_line == "hers alone"
    assert isinstance(tab.timeline._widget, OpenedEntry)


def test_the_note_that_is_being_typed_stays_where_it_is(qtbot, tab, edit):
    qtbot.keyClicks(tab.note.text, "Half a thought")

    keep(qtbot, edit())

    assert tab.note.text.toPlainText() == "Half a thought"


def test_an_entry_that_is_gone_meanwhile_is_refused_and_its_words_wait(qtbot, tasks, desk, edit, breakfast):
    editor = edit()
    key = editor.edited.key
    qtbot.keyClicks(editor.text, " soon")
    remove_interaction(desk, breakfast)

    with qtbot.waitSignal(tasks.refused):
        keep(qtbot, editor)

    assert drafts_of(tasks).draft(key).text == "Ask @Rémi Kowalski soon"


def test_what_was_typed_in_an_entry_that_is_gone_goes_on_as_a_note(qtbot, desk, shown, edit, breakfast):
    tab, person = shown.screen_of_person.history, shown.person
    editor = edit()
    qtbot.keyClicks(editor.text, " soon")
    escape(qtbot, editor)
    remove_interaction(desk, breakfast)

    shown.screen_of_person.write(DraftKey(DraftField.ENTRY, breakfast, person))

    qtbot.waitUntil(lambda: tab.note.text.toPlainText() == "Ask @Rémi Kowalski soon")


def test_an_entry_that_the_filter_hides_is_shown_to_be_edited(qtbot, shown, tab, breakfast):
    tab.kinds.pick(2)

    shown.screen_of_person.write(DraftKey(DraftField.ENTRY, breakfast, shown.person))

    qtbot.waitUntil(lambda: editor_in(tab) is not None)
    assert tab.kinds.is_everything


def test_what_an_entry_says_now_is_what_is_edited(desk, tab, people, breakfast, edit):
    now = told(desk.reader, breakfast)
    changed = Happening(now.kind, now.happened_on, "Other words", {people[0]: ""}, title="Breakfast")
    edit_interaction(desk, breakfast, changed)

    assert edit().text.toPlainText() == "Other words"


def test_odd_words_are_pointed_out_while_an_entry_is_edited(qtbot, edit):
    editor = edit()

    qtbot.keyClicks(editor.text, " pregnant")

    qtbot.waitUntil(editor._hint.isVisible)
    assert "Léa Marchetti may read it" in editor._hint.text()


def test_a_long_text_grows_and_the_caret_stays_in_view(qtbot, tab, edit):
    editor = edit()
    before = tab.timeline.rowHeight(tab.timeline.rows.row_of(editor.edited.id))

    editor.text.insertPlainText("\n".join("word" for _line in range(30)))
    qtbot.waitUntil(lambda: tab.timeline.rowHeight(tab.timeline.rows.row_of(editor.edited.id)) > before + 400)
    qtbot.keyClicks(editor.text, "x")

    caret = editor.text.viewport().mapTo(tab.timeline.viewport(), editor.text.cursorRect().bottomLeft())
    assert 0 <= caret.y() <= tab.timeline.viewport().height()
