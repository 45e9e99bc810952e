from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QSpinBox, QWidget

from relationdesk.domain.balance import Balance, Because, Peace
from relationdesk.domain.cadence import ANY_GAP_DAYS, Cadence
from relationdesk.domain.phrases import FollowUpOffer
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone
from relationdesk.ui.places.people.history_tab import HistoryTab
from relationdesk.ui.places.people.noting.offer_row import OfferRow
from relationdesk.ui.widgets.balance_words import balance_words, peace_words
from relationdesk.ui.widgets.chip import Chip
from relationdesk.ui.widgets.label import Label
from relationdesk.work import history, people
from relationdesk.work.people.record import person_page
from relationdesk.work.people.rhythms import labels_of_people

DAY = date(2026, 11, 24)


@pytest.fixture
def lea(add):
    return add("Léa Marchetti", tags=("running",))


@pytest.fixture
def remember(place, lea, settled):
    shown = place()
    shown.open_person(lea)
    settled()
    return shown.screen_of_person.remember


def line(remember):
    shown = remember.in_touch.findChild(QAbstractButton, "person.cadence")
    return shown.accessibleName() or shown.text()


def pick(qtbot, remember, words):
    """Open the line with a key, walk to a choice, take it."""
    qtbot.keyClick(remember.in_touch.findChild(QAbstractButton, "person.cadence"), Qt.Key.Key_Space)
    choice = remember.in_touch.findChild(QWidget, "cadence.choice")
    row = choice.findText(words)
    assert row >= 0, words
    choice.setCurrentIndex(row)
    choice.activated.emit(row)


def test_the_line_says_from_which_tag_it_comes(desk, remember, settled):
    assert line(remember) == "Say how often"

    (tag,) = labels_of_people(desk.reader)
    people.commands.set_shared_cadence(desk, tag.kind, tag.id, ideal_days=42, longest_days=63)
    settled()

    assert line(remember) == "Every 6 weeks from tag running"


def test_ones_own_rhythm_is_chosen_in_the_line(qtbot, desk, lea, remember, settled):
    pick(qtbot, remember, "Every 2 months")
    settled()

    assert person_page(desk.reader, lea, DAY).cadence.cadence == Cadence(56, 84)
    assert line(remember) == "Every 2 months"


def test_that_it_does_not_matter_can_be_said(qtbot, desk, lea, remember, settled):
    pick(qtbot, remember, "Doesn’t matter")
    settled()

    assert person_page(desk.reader, lea, DAY).record.longest_gap_days == ANY_GAP_DAYS
    assert line(remember) == "How often does not matter"


def test_any_two_numbers_of_days_can_be_told(qtbot, desk, lea, remember, settled):
    pick(qtbot, remember, "Another rhythm…")
    remember.in_touch.findChild(QSpinBox, "cadence.ideal").setValue(10)
    remember.in_touch.findChild(QSpinBox, "cadence.longest").setValue(25)
    qtbot.keyClick(remember.in_touch.findChild(QWidget, "cadence.set"), Qt.Key.Key_Space)
    settled()

    assert person_page(desk.reader, lea, DAY).cadence.cadence == Cadence(10, 25)
    assert line(remember) == "Every 10 days"


def test_who_was_asked_too_often_is_pointed_out_in_the_head_and_where_a_follow_up_is_planned(
    desk, lea, remember, settled
):
    for ago in (3, 2, 1):
        history.commands.log_interaction(
            desk,
            people=[lea],
            kind=InteractionKind.CALL,
            text="Figures?",
            direction=Direction.BOTH,
            tone=Tone.ASKED,
            happened_on=DAY - timedelta(days=ago),
        )
    settled()
    why = "You asked 3 times in a row without giving: leave them in peace until 23 Dec."

    said = [label.text() for label in remember.in_touch.findChildren(Label)]
    assert "You asked 3 times, and gave nothing" in said
    assert why in said
    chips = [chip.accessibleName() for chip in remember.window().findChildren(Chip)]
    assert "in peace until 23 Dec" in chips
    remember._add.open()
    pointed_out = remember.findChild(Label, "followup.peace")
    assert (pointed_out.text(), pointed_out.isVisible()) == (why, True)


def test_an_offer_to_come_back_to_who_is_to_be_left_in_peace_says_so(qtbot, desk, lea, remember, settled):
    for ago in (3, 2, 1):
        history.commands.log_interaction(
            desk,
            people=[lea],
            kind=InteractionKind.CALL,
            text="Figures?",
            tone=Tone.ASKED,
            happened_on=DAY - timedelta(days=ago),
        )
    settled()
    tab = remember.window().findChild(HistoryTab)

    qtbot.keyClicks(tab.note.text, "call friday 17h. born 3 May 1991")
    qtbot.waitUntil(lambda: len(tab.offers.readings) == 2)

    remarks = {row.offer: row.findChild(Label, "offer.remark") for row in tab.offers.findChildren(OfferRow)}
    (told,) = (remark.text() for remark in remarks.values() if remark is not None)
    assert told == "You asked 3 times in a row without giving: leave them in peace until 23 Dec."
    assert isinstance(next(offer for offer, remark in remarks.items() if remark is not None), FollowUpOffer)


@pytest.mark.parametrize(
    ("asked", "gave", "words"),
    [
        (0, 0, ""),
        (1, 0, "You asked once, and gave nothing"),
        (4, 1, "You asked 4 times, and gave once"),
        (0, 2, "You gave 2 times, and asked nothing"),
    ],
)
def test_asking_and_giving_are_told_in_a_sentence(asked, gave, words):
    assert balance_words(Balance(asked, gave)) == words


def test_reminders_without_an_answer_are_told_with_the_day():
    peace = Peace(date(2026, 12, 12), Because.REMINDERS, 3)

    assert peace_words(peace, DAY) == "3 reminders without an answer: leave them in peace until 12 Dec."
