from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.repeating import Every, Repeat, UnfitRuleError, next_time, repeat_every
from relationdesk.domain.vocabulary import RepeatAnchor

PLAN, DONE = RepeatAnchor.PLAN, RepeatAnchor.DONE
MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def comes_back(rule, anchor, planned_on, done_on, due_on=None):
    coming = next_time(
        Repeat(rule, anchor), planned_on=planned_on, due_on=due_on or planned_on, done_on=done_on
    )
    return None if coming is None else coming.day


def test_from_the_plan_a_late_one_keeps_its_weekday():
    assert comes_back("FREQ=WEEKLY", PLAN, MONDAY, date(2026, 11, 25)) == date(2026, 11, 30)


def test_from_the_day_it_was_done_it_moves_on():
    assert comes_back("FREQ=WEEKLY", DONE, MONDAY, date(2026, 11, 25)) == date(2026, 12, 2)


def test_what_was_missed_for_weeks_does_not_come_back_at_once():
    assert comes_back("FREQ=WEEKLY", PLAN, MONDAY, date(2026, 12, 16)) == date(2026, 12, 21)


def test_one_done_early_does_not_come_back_for_the_same_day():
    assert comes_back("FREQ=WEEKLY", PLAN, MONDAY, date(2026, 11, 20)) == date(2026, 11, 30)


def test_one_put_off_past_its_next_time_takes_the_one_after():
    assert comes_back("FREQ=WEEKLY", PLAN, MONDAY, MONDAY, due_on=date(2026, 12, 2)) == date(2026, 12, 7)


@pytest.mark.parametrize("anchor", [PLAN, DONE])
def test_the_31st_of_every_month_is_the_last_day_of_a_short_one(anchor):
    rule = repeat_every(1, Every.MONTH, date(2027, 1, 31))

    assert comes_back(rule, anchor, date(2027, 1, 31), date(2027, 1, 31)) == date(2027, 2, 28)


def test_the_31st_comes_back_after_a_short_month():
    rule = repeat_every(1, Every.MONTH, date(2027, 1, 31))

    assert comes_back(rule, PLAN, date(2027, 2, 28), date(2027, 2, 28)) == date(2027, 3, 31)


def test_the_29th_of_february_is_kept_on_the_28th_in_other_years():
    rule = repeat_every(1, Every.YEAR, date(2028, 2, 29))

    assert comes_back(rule, PLAN, date(2028, 2, 29), date(2028, 2, 29)) == date(2029, 2, 28)


@pytest.mark.parametrize("anchor", [PLAN, DONE])
def test_a_rule_that_names_days_of_the_week_gives_the_first_of_them(anchor):
    rule = "FREQ=WEEKLY;BYDAY=TU,FR"

    assert comes_back(rule, anchor, date(2026, 11, 24), date(2026, 11, 25)) == date(2026, 11, 27)


@pytest.mark.parametrize("anchor", [PLAN, DONE])
def test_a_rule_with_an_end_ends(anchor):
    day, rule, seen = MONDAY, "FREQ=WEEKLY;COUNT=3", []
    repeat = Repeat(rule, anchor)
    while (coming := next_time(repeat, planned_on=day, due_on=day, done_on=day)) is not None:
        day, repeat = coming.day, coming.repeat
        seen.append(day)

    assert seen == [date(2026, 11, 30), date(2026, 12, 7)]


@pytest.mark.parametrize("anchor", [PLAN, DONE])
@pytest.mark.parametrize("until", ["20261129", "20261129T230000Z"])
def test_nothing_comes_after_the_last_day(anchor, until):
    assert comes_back(f"FREQ=WEEKLY;UNTIL={until}", anchor, MONDAY, MONDAY) is None


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "every week",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;COLOUR=RED",
        "FREQ=WEEKLY\nDTSTART:19000101",
        "FREQ=DAILY;" + "X" * 600,
    ],
)
@pytest.mark.parametrize("anchor", [PLAN, DONE])
def test_what_is_no_rule_for_days_is_refused(rule, anchor):
    with pytest.raises(UnfitRuleError):
        comes_back(rule, anchor, MONDAY, MONDAY)


@pytest.mark.parametrize("rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYWEEKNO=60"])
def test_a_rule_that_never_comes_true_ends(rule):
    assert comes_back(rule, PLAN, MONDAY, MONDAY) is None


@given(
    unit=st.sampled_from(Every),
    count=st.integers(1, 24),
    anchor=st.sampled_from(RepeatAnchor),
    planned_on=DAYS,
    shifts=st.tuples(st.integers(0, 400), st.integers(-400, 400)),
)
def test_it_always_comes_back_later_and_within_a_step(unit, count, anchor, planned_on, shifts):
    due_on = planned_on + timedelta(days=shifts[0])
    done_on = due_on + timedelta(days=shifts[1])
    rule = repeat_every(count, unit, planned_on)

    day = comes_back(rule, anchor, planned_on, done_on, due_on)

    from_day = done_on if anchor is DONE else max(planned_on, due_on, done_on)
    longest = {Every.DAY: 1, Every.WEEK: 7, Every.MONTH: 31, Every.YEAR: 366}[unit] * count
    assert day is not None
    assert from_day < day <= from_day + timedelta(days=longest)


@given(
    st.text(max_size=60)
    | st.from_regex(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]{2,10}=[A-Z0-9,+-]{1,8}){0,3}")
)
def test_any_text_is_a_rule_or_refused(rule):
    for anchor in RepeatAnchor:
        try:
            day = comes_back(rule, anchor, MONDAY, MONDAY)
        except UnfitRuleError:
            continue
        assert day is None or day > MONDAY
