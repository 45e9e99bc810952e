"""What would suit somebody, beside their history: sentences, and the way to what they rest on."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from relationdesk.domain.suiting.question_words import question_text
from relationdesk.domain.vocabulary import InteractionKind, Polarity, PreferenceCategory, Reward, Stage
from relationdesk.language.words import Language, speaking
from relationdesk.ui.places.people.knowledge.suits import WhatWouldSuit
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.label import Label
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work import history, partnerships, people
from relationdesk.work.history.queries import HEAD
from relationdesk.work.people.told import Preference, Refusal


@pytest.fixture
def noor(add):
    return add("Noor Benali")


@pytest.fixture
def screen(place, noor, settled):
    def opened():
        shown = place()
        shown.open_person(noor)
        settled()
        return shown.screen_of_person

    return opened


def said(screen):
    suits = screen.remember.findChild(WhatWouldSuit)
    return [label.text() for label in suits.findChildren(Label)]


def links(screen):
    return screen.remember.findChild(WhatWouldSuit).findChildren(TextLink)


def log(desk, person, text):
    return history.commands.log_interaction(desk, people=[person], kind=InteractionKind.CALL, text=text)


def gift(call=None):
    return Preference(Polarity.LIKES, PreferenceCategory.REWARD, reward=Reward.GIFT, interaction_id=call)


def test_of_whom_nothing_is_known_a_hello_is_enough(screen):
    assert said(screen()) == [
        "Nothing now: just say hello. What they like and accept is not known yet.",
        "To ask next time",
        "What do they accept: a gift, a loan, a fee, an invitation?",
    ]


def test_a_change_of_what_is_known_changes_the_sentence_at_once(desk, noor, screen, settled):
    shown = screen()

    people.knowledge.remember_preference(desk, noor, gift())
    people.knowledge.note_refusal(desk, noor, Refusal("a live show", until=date(2027, 1, 31)))
    settled()

    assert said(shown) == [
        "A gift would suit.",
        "they said so · 24 Nov",
        "Not to be proposed until 31 January 2027: a live show.",
        "they said so · 24 Nov",
    ]
    desk.undo()
    desk.undo()
    settled()
    assert said(shown)[0].startswith("Nothing now: just say hello.")


def test_a_click_on_a_source_opens_what_happened_then(qtbot, desk, noor, screen, settled):
    call = log(desk, noor, "She would love to try the shoes, she said, and it need not be paid.")
    for number in range(5):
        log(desk, noor, f"Something else, {number}")
    people.knowledge.remember_preference(desk, noor, gift(call))
    shown = screen()
    shown.tabs.setCurrentIndex(2)

    (link,) = links(shown)
    link.click()
    settled()

    timeline = shown.history.timeline
    assert shown.history.isVisible()
    assert timeline.rows.entry_at(timeline.currentIndex().row()).id == call
    assert timeline.indexWidget(timeline.currentIndex()) is not None


def test_what_is_further_down_than_was_read_is_opened_once_it_is_read(desk, noor, screen, qtbot):
    call = log(desk, noor, "The first word of all")
    for number in range(HEAD + 5):
        log(desk, noor, f"Something else, {number}")
    people.knowledge.remember_preference(desk, noor, gift(call))
    shown = screen()

    (link,) = links(shown)
    link.click()

    timeline = shown.history.timeline
    qtbot.waitUntil(lambda: timeline.currentIndex().row() > HEAD)
    assert timeline.rows.entry_at(timeline.currentIndex().row()).id == call


def test_a_click_on_a_partnership_opens_the_partnerships(desk, noor, screen, settled):
    partnerships.commands.add_partnership(
        desk, person_id=noor, client="Olivade", title="Spring oil", stage=Stage.TALKING
    )
    shown = screen()

    (link,) = links(shown)
    link.click()
    settled()

    assert link.text() == "Spring oil · 24 Nov"
    assert shown.partnerships.isVisible()


def test_it_is_told_in_french(desk, noor, place, settled):
    people.knowledge.remember_preference(desk, noor, gift())
    with speaking(Language.FRENCH):
        shown = place()
        shown.open_person(noor)
        settled()
        assert said(shown.screen_of_person)[0] == "Un cadeau conviendrait."


def test_two_questions_are_shown_and_the_others_when_they_are_asked_for(qtbot, desk, noor, screen, settled):
    for value in ("tea", "the sea", "long walks"):
        people.knowledge.remember_preference(
            desk,
            noor,
            Preference(
                Polarity.LIKES, PreferenceCategory.TOPIC, value, noted_on=desk.today().replace(year=2020)
            ),
        )
    shown = screen()
    asked = shown.view.suits.questions
    assert len(asked) > 2
    words = [question_text(question) for question in asked]
    assert [text for text in said(shown) if text in words] == words[:2]

    suits = shown.remember.findChild(WhatWouldSuit)
    more = suits.findChild(Button, "suits.more")
    qtbot.keyClick(more, Qt.Key.Key_Return)

    assert [text for text in said(shown) if text in words] == words
    assert more.isHidden()
