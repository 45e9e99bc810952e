import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.likeness import nearest

NAMES = ["marchetti", "marchand", "bastide", "benali", "kowalski", "lea", "leo", "running", "running-club"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("marcheti", "marchetti"),
        ("marhcetti", "marchetti"),
        ("kovalski", "kowalski"),
        ("bastdie", "bastide"),
        ("runing", "running"),
    ],
)
def test_a_slip_is_forgiven(typed, meant):
    assert nearest(typed, NAMES)[0] == meant


@pytest.mark.parametrize("typed", ["lae", "zzzzzz", "", "dupont"])
def test_what_is_short_or_like_nothing_is_not_guessed(typed):
    assert nearest(typed, NAMES) == []


@given(st.text(), st.lists(st.text(min_size=1), max_size=20))
def test_only_words_that_are_there_are_meant(typed, words):
    assert set(nearest(typed, words)) <= set(words)
