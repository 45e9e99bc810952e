"""After days away: one calm list, and the rest spread when the user wants it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from relationdesk.domain.vocabulary import Action
from relationdesk.ui.places.today.place import TodayPlace
from relationdesk.work import follow_ups

TODAY = date(2026, 11, 24)
WAITING = 12


@pytest.fixture
def place(qtbot, tasks, clock, desk, office, until_idle):  # noqa: PLR0917 - fixtures
    for number in range(WAITING):
        follow_ups.commands.set_follow_up(
            desk,
            person_id=office.people["Noor Benali"],
            action=Action.WRITE,
            reason=f"Ask {number}",
            due_on=TODAY - timedelta(days=20 - number),
        )
    made = TodayPlace(tasks, clock)
    made.said.connect(lambda _text: made.refresh(None))
    qtbot.addWidget(made)
    made.resize(1084, 748)
    with qtbot.waitActive(made):
        made.show()
    until_idle()
    return made


def overdue(place):
    return [row.accessibleName() for row in place._list.rows if "late" in row.accessibleName()]


def click(qtbot, place, name):
    qtbot.mouseClick(place.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def test_no_more_is_shown_of_what_waits_than_fits_a_day_and_nothing_has_moved(place, office):
    assert len(overdue(place)) == 5
    assert "Ask 0" in overdue(place)[0]
    assert len([line for line in office.open_follow_ups("Noor Benali") if line.due_on < TODAY]) == WAITING


def test_the_others_are_shown_on_request(qtbot, place):
    click(qtbot, place, "today.waiting.show")

    assert len(overdue(place)) == WAITING + 1
    assert (
        place.findChild(QWidget, "today.waiting.spread") is None
        or not place.findChild(QWidget, "today.waiting.spread").isVisible()
    )


def test_the_others_are_spread_on_request_and_undo_brings_them_back(qtbot, place, desk, office, until_idle):
    with qtbot.waitSignal(place.said) as said:
        click(qtbot, place, "today.waiting.spread")
    until_idle()

    assert said.args == ["9 follow-ups spread until Thursday 26 November"]
    assert len(overdue(place)) == 5
    desk.undo()
    place.refresh(None)
    until_idle()
    qtbot.waitUntil(
        lambda: any(part.isVisible() for part in place.findChildren(QWidget, "today.waiting.spread"))
    )
