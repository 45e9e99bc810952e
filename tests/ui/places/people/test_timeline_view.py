from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit

from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import Direction, InteractionKind
from relationdesk.ui.places.people.timeline.timeline_model import MonthHead
from relationdesk.ui.places.people.timeline.timeline_view import TimelineView
from relationdesk.ui.places.people.timeline.timeline_words import shown_entry
from relationdesk.work.history.queries import EntryKind, Named, TimelineEntry

TODAY = date(2026, 11, 24)


def entry(number=1, day=TODAY, text="Coffee", **known):
    values = {
        "kind": EntryKind.INTERACTION,
        "word": InteractionKind.MEETING.value,
        "title": "",
        "private_line": "",
        "state": Direction.BOTH.value,
        "due_on": None,
        "who": "",
    }
    return TimelineEntry(id=number, day=day, text=text, **(values | known))


@pytest.fixture
def view(qtbot):
    made = TimelineView()
    qtbot.addWidget(made)
    made.resize(560, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def show(qtbot, view, *entries):
    view.rows.show_entries(entries, "Léa", TODAY)
    qtbot.waitUntil(lambda: not view.heights.is_measuring)


def test_a_history_is_told_by_month(qtbot, view):
    show(qtbot, view, entry(3), entry(2, date(2026, 11, 2)), entry(1, date(2026, 6, 18)))

    rows = [view.rows.shown_at(row) for row in range(view.rows.rowCount())]

    assert [row.title for row in rows if isinstance(row, MonthHead)] == ["November 2026", "June 2026"]


@pytest.mark.parametrize(
    ("known", "title", "chip"),
    [
        ({"who": "Salon du Running", "word": "event"}, "Met at Salon du Running", "event"),
        ({"word": "call", "state": "mine"}, "You called", "call"),
        ({"word": "email", "state": "theirs"}, "Léa wrote", "e-mail"),
        ({"word": "note"}, "Note", None),
        (
            {"kind": EntryKind.PROMISE, "word": "i_owe", "state": "open", "due_on": date(2026, 11, 20)},
            "You promised",
            "open · 4 days late",
        ),
        (
            {"kind": EntryKind.PARTNERSHIP, "word": "closed", "title": "Film", "who": "Olivade", "state": ""},
            "Partnership: Olivade × Film",
            "closed",
        ),
        ({"kind": EntryKind.FOLLOW_UP, "word": "call", "title": "Ask", "state": "dropped"}, "Ask", "dropped"),
    ],
)
def test_each_kind_of_line_has_its_words(known, title, chip):
    shown = shown_entry(entry(**known), "Léa", TODAY)

    assert (shown.title, shown.chip.text if shown.chip else None) == (title, chip)


def test_rows_are_as_tall_as_what_they_say_and_three_lines_at_most(qtbot, view):
    show(qtbot, view, entry(3, text="Short"), entry(2, text="word " * 30), entry(1, text="word " * 3000))

    short, two_lines, cut = (view.rowHeight(row) for row in (1, 2, 3))

    assert short < two_lines <= cut < short + 60


def test_enter_opens_the_whole_text_in_place_and_closes_it_again(qtbot, view):
    text = "First **strong** line\n" + "word " * 200 + "\n<img src='file:///etc/hosts'> the end"
    show(qtbot, view, entry(1, text=text))
    digest = view.rowHeight(1)
    view.setFocus()
    view.setCurrentIndex(view.rows.index(1, 0))

    qtbot.keyClick(view, Qt.Key.Key_Return)
    opened = view.findChild(QTextEdit, "timeline.opened")
    assert "First strong line" in opened.toPlainText()
    assert "<img src='file:///etc/hosts'> the end" in opened.toPlainText()
    assert view.rowHeight(1) > digest

    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.rowHeight(1) == digest


def test_a_line_is_copied_with_its_title(qtbot, view):
    show(qtbot, view, entry(1, text="Coffee, 20 min."))
    view.setFocus()
    view.setCurrentIndex(view.rows.index(1, 0))

    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "You met\nCoffee, 20 min."


def test_the_arrow_keys_pass_over_the_heads_of_months(qtbot, view):
    show(qtbot, view, entry(2), entry(1, date(2026, 6, 18)))
    view.setFocus()
    view.setCurrentIndex(view.rows.index(1, 0))

    qtbot.keyClick(view, Qt.Key.Key_Down)

    assert view.currentIndex().row() == 3


def test_a_line_reads_as_a_sentence(qtbot, view):
    show(qtbot, view, entry(1, text="Coffee"))

    said = view.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "You met, meeting, 24 November 2026, Coffee"


def test_what_is_on_the_screen_stays_there_while_the_rest_is_measured(qtbot, view):
    entries = [
        entry(number, TODAY - timedelta(days=number), "word " * (number % 60)) for number in range(600)
    ]
    view.rows.show_entries(tuple(entries), "Léa", TODAY)
    view.verticalScrollBar().setValue(9_000)
    top = view.rowAt(0)
    place = view.rowViewportPosition(top)

    qtbot.waitUntil(lambda: not view.heights.is_measuring)

    assert (view.rowAt(0), view.rowViewportPosition(top)) == (top, place)


def test_five_thousand_lines_are_put_into_words_only_when_they_are_seen(qtbot, view):
    entries = [entry(number, TODAY - timedelta(days=number // 3)) for number in range(5_000)]

    view.rows.show_entries(tuple(entries), "Léa", TODAY)
    view.repaint()

    assert len(view.rows._shown) < 100


@pytest.mark.parametrize(
    "come", [lambda view: view.setFocus(Qt.FocusReason.TabFocusReason), lambda view: view.setFocus()]
)
def test_who_comes_by_the_keyboard_walks_the_rows_and_opens_one(qtbot, view, come):
    show(qtbot, view, entry(3, text="The newest"), entry(2, text="Older"), entry(1, date(2026, 6, 18)))
    come(view)
    if not view.currentIndex().isValid():
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.rows.entry_at(view.currentIndex().row()).id == 3

    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.rows.entry_at(view.currentIndex().row()).id == 2
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.rows.entry_at(view.currentIndex().row()).id == 1


def test_a_line_that_only_one_history_shows_is_told_apart():
    known = {"text": "Lunch", "private_line": "asked for a tent"}
    with_lea = entry(**known, company=(Named(PersonId(1), "Léa", is_there=True),))

    assert shown_entry(with_lea, "Noor", TODAY).text == "Lunch\nOnly here: asked for a tent"
    assert shown_entry(entry(**known), "Noor", TODAY).text == "Lunch\nasked for a tent"
