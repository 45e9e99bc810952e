"""What is to be remembered of a person: kept, changed, ranked, forgotten, and what it says would suit."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from real_desk import DAY, archive_of, assert_sound, made_in
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Card
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.money import Money
from relationdesk.domain.suiting.question_words import question_text
from relationdesk.domain.suiting.wording import sentence
from relationdesk.domain.vocabulary import (
    InteractionKind,
    Polarity,
    PreferenceCategory,
    Reward,
    Source,
    Stage,
    Tone,
)
from relationdesk.work.exports.commands import read_archive, write_archive
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.partnerships.commands import add_partnership
from relationdesk.work.partnerships.queries import partnerships_of
from relationdesk.work.people.commands import create_person, trash_person
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
from relationdesk.work.people.record import PersonPage, person_page
from relationdesk.work.people.suiting import would_suit
from relationdesk.work.people.told import Fact, Preference, Refusal
from relationdesk.work.trash.commands import remove_for_good
from relationdesk.work.trash.queries import Kind

FORMATS = Preference(Polarity.LOVES, PreferenceCategory.FORMAT, "long formats")
PAID = Preference(
    Polarity.LIKES, PreferenceCategory.REWARD, reward=Reward.PAID, money=Money(Decimal(400), "EUR")
)


@pytest.fixture
def lea(desk: Desk) -> PersonId:
    return create_person(desk, Card(display_name="Léa Marchetti", time_zone="Europe/Paris"))


def page_of(desk: Desk, person: PersonId) -> PersonPage:
    page = person_page(desk.reader, person, DAY)
    assert page is not None
    return page


def sentences(desk: Desk, person: PersonId, today: date = DAY) -> list[str]:
    answer = would_suit(page_of(desk, person), partnerships_of(desk.reader, person), today)
    return [*map(sentence, answer.clauses), *map(question_text, answer.questions)]


def channel(value: str) -> Preference:
    return Preference(Polarity.LIKES, PreferenceCategory.CHANNEL, value, noted_on=DAY)


def test_a_preference_keeps_all_that_was_told_of_it(desk: Desk, lea: PersonId):
    call = log_interaction(desk, people=[lea], kind=InteractionKind.CALL, text="About the shoes")
    told = Preference(
        Polarity.AVOIDS,
        PreferenceCategory.REWARD,
        "with a written contract",
        Reward.PAID,
        Money(Decimal("1250.50"), "GBP"),
        Source.I_SAW,
        call,
        date(2026, 5, 1),
    )

    remember_preference(desk, lea, told)

    (line,) = page_of(desk, lea).preferences
    assert (line.polarity, line.category, line.value) == (told.polarity, told.category, told.value)
    assert (line.reward, line.amount, line.currency) == (Reward.PAID, Decimal("1250.50"), "GBP")
    assert (line.source, line.source_interaction_id, line.noted_on) == (Source.I_SAW, call, told.noted_on)


def test_what_has_no_day_is_known_as_of_today(desk: Desk, lea: PersonId):
    remember_preference(desk, lea, FORMATS)
    remember_fact(desk, lea, Fact("size 39"))
    note_refusal(desk, lea, Refusal("scripted films"))

    page = page_of(desk, lea)
    assert (page.preferences[0].noted_on, page.facts[0].noted_on, page.refusals[0].said_on) == (DAY,) * 3


def test_each_change_is_one_step_that_undo_takes_back(desk: Desk, lea: PersonId):
    preference = remember_preference(desk, lea, PAID)
    fact = remember_fact(desk, lea, Fact("size 39"))
    refusal = note_refusal(desk, lea, Refusal("scripted films"))
    desk.forget_steps()
    states = [archive_of(desk)]
    for change in (
        lambda: change_preference(desk, preference, FORMATS),
        lambda: change_fact(desk, fact, Fact("40", label="size", source=Source.I_GUESS)),
        lambda: change_refusal(desk, refusal, Refusal(client="Salto", until=date(2027, 1, 31))),
        lambda: set_quiet_times(desk, lea, weekdays=(6, 5, 6), starts=time(20), ends=time(8)),
        lambda: remove_preference(desk, preference),
        lambda: remove_fact(desk, fact),
        lambda: remove_refusal(desk, refusal),
    ):
        change()
        states.append(archive_of(desk))

    assert len(set(states)) == len(states)
    for state in reversed(states[:-1]):
        desk.undo()
        assert archive_of(desk) == state
    assert_sound(desk)


def test_what_is_no_reward_has_no_amount(desk: Desk, lea: PersonId):
    preference = remember_preference(desk, lea, PAID)

    change_preference(desk, preference, replace(PAID, category=PreferenceCategory.TOPIC, value="sailing"))

    (line,) = page_of(desk, lea).preferences
    assert (line.reward, line.amount, line.currency) == (None, None, "")


def test_a_change_that_says_nothing_is_refused_and_changes_nothing(desk: Desk, lea: PersonId):
    preference = remember_preference(desk, lea, FORMATS)
    before = archive_of(desk)

    with pytest.raises(EmptyTextError):
        change_preference(desk, preference, Preference(Polarity.LIKES, PreferenceCategory.FORMAT, " "))

    assert archive_of(desk) == before


def test_a_channel_goes_up_one_place_at_a_time(desk: Desk, lea: PersonId):
    first, second, third = (
        remember_preference(desk, lea, channel(name)) for name in ("e-mail", "a letter", "voice message")
    )

    prefer_channel(desk, third)
    assert channels(desk, lea) == ["e-mail", "voice message", "a letter"]
    prefer_channel(desk, third)
    prefer_channel(desk, third)
    assert channels(desk, lea) == ["voice message", "e-mail", "a letter"]
    change_preference(desk, third, channel("a voice message"))
    assert channels(desk, lea) == ["a voice message", "e-mail", "a letter"]
    assert first != second
    assert "Best reached by: a voice message, then e-mail, then a letter." in sentences(desk, lea)


def channels(desk: Desk, person: PersonId) -> list[str]:
    return [line.value for line in page_of(desk, person).preferences]


def test_half_of_the_quiet_hours_is_none(desk: Desk, lea: PersonId):
    set_quiet_times(desk, lea, weekdays=(), starts=time(20), ends=None)

    record = page_of(desk, lea).record
    assert (record.quiet_days, record.quiet_from, record.quiet_until) == (None, None, None)


def test_what_was_kept_becomes_what_would_suit(desk: Desk, lea: PersonId):
    remember_preference(desk, lea, PAID)
    remember_preference(desk, lea, FORMATS)
    note_refusal(
        desk, lea, Refusal(client="Salto", reward=Reward.PAID, said_by="Paul Roy", until=date(2027, 1, 31))
    )
    remember_fact(desk, lea, Fact("39", label="size", noted_on=date(2024, 1, 1)))
    set_quiet_times(desk, lea, weekdays=(6,), starts=time(20), ends=time(8))

    assert sentences(desk, lea) == [
        "A fee from €400 would suit.",
        "Build on: long formats.",
        "Not to be proposed until 31 January 2027: a fee for Salto (said by Paul Roy).",
        "Leave in peace: Sunday, from 20:00 to 08:00 (Europe/Paris).",
        "Paul Roy said no to a fee for Salto: what do they say themselves?",
        "Still true: size: 39?",
    ]


def test_an_agreement_under_way_leaves_a_hello(desk: Desk, lea: PersonId):
    remember_preference(desk, lea, PAID)
    add_partnership(desk, person_id=lea, client="Olivade", title="Spring oil", stage=Stage.TALKING)

    assert sentences(desk, lea) == ["Nothing new now: just say hello. Olivade × Spring oil is under way."]


def test_after_the_third_ask_in_a_row_there_is_nothing_to_propose(desk: Desk, lea: PersonId):
    remember_preference(desk, lea, PAID)
    for _ in range(3):
        log_interaction(desk, people=[lea], kind=InteractionKind.EMAIL, text="A favour", tone=Tone.ASKED)

    assert sentences(desk, lea) == ["Nothing before 24 December 2026: you asked them 3 times in a row."]


def test_an_interaction_that_goes_leaves_what_it_taught(desk: Desk, lea: PersonId):
    call = log_interaction(desk, people=[lea], kind=InteractionKind.CALL, text="No scripts, she said")
    note_refusal(desk, lea, Refusal("scripts", interaction_id=call))
    with desk.writer.transaction() as session:
        session.connection().exec_driver_sql("DELETE FROM interaction")

    (line,) = page_of(desk, lea).refusals
    assert (line.what, line.source_interaction_id) == ("scripts", None)


def test_whoever_is_removed_for_good_takes_their_refusals_along(desk: Desk, lea: PersonId):
    noor = create_person(desk, Card(display_name="Noor Benali"))
    for person in (lea, noor):
        note_refusal(desk, person, Refusal("scripted films"))

    trash_person(desk, lea)
    remove_for_good(desk, Kind.PERSON, lea)

    assert desk.reader.ids("SELECT person_id FROM refusal") == [noor]


def test_an_archive_brings_all_of_it_back(desk: Desk, lea: PersonId, tmp_path: Path):
    remember_preference(desk, lea, PAID)
    note_refusal(desk, lea, Refusal("scripted films", why="too stiff", client="Salto"))
    set_quiet_times(desk, lea, weekdays=(6,), starts=time(20), ends=time(8))
    write_archive(desk.reader, tmp_path / "all.json")
    (tmp_path / "other").mkdir()
    other = made_in(tmp_path / "other").opened()

    read_archive(other, tmp_path / "all.json")

    assert sentences(other, lea) == sentences(desk, lea)
    assert archive_of(other) == archive_of(desk)
    other.close()
