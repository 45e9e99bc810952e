"""A long history: its head at once, all of it as soon as it is read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.ui.places.people.history_tab import HistoryTab
from relationdesk.ui.places.people.person_view import person_view
from relationdesk.work import history
from relationdesk.work.history.queries import HEAD

MANY = HEAD + 25


def note(desk, person, days):
    history.commands.log_interaction(
        desk,
        people=[person],
        kind=InteractionKind.NOTE,
        text=f"Line {days}",
        happened_on=desk.today() - timedelta(days),
    )


@pytest.fixture
def lea(desk, add):
    person = add("Léa Marchetti")
    for days in range(MANY):
        note(desk, person, days)
    return person


@pytest.fixture
def headed(desk, lea):
    """What is read of Léa's screen with no more than the head of her history."""

    def read():
        view = person_view(desk.reader, lea, desk.today())
        return replace(view, history=view.history[:HEAD])

    return read


@pytest.fixture
def whole_read(qtbot, tab, settled):
    """Wait until all of the history that is shown was read."""

    def wait():
        qtbot.waitUntil(lambda: not tab.entries._pausing.isActive())
        settled()

    return wait


@pytest.fixture
def tab(qtbot, tasks):
    made = HistoryTab(tasks)
    qtbot.addWidget(made)
    made.resize(560, 500)
    made.show()
    return made


def texts(tab):
    rows = range(tab.timeline.rows.rowCount())
    return [entry.text for row in rows if (entry := tab.timeline.rows.entry_at(row))]


def test_the_head_stands_there_before_the_whole(tab, headed, whole_read):
    tab.show_person(headed())
    assert len(texts(tab)) == HEAD

    whole_read()
    assert texts(tab) == [f"Line {days}" for days in range(MANY)]


def test_what_is_on_the_screen_stays_there_when_the_whole_comes(qtbot, tab, headed, whole_read):
    tab.show_person(headed())
    bar = tab.timeline.verticalScrollBar()
    bar.setValue(300)
    row, top = tab.timeline.rowAt(0), tab.timeline.rowViewportPosition(tab.timeline.rowAt(0))

    whole_read()
    qtbot.waitUntil(lambda: not tab.timeline.heights.is_measuring)
    assert tab.timeline.rowAt(0) == row
    assert tab.timeline.rowViewportPosition(row) == top


def test_somebody_read_again_without_a_change_is_left_alone(tab, headed, whole_read):
    tab.show_person(headed())
    whole_read()
    resets = []
    tab.timeline.rows.modelReset.connect(lambda: resets.append(True))

    tab.show_person(headed())
    whole_read()
    assert resets == []
    assert len(texts(tab)) == MANY


def test_a_change_below_the_head_is_shown(desk, tab, lea, headed, whole_read):
    tab.show_person(headed())
    whole_read()

    note(desk, lea, MANY + 10)
    tab.show_person(headed())
    whole_read()
    assert texts(tab)[-1] == f"Line {MANY + 10}"


def test_the_whole_of_one_person_never_lands_on_another(desk, add, tab, headed, whole_read):
    noor = add("Noor Benali")
    tab.show_person(headed())
    tab.show_person(person_view(desk.reader, noor, desk.today()))

    whole_read()
    assert texts(tab) == []
