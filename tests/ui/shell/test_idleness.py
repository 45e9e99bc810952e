"""Noticing that nobody is there, on a clock that the test moves."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from relationdesk.ui.shell.idleness import Idleness
from relationdesk.ui.shell.sleep_gap import SleepGap


@pytest.fixture
def field(qtbot):
    shown = QLineEdit()
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def idleness(field, clock):
    watching = Idleness(clock, field)
    watching.begin(15)
    yield watching
    watching.stop()


@pytest.fixture
def told(idleness):
    times = []
    idleness.over.connect(lambda: times.append("over"))
    return times


def pass_minutes(clock, minutes):
    clock.moment += timedelta(minutes=minutes)


def test_nobody_is_missed_before_the_time_is_over(idleness, clock, told):
    pass_minutes(clock, 14.9)
    idleness.look_at_clock()
    assert told == []

    pass_minutes(clock, 0.1)
    idleness.look_at_clock()
    assert told == ["over"]


@pytest.mark.parametrize("by", ["key", "mouse", "click"])
def test_whoever_types_or_moves_is_there(field, idleness, clock, told, by):
    window = field.windowHandle()
    moves = {
        "key": lambda: QTest.keyClick(window, Qt.Key.Key_A),
        "mouse": lambda: QTest.mouseMove(window, QPoint(3, 3)),
        "click": lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(3, 3)),
    }
    pass_minutes(clock, 14)
    moves[by]()
    pass_minutes(clock, 14)
    idleness.look_at_clock()

    assert told == []


def test_what_is_typed_after_the_time_was_over_comes_too_late(field, clock, told):
    pass_minutes(clock, 15)

    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)

    assert told == ["over"]
    assert field.text() == ""


def test_a_window_that_opens_later_is_listened_to_as_well(qtbot, idleness, clock, told):
    later = QLineEdit()
    qtbot.addWidget(later)
    later.show()
    qtbot.waitUntil(later.isActiveWindow)
    pass_minutes(clock, 14)
    QTest.keyClick(later.windowHandle(), Qt.Key.Key_A)
    pass_minutes(clock, 14)
    idleness.look_at_clock()

    assert told == []


def test_a_clock_that_is_put_back_gives_one_more_term_at_most(idleness, clock, told):
    pass_minutes(clock, -60 * 24)
    idleness.look_at_clock()
    pass_minutes(clock, 15)
    idleness.look_at_clock()

    assert told == ["over"]


def test_it_is_said_again_until_it_is_stopped(field, idleness, clock, told):
    pass_minutes(clock, 15)
    idleness.look_at_clock()
    idleness.look_at_clock()
    idleness.stop()
    idleness.look_at_clock()
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)

    assert told == ["over", "over"]
    assert field.text() == "a"


def test_a_term_that_begins_anew_counts_from_there(idleness, clock, told):
    idleness.stop()
    pass_minutes(clock, 60)

    idleness.begin(5)

    assert told == []


def test_a_clock_that_jumped_tells_of_sleep(field, clock):
    gap, told = SleepGap(clock, field), []
    gap.slept.connect(lambda: told.append("slept"))
    gap.begin()
    for minutes in (0.1, 1, -30, 1.1):
        pass_minutes(clock, minutes)
        gap.look_at_clock()

    assert told == ["slept"]
