from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QWidget

from relationdesk.domain.cadence import ANY_GAP_DAYS, Cadence
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.work import people
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
    return remember.in_touch.findChild(TextButton, "person.cadence").accessibleName()


def pick(qtbot, remember, words):
    """Open the line with a key, walk to a choice, take it."""
    qtbot.keyClick(remember.in_touch.findChild(TextButton, "person.cadence"), Qt.Key.Key_Space)
    choice = remember.in_touch.findChild(QWidget, "cadence.choice")
    row = choice.findText(words)
    assert row >= 0, words
    choice.setCurrentIndex(row)
    choice.activated.emit(row)


def test_the_line_says_from_which_tag_it_comes(desk, remember, settled):
    assert line(remember) == "How often is not said"

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
