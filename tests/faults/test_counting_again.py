"""Counting everybody again after a number was changed goes on where it was killed."""

from dataclasses import replace
from pathlib import Path

import pytest
from jobs import count_again
from kills import Office, office
from sqlalchemy import text

from real_desk import DAY, Made, assert_sound, made_in
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Card
from relationdesk.domain.labels import Label
from relationdesk.domain.numbers import Numbers
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person
from relationdesk.work.settings.commands import choose_numbers, go_on_counting

PEOPLE = 60
WRONG = "SELECT count(*) FROM last_talk WHERE day IS NOT :day"
AFTER = (0, 0.005, 0.02, 0.05)


@pytest.fixture(scope="module")
def offices():
    with office() as opened:
        yield opened


def half_way(folder: Path) -> Made:
    """A desk on which everybody waits to be counted again, and nobody's day is right."""
    made = made_in(folder)
    desk = made.opened()
    for number in range(PEOPLE):
        person = create_person(desk, Card(display_name=f"Person {number}"))
        log_interaction(desk, people=[person], kind=InteractionKind.CALL, text="Shoes", happened_on=DAY)
    choose_numbers(desk, replace(Numbers(), answer_days=9))
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(text("UPDATE last_talk SET day = NULL"))
    desk.close()
    return made


def left(desk: Desk) -> int:
    return desk.reader.number(WRONG, day=DAY)


def test_whoever_is_left_when_it_is_killed_is_counted_the_next_time(offices: Office, tmp_path: Path):
    counted = []
    for number, after in enumerate(AFTER):
        folder = tmp_path / str(number)
        folder.mkdir()
        made = half_way(folder)
        acknowledged = offices.killed(count_again, made.files, made.key, after=after)
        desk = made.opened()
        counted.append(PEOPLE - left(desk))
        assert min(acknowledged, PEOPLE) <= counted[-1] <= acknowledged + 1

        while go_on_counting(desk):
            pass

        assert left(desk) == 0
        assert_sound(desk)
        desk.close()
    assert any(0 < number < PEOPLE for number in counted)
