"""How often to be in touch, by tag and by topic."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from real_desk import DAY
from relationdesk.desk.desk import Desk
from relationdesk.domain.cadence import ANY_GAP_DAYS, Cadence, LabelKind
from relationdesk.domain.card import Card
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person, set_cadence, set_shared_cadence, trash_person
from relationdesk.work.people.record import person_page
from relationdesk.work.people.rhythms import LabelLine, labels_of_people
from relationdesk.work.today.queries import person_without_cadence, today_page

Add = Callable[..., PersonId]


@pytest.fixture
def add(desk: Desk) -> Add:
    def added(name: str, *tags: str, topics: tuple[str, ...] = (), days_ago: int = 30) -> PersonId:
        person = create_person(desk, Card(display_name=name, tags=tags, topics=topics))
        log_interaction(
            desk,
            people=[person],
            kind=InteractionKind.CALL,
            text="Shoes",
            happened_on=DAY - timedelta(days=days_ago),
        )
        return person

    return added


def label(desk: Desk, name: str) -> LabelLine:
    return next(line for line in labels_of_people(desk.reader) if line.name == name)


def say(desk: Desk, name: str, ideal: int | None, longest: int | None) -> None:
    line = label(desk, name)
    set_shared_cadence(desk, line.kind, line.id, ideal_days=ideal, longest_days=longest)


def test_a_tag_says_how_often_and_undo_takes_it_back(desk: Desk, add: Add):
    person = add("Lea", "running")
    say(desk, "running", 14, 21)

    page = person_page(desk.reader, person, DAY)
    assert page.cadence.cadence == Cadence(14, 21)
    assert (page.cadence.origin.kind, page.cadence.origin.name) == (LabelKind.TAG, "running")
    (row,) = today_page(desk.reader, DAY).distant
    assert (row.person_id, row.ideal_gap_days, row.longest_gap_days) == (person, 14, 21)

    desk.undo()
    assert person_page(desk.reader, person, DAY).cadence is None
    assert today_page(desk.reader, DAY).distant == ()


def test_today_and_the_person_go_by_the_same_of_several(desk: Desk, add: Add):
    person = add("Lea", "vip", "running", topics=("huts",))
    for name, ideal, longest in (("vip", 20, 29), ("running", 5, 60), ("huts", 7, 28)):
        say(desk, name, ideal, longest)

    origin = person_page(desk.reader, person, DAY).cadence.origin
    assert (origin.kind, origin.name) == (LabelKind.TOPIC, "huts")
    (row,) = today_page(desk.reader, DAY).distant
    assert (row.ideal_gap_days, row.longest_gap_days) == (7, 28)


def test_what_is_said_of_a_person_wins_over_their_tags(desk: Desk, add: Add):
    own, none = add("Own", "running"), add("None", "running")
    say(desk, "running", 7, 14)
    set_cadence(desk, own, ideal_days=100, longest_days=200)
    set_cadence(desk, none, ideal_days=None, longest_days=ANY_GAP_DAYS)

    assert today_page(desk.reader, DAY).distant == ()
    assert person_page(desk.reader, own, DAY).cadence.cadence == Cadence(100, 200)
    assert person_page(desk.reader, none, DAY).cadence is None


def test_nobody_is_asked_about_whose_tag_says_how_often(desk: Desk, add: Add):
    asked = add("Asked")
    add("Tagged", "running")
    say(desk, "running", 7, 14)

    assert person_without_cadence(desk.reader).person_id == asked


def test_tags_and_topics_are_counted_without_those_in_the_trash(desk: Desk, add: Add):
    add("Lea", "running", topics=("huts",))
    trash_person(desk, add("Noor", "running"))

    counted = {(line.kind, line.name): line.people for line in labels_of_people(desk.reader)}
    assert counted == {(LabelKind.TAG, "running"): 1, (LabelKind.TOPIC, "huts"): 1}


def test_a_tag_that_is_gone_says_nothing(desk: Desk):
    with pytest.raises(NotFoundError):
        set_shared_cadence(desk, LabelKind.TAG, 77, ideal_days=7, longest_days=14)
