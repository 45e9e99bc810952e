"""However long the computer sleeps, a follow-up waits where it was put until it is handled."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from real_desk import DAY, clock_at, made_in
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Card
from relationdesk.domain.ids import FollowUpId, PersonId
from relationdesk.domain.repeating import Repeat
from relationdesk.domain.vocabulary import Action, RepeatAnchor
from relationdesk.work.follow_ups.commands import (
    drop_follow_up,
    finish_follow_up,
    move_follow_up,
    set_follow_up,
    snooze_follow_up,
    spread_follow_ups,
)
from relationdesk.work.follow_ups.queries import open_follow_ups
from relationdesk.work.people.commands import create_person
from relationdesk.work.today.queries import DAYS_AHEAD, TodayPage, today_page

Due = dict[FollowUpId, date]
ACTIONS = ("plan", "plan", "plan", "repeat", "snooze", "move", "finish", "drop", "spread", "nothing")
LIVES = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 1, 1, 2, 12, 400]),  # days asleep
        st.sampled_from(ACTIONS),
        st.integers(0, 9),  # which of those open
        st.sampled_from([1, 1, 2, 7, 8, 20]),  # days from then
    ),
    min_size=3,
    max_size=14,
)


def sections(page: TodayPage) -> list[FollowUpId]:
    return [row.id for section in (page.overdue, page.due_today, page.coming) for row in section]


def act(desk: Desk, person: PersonId, due: Due, step: tuple[str, int, int]) -> None:
    """Do one thing, and write into `due` where everything open is expected from now on."""
    what, which, ahead = step
    day = desk.today() + timedelta(days=ahead)
    chosen = sorted(due)[which % len(due)] if due else None
    if what in {"plan", "repeat"}:
        repeat = Repeat("FREQ=WEEKLY", RepeatAnchor.DONE) if what == "repeat" else None
        due[planned(desk, person, day, repeat)] = day
    elif chosen is None or what == "nothing":
        return
    elif what == "snooze":
        snooze_follow_up(desk, chosen, until=day)
        due[chosen] = day
    elif what == "move":
        move_follow_up(desk, chosen, to=day)
        due[chosen] = day
    elif what == "finish":
        finish_follow_up(desk, chosen, line="")
        del due[chosen]
        due.update(come_back(desk, person, due))
    elif what == "drop":
        drop_follow_up(desk, chosen, why="")
        del due[chosen]
    else:
        late = sorted(one for one, on in due.items() if on < desk.today())
        spread_follow_ups(desk, late)
        due.update({line.id: line.due_on for line in open_follow_ups(desk.reader, person) if line.id in late})
        assert all(due[one] > desk.today() for one in late)


def planned(desk: Desk, person: PersonId, day: date, repeat: Repeat | None) -> FollowUpId:
    return set_follow_up(desk, person_id=person, action=Action.WRITE, reason="Ask", due_on=day, repeat=repeat)


def come_back(desk: Desk, person: PersonId, due: Due) -> Due:
    """Those that came of finishing one: they lie ahead."""
    fresh = {line.id: line.due_on for line in open_follow_ups(desk.reader, person) if line.id not in due}
    assert all(on > desk.today() for on in fresh.values())
    return fresh


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(life=LIVES)
def test_every_open_follow_up_stands_in_one_section_after_any_sleeps_and_moves_by_the_users_hand_alone(
    tmp_path_factory, life
):
    folder: Path = tmp_path_factory.mktemp("asleep")
    clock = clock_at(DAY)
    desk = made_in(folder).opened(clock)
    person = create_person(desk, Card(display_name="Noor"))
    due: Due = {}
    for asleep, *step in life:
        clock.moment += timedelta(days=asleep)
        page = today_page(desk.reader, desk.today())
        shown = sections(page)
        until = desk.today() + timedelta(days=DAYS_AHEAD)

        assert len(shown) == len(set(shown))
        assert set(shown) == {one for one, on in due.items() if on <= until}
        assert {line.id: line.due_on for line in open_follow_ups(desk.reader, person)} == due
        assert [row.due_on for row in page.due_today] == [desk.today()] * len(page.due_today)
        act(desk, person, due, tuple(step))
    desk.close()
