import pytest

from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.history.commands import log_interaction


@pytest.fixture
def lea(desk, add):
    person = add("Léa Marchetti")
    for number in range(9):
        kind = InteractionKind.MEETING if number % 3 else InteractionKind.CALL
        log_interaction(desk, people=[person], kind=kind, text=f"Line {number}")
    return person


@pytest.fixture
def shown(place, lea, settled):
    made = place()
    made.open_person(lea)
    settled()
    return made


@pytest.fixture
def tab(shown):
    return shown.screen_of_person.history


def texts(tab):
    rows = tab.timeline.rows
    return [entry.text for row in range(rows.rowCount()) if (entry := rows.entry_at(row))]


def pick(tab, words):
    actions = tab.kinds.menu_of_kinds().actions()
    next(action for action in actions if action.text() == words).trigger()


def test_a_history_is_filtered_by_kind_and_whole_again(tab):
    pick(tab, "Calls")
    assert texts(tab) == ["Line 6", "Line 3", "Line 0"]
    assert tab.kinds.text() == "Calls"

    pick(tab, "Everything")
    assert len(texts(tab)) == 9


def test_a_kind_of_which_there_is_nothing_says_so(tab):
    pick(tab, "Promises")

    assert tab.entries._nothing.isVisible()
    assert tab.entries._nothing.text() == "Nothing of that kind in the history."
    assert tab.kinds.isVisible()


def test_the_filter_stays_while_one_notes_and_goes_with_somebody_else(desk, add, shown, tab, settled):
    pick(tab, "Calls")
    log_interaction(desk, people=[shown.person], kind=InteractionKind.CALL, text="One more")
    settled()
    assert texts(tab) == ["One more", "Line 6", "Line 3", "Line 0"]

    shown.open_person(add("Noor Benali"))
    settled()

    assert tab.kinds.is_everything
    assert not tab.kinds.isVisible()


def test_what_is_asked_for_is_shown_whatever_was_filtered(tab):
    pick(tab, "Calls")
    meeting = next(entry for entry in tab.entries._shown if entry.text == "Line 8")

    tab.entries.reveal(meeting.id)

    assert tab.timeline.rows.entry_at(tab.timeline.currentIndex().row()).id == meeting.id


def test_coming_back_to_somebody_brings_the_filter_back(add, shown, lea, tab, settled):
    pick(tab, "Calls")
    there = shown.state()
    shown.open_person(add("Noor Benali"))
    settled()
    elsewhere = shown.state()

    shown.restore(there)
    settled()
    assert tab.kinds.text() == "Calls"
    assert texts(tab) == ["Line 6", "Line 3", "Line 0"]

    shown.restore(elsewhere)
    settled()
    assert tab.kinds.is_everything


def test_somebody_else_than_one_came_back_to_is_not_filtered(add, shown, tab, settled):
    pick(tab, "Calls")
    there = shown.state()
    noor = add("Noor Benali")
    shown.open_person(noor)
    settled()

    shown.restore(there)
    shown.open_person(noor)
    settled()
    assert tab.kinds.is_everything


def test_coming_back_to_whom_one_still_sees_filters_as_it_was(shown, tab, settled):
    pick(tab, "Calls")
    there = shown.state()
    pick(tab, "Everything")

    shown.restore(there)
    settled()

    assert tab.kinds.text() == "Calls"
    assert texts(tab) == ["Line 6", "Line 3", "Line 0"]
