"""A word that does not belong in a record is pointed out below the note, and stops nobody."""

import pytest
from PySide6.QtCore import Qt

from relationdesk.work.history.queries import timeline
from relationdesk.work.settings.odd_words import leave_alone, point_out, say_nothing_of
from relationdesk.work.settings.queries import word_rules


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def opened(place, lea, settled):
    def open_lea():
        made = place()
        made.open_person(lea)
        settled()
        return made.screen_of_person.history

    return open_lea


def hinted(qtbot, tab, text):
    tab.note.text.clear()
    with qtbot.waitSignal(tab.note.paused):
        qtbot.keyClicks(tab.note.text, text)
    assert tab.hygiene.isVisible() is bool(tab.hygiene.text())
    return tab.hygiene.text()


def test_a_word_about_health_is_pointed_out_while_typing(qtbot, opened):
    assert hinted(qtbot, opened(), "She is depressed") == (
        "“depressed” (health): does it belong in a record? Léa Marchetti may read it one day."
    )


def test_a_useful_allergy_is_not_pointed_out(qtbot, opened):
    assert hinted(qtbot, opened(), "Allergic to nuts") == ""


def test_going_on_is_the_users_right(qtbot, desk, lea, opened, settled):
    tab = opened()
    hinted(qtbot, tab, "Divorced in May")
    qtbot.keyClick(tab.note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()

    (note,) = [entry for entry in timeline(desk.reader, lea) if entry.kind == "interaction"]
    assert note.text == "Divorced in May"
    assert not tab.hygiene.isVisible()


def test_the_users_own_words_are_pointed_out_and_others_left_alone(qtbot, desk, opened, settled):
    point_out(desk, "diva")
    leave_alone(desk, "divorced")
    tab = opened()

    assert "“Divas” (your own list)" in hinted(qtbot, tab, "Divas")
    assert hinted(qtbot, tab, "Divorced in May") == ""


def test_what_was_said_of_a_word_can_be_taken_back(desk):
    point_out(desk, "diva")
    leave_alone(desk, "diva")
    assert (word_rules(desk.reader).also, word_rules(desk.reader).never) == ((), ("diva",))
    say_nothing_of(desk, "diva")
    assert (word_rules(desk.reader).also, word_rules(desk.reader).never) == ((), ())
