"""Offers follow their note and what they set through undo and redo, and one click answers one of them."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import InteractionId
from relationdesk.domain.labels import Label
from relationdesk.domain.phrases import offers_in
from relationdesk.ui.places.people.noting.offer_row import OfferRow
from relationdesk.ui.places.people.noting.offer_taking import take_offer
from relationdesk.work.follow_ups.commands import finish_follow_up
from relationdesk.work.follow_ups.queries import open_follow_ups, open_promises
from relationdesk.work.history.queries import timeline
from relationdesk.work.people.record import person_page

TWO = ["Follow-up: Call, Monday 30 Nov", "Léa Marchetti promised: the maps"]
EACH = [
    "call her monday",
    "I promised the shoes",
    "she loves tea",
    "shoe size 39",
    "born 3 May 1991",
    "insta: @lea.moves",
]
SOON, LATE = 200, 2_000
"""Milliseconds between two clicks: as in a double click, and as one clicks twice on purpose."""


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def tab(place, lea, settled, tasks):
    crashes = []
    tasks.crashed.connect(crashes.append)
    made = place()
    made.open_person(lea)
    settled()
    yield made.screen_of_person.history
    assert crashes == []


@pytest.fixture
def noted(qtbot, tab, settled):
    """Keep a note; returns what it offers."""

    def keep(text):
        with qtbot.waitSignal(tab.note.paused):
            qtbot.keyClicks(tab.note.text, text)
        qtbot.keyClick(tab.note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settled()
        return tab.offers.readings

    return keep


@pytest.fixture
def undo(tasks, tab, settled):
    """Undo and redo as the window does."""

    def turn(*steps):
        for step in steps:
            tasks.change(tab, lambda desk, step=step: getattr(desk, step)())
            settled()

    return turn


def accepts(tab):
    return [row.accept_button for row in tab.offers.findChildren(OfferRow) if row.isVisible()]


def dismissals(tab):
    return [row.buttons[-1] for row in tab.offers.findChildren(OfferRow) if row.isVisible()]


@pytest.mark.parametrize("line", ["call monday, he promised the maps", "Shoe size 39. Loves tea"])
def test_the_offers_of_a_note_go_when_it_is_undone_and_come_back_when_it_is_redone(tab, noted, undo, line):
    readings = noted(line)
    assert len(readings) == 2

    undo("undo")
    assert tab.offers.readings == []
    assert not tab.offers.isVisible()
    undo("redo")

    assert tab.offers.readings == readings
    assert tab.offers.isVisible()


def test_an_offer_that_came_back_with_its_note_is_set_from_it(qtbot, desk, lea, tab, noted, undo, settled):  # noqa: PLR0917 - fixtures
    assert noted("call monday, he promised the maps") == TWO
    undo("undo", "redo")

    qtbot.mouseClick(accepts(tab)[1], Qt.MouseButton.LeftButton)
    settled()

    (promise,) = open_promises(desk.reader, lea)
    (note,) = timeline_of_notes(desk, lea)
    assert promise.what == "the maps"
    assert desk.reader.ids("SELECT origin_interaction_id FROM promise") == [note.id]


@pytest.mark.parametrize("line", EACH)
def test_an_accepted_offer_that_is_undone_comes_back_until_it_is_done_again(qtbot, tab, noted, undo, line):
    readings = noted(line)
    assert len(readings) == 1
    qtbot.mouseClick(accepts(tab)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.offers.readings == [])

    undo("undo")
    assert tab.offers.readings == readings
    undo("redo")
    assert tab.offers.readings == []
    undo("undo", "undo")
    assert tab.offers.readings == []
    undo("redo")

    assert tab.offers.readings == readings
    assert accepts(tab)[0].isEnabled()


def test_an_accepted_offer_of_a_text_that_is_still_typed_comes_back_too(qtbot, desk, lea, tab, undo, settled):  # noqa: PLR0917 - fixtures
    with qtbot.waitSignal(tab.note.paused):
        qtbot.keyClicks(tab.note.text, "I promised the shoes")
    qtbot.mouseClick(accepts(tab)[0], Qt.MouseButton.LeftButton)
    settled()
    assert tab.offers.readings == []

    undo("undo")
    assert tab.offers.readings == ["You promised: the shoes"]
    qtbot.mouseClick(accepts(tab)[0], Qt.MouseButton.LeftButton)
    settled()

    assert [promise.what for promise in open_promises(desk.reader, lea)] == ["the shoes"]
    assert tab.offers.readings == []


def test_what_was_corrected_comes_back_as_it_was_corrected(tab, noted, undo, settled):
    noted("she loves tea")
    row = tab.offers.findChild(OfferRow)
    row._fields._change(value="green tea")
    row.accept_button.click()
    settled()

    undo("undo")

    assert tab.offers.readings == ["To remember: loves green tea (topic)"]


def test_an_offer_does_not_come_back_because_what_it_set_is_done(desk, lea, tab, noted, settled):
    noted("call her monday")
    accepts(tab)[0].click()
    settled()

    (line,) = open_follow_ups(desk.reader, lea)
    finish_follow_up(desk, line.id, line="Called")
    settled()

    assert tab.offers.readings == []


def test_what_was_dismissed_stays_so_through_undo_and_redo(tab, noted, undo):
    noted("call monday, he promised the maps")
    tab.offers.findChild(OfferRow).dismissed.emit()

    undo("undo", "redo")

    assert tab.offers.readings == TWO[1:]


@pytest.mark.parametrize("line", [line for line in EACH if not line.startswith(("born", "insta"))])
def test_nothing_is_set_from_a_note_that_is_gone(desk, lea, line):
    (offer,) = offers_in(line, today=date(2026, 11, 24))

    with pytest.raises(NotFoundError):
        take_offer(desk, lea, offer, InteractionId(4_711))

    page = person_page(desk.reader, lea, desk.today())
    assert (page.preferences, page.facts) == ((), ())
    assert (open_follow_ups(desk.reader, lea), open_promises(desk.reader, lea)) == ([], [])


def test_an_offer_accepted_at_the_moment_its_note_goes_is_refused_and_nothing_is_set(  # noqa: PLR0917 - fixtures
    desk, lea, tab, noted, tasks, undo, settled
):
    refused = []
    tasks.refused.connect(refused.append)
    readings = noted("she loves tea")

    tasks.change(tab, lambda desk: desk.undo())
    accepts(tab)[0].click()
    settled()

    assert {type(error) for error in refused} == {NotFoundError}
    assert tab.offers.readings == []
    undo("redo")
    assert tab.offers.readings == readings
    assert accepts(tab)[0].isEnabled()


def test_an_offer_that_could_not_be_set_for_a_mistake_of_ours_can_be_accepted_again(  # noqa: PLR0917 - fixtures
    qtbot, desk, lea, place, tasks, settled
):
    crashes = []
    tasks.crashed.connect(crashes.append)
    shown = place()
    shown.open_person(lea)
    settled()
    tab = shown.screen_of_person.history
    with qtbot.waitSignal(tab.note.paused):
        qtbot.keyClicks(tab.note.text, "she loves tea")
    run(desk, "CREATE TEMP TRIGGER broken BEFORE INSERT ON preference BEGIN SELECT RAISE(ABORT, 'no'); END")

    accepts(tab)[0].click()
    settled()
    assert len(crashes) == 1
    assert accepts(tab)[0].isEnabled()
    run(desk, "DROP TRIGGER broken")
    accepts(tab)[0].click()
    settled()

    assert tab.offers.readings == []
    assert len(person_page(desk.reader, lea, desk.today()).preferences) == 1


def test_a_double_click_on_accept_takes_one_offer(qtbot, desk, lea, tab, noted, settled):  # noqa: PLR0917 - fixtures
    assert noted("call monday, he promised the maps") == TWO
    window, place = tab.window(), centre(accepts(tab)[0])

    click(window, place, at=1_000)
    settled()
    qtbot.waitUntil(lambda: window.childAt(place.toPoint()) is accepts(tab)[0])
    click(window, place, at=1_000 + SOON, kind=QEvent.Type.MouseButtonDblClick)
    click(window, place, at=1_000 + 2 * SOON)
    settled()

    assert tab.offers.readings == TWO[1:]
    assert open_promises(desk.reader, lea) == []
    click(window, place, at=1_000 + 2 * SOON + LATE)
    settled()
    assert [promise.what for promise in open_promises(desk.reader, lea)] == ["the maps"]


def test_a_double_click_on_dismiss_dismisses_one_offer(qtbot, tab, noted):
    noted("call monday, he promised the maps")
    window, first = tab.window(), dismissals(tab)[0]
    place = centre(first)

    click(window, place, at=1_000)
    qtbot.waitUntil(lambda: window.childAt(place.toPoint()) in dismissals(tab))
    click(window, place, at=1_000 + SOON, kind=QEvent.Type.MouseButtonDblClick)

    assert tab.offers.readings == TWO[1:]


def test_two_offers_are_accepted_as_quickly_as_one_likes_in_two_places(desk, lea, tab, noted, settled):
    noted("call monday, he promised the maps")
    window, (first, second) = tab.window(), [centre(button) for button in accepts(tab)]

    click(window, first, at=1_000)
    click(window, second, at=1_000 + SOON)
    settled()

    assert (len(open_follow_ups(desk.reader, lea)), len(open_promises(desk.reader, lea))) == (1, 1)


def centre(button):
    return QPointF(button.mapTo(button.window(), button.rect().center()))


def click(window, place, *, at, kind=QEvent.Type.MouseButtonPress):
    """A click on whatever is at a place of a window, at so many milliseconds."""
    for event_kind in (kind, QEvent.Type.MouseButtonRelease):
        target = window.childAt(place.toPoint())
        event = QMouseEvent(
            event_kind,
            target.mapFrom(window, place),
            window.mapToGlobal(place),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.setTimestamp(at)
        QApplication.sendEvent(target, event)


def run(desk, sql):
    with desk.change(Label.EDIT_PERSON) as session:
        session.connection().exec_driver_sql(sql)


def timeline_of_notes(desk, person):
    return [entry for entry in timeline(desk.reader, person) if entry.kind == "interaction"]
