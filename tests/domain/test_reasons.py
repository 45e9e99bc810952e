from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.numbers import Numbers
from relationdesk.domain.reasons import Reason, ReasonKind, reason_to_write
from relationdesk.domain.vocabulary import Source

TODAY = date(2026, 11, 24)
NUMBERS = Numbers()
REASONS = st.lists(
    st.builds(
        Reason,
        kind=st.sampled_from(list(ReasonKind)),
        what=st.sampled_from(["", "the shoes", "long formats", "her brother"]),
        day=st.one_of(st.none(), st.integers(-900, 30).map(lambda days: TODAY + timedelta(days=days))),
        source=st.one_of(st.none(), st.sampled_from(list(Source))),
    ),
    max_size=8,
)


def known(kind: ReasonKind, ago: int | None = 10, what: str = "the shoes") -> Reason:
    return Reason(kind, what, None if ago is None else TODAY - timedelta(days=ago))


def best(*reasons: Reason) -> Reason | None:
    return reason_to_write(reasons, TODAY, NUMBERS)


def test_what_is_best_comes_first_whatever_the_order():
    kinds = list(ReasonKind)
    for place, kind in enumerate(kinds):
        rest = [known(one, -3 if one is ReasonKind.BIRTHDAY else 3) for one in kinds[place:]]
        assert best(*rest[::-1]).kind is kind


def test_a_birthday_counts_for_two_weeks_and_a_piece_for_two_months():
    assert best(known(ReasonKind.BIRTHDAY, -14)) is not None
    assert best(known(ReasonKind.BIRTHDAY, -15)) is None
    assert best(known(ReasonKind.BIRTHDAY, 1)) is None
    assert best(known(ReasonKind.PUBLICATION, 60)) is not None
    assert best(known(ReasonKind.PUBLICATION, 61)) is None


def test_the_oldest_promise_and_the_latest_preference_come_first():
    assert best(known(ReasonKind.PROMISE, 3), known(ReasonKind.PROMISE, 30)).day == TODAY - timedelta(days=30)
    assert best(known(ReasonKind.PREFERENCE, 30), known(ReasonKind.PREFERENCE, 3)).day == TODAY - timedelta(
        days=3
    )


def test_what_is_old_is_told_to_be_old_and_comes_after_what_is_fresh():
    old, undated = known(ReasonKind.FACT, 400), known(ReasonKind.FACT, None, "allergic to nuts")

    assert best(old).is_old
    assert best(undated).is_old
    assert best(old, undated).what == "the shoes"
    assert best(old, known(ReasonKind.FACT, 300, "size 39")).what == "size 39"
    assert not best(known(ReasonKind.PREFERENCE, 400)).is_old


@given(REASONS)
def test_the_reason_is_one_of_those_known_and_none_of_a_better_kind_was_passed_over(reasons: list[Reason]):
    found = best(*reasons)

    alone = [one for reason in reasons if (one := best(reason)) is not None]
    assert (found is None) == (not alone)
    if found is not None:
        assert found in alone
        order = list(ReasonKind)
        assert order.index(found.kind) == min(order.index(one.kind) for one in alone)


@given(REASONS)
def test_the_order_in_which_reasons_are_known_does_not_matter(reasons: list[Reason]):
    one, other = best(*reasons), best(*reasons[::-1])

    assert (one and (one.kind, one.day, one.what)) == (other and (other.kind, other.day, other.what))
