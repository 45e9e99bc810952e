"""Whom to ask about, and what a desk remembers for its user."""

import pytest

from real_desk import clock_at, made_in
from relationdesk.domain.card import Card
from relationdesk.domain.ids import PersonId
from relationdesk.work import people, settings
from relationdesk.work.today.queries import person_without_cadence


@pytest.fixture
def own(tmp_path):
    opened = made_in(tmp_path).opened(clock_at())
    yield opened
    opened.close()


def add(desk, name):
    return people.commands.create_person(desk, Card(display_name=name))


def test_nobody_is_asked_about_on_an_empty_desk(own):
    assert person_without_cadence(own.reader) is None


def test_the_newest_without_a_cadence_is_asked_about_and_the_skipped_are_not(own):
    first, second, third = (add(own, name) for name in ("Ada", "Bo", "Cleo"))
    people.commands.set_cadence(own, third, ideal_days=28, longest_days=42)

    assert person_without_cadence(own.reader).person_id == second
    assert person_without_cadence(own.reader, skipped=[second]).person_id == first
    assert person_without_cadence(own.reader, skipped=[first, second]) is None


def test_what_is_remembered_is_no_step_of_undo(own):
    settings.commands.remind_of_recovery_code(own)
    settings.commands.keep_opened_last(own, [PersonId(3), PersonId(1)])
    settings.commands.keep_opened_last(own, [PersonId(1), PersonId(7)])

    assert own.undo_state().undo is None
    assert settings.queries.recovery_code_waits(own.reader)
    assert settings.queries.opened_last(own.reader) == [1, 7, 3]


def test_the_questions_rest_on_their_day_alone(own):
    settings.commands.ask_no_cadence_on(own, own.today())

    assert not settings.queries.asks_cadence_on(own.reader, own.today())
    assert settings.queries.asks_cadence_on(own.reader, own.today().replace(day=25))


def test_a_letterhead_is_wanted_until_it_is_told_or_was_offered(own):
    assert settings.queries.wants_letterhead(own.reader)

    settings.commands.remember_letterhead_offer(own)

    assert not settings.queries.wants_letterhead(own.reader)
