from datetime import date, time

import pytest
from PySide6.QtCore import QDate, QPoint, Qt

from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.time_field import TimeField

TODAY = date(2026, 11, 24)


@pytest.fixture
def day_field(qtbot):
    field = DateField("Due", TODAY)
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_day_that_the_program_shows_is_not_announced(qtbot, day_field):
    with qtbot.assertNotEmitted(day_field.day_chosen):
        day_field.show_day(date(2026, 11, 27))

    assert day_field.day == date(2026, 11, 27)
    assert day_field.text() == "27 Nov 2026"


def test_no_day_is_a_value_and_the_arrow_starts_from_today(qtbot, day_field):
    assert day_field.day is None
    assert day_field.text() == "no day"

    with qtbot.waitSignal(day_field.day_chosen) as chosen:
        qtbot.keyClick(day_field, Qt.Key.Key_Up)

    assert chosen.args == [TODAY]


def test_a_day_can_be_typed_where_there_was_none(qtbot, day_field):
    told = []
    day_field.day_chosen.connect(told.append)

    qtbot.keyClicks(day_field, "28")
    qtbot.keyClick(day_field, Qt.Key.Key_Return)

    assert told == [date(2026, 11, 28)]


def test_a_day_can_be_taken_away(qtbot, day_field):
    day_field.show_day(TODAY)
    clear = next(action for action in day_field.lineEdit().actions() if action.text() == "No day")

    with qtbot.waitSignal(day_field.day_chosen) as chosen:
        clear.trigger()

    assert chosen.args == [None]
    assert not clear.isVisible()


def test_the_calendar_of_a_field_without_day_opens_on_today(qtbot, day_field):
    calendar = day_field.calendarWidget()
    calendar.setCurrentPage(1900, 1)

    qtbot.mouseClick(day_field, Qt.MouseButton.LeftButton, pos=QPoint(day_field.width() - 10, 16))

    assert calendar.isVisible()
    assert (calendar.yearShown(), calendar.monthShown()) == (2026, 11)
    calendar.window().close()


def test_a_day_picked_in_the_calendar_is_announced(qtbot, day_field):
    with qtbot.waitSignal(day_field.day_chosen) as chosen:
        day_field.setDate(QDate(2026, 12, 1))

    assert chosen.args == [date(2026, 12, 1)]


def test_a_time_is_announced_when_it_was_typed_and_not_when_it_was_shown(qtbot):
    field = TimeField("At")
    qtbot.addWidget(field)
    field.show()
    told = []
    field.time_chosen.connect(told.append)

    field.show_time(time(17, 0))
    assert (field.shown, told) == (time(17, 0), [])
    for typed in ("09", "09"):
        field.setSelectedSection(TimeField.Section.HourSection)
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert told == [time(9, 0)]


def test_minutes_are_stepped_by_quarters(qtbot):
    field = TimeField("At", time(17, 0))
    qtbot.addWidget(field)
    field.show()
    field.setCurrentSection(TimeField.Section.MinuteSection)

    qtbot.keyClick(field, Qt.Key.Key_Up)

    assert field.shown == time(17, 15)
