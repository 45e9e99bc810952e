from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.balance import Balance, Contact, balance
from relationdesk.domain.vocabulary import Direction, Tone

MINE, THEIRS = Direction.I_REACHED_OUT, Direction.THEY_REACHED_OUT
FIRST = date(2026, 11, 1)


def told(*contacts, today=FIRST + timedelta(days=20)):
    """What each letter stands for: a, an ask; g, a gift; w, a word from me; t, a talk."""
    words = {
        "a": (MINE, Tone.ASKED, False),
        "g": (MINE, Tone.GAVE, False),
        "w": (MINE, Tone.NEITHER, False),
        "t": (Direction.BOTH, Tone.NEITHER, True),
        "r": (THEIRS, Tone.NEITHER, True),
    }
    days = [FIRST + timedelta(days=n) for n in range(len(contacts[0]))]
    made = [Contact(day, *words[letter]) for day, letter in zip(days, contacts[0], strict=True)]
    return balance(made, today=today, peace_days=30)


def test_asks_and_gives_are_counted_and_a_gift_ends_the_row():
    assert told("atagta") == Balance(asked=3, gave=1, asks_in_a_row=1, reminders=0, peace_until=None)


def test_the_third_ask_in_a_row_is_one_too_many_even_when_each_was_answered():
    assert told("atata").peace_until == FIRST + timedelta(days=4 + 30)


def test_the_third_reminder_without_an_answer_is_one_too_many():
    assert told("www").peace_until is None
    assert told("wwww").peace_until == FIRST + timedelta(days=3 + 30)
    assert told("wwww").reminders == 3


def test_an_answer_ends_the_peace_that_reminders_began():
    assert told("wwwwr").peace_until is None


def test_an_answer_does_not_end_the_peace_after_too_many_asks():
    assert told("atatar").peace_until == FIRST + timedelta(days=34)


def test_peace_is_over_on_its_day():
    last = FIRST + timedelta(days=33)

    assert told("wwww", today=last - timedelta(days=1)).peace_until == last
    assert told("wwww", today=last).peace_until is None


def test_nobody_asked_is_nobody_owed():
    assert told("") == Balance(0, 0, 0, 0, None)


@pytest.mark.parametrize("letters", ["g", "gg", "tttt", "rrrr"])
def test_giving_and_talking_never_ask_for_peace(letters):
    assert told(letters).peace_until is None


@given(st.text("agwtr", max_size=25))
def test_a_word_that_is_neither_ask_nor_reminder_never_begins_peace(letters):
    before = told(letters)
    after = told(letters + "t")

    assert after.asked == before.asked
    assert before.peace_until is not None or after.peace_until is None
