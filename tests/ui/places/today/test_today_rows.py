from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.ids import FollowUpId, PersonId
from relationdesk.domain.reasons import Reason, ReasonKind
from relationdesk.domain.vocabulary import Action, InteractionKind, Source
from relationdesk.ui.places.today.rows import capped, sections_of
from relationdesk.ui.places.today.wording import (
    distant_chip,
    due_chip,
    heading_sentence,
)
from relationdesk.work.today.agreed_days import AgreedDays
from relationdesk.work.today.distant import DistantRow
from relationdesk.work.today.queries import BirthdayAhead, BirthdayRow, DueRow, TodayPage
from relationdesk.work.today.sections import birthday_in, people_to_come_back_to, people_waiting
from relationdesk.work.today.sentences import last_said, reason_words

DAY = date(2026, 11, 24)


def due(person, on, at=None, number=None):
    return DueRow(
        id=FollowUpId(number or person),
        person_id=PersonId(person),
        name=f"Person {person}",
        topic="",
        platform="",
        action=Action.WRITE,
        reason="Say hello",
        due_on=on,
        due_at=at,
        last_kind=None,
        last_title="",
        last_text="",
        last_on=None,
    )


def distant(two_way, longest=30):
    return DistantRow(
        person_id=PersonId(9),
        name="Sacha Vidal",
        topic="food",
        platform="",
        ideal_gap_days=21,
        longest_gap_days=longest,
        last_two_way=two_way,
        last_kind=None,
        last_title="",
        last_text="",
        last_on=None,
    )


def birthday(person, name, month, day, last_on=None):
    return BirthdayRow(
        person_id=PersonId(person),
        name=name,
        month=month,
        day_of_month=day,
        year=None,
        topic="",
        platform="",
        last_kind=InteractionKind.NOTE if last_on else None,
        last_title="",
        last_text="",
        last_on=last_on,
    )


def page(**sections):
    empty = {
        "overdue": (),
        "due_today": (),
        "coming": (),
        "distant": (),
        "reasons": {},
        "promises": (),
        "birthdays": (),
        "birthdays_ahead": (),
        "agreed": AgreedDays(),
    }
    return TodayPage(day=DAY, per_day=(0,) * 7, **(empty | sections))


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (Reason(ReasonKind.PROMISE, "the shoes", DAY), "what you promised on 24 Nov: the shoes"),
        (Reason(ReasonKind.BIRTHDAY, "", date(2026, 12, 3)), "their birthday on 3 Dec"),
        (Reason(ReasonKind.PUBLICATION, "Night", DAY), "what they published on 24 Nov: Night"),
        (
            Reason(ReasonKind.PREFERENCE, "huts", DAY, Source.THEY_SAID),
            "they like huts (they said so, 24 Nov)",
        ),
        (
            Reason(ReasonKind.PREFERENCE, "huts", date(2024, 1, 3), Source.I_SAW, is_old=True),
            "ask whether they still like huts (I saw it, 3 Jan 2024)",
        ),
        (
            Reason(ReasonKind.PREFERENCE, "huts", None, Source.IMPORTED, is_old=True),
            "ask whether they still like huts (from an import)",
        ),
        (
            Reason(ReasonKind.FACT, "39", DAY, Source.THEY_SAID, label="shoe size"),
            "something you know: shoe size: 39 (they said so, 24 Nov)",
        ),
        (
            Reason(ReasonKind.FACT, "39", None, Source.I_GUESS, is_old=True),
            "ask whether this still holds: 39 (I guess)",
        ),
        (Reason(ReasonKind.LAST_TALK, "the mill", DAY), "what you talked about on 24 Nov: the mill"),
    ],
)
def test_a_reason_says_what_it_is_drawn_from_and_since_when(reason, told):
    assert reason_words(reason, DAY) == told


@pytest.mark.parametrize(
    ("on", "at", "told"),
    [
        (date(2026, 11, 20), None, "4 days late"),
        (date(2026, 11, 23), time(9), "yesterday"),
        (DAY, None, "any time"),
        (DAY, time(17), "17:00"),
        (date(2026, 11, 25), None, "tomorrow"),
        (date(2026, 11, 27), time(17), "Friday 17:00"),
    ],
)
def test_a_chip_says_when_as_people_say_it(on, at, told):
    assert due_chip(due(1, on, at), DAY).text == told


@pytest.mark.parametrize(
    ("two_way", "told"),
    [
        (None, "never in touch"),
        (date(2026, 10, 24), "1 day past"),
        (date(2026, 10, 4), "3 weeks past"),
    ],
)
def test_distance_is_told_from_the_longest_gap(two_way, told):
    assert distant_chip(distant(two_way), DAY).text == told


def test_a_person_with_two_follow_ups_is_counted_once():
    both = page(overdue=(due(1, date(2026, 11, 20), number=1),), due_today=(due(1, DAY, number=2),))

    assert people_to_come_back_to(both) == 1
    assert people_waiting(both) == 1


def test_a_birthday_of_today_stands_among_the_rows_until_something_was_noted():
    birthdays = (birthday(1, "A", 11, 24), birthday(2, "B", 11, 24, last_on=DAY))
    ahead = (BirthdayAhead(PersonId(3), "C", 11, 26, None),)

    (section,) = sections_of(page(birthdays=birthdays, birthdays_ahead=ahead), 5)

    assert [row.name for row in section.rows] == ["A"]


def test_a_birthday_on_29_february_is_kept_on_the_28th_outside_leap_years():
    row = birthday(1, "A", 2, 29)

    assert birthday_in(row, date(2027, 2, 25)) == date(2027, 2, 28)
    assert birthday_in(row, date(2028, 2, 25)) == date(2028, 2, 29)


def test_a_birthday_early_next_year_is_found_across_new_year():
    row = birthday(1, "A", 1, 2)

    assert birthday_in(row, date(2026, 12, 30)) == date(2027, 1, 2)


def test_the_sentence_at_the_head_has_the_plurals_right():
    assert heading_sentence(0, 0) == "Nobody is waiting for you today."
    assert heading_sentence(0, 1) == "One person to come back to."
    assert heading_sentence(0, 11) == "11 people to come back to."
    assert heading_sentence(1, 2) == "Two people to come back to. One has been waiting."


def test_the_last_contact_is_one_line_whatever_was_written():
    told = last_said(InteractionKind.CALL, "", "He said\n\nyes", date(2026, 11, 3), DAY)

    assert told == "Last: call, 3 Nov — He said yes"


def test_the_last_contact_shows_no_signs_of_marking():
    told = last_said(InteractionKind.CALL, "", "Test **in the rain**, _not_ inside", date(2026, 11, 3), DAY)

    assert told == "Last: call, 3 Nov — Test in the rain, not inside"


@given(st.lists(st.integers(min_value=0, max_value=40), max_size=4), st.integers(min_value=0, max_value=80))
def test_no_row_is_lost_between_what_is_shown_and_what_is_left_over(sizes, limit):
    sections = [
        section
        for size in sizes
        for section in sections_of(page(due_today=tuple(due(n + 1, DAY) for n in range(size))), 5)
    ]

    shown, left_over = capped(sections, limit)

    assert sum(len(section.rows) for section in shown) + left_over == sum(sizes)
    assert sum(len(section.rows) for section in shown) <= limit
