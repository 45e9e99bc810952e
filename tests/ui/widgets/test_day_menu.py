from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from relationdesk.ui.widgets.day_menu import DayMenu, day_choices


def named(now):
    return {choice.name: (choice.day, choice.at) for choice in day_choices(now)}


def test_on_a_tuesday_morning_everything_is_offered():
    assert named(datetime(2026, 11, 24, 9)) == {  # noqa: DTZ001 - the user's local time
        "Tonight": (date(2026, 11, 24), time(19)),
        "Tomorrow": (date(2026, 11, 25), None),
        "After the weekend": (date(2026, 11, 30), None),
        "In two weeks": (date(2026, 12, 8), None),
    }


def test_in_the_evening_tonight_is_over():
    assert "Tonight" not in named(datetime(2026, 11, 24, 19, 1))  # noqa: DTZ001 - the user's local time


@pytest.mark.parametrize("day", [29, 30])
def test_no_day_is_offered_twice_around_the_weekend(day):
    days = [chosen for chosen, at in named(datetime(2026, 11, day, 9)).values() if at is None]  # noqa: DTZ001

    assert len(days) == len(set(days))


@given(st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001 - local time
def test_every_choice_lies_ahead_and_the_soonest_comes_first(now):
    choices = day_choices(now)
    moments = [datetime.combine(choice.day, choice.at or time(0)) for choice in choices]

    assert all(choice.day > now.date() or choice.at is not None for choice in choices)
    assert all(moment > now - timedelta(days=1) for moment in moments)
    assert [choice.day for choice in choices] == sorted(choice.day for choice in choices)


def test_the_day_after_something_ahead_is_offered_by_its_name_before_any_other_day(qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    menu = DayMenu(datetime(2026, 11, 24, 9), home)  # noqa: DTZ001 - the user's local time
    heard = []
    menu.chosen.connect(lambda day, at: heard.append((day, at)))

    menu.offer_after("Salon du Running & friends, with the whole team", date(2026, 12, 3))

    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words[-2:] == ["After “Salon du Running && friends, wit…”", "Another day…"]
    menu.actions()[-2].trigger()
    assert heard == [(date(2026, 12, 4), None)]


def test_what_is_pointed_out_stands_above_the_days_and_cannot_be_chosen(qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    menu = DayMenu(datetime(2026, 11, 24, 9), home)  # noqa: DTZ001 - the user's local time

    menu.point_out("Leave them in peace")

    first, second, third = menu.actions()[:3]
    assert (first.text(), first.isEnabled()) == ("Leave them in peace", False)
    assert second.isSeparator()
    assert third.text().startswith("Tonight")
