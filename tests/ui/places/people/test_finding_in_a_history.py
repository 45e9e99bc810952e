"""Finding words within a history: by the keys, with the filter, and in a long one."""

import gc
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from relationdesk.domain.noting import Happening
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.ui.places.people.entries.finding import Finding
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.widgets.marked_line import paint_marked
from relationdesk.work.history.commands import log_interaction, note_happening
from relationdesk.work.people.queries import people_matching

TEXTS = (
    "A café near the river",
    "The parcel came",
    "She chose a CAFÉ again",
    "Nothing of note",
    "Her **second** cafe, and a second one",
)


@pytest.fixture
def lea(desk, add):
    person, noor = add("Léa Marchetti"), add("Noor Benali")
    for number, text in enumerate((*TEXTS, "", "Quiet")):
        kind = InteractionKind.CALL if number % 2 else InteractionKind.MEETING
        words = {"title": "Dinner in Évian"} if number == 5 else {"place": "Évian"} if number == 6 else {}
        log_interaction(desk, people=[person], kind=kind, text=text, **words)
    lines = {person: "tired that day", noor: ""}
    note_happening(desk, Happening(InteractionKind.CALL, desk.today(), "Together", lines))
    return person


@pytest.fixture
def shown(place, lea, settled):
    made = place()
    made.open_person(lea)
    settled()
    return made


@pytest.fixture
def tab(qtbot, shown):
    made = shown.screen_of_person.history
    shown.window().activateWindow()
    qtbot.waitUntil(shown.window().isActiveWindow)
    return made


@pytest.fixture
def find(qtbot, tab):
    def look_for(words):
        if not tab.find_bar.isVisible():
            tab.finding.begin()
        tab.find_bar.field.selectAll()
        QTest.keyClicks(tab.find_bar.field, words)
        qtbot.waitUntil(lambda: not tab.finding._going.isActive())
        return tab.find_bar.count.text()

    return look_for


def chosen(tab):
    return tab.timeline.rows.entry_at(tab.timeline.currentIndex().row())


def press(tab, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(tab.find_bar.field, key, modifier)


def test_matches_are_walked_with_accents_and_case_folded(tab, find):
    assert find("Cafe") == "1 of 3"
    assert chosen(tab).text == TEXTS[4]

    press(tab, Qt.Key.Key_Return)
    assert (chosen(tab).text, tab.find_bar.count.text()) == (TEXTS[2], "2 of 3")
    press(tab, Qt.Key.Key_F3)
    press(tab, Qt.Key.Key_F3)
    assert (chosen(tab).text, tab.find_bar.count.text()) == (TEXTS[4], "1 of 3")
    press(tab, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (chosen(tab).text, tab.find_bar.count.text()) == (TEXTS[0], "3 of 3")
    assert tab.find_bar.field.hasFocus()


@pytest.mark.parametrize(
    ("words", "count"),
    [("evian", "1 of 2"), ("tired that", "1 of 1"), ("noor benali", "1 of 1"), ("second cafe", "1 of 1")],
)
def test_everything_that_an_entry_says_is_found(find, words, count):
    assert find(words) == count


def test_what_is_nowhere_is_said_and_nothing_is_chosen(tab, find):
    assert find("zebra") == "Nothing found"
    press(tab, Qt.Key.Key_Return)
    assert not tab.timeline.currentIndex().isValid()


def test_only_what_the_filter_lets_through_is_found(tab, find):
    find("cafe")
    press(tab, Qt.Key.Key_Return)
    tab.kinds.pick(2)
    assert tab.kinds.text() == "Calls"
    assert tab.find_bar.count.text() == "Nothing found"

    tab.kinds.pick(1)
    assert tab.find_bar.count.text().endswith("of 3")


def test_escape_closes_and_gives_the_keys_back(tab, find):
    tab.note.text.setFocus()
    find("cafe")

    press(tab, Qt.Key.Key_Escape)

    assert not tab.find_bar.isVisible()
    assert tab.note.text.hasFocus()
    assert tab.timeline._delegate.wanted == ""


def test_matches_are_marked_in_an_opened_entry(tab, find):
    find("SECOND")
    tab.timeline.toggle(tab.timeline.currentIndex().row())
    opened = tab.timeline.findChild(QTextEdit, "timeline.opened")
    assert [mark.cursor.selectedText() for mark in opened.extraSelections()] == ["second", "second"]

    find("cafe")
    assert [mark.cursor.selectedText() for mark in opened.extraSelections()] == ["cafe"]
    press(tab, Qt.Key.Key_Escape)
    assert opened.extraSelections() == []


def test_matches_are_marked_where_the_row_is_painted(tab, find):
    find("zebra")
    row = next(row for row in range(tab.timeline.rows.rowCount()) if _text(tab, row) == TEXTS[2])
    rect = tab.timeline.visualRect(tab.timeline.rows.index(row, 0))
    before = tab.timeline.viewport().grab(rect).toImage()
    tab.timeline.mark("cafe")
    assert tab.timeline.viewport().grab(rect).toImage() != before


def row_of(tab, text):
    return next(row for row in range(tab.timeline.rows.rowCount()) if _text(tab, row) == text)


def grabbed(tab, row):
    return tab.timeline.viewport().grab(tab.timeline.visualRect(tab.timeline.rows.index(row, 0))).toImage()


@pytest.fixture
def lunch(desk, lea):
    (noor,) = people_matching(desk.reader, "Noor")
    told = Happening(InteractionKind.EVENT, desk.today(), "Rice", {lea: "", noor: ""}, "Lunch", "Semnoz")
    return note_happening(desk, told)


@pytest.mark.parametrize("wanted", ["lunch", "semnoz", "noor", "rice"])
def test_what_is_found_is_marked_wherever_it_stands(lunch, tab, find, wanted, settled):
    settled()
    assert find(wanted)[0] == "1"
    row = tab.timeline.rows.row_of(lunch)
    tab.timeline.choose(row)
    with_marks = grabbed(tab, row)
    tab.timeline.mark("zebra")
    without = grabbed(tab, row)
    assert with_marks != without

    tab.timeline.mark("zebra")
    tab.timeline.show_row(row)
    without = grabbed(tab, row)
    tab.timeline.mark(wanted)
    assert grabbed(tab, row) != without
    tab.timeline.mark("zebra")
    assert grabbed(tab, row) == without


def test_a_match_in_what_is_cut_off_is_marked_at_the_ellipsis(qapp):
    def painted(wanted):
        image = QImage(100, 20, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        text = "A title that is much too long for its room, in Semnoz"
        paint_marked(painter, QRectF(0, 0, 100, 20), text, font(), "#000000", wanted=wanted)
        painter.end()
        return image

    assert painted("semnoz") not in (painted("zebra"), painted("title"))


def _text(tab, row):
    entry = tab.timeline.rows.entry_at(row)
    return entry and entry.text


def test_it_is_closed_with_somebody_else(add, shown, tab, find, settled):
    find("cafe")

    shown.open_person(add("Ines Roth"))
    settled()

    assert not tab.find_bar.isVisible()
    assert tab.find_bar.field.text() == ""


def test_what_is_chosen_stays_chosen_when_something_is_noted(desk, lea, tab, find, settled):
    find("cafe")
    press(tab, Qt.Key.Key_Return)

    log_interaction(desk, people=[lea], kind=InteractionKind.NOTE, text="One more cafe")
    settled()

    assert tab.find_bar.count.text() == "3 of 4"
    assert chosen(tab).text == TEXTS[2]


def test_five_thousand_entries_are_gone_through_without_a_block(request, tab, monkeypatch, qtbot):
    view = tab._view
    seed = next(entry for entry in view.history if entry.text == TEXTS[2])
    many = tuple(
        _numbered(seed, number, f"Évian, line {number}. " + "Déjà vu à l’été. " * 20)
        for number in range(5_000)
    )
    tab.entries._show_history(many, keeps_place=False)
    slices = []

    finding, bar = tab.finding, tab.find_bar

    def timed():
        began = time.thread_time()
        Finding._on_going(finding)
        slices.append(time.thread_time() - began)

    monkeypatch.setattr(finding, "_on_going", timed)
    finding._going.timeout.disconnect()
    finding._going.timeout.connect(timed)

    gc.collect()
    gc.freeze()  # what other tests left behind is not gone through within a slice
    request.addfinalizer(gc.unfreeze)
    finding.begin()
    QTest.keyClicks(bar.field, "line 49")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 111", timeout=20_000)

    assert max(slices) < 0.05, max(slices)
    assert len(slices) > 1


def _numbered(seed, number, text):
    return replace(seed, id=number + 10_000, text=text)
