from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.ids import PersonId
from relationdesk.domain.mentions import Mention
from relationdesk.domain.noting import Picks, read_picks
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone

PEOPLE = st.integers(1, 2**53).map(PersonId)
PICKS = st.builds(
    Picks,
    kind=st.none() | st.sampled_from(InteractionKind),
    direction=st.none() | st.sampled_from(Direction),
    tone=st.none() | st.sampled_from(Tone),
    day=st.none() | st.dates(date(1990, 1, 1)),
    title=st.text(),
    place=st.text(),
    lines=st.dictionaries(PEOPLE, st.text(), max_size=3),
    mentions=st.lists(st.builds(Mention, PEOPLE, st.text()), max_size=3).map(tuple),
)


@given(PICKS)
def test_what_was_picked_is_read_as_it_was_written(picks: Picks):
    assert read_picks(picks.written()) == picks


@pytest.mark.parametrize("text", ["", "[]", '{"kind": "nothing"}', '{"lines": [1]}', "{", "null"])
def test_what_was_not_written_so_picks_nothing(text: str):
    assert read_picks(text) == Picks()
    assert Picks().written() == ""


def test_what_the_first_version_wrote_is_still_read():
    assert read_picks("call mine gave") == Picks(InteractionKind.CALL, Direction.I_REACHED_OUT, Tone.GAVE)
