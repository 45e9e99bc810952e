"""Follow-ups and promises: setting, putting off, finishing; and where Today shows them."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from real_desk import DAY, archive_of, made_in
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Birthday, Card
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.errors import EmptyTextError, NotFoundError, PastDayError
from relationdesk.domain.ids import FollowUpId, InteractionId, PersonId, PromiseId
from relationdesk.domain.labels import Label
from relationdesk.domain.repeating import Repeat, UnfitRuleError
from relationdesk.domain.vocabulary import (
    Action,
    Direction,
    InteractionKind,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    RepeatAnchor,
    Reward,
    Stage,
    Tone,
)
from relationdesk.work.follow_ups.commands import (
    drop_follow_up,
    edit_promise,
    finish_follow_up,
    keep_promise,
    make_promise,
    release_promise,
    set_follow_up,
    snooze_follow_up,
    spread_follow_ups,
)
from relationdesk.work.follow_ups.errors import AlreadyClosedError
from relationdesk.work.follow_ups.queries import (
    MeetingAhead,
    next_meeting,
    open_follow_ups,
    open_promises,
)
from relationdesk.work.history.commands import correct_interaction, log_interaction
from relationdesk.work.history.queries import EntryKind, timeline
from relationdesk.work.partnerships.commands import add_partnership, move_partnership
from relationdesk.work.people.commands import create_person, set_cadence
from relationdesk.work.people.knowledge import (
    change_fact,
    change_preference,
    change_refusal,
    note_refusal,
    prefer_channel,
    remember_fact,
    remember_preference,
    remove_fact,
    remove_preference,
    remove_refusal,
    set_quiet_times,
)
from relationdesk.work.people.told import Fact, Preference, Refusal
from relationdesk.work.today.queries import DAYS_AHEAD, today_page

Add = Callable[[str], PersonId]


def planned(desk: Desk, person: PersonId, due: date = DAY, at: time | None = None) -> FollowUpId:
    return set_follow_up(desk, person_id=person, action=Action.CALL, reason="Ask", due_on=due, due_at=at)


def test_a_snoozed_follow_up_comes_back_on_its_day(desk: Desk, add: Add):
    row = planned(desk, add("Noor"))
    later = DAY + timedelta(days=3)

    snooze_follow_up(desk, row, until=later)

    assert today_page(desk.reader, DAY).due_today == ()
    assert [due.id for due in today_page(desk.reader, later).due_today] == [row]


def test_a_follow_up_can_be_put_off_to_tonight(desk: Desk, add: Add):
    row = planned(desk, add("Noor"))

    snooze_follow_up(desk, row, until=DAY, at=time(21, 30))

    (due,) = today_page(desk.reader, DAY).due_today
    assert due.due_at == time(21, 30)


def test_a_repeating_follow_up_comes_back_when_it_is_done_and_undo_takes_that_back(desk: Desk, add: Add):
    person = add("Noor")
    set_follow_up(
        desk,
        person_id=person,
        action=Action.CALL,
        reason="Ask",
        due_on=DAY,
        due_at=time(17),
        repeat=Repeat("FREQ=WEEKLY;COUNT=2", RepeatAnchor.PLAN),
    )
    before = archive_of(desk)
    (first,) = open_follow_ups(desk.reader, person)

    finish_follow_up(desk, first.id, line="She will")

    (second,) = open_follow_ups(desk.reader, person)
    assert (second.due_on, second.due_at, second.reason) == (DAY + timedelta(days=7), time(17), "Ask")
    finish_follow_up(desk, second.id, line="")
    assert open_follow_ups(desk.reader, person) == []
    desk.undo()
    desk.undo()
    assert archive_of(desk) == before


def test_a_repeat_that_cannot_be_read_is_not_kept(desk: Desk, add: Add):
    person = add("Noor")
    before = archive_of(desk)

    with pytest.raises(UnfitRuleError):
        set_follow_up(
            desk,
            person_id=person,
            action=Action.CALL,
            reason="Ask",
            due_on=DAY,
            repeat=Repeat("now and then", RepeatAnchor.PLAN),
        )

    assert archive_of(desk) == before


def test_what_waits_is_spread_over_days_with_room_as_one_change(desk: Desk, add: Add):
    person = add("Noor")
    waiting = [planned(desk, person, DAY - timedelta(days=9), time(17)) for _each in range(12)]
    planned(desk, person, DAY + timedelta(days=1))
    done = planned(desk, person, DAY - timedelta(days=9))
    finish_follow_up(desk, done, line="")
    before = archive_of(desk)

    last = spread_follow_ups(desk, [*waiting, done])

    days = Counter(line.due_on for line in open_follow_ups(desk.reader, person))
    assert days == {
        DAY + timedelta(days=1): 5,
        DAY + timedelta(days=2): 5,
        DAY + timedelta(days=3): 3,
    }
    assert last == DAY + timedelta(days=3)
    desk.undo()
    assert archive_of(desk) == before


@pytest.mark.parametrize("until", [DAY, DAY - timedelta(days=1)])
def test_a_follow_up_cannot_be_put_off_to_a_day_that_is_over(desk: Desk, add: Add, until: date):
    row = planned(desk, add("Noor"))
    before = archive_of(desk)

    with pytest.raises(PastDayError):
        snooze_follow_up(desk, row, until=until)

    assert archive_of(desk) == before


def test_an_hour_keeps_its_zone_and_a_whole_day_has_none(desk: Desk, add: Add):
    person = add("Noor")
    planned(desk, person)
    planned(desk, person, at=time(17))

    assert [(line.due_at, line.zone) for line in open_follow_ups(desk.reader, person)] == [
        (None, ""),
        (time(17), "Europe/Paris"),
    ]


def test_a_finished_follow_up_becomes_what_happened_and_stands_once(desk: Desk, add: Add):
    person = add("Noor")
    row = planned(desk, person)

    interaction = finish_follow_up(desk, row, line="She said yes")

    (entry,) = timeline(desk.reader, person)
    assert (entry.kind, entry.id, entry.title, entry.text) == (
        EntryKind.INTERACTION,
        interaction,
        "Ask",
        "She said yes",
    )
    assert open_follow_ups(desk.reader, person) == []


def test_a_follow_up_finished_without_a_word_keeps_its_reason(desk: Desk, add: Add):
    person = add("Noor")

    finish_follow_up(desk, planned(desk, person), line="  ")

    assert timeline(desk.reader, person)[0].text == "Ask"


def test_a_dropped_follow_up_stays_in_the_history_with_its_why(desk: Desk, add: Add):
    person = add("Noor")

    drop_follow_up(desk, planned(desk, person), why=" moved away ")

    (entry,) = timeline(desk.reader, person)
    assert (entry.kind, entry.state, entry.text) == (EntryKind.FOLLOW_UP, "dropped", "moved away")


@pytest.mark.parametrize("closed_by", ["finish", "drop"])
def test_a_closed_follow_up_cannot_be_closed_or_put_off_again(desk: Desk, add: Add, closed_by: str):
    row = planned(desk, add("Noor"))
    finish_follow_up(desk, row, line="x") if closed_by == "finish" else drop_follow_up(desk, row, why="x")
    before = archive_of(desk)

    for again in (
        lambda: finish_follow_up(desk, row, line="twice"),
        lambda: drop_follow_up(desk, row, why="twice"),
        lambda: snooze_follow_up(desk, row, until=DAY + timedelta(days=1)),
    ):
        with pytest.raises(AlreadyClosedError):
            again()

    assert archive_of(desk) == before


@pytest.mark.parametrize("close", [keep_promise, release_promise])
def test_a_promise_is_kept_or_released_once(desk: Desk, add: Add, close: Callable[[Desk, PromiseId], None]):
    person = add("Noor")
    promise = make_promise(desk, person_id=person, side=PromiseSide.I_OWE, what="The shoes")
    assert [line.what for line in open_promises(desk.reader, person)] == ["The shoes"]

    close(desk, promise)

    assert open_promises(desk.reader, person) == []
    with pytest.raises(AlreadyClosedError):
        close(desk, promise)


def test_a_promise_is_corrected_while_it_is_open_and_undo_takes_it_back(desk: Desk, add: Add):
    person = add("Noor")
    promise = make_promise(desk, person_id=person, side=PromiseSide.I_OWE, what="The shoes")

    edit_promise(desk, promise, side=PromiseSide.THEY_OWE, what=" The figures ", due_on=DAY)

    (line,) = open_promises(desk.reader, person)
    assert (line.side, line.what, line.due_on) == (PromiseSide.THEY_OWE, "The figures", DAY)
    desk.undo()
    (line,) = open_promises(desk.reader, person)
    assert (line.side, line.what, line.due_on) == (PromiseSide.I_OWE, "The shoes", None)


def test_a_promise_that_is_closed_is_not_corrected(desk: Desk, add: Add):
    promise = make_promise(desk, person_id=add("Noor"), side=PromiseSide.I_OWE, what="The shoes")
    keep_promise(desk, promise)

    with pytest.raises(AlreadyClosedError):
        edit_promise(desk, promise, side=PromiseSide.I_OWE, what="The hat", due_on=None)


def test_the_next_meeting_is_the_soonest_ahead_and_never_the_follow_up_itself(desk: Desk, add: Add):
    person, other = add("Noor"), add("Other")
    assert next_meeting(desk.reader, person, DAY) is None
    set_follow_up(desk, person_id=other, action=Action.MEET, reason="Else", due_on=DAY)
    set_follow_up(desk, person_id=person, action=Action.CALL, reason="Call", due_on=DAY)
    log_interaction(desk, people=[person], kind=InteractionKind.EVENT, text="Over", happened_on=DAY)
    assert next_meeting(desk.reader, person, DAY) is None

    met = set_follow_up(
        desk, person_id=person, action=Action.MEET, reason="Coffee", due_on=DAY + timedelta(days=3)
    )
    log_interaction(
        desk,
        people=[person],
        kind=InteractionKind.EVENT,
        text="",
        title="Salon du Running",
        happened_on=DAY + timedelta(days=9),
    )
    assert next_meeting(desk.reader, person, DAY) == MeetingAhead("Coffee", DAY + timedelta(days=3))
    ahead = MeetingAhead("Salon du Running", DAY + timedelta(days=9))
    assert next_meeting(desk.reader, person, DAY, but=met) == ahead
    drop_follow_up(desk, met, why="")
    assert next_meeting(desk.reader, person, DAY) == ahead


GONE = PersonId(404)
NOT_THERE: dict[str, Callable[[Desk], object]] = {
    "follow-up": lambda desk: planned(desk, GONE),
    "finish": lambda desk: finish_follow_up(desk, FollowUpId(404), line="x"),
    "snooze": lambda desk: snooze_follow_up(desk, FollowUpId(404), until=DAY + timedelta(days=1)),
    "drop": lambda desk: drop_follow_up(desk, FollowUpId(404), why=""),
    "promise": lambda desk: make_promise(desk, person_id=GONE, side=PromiseSide.I_OWE, what="x"),
    "keep": lambda desk: keep_promise(desk, PromiseId(404)),
    "correct": lambda desk: edit_promise(desk, PromiseId(404), side=PromiseSide.I_OWE, what="x", due_on=None),
    "correct what happened": lambda desk: correct_interaction(
        desk, InteractionId(404), kind=InteractionKind.CALL, direction=Direction.BOTH, tone=Tone.ASKED
    ),
    "log": lambda desk: log_interaction(desk, people=[GONE], kind=InteractionKind.NOTE, text="x"),
    "partnership": lambda desk: add_partnership(desk, person_id=GONE, client="New client", title="x"),
    "move": lambda desk: move_partnership(desk, 404, stage=Stage.AGREED),
    "fact": lambda desk: remember_fact(desk, GONE, Fact("x")),
    "preference": lambda desk: remember_preference(
        desk, GONE, Preference(Polarity.LOVES, PreferenceCategory.TOPIC, "x")
    ),
    "change of a preference": lambda desk: change_preference(
        desk, 404, Preference(Polarity.LOVES, PreferenceCategory.TOPIC, "x")
    ),
    "forgotten preference": lambda desk: remove_preference(desk, 404),
    "channel": lambda desk: prefer_channel(desk, 404),
    "change of a fact": lambda desk: change_fact(desk, 404, Fact("x")),
    "forgotten fact": lambda desk: remove_fact(desk, 404),
    "refusal": lambda desk: note_refusal(desk, GONE, Refusal("x", client="Nobody Ltd")),
    "change of a refusal": lambda desk: change_refusal(desk, 404, Refusal("x")),
    "refusal taken back": lambda desk: remove_refusal(desk, 404),
    "quiet times": lambda desk: set_quiet_times(desk, GONE, weekdays=(6,), starts=None, ends=None),
    "cadence": lambda desk: set_cadence(desk, GONE, ideal_days=3, longest_days=5),
}
EMPTY: dict[str, Callable[[Desk, PersonId], object]] = {
    "person": lambda desk, _: create_person(desk, Card(display_name=" \t")),
    "follow-up": lambda desk, who: set_follow_up(
        desk, person_id=who, action=Action.CALL, reason=" ", due_on=DAY
    ),
    "promise": lambda desk, who: make_promise(desk, person_id=who, side=PromiseSide.I_OWE, what=""),
    "correction": lambda desk, who: edit_promise(
        desk, PromiseId(who), side=PromiseSide.I_OWE, what=" ", due_on=None
    ),
    "note": lambda desk, who: log_interaction(desk, people=[who], kind=InteractionKind.NOTE, text=" "),
    "partnership": lambda desk, who: add_partnership(desk, person_id=who, client="x", title=" "),
    "client": lambda desk, who: add_partnership(desk, person_id=who, client=" ", title="x"),
    "fact": lambda desk, who: remember_fact(desk, who, Fact(" ")),
    "preference": lambda desk, who: remember_preference(
        desk, who, Preference(Polarity.LIKES, PreferenceCategory.TOPIC, " ", reward=Reward.GIFT)
    ),
    "refusal": lambda desk, who: note_refusal(desk, who, Refusal(" ", why="because", client=" ")),
}


@pytest.mark.parametrize("what", NOT_THERE)
def test_a_command_on_what_is_gone_says_so_and_leaves_nothing(desk: Desk, what: str):
    before = archive_of(desk)

    with pytest.raises(NotFoundError):
        NOT_THERE[what](desk)

    assert archive_of(desk) == before
    assert desk.undo_state().undo is None


@pytest.mark.parametrize("what", EMPTY)
def test_a_command_without_words_says_so_and_leaves_nothing(desk: Desk, add: Add, what: str):
    person = add("Noor")
    before = archive_of(desk)

    with pytest.raises(EmptyTextError):
        EMPTY[what](desk, person)

    assert archive_of(desk) == before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    offsets=st.lists(st.tuples(st.integers(-400, 400), st.none() | st.times()), max_size=12),
    day=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    most=st.integers(0, 6),
)
def test_every_open_follow_up_within_the_week_stands_in_exactly_one_section(
    desk: Desk, offsets, day: date, most: int
):
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(text("DELETE FROM person"))
    person = create_person(desk, Card(display_name="Noor"))
    trashed = create_person(desk, Card(display_name="Gone"))
    due = {
        planned(desk, person, day + timedelta(days=offset), at): day + timedelta(days=offset)
        for offset, at in offsets
    }
    planned(desk, trashed, day)
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(text("UPDATE person SET trashed_at = 'x' WHERE id = :id"), {"id": trashed})

    page, short = today_page(desk.reader, day), today_page(desk.reader, day, most=most)

    shown = [row.id for row in (*page.overdue, *page.due_today, *page.coming)]
    assert short.coming == page.coming[: max(0, most - len(page.due_today))]
    assert (short.overdue, short.due_today, short.per_day) == (page.overdue, page.due_today, page.per_day)
    assert len(short.coming) + short.more_coming == len(page.coming)
    assert page.more_coming == 0
    until = day + timedelta(days=DAYS_AHEAD)
    assert sorted(shown) == sorted(row for row, on in due.items() if on <= until)
    assert all(row.due_on < day for row in page.overdue)
    assert all(row.due_on == day for row in page.due_today)
    assert all(day < row.due_on <= until for row in page.coming)
    assert [row.due_on for row in page.overdue] == sorted(row.due_on for row in page.overdue)
    monday = day - timedelta(days=day.weekday())
    week = [monday + timedelta(days=n) for n in range(7)]
    assert list(page.per_day) == [sum(on == one for on in due.values()) for one in week]


def test_a_birthday_shows_within_the_week_and_over_the_new_year(desk: Desk):
    for name, month, number in (("Tomorrow", 1, 1), ("Today", 12, 31), ("Past", 12, 30), ("Far", 1, 8)):
        create_person(desk, Card(display_name=name, birthday=Birthday(month, number)))

    page = today_page(desk.reader, date(2026, 12, 31))

    assert [row.name for row in page.birthdays] == ["Today"]
    assert [row.name for row in page.birthdays_ahead] == ["Tomorrow"]


@pytest.mark.parametrize(
    ("day", "is_shown"), [(date(2026, 2, 28), True), (date(2026, 3, 1), False), (date(2028, 2, 29), True)]
)
def test_the_29th_of_february_is_kept_on_the_28th_of_a_common_year(desk: Desk, day: date, *, is_shown: bool):
    create_person(desk, Card(display_name="Leap", birthday=Birthday(2, 29, 1992)))

    assert bool(today_page(desk.reader, day).birthdays) is is_shown


def test_who_is_past_the_longest_gap_grows_distant_and_who_answered_does_not(desk: Desk, add: Add):
    silent, answered, written = add("Silent"), add("Answered"), add("Written")
    for person in (silent, answered, written):
        set_cadence(desk, person, ideal_days=10, longest_days=20)
    said = {"kind": InteractionKind.EMAIL, "text": "x", "happened_on": DAY - timedelta(days=20)}
    log_interaction(desk, people=[answered], direction=Direction.I_REACHED_OUT, **said)
    log_interaction(desk, people=[answered], direction=Direction.THEY_REACHED_OUT, **said)
    log_interaction(desk, people=[written], direction=Direction.I_REACHED_OUT, **said)

    assert {row.name for row in today_page(desk.reader, DAY).distant} == {"Silent", "Written"}
    assert "Answered" in {row.name for row in today_page(desk.reader, DAY + timedelta(days=1)).distant}


def test_the_timeline_is_one_order_newest_first(desk: Desk, add: Add):
    person = add("Noor")
    for back in (5, 1, 3):
        when = DAY - timedelta(days=back)
        log_interaction(desk, people=[person], kind=InteractionKind.NOTE, text=f"{back}", happened_on=when)
    make_promise(desk, person_id=person, side=PromiseSide.THEY_OWE, what="A reply")
    add_partnership(desk, person_id=person, client="Trails", title="Autumn", stage=Stage.TALKING)

    entries = timeline(desk.reader, person)

    assert [entry.day for entry in entries] == sorted((entry.day for entry in entries), reverse=True)
    assert {entry.kind for entry in entries} == {
        EntryKind.INTERACTION,
        EntryKind.PROMISE,
        EntryKind.PARTNERSHIP,
    }
    assert [entry.text for entry in entries if entry.kind is EntryKind.INTERACTION] == ["1", "3", "5"]


def test_a_person_named_twice_takes_part_once(desk: Desk, add: Add):
    person = add("Noor")

    log_interaction(desk, people=[person, person], kind=InteractionKind.MEETING, text="x")

    assert len(timeline(desk.reader, person)) == 1


def test_a_follow_up_dropped_late_in_the_evening_is_told_on_that_day(tmp_path: Path):
    new_york = ZoneInfo("America/New_York")
    desk = made_in(tmp_path).opened(FixedClock(datetime(2026, 11, 24, 23, 30, tzinfo=new_york), new_york))
    person = create_person(desk, Card(display_name="Léa"))

    drop_follow_up(desk, planned(desk, person), why="she called")

    assert [entry.day for entry in timeline(desk.reader, person)] == [DAY]
    desk.close()
