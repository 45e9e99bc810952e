from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.talks import Contact, is_message, is_talk, talk_days
from relationdesk.domain.vocabulary import Direction, InteractionKind

DAY = date(2026, 11, 24)
MINE, THEIRS, BOTH = Direction.I_REACHED_OUT, Direction.THEY_REACHED_OUT, Direction.BOTH
HISTORIES = st.lists(
    st.builds(
        Contact,
        kind=st.sampled_from(list(InteractionKind)),
        day=st.integers(0, 60).map(lambda ago: DAY - timedelta(days=ago)),
        direction=st.sampled_from(list(Direction)),
    ),
    max_size=12,
)


def mail(ago: int, direction: Direction) -> Contact:
    return Contact(InteractionKind.EMAIL, DAY - timedelta(days=ago), direction)


def ago_of(contacts: list[Contact], answer_days: int = 30) -> list[int]:
    return [(DAY - day).days for day in talk_days(contacts, answer_days)]


def test_an_answer_counts_on_its_day_when_it_comes_in_time():
    assert ago_of([mail(40, MINE), mail(10, THEIRS)]) == [10]
    assert ago_of([mail(41, MINE), mail(10, THEIRS)]) == []


def test_the_users_answer_counts_as_theirs_does():
    assert ago_of([mail(5, THEIRS), mail(3, MINE)]) == [3]


def test_a_message_that_nobody_answered_is_no_talk():
    assert ago_of([mail(9, MINE), mail(8, MINE), mail(7, MINE)]) == []


def test_a_meeting_a_call_and_what_both_took_part_in_are_talks():
    kinds = (InteractionKind.MEETING, InteractionKind.CALL, InteractionKind.EVENT)
    assert ago_of([Contact(kind, DAY, MINE) for kind in kinds]) == [0, 0, 0]
    assert ago_of([mail(4, BOTH)]) == [4]


def test_a_parcel_and_a_publication_are_none_whoever_sent_them():
    kinds = (InteractionKind.PARCEL, InteractionKind.PUBLICATION)
    assert ago_of([Contact(kind, DAY, direction) for kind in kinds for direction in Direction]) == []


@given(HISTORIES, st.integers(1, 60), st.integers(1, 60))
def test_a_longer_time_to_answer_takes_no_talk_away(history: list[Contact], one: int, other: int):
    short, long = sorted((one, other))

    assert set(talk_days(history, short)) <= set(talk_days(history, long))


@given(HISTORIES, st.integers(1, 60))
def test_every_talk_is_one_by_itself_or_answers_the_other_side_in_time(history: list[Contact], days: int):
    for day in talk_days(history, days):
        those = [contact for contact in history if contact.day == day]
        messages = [contact for contact in history if is_message(contact)]
        assert any(map(is_talk, those)) or any(
            is_message(answer)
            and other.direction is not answer.direction
            and 0 <= (day - other.day).days <= days
            for answer in those
            for other in messages
        )


@given(HISTORIES)
def test_the_order_in_which_a_history_was_written_down_does_not_matter(history: list[Contact]):
    assert talk_days(history, 30) == talk_days(history[::-1], 30)
