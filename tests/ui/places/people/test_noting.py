from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from relationdesk.desk.errors import AwayDeskError
from relationdesk.desk.tables import PersonRow
from relationdesk.domain.ids import InteractionId
from relationdesk.domain.labels import Label
from relationdesk.domain.noting import Picks
from relationdesk.domain.vocabulary import Action, Direction, InteractionKind, PromiseSide, Tone
from relationdesk.ui.places.people.entries.correction_menu import Correction, CorrectionMenu
from relationdesk.ui.places.people.noting.offer_row import OfferRow
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.field import Field
from relationdesk.work.follow_ups.commands import make_promise
from relationdesk.work.follow_ups.queries import open_follow_ups, open_promises
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.history.queries import timeline
from relationdesk.work.rows import fetch


def ask_for_menu(view):
    """As the menu key does, or Shift+F10."""
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, QPoint(0, 0), QPoint(0, 0)))


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def shown(place, lea, settled):
    made = place()
    made.open_person(lea)
    settled()
    return made


@pytest.fixture
def tab(shown):
    return shown.screen_of_person.history


def offered(qtbot, tab, text):
    with qtbot.waitSignal(tab.note.paused):
        qtbot.keyClicks(tab.note.text, text)
    return tab.offers.readings


def keep(qtbot, tab):
    qtbot.keyClick(tab.note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def accept(qtbot, tab):
    button = tab.offers.findChild(Button, "offer.accept")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_note_is_kept_with_control_and_enter(qtbot, desk, lea, tab, settled):
    qtbot.keyClicks(tab.note.text, "Coffee near the station")
    keep(qtbot, tab)
    settled()

    (entry,) = timeline(desk.reader, lea)
    assert (entry.text, entry.word) == ("Coffee near the station", InteractionKind.MEETING)
    assert tab.note.text.toPlainText() == ""
    assert tab.timeline.rows.rowCount() == 2


def test_enter_alone_begins_a_new_line(qtbot, desk, lea, tab):
    qtbot.keyClicks(tab.note.text, "one")
    qtbot.keyClick(tab.note.text, Qt.Key.Key_Return)
    qtbot.keyClicks(tab.note.text, "two")

    assert tab.note.text.toPlainText() == "one\ntwo"
    assert timeline(desk.reader, lea) == []


def test_the_kind_follows_the_text_until_one_is_picked(qtbot, desk, lea, tab, settled):
    qtbot.keyClicks(tab.note.text, "Called about the film")
    assert tab.note.telling.kind is InteractionKind.CALL

    qtbot.mouseClick(tab.note.telling.kind_button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == "E-mail").trigger()
    menu.close()
    qtbot.keyClicks(tab.note.text, ", met her")
    keep(qtbot, tab)
    settled()

    (entry,) = timeline(desk.reader, lea)
    assert (entry.word, entry.state) == (InteractionKind.EMAIL, Direction.BOTH)
    assert tab.note.telling.picks == Picks()


def test_who_reached_out_and_who_asked_is_picked_by_keys(qtbot, desk, lea, tab, settled):
    qtbot.keyClicks(tab.note.text, "Wrote about the jacket")
    line = tab.note.telling.exchange
    assert line.isVisible()
    assert line.direction is Direction.I_REACHED_OUT
    with qtbot.waitSignal(tab.note.telling.picked):
        qtbot.keyClick(tab.note.text, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(tab.note.telling.picked):
        qtbot.keyClick(tab.note.text, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    keep(qtbot, tab)
    settled()

    (entry,) = timeline(desk.reader, lea)
    assert (entry.word, entry.state, entry.tone) == (
        InteractionKind.EMAIL,
        Direction.THEY_REACHED_OUT,
        Tone.ASKED,
    )
    assert (line.direction, line.tone, line.isVisible()) == (Direction.I_REACHED_OUT, Tone.NEITHER, False)


def test_what_was_picked_stays_with_the_text_of_whom_it_is_about(  # noqa: PLR0917 - fixtures
    qtbot, add, lea, shown, tab, settled
):
    qtbot.keyClicks(tab.note.text, "The jacket")
    tab.note.telling.pick(InteractionKind.DIRECT_MESSAGE)
    tab.note.telling.exchange.turn_direction()
    tab.note.telling.exchange.turn_tone()
    tab.note.telling.exchange.turn_tone()
    other = add("Noor Benali")
    shown.open_person(other)
    settled()
    assert tab.note.telling.picks == Picks()

    shown.open_person(lea)
    settled()

    assert tab.note.telling.picks == Picks(
        kind=InteractionKind.DIRECT_MESSAGE, direction=Direction.THEY_REACHED_OUT, tone=Tone.GAVE
    )
    assert tab.note.telling.exchange._direction_button.accessibleName() == "Léa Marchetti reached out"


def test_what_happened_is_corrected_from_the_history_and_undone(qtbot, desk, lea, tab, settled):
    log_interaction(desk, people=[lea], kind=InteractionKind.EMAIL, text="The jacket?")
    settled()
    tab.timeline.setFocus()
    tab.timeline.setCurrentIndex(tab.timeline.rows.index(1, 0))
    for words in ("You asked for something", "Both of you"):
        ask_for_menu(tab.timeline)
        menu = QApplication.activePopupWidget()
        next(action for action in menu.actions() if action.text() == words).trigger()
        menu.close()
        settled()
        tab.timeline.setCurrentIndex(tab.timeline.rows.index(1, 0))

    (entry,) = timeline(desk.reader, lea)
    assert (entry.state, entry.tone) == (Direction.BOTH, Tone.ASKED)
    assert tab.timeline.rows.shown_at(1).chip.text == "e-mail · you asked"
    desk.undo()
    settled()
    (entry,) = timeline(desk.reader, lea)
    assert (entry.state, entry.tone) == (Direction.I_REACHED_OUT, Tone.ASKED)


def test_the_menu_of_corrections_offers_the_kind_too_and_nothing_for_a_promise(
    qtbot, desk, lea, tab, settled
):
    make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="The shoes")
    settled()
    tab.timeline.setCurrentIndex(tab.timeline.rows.index(1, 0))
    ask_for_menu(tab.timeline)
    assert QApplication.activePopupWidget() is None

    menu = CorrectionMenu(
        Correction(InteractionId(1), InteractionKind.NOTE, Direction.I_REACHED_OUT, Tone.NEITHER),
        "Léa",
        None,
        tab,
    )
    heard = []
    menu.corrected.connect(heard.append)
    kinds = menu.actions()[1].menu()
    next(action for action in kinds.actions() if action.text() == "Meeting").trigger()

    assert [told.kind for told in heard] == [InteractionKind.MEETING]


def test_what_a_note_asks_for_is_offered_and_never_taken_silently(qtbot, desk, lea, tab):
    assert offered(qtbot, tab, "Coffee. Call friday 17h") == ["Follow-up: Call, Friday 27 Nov 17:00"]
    assert open_follow_ups(desk.reader, lea) == []


def test_an_offer_is_accepted_at_once(qtbot, desk, lea, tab, settled):
    offered(qtbot, tab, "Call friday 17h")

    accept(qtbot, tab)
    settled()

    (line,) = open_follow_ups(desk.reader, lea)
    assert (line.action, line.due_on, line.due_at) == (Action.CALL, date(2026, 11, 27), time(17))
    assert tab.offers.readings == []


@pytest.mark.parametrize("answer", ["Accept: Follow-up: Call, Friday 27 Nov 17:00", "Dismiss this offer"])
def test_after_an_answer_to_an_offer_the_keyboard_is_in_the_note_again(qtbot, tab, settled, answer):
    offered(qtbot, tab, "Call friday 17h")

    (button,) = [button for button in tab.offers.findChildren(Button) if button.accessibleName() == answer]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settled()

    assert tab.window().focusWidget() is tab.note.text


def test_an_accepted_offer_is_not_made_again_for_the_same_text(qtbot, lea, tab, settled):
    offered(qtbot, tab, "Call friday 17h")
    accept(qtbot, tab)
    settled()

    assert offered(qtbot, tab, " and smile") in ([], ["Follow-up: Call and smile, Friday 27 Nov 17:00"])
    keep(qtbot, tab)
    settled()
    assert "Follow-up: Call, Friday 27 Nov 17:00" not in tab.offers.readings


def test_offers_stay_when_the_note_is_kept_and_know_where_they_came_from(qtbot, desk, lea, tab, settled):
    qtbot.keyClicks(tab.note.text, "I promised the shoes")
    keep(qtbot, tab)
    settled()
    assert tab.offers.readings == ["You promised: the shoes"]

    accept(qtbot, tab)
    settled()

    (promise,) = open_promises(desk.reader, lea)
    (note,) = [entry for entry in timeline(desk.reader, lea) if entry.kind == "interaction"]
    assert (promise.side, promise.what) == (PromiseSide.I_OWE, "the shoes")
    origins = desk.reader.ids("SELECT origin_interaction_id FROM promise")
    assert origins == [note.id]


def test_accepting_is_a_step_of_undo_of_its_own(qtbot, desk, lea, tab, settled):
    qtbot.keyClicks(tab.note.text, "I promised the shoes")
    keep(qtbot, tab)
    settled()
    accept(qtbot, tab)
    settled()

    assert desk.undo_state().undo is Label.MAKE_PROMISE
    desk.undo()
    assert desk.undo_state().undo is Label.LOG_INTERACTION


def test_the_offers_of_a_kept_note_go_when_another_text_is_typed(qtbot, tab, settled):
    qtbot.keyClicks(tab.note.text, "I promised the shoes")
    keep(qtbot, tab)
    settled()

    assert offered(qtbot, tab, "She laughed") == []


def test_an_offer_can_be_corrected_before_it_is_accepted(qtbot, desk, lea, tab, settled):
    offered(qtbot, tab, "Call friday 17h")
    row = tab.offers.findChild(OfferRow)
    pencil = next(b for b in row.findChildren(Button) if b.isCheckable())

    qtbot.mouseClick(pencil, Qt.MouseButton.LeftButton)
    what = row.findChild(Field)
    what.clear()
    qtbot.keyClicks(what, "Call about the film")
    assert row.reading == "Follow-up: Call about the film, Friday 27 Nov 17:00"
    accept(qtbot, tab)
    settled()

    assert [line.reason for line in open_follow_ups(desk.reader, lea)] == ["Call about the film"]


def test_a_dismissed_offer_does_not_come_back_while_the_text_goes_on(qtbot, tab):
    offered(qtbot, tab, "I promised the shoes")
    tab.offers.findChild(OfferRow).dismissed.emit()

    assert offered(qtbot, tab, ". ") == []


def test_what_was_typed_about_one_person_waits_until_one_comes_back(qtbot, add, lea, shown, settled):
    tab = shown.screen_of_person.history
    noor = add("Noor Benali")
    offered(qtbot, tab, "I promised the shoes")

    shown.open_person(noor)
    settled()
    assert tab.note.text.toPlainText() == ""
    assert tab.offers.readings == []
    shown.open_person(lea)
    settled()

    assert tab.note.text.toPlainText() == "I promised the shoes"
    assert tab.offers.readings == ["You promised: the shoes"]


def test_a_note_that_could_not_be_kept_is_there_again(qtbot, tasks, lea, tab):
    refused = []
    tasks.refused.connect(refused.append)
    qtbot.keyClicks(tab.note.text, "Coffee")
    tasks.change(tab, lambda desk: _erase(desk, lea))
    keep(qtbot, tab)
    qtbot.waitUntil(lambda: bool(refused))

    assert tab.note.text.toPlainText() == "Coffee"


def _erase(desk, person):
    with desk.change(Label.EDIT_PERSON) as session:
        session.delete(fetch(session, PersonRow, person))


def test_tab_goes_from_the_note_through_the_offers_to_the_history(qtbot, tab):
    tab.note.text.setFocus()
    offered(qtbot, tab, "I promised the shoes. Call friday 17h")
    accepts = tab.offers.findChildren(Button, "offer.accept")
    stops = []

    for _press in range(9):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())

    assert [accepts.index(stop) for stop in stops if stop in accepts] == [0, 1]
    assert stops.index(accepts[1]) < len(stops) - 1


def test_escape_in_the_note_goes_back_to_the_list_and_loses_nothing(qtbot, shown, tab):
    tab.note.text.setFocus()
    qtbot.keyClicks(tab.note.text, "Half a th")

    qtbot.keyClick(tab.note.text, Qt.Key.Key_Escape)

    assert shown.list.table.hasFocus()
    assert tab.note.text.toPlainText() == "Half a th"


def test_a_note_that_cannot_be_kept_stays_in_its_field_until_the_desk_is_back(  # noqa: PLR0917 - fixtures
    qtbot, tmp_path, desk, lea, tab, tasks, settled
):
    refused = []
    tasks.refused.connect(refused.append)
    away = desk.path.rename(tmp_path / "away")
    qtbot.keyClicks(tab.note.text, "Coffee near the station")
    keep(qtbot, tab)
    settled()

    assert {type(error) for error in refused} == {AwayDeskError}
    assert tab.note.text.toPlainText() == "Coffee near the station"
    away.rename(desk.path)
    keep(qtbot, tab)
    settled()
    (entry,) = timeline(desk.reader, lea)
    assert entry.text == "Coffee near the station"
    assert tab.note.text.toPlainText() == ""
