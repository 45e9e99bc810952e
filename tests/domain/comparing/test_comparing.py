"""Two copies of a desk that grew apart come together again."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from toy import SHAPES, Toy, all_matters, compared, lived

from relationdesk.domain.comparing.differences import Difference, Shape, differences
from relationdesk.domain.comparing.matters import Choice, Side
from relationdesk.domain.comparing.merging import Left, planned

SEEDS = st.integers(0, 2**32)
FEW = st.integers(0, 12)
LEA, NOOR = 1, 2


def grown_apart(seed: int, mine: int, theirs: int) -> tuple[Toy, Toy, Toy]:
    """A desk, and two copies of it on which so much happened."""
    origin = lived(Toy(), seed, 30)
    here = lived(origin.copy(1000), seed + 1, mine)
    there = lived(origin.copy(2000), seed + 2, theirs)
    return origin, here, there


def merged(origin: Toy, here: Toy, there: Toy, choices: dict[int, Choice] | None = None) -> Toy:
    both = here.copy(9000)
    both.carry_out(planned(SHAPES, all_matters(origin, here, there), choices or {}).changes)
    return both


@settings(max_examples=300, deadline=None)
@given(SEEDS, FEW, FEW, st.lists(st.sampled_from(Choice), max_size=30))
def test_whatever_is_chosen_nothing_points_to_nothing_and_nothing_is_there_twice(seed, mine, theirs, chosen):
    origin, here, there = grown_apart(seed, mine, theirs)

    assert merged(origin, here, there, dict(enumerate(chosen))).wrong() == []


@settings(max_examples=200, deadline=None)
@given(SEEDS, FEW)
def test_where_nothing_changed_here_all_becomes_as_it_is_there(seed, theirs):
    origin, here, there = grown_apart(seed, 0, theirs)

    assert merged(origin, here, there).rows == there.rows


@settings(max_examples=200, deadline=None)
@given(SEEDS, FEW)
def test_where_nothing_changed_there_nothing_changes_here(seed, mine):
    origin, here, there = grown_apart(seed, mine, 0)

    assert planned(SHAPES, all_matters(origin, here, there), {}).changes == ()


@settings(max_examples=300, deadline=None)
@given(SEEDS, FEW, FEW)
def test_changes_that_do_not_meet_give_the_same_whichever_side_takes_them_over(seed, mine, theirs):
    origin, here, there = grown_apart(seed, mine, theirs)
    found = compared(origin, here, there)
    assume(all(matter.side is not Side.BOTH for matter in all_matters(origin, here, there)))
    assume(
        all_matters(origin, here, there)
        and {one for matter in all_matters(origin, here, there) for one in matter.differences} == set(found)
    )
    ours, theirs_ = merged(origin, here, there), merged(origin, there, here)

    assert ours.rows == theirs_.rows


@settings(max_examples=300, deadline=None)
@given(SEEDS, FEW, FEW)
def test_what_the_other_side_says_is_taken_over_or_told_and_never_dropped_in_silence(seed, mine, theirs):
    origin, here, there = grown_apart(seed, mine, theirs)
    every = all_matters(origin, here, there)
    plan = planned(SHAPES, every, {})
    both = here.copy(9000)
    both.carry_out(plan.changes)
    told = {(left.table, left.key, left.columns) for left in plan.left}

    for matter in every:
        for one in matter.differences:
            if not matter.can_blend or one.there is None:
                continue
            shape, now = SHAPES[one.table], both.rows[one.table, one.key]
            for group in shape.together:
                is_theirs = shape.values(now, group) == shape.values(one.there, group)
                is_unchanged = one.origin and shape.values(one.origin, group) == shape.values(
                    one.there, group
                )
                assert is_theirs or is_unchanged or (one.table, one.key, group) in told


@settings(max_examples=200, deadline=None)
@given(SEEDS, FEW, FEW)
def test_what_was_taken_over_is_not_offered_again(seed, mine, theirs):
    origin, here, there = grown_apart(seed, mine, theirs)
    both = merged(origin, here, there)

    assert planned(SHAPES, all_matters(there, both, there), {}).changes == ()


def desk(*rows: tuple[object, ...]) -> Toy:
    toy = Toy()
    for table, *row in rows:
        toy.put(str(table), *row)
    return toy


LEAS = ("person", LEA, "Léa", "Annecy", None, None)
NOORS = ("person", NOOR, "Noor", "Lille", None, None)


def test_both_wrote_something_else_about_one_person_and_both_stand():
    origin = desk(LEAS)
    here = desk(("person", LEA, "Léa", "Lyon", None, None))
    there = desk(("person", LEA, "Léa", "Annecy", 29, 2))
    (matter,) = all_matters(origin, here, there)

    assert matter.side is Side.BOTH
    assert merged(origin, here, there).rows["person", (LEA,)] == (LEA, "Léa", "Lyon", 29, 2)


def test_both_wrote_the_same_field_so_this_side_s_stands_and_the_other_is_told():
    origin = desk(LEAS)
    here, there = (
        desk(("person", LEA, "Léa", "Lyon", None, None)),
        desk(("person", LEA, "Léa", "Lille", 1, 5)),
    )
    plan = planned(SHAPES, all_matters(origin, here, there), {})

    assert [change.after for change in plan.changes] == [(LEA, "Léa", "Lyon", 1, 5)]
    assert plan.left == (Left("person", (LEA,), ("city",), ("Lyon",), ("Lille",)),)


def test_columns_that_are_one_thing_are_never_taken_from_two_sides():
    origin = desk(("person", LEA, "Léa", "Annecy", 1, 1))
    here = desk(("person", LEA, "Léa", "Annecy", 2, 1))
    there = desk(("person", LEA, "Léa", "Annecy", 1, 3))

    assert merged(origin, here, there).rows["person", (LEA,)][3:] == (2, 1)


@pytest.mark.parametrize(
    ("choice", "facts"),
    [(Choice.HERE, []), (Choice.THERE, [(10, LEA, "39", None), (11, LEA, "trail", None)])],
)
def test_a_person_deleted_here_and_written_about_there_is_one_matter(choice, facts):
    origin = desk(LEAS, ("fact", 10, LEA, "38", None))
    here = desk()
    there = desk(LEAS, ("fact", 10, LEA, "39", None), ("fact", 11, LEA, "trail", None))
    (matter,) = all_matters(origin, here, there)

    assert (matter.side, matter.usual) == (Side.BOTH, Choice.HERE)
    assert merged(origin, here, there, {0: choice}).of("fact") == facts


def test_a_person_deleted_there_and_written_about_here_stays_whole_unless_it_is_said_otherwise():
    origin = desk(LEAS, ("fact", 10, LEA, "38", None))
    here, there = desk(LEAS, ("fact", 10, LEA, "38", None), ("fact", 11, LEA, "trail", None)), desk()

    assert merged(origin, here, there).rows == here.rows
    assert merged(origin, here, there, {0: Choice.THERE}).rows == {}


def test_a_talk_with_somebody_deleted_here_comes_over_with_the_others_who_were_there():
    origin, here = desk(LEAS, NOORS), desk(NOORS)
    there = desk(
        LEAS, NOORS, ("talk", 20, "lunch"), ("present", 21, 20, LEA, ""), ("present", 22, 20, NOOR, "")
    )

    both = merged(origin, here, there)

    assert both.of("talk") == [(20, "lunch")]
    assert both.of("present") == [(22, 20, NOOR, "")]
    assert both.of("person") == here.of("person")


def test_a_talk_with_nobody_else_does_not_come_over_as_nobody_s():
    origin, here = desk(LEAS), desk()
    there = desk(LEAS, ("talk", 20, "lunch"), ("present", 21, 20, LEA, ""), ("fact", 22, LEA, "39", 20))

    assert merged(origin, here, there).rows == {}


def test_a_tag_of_one_name_made_on_both_sides_is_one_tag():
    origin = desk(LEAS, NOORS)
    here = desk(LEAS, NOORS, ("tag", 5, "press"), ("tagged", LEA, 5))
    there = desk(LEAS, NOORS, ("tag", 6, "press"), ("tagged", LEA, 6), ("tagged", NOOR, 6))

    both = merged(origin, here, there)

    assert both.of("tag") == [(5, "press")]
    assert both.of("tagged") == [(LEA, 5), (NOOR, 5)]


def test_a_tag_renamed_there_to_a_name_that_was_given_here_is_left_to_the_user():
    origin = desk(LEAS, ("tag", 5, "vip"))
    here = desk(LEAS, ("tag", 5, "vip"), ("tag", 6, "press"), ("tagged", LEA, 6))
    there = desk(LEAS, ("tag", 5, "press"))
    sides = [matter.side for matter in all_matters(origin, here, there)]

    assert sorted(side.name for side in sides) == ["BOTH", "HERE"]
    assert merged(origin, here, there).rows == here.rows


def test_a_link_to_what_does_not_come_over_does_not_come_over_either():
    origin = desk(LEAS, ("tag", 5, "vip"))
    here = desk(LEAS, ("tag", 5, "vip"), ("tag", 6, "press"))
    there = desk(LEAS, ("tag", 5, "press"), ("tag", 7, "vip"), ("tagged", LEA, 7))

    assert merged(origin, here, there).rows == here.rows


def test_a_mention_of_what_was_deleted_here_is_emptied():
    origin = desk(LEAS, ("talk", 20, "lunch"), ("present", 21, 20, LEA, ""))
    here = desk(LEAS)
    there = desk(*[("talk", 20, "lunch"), LEAS, ("present", 21, 20, LEA, "")], ("fact", 22, LEA, "39", 20))

    assert merged(origin, here, there).of("fact") == [(22, LEA, "39", None)]


def test_without_a_common_state_what_only_one_side_has_is_taken_as_added():
    here, there = desk(LEAS), desk(LEAS, NOORS)

    assert [matter.side for matter in all_matters(Toy(), here, there)] == [Side.THERE]
    assert merged(Toy(), here, there).rows == there.rows


def test_a_row_that_is_the_same_on_both_sides_is_no_difference():
    origin, changed = desk(LEAS), desk(("person", LEA, "Léa", "Lyon", None, None))

    assert compared(origin, changed, changed) == []


def test_what_was_deleted_on_both_sides_is_no_difference():
    assert compared(desk(LEAS), desk(), desk()) == []


def test_a_side_that_does_not_rise_is_refused():
    shape = Shape("fact", ("id",), ("id",))

    for wrong in ([(2,), (1,)], [(1,), (1,)]):
        with pytest.raises(ValueError, match="1"):
            list(differences(shape, [], wrong, []))


def test_a_difference_tells_on_which_side_it_came_about():
    one = Difference("fact", (1,), (1, "a"), (1, "a"), None)

    assert (one.is_changed_here, one.is_changed_there, one.is_deleted) == (False, True, True)
