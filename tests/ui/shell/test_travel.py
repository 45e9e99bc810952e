from hypothesis import given
from hypothesis import strategies as st

from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.travel import Stop, Travel

TODAY, PEOPLE = Stop(PlaceName.TODAY, "first row"), Stop(PlaceName.PEOPLE, "Léa")


def test_back_leads_to_where_one_came_from_and_forward_returns():
    travel = Travel()
    travel.leave(TODAY)

    assert travel.back(PEOPLE) == TODAY
    assert travel.forward(TODAY) == PEOPLE


def test_there_is_nothing_behind_the_beginning_and_nothing_ahead_of_the_end():
    assert Travel().back(TODAY) is None
    assert Travel().forward(TODAY) is None


def test_going_somewhere_new_forgets_the_way_ahead():
    travel = Travel()
    travel.leave(TODAY)
    travel.back(PEOPLE)

    travel.leave(TODAY)

    assert travel.forward(PEOPLE) is None


@given(st.integers(min_value=0, max_value=300))
def test_the_way_is_walked_back_at_most_a_hundred_stops(steps):
    travel = Travel()
    for _step in range(steps):
        travel.leave(TODAY)

    walked = 0
    while travel.back(PEOPLE) is not None:
        walked += 1

    assert walked == min(steps, 100)
