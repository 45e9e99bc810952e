from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.balance import Balance, Because, Exchange, Peace, balance
from relationdesk.domain.talks import Contact
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone

MINE, THEIRS, BOTH = Direction.I_REACHED_OUT, Direction.THEY_REACHED_OUT, Direction.BOTH
MAIL, CALL = InteractionKind.EMAIL, InteractionKind.CALL
FIRST = date(2026, 11, 1)
TODAY = FIRST + timedelta(days=25)
WORDS = {
    "a": (MAIL, MINE, Tone.ASKED),
    "c": (CALL, BOTH, Tone.ASKED),
    "g": (InteractionKind.PARCEL, MINE, Tone.GAVE),
    "w": (MAIL, MINE, Tone.NEITHER),
    "n": (InteractionKind.NOTE, MINE, Tone.NEITHER),
    "t": (CALL, BOTH, Tone.NEITHER),
    "r": (MAIL, THEIRS, Tone.NEITHER),
    "p": (InteractionKind.PUBLICATION, THEIRS, Tone.NEITHER),
}
"""An ask by mail, one in a call, a gift, a word, a note to myself, a talk, a reply, a piece of theirs."""
LETTERS = st.text("acgwntrp", max_size=25)


def told(letters: str, today: date = TODAY, peace_days: int = 30) -> Balance:
    """One letter a day from the first of November on."""
    history = []
    for ahead, letter in enumerate(letters):
        kind, direction, tone = WORDS[letter]
        history.append(Exchange(Contact(kind, FIRST + timedelta(days=ahead), direction), tone))
    return balance(history, today=today, peace_days=peace_days)


def until(day: int, because: Because, count: int) -> Peace:
    return Peace(FIRST + timedelta(days=day + 30), because, count)


def test_asks_and_gives_are_counted_and_a_gift_ends_the_row():
    assert told("ccgca") == Balance(asked=4, gave=1)


def test_the_third_ask_in_a_row_is_one_too_many_even_when_each_was_answered():
    assert told("arar").peace is None
    assert told("arara").peace == until(4, Because.ASKS, 3)


def test_the_third_reminder_without_an_answer_is_one_too_many():
    assert told("www").peace is None
    assert told("wwww").peace == until(3, Because.REMINDERS, 3)


def test_notes_to_oneself_remind_nobody():
    assert told("wnnnnww").peace is None


def test_an_answer_ends_the_peace_that_reminders_began():
    assert told("wwwwr").peace is None
    assert told("wwwwt").peace is None


def test_what_they_publish_answers_nothing():
    assert told("wwwwp").peace == until(3, Because.REMINDERS, 3)


def test_an_answer_does_not_end_the_peace_after_too_many_asks_but_a_gift_does():
    assert told("ccct").peace == until(2, Because.ASKS, 3)
    assert told("cccg").peace is None


def test_a_further_ask_begins_the_peace_anew():
    assert told("ccctc").peace == until(4, Because.ASKS, 4)


def test_peace_is_over_on_its_day():
    over = FIRST + timedelta(days=33)

    assert told("wwww", today=over - timedelta(days=1)).peace == Peace(over, Because.REMINDERS, 3)
    assert told("wwww", today=over).peace is None


@pytest.mark.parametrize("letters", ["", "g", "ggg", "tttt", "rrrr", "nnnn", "pppp"])
def test_giving_and_talking_never_ask_for_peace(letters: str):
    assert told(letters).peace is None


@given(LETTERS)
def test_a_talk_begins_no_peace_and_counts_as_neither(letters: str):
    before, after = told(letters), told(letters + "t")

    assert (after.asked, after.gave) == (before.asked, before.gave)
    assert before.peace is not None or after.peace is None


@given(LETTERS)
def test_a_gift_and_a_talk_together_end_any_peace(letters: str):
    assert told(letters + "gt").peace is None


@given(LETTERS, st.integers(1, 60))
def test_peace_begins_with_something_of_mine_and_lasts_as_long_as_it_is_wished(letters: str, days: int):
    peace = told(letters, peace_days=days).peace

    if peace is not None:
        last = letters[(peace.until - timedelta(days=days) - FIRST).days]
        assert last in ("ac" if peace.because is Because.ASKS else "aw")
        assert TODAY < peace.until <= TODAY + timedelta(days=days)
        assert peace.count >= 3


@given(LETTERS, st.integers(1, 59))
def test_a_longer_peace_never_ends_sooner(letters: str, days: int):
    short, long = (told(letters, peace_days=length).peace for length in (days, days + 1))

    assert short is None or (long is not None and long.until > short.until)
