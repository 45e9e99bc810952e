"""The square of a picture that is shown stays within the picture, whatever is done with it."""

from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.framing import middle_square

_SIDES = st.integers(1, 3000)
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.floats(-4000, 4000), st.floats(-4000, 4000)),
        st.tuples(st.just("zoom"), st.floats(0.05, 20), st.just(0.0)),
    ),
    max_size=12,
)


@given(_SIDES, _SIDES, _STEPS)
def test_the_square_is_always_within_the_picture(width, height, steps):
    framing = middle_square(width, height)
    for what, one, two in steps:
        framing = framing.moved(one, two) if what == "move" else framing.zoomed(one)
        left, top, side = framing.square
        assert side >= 1
        assert 0 <= left <= left + side <= width
        assert 0 <= top <= top + side <= height


@given(_SIDES, _SIDES)
def test_at_first_it_is_as_large_as_can_be(width, height):
    assert middle_square(width, height).square[2] == min(width, height)


def test_zooming_keeps_the_middle_and_goes_back():
    framing = middle_square(1000, 1000).zoomed(2)
    assert framing.square == (250, 250, 500)
    assert framing.zoomed(0.5).square == (0, 0, 1000)


def test_it_moves_as_far_as_the_picture_goes():
    framing = middle_square(1000, 600)
    assert framing.moved(50, 10).square == (250, 0, 600)
    assert framing.moved(9999, 0).square == (400, 0, 600)
    assert framing.moved(9999, 9999).moved(-100, 0).square == (300, 0, 600)
    assert framing.zoomed(2).moved(0, 9999).moved(0, -100).square == (350, 200, 300)


def test_it_does_not_become_too_small_to_be_seen():
    assert middle_square(1000, 1000).zoomed(1000).square[2] == 96
    assert middle_square(40, 50).zoomed(1000).square[2] == 40
