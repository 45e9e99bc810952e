"""Whom Today proposes to come back to, with what to write about, and whom it leaves in peace."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from real_desk import DAY
from relationdesk.desk.desk import Desk
from relationdesk.domain.balance import Because, Peace
from relationdesk.domain.card import Birthday, Card, FactEntry, PreferenceEntry
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.numbers import Numbers
from relationdesk.domain.reasons import Reason, ReasonKind
from relationdesk.domain.vocabulary import (
    Direction,
    InteractionKind,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    Source,
    Tone,
)
from relationdesk.work.follow_ups.commands import keep_promise, make_promise
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person, set_cadence
from relationdesk.work.people.record import person_page
from relationdesk.work.settings.commands import choose_numbers
from relationdesk.work.today.queries import today_page

LOVES = PreferenceEntry(Polarity.LOVES, PreferenceCategory.FORMAT, "long formats")
REFUSES = PreferenceEntry(Polarity.REFUSES, PreferenceCategory.TOPIC, "nicotine")
BROTHER = FactEntry("her brother", "runs the club")

Distant = Callable[..., PersonId]


@pytest.fixture
def distant(desk: Desk) -> Distant:
    """Somebody last talked with hundred days ago, who should be every ten."""

    def made(name: str = "Lea", ago: int = 100, **known: object) -> PersonId:
        person = create_person(desk, Card(display_name=name, **known))
        set_cadence(desk, person, ideal_days=10, longest_days=20)
        happen(desk, person, ago, InteractionKind.CALL, Direction.BOTH, title="The autumn shoes")
        return person

    return made


def happen(  # noqa: PLR0917 - a line of a table
    desk: Desk,
    person: PersonId,
    ago: int,
    kind: InteractionKind = InteractionKind.EMAIL,
    direction: Direction = Direction.I_REACHED_OUT,
    tone: Tone = Tone.NEITHER,
    title: str = "x",
) -> None:
    log_interaction(
        desk,
        people=[person],
        kind=kind,
        text="",
        title=title,
        direction=direction,
        tone=tone,
        happened_on=DAY - timedelta(days=ago),
    )


def proposed(desk: Desk) -> set[PersonId]:
    return {row.person_id for row in today_page(desk.reader, DAY).distant}


def reason(desk: Desk, person: PersonId) -> Reason | None:
    return today_page(desk.reader, DAY).reasons.get(person)


def test_the_reasons_are_drawn_from_what_is_known_the_best_first(desk: Desk, distant: Distant):
    person = distant(preferences=(REFUSES, LOVES), facts=(BROTHER,), birthday=Birthday(12, 3, 1990))
    happen(desk, person, 9, InteractionKind.PUBLICATION, Direction.THEY_REACHED_OUT, title="A night race")
    promise = make_promise(desk, person_id=person, side=PromiseSide.I_OWE, what="the shoes")
    make_promise(desk, person_id=person, side=PromiseSide.THEY_OWE, what="the figures")

    assert reason(desk, person) == Reason(ReasonKind.PROMISE, "the shoes", DAY)
    keep_promise(desk, promise)
    assert reason(desk, person) == Reason(ReasonKind.BIRTHDAY, "", date(2026, 12, 3))
    change(desk, "UPDATE person SET birth_day = NULL")
    assert reason(desk, person) == Reason(ReasonKind.PUBLICATION, "A night race", DAY - timedelta(days=9))
    change(desk, "DELETE FROM interaction WHERE kind = 'publication'")
    assert reason(desk, person) == Reason(ReasonKind.PREFERENCE, "long formats", DAY, Source.THEY_SAID)
    change(desk, "DELETE FROM preference WHERE polarity = 'loves'")
    assert reason(desk, person) == Reason(
        ReasonKind.FACT, "runs the club", DAY, Source.THEY_SAID, label="her brother"
    )
    change(desk, "UPDATE fact SET noted_on = '2024-11-24'")
    found = reason(desk, person)
    assert found is not None
    assert found.is_old
    change(desk, "DELETE FROM fact")
    assert reason(desk, person) == Reason(ReasonKind.LAST_TALK, "The autumn shoes", DAY - timedelta(days=100))


def test_a_birthday_on_the_29th_of_february_is_a_reason_in_a_common_year(desk: Desk, distant: Distant):
    person = distant(birthday=Birthday(2, 29, 1992))

    page = today_page(desk.reader, date(2027, 2, 20))
    assert page.reasons[person] == Reason(ReasonKind.BIRTHDAY, "", date(2027, 2, 28))


def test_nobody_is_proposed_who_is_to_be_left_in_peace_and_their_screen_says_so(desk: Desk, distant: Distant):
    written, asked, other = distant("Written"), distant("Asked"), distant("Other")
    for ago in (40, 20, 10, 5):
        happen(desk, written, ago)
    for ago in (9, 8, 7):
        happen(desk, asked, ago, InteractionKind.PARCEL, tone=Tone.ASKED)

    assert proposed(desk) == {other}
    assert peace(desk, written) == Peace(DAY + timedelta(days=25), Because.REMINDERS, 3)
    assert peace(desk, asked) == Peace(DAY + timedelta(days=23), Because.ASKS, 3)
    assert person_page(desk.reader, asked, DAY).balance.asked == 3


def test_peace_lasts_as_long_as_the_user_wants(desk: Desk, distant: Distant):
    person = distant()
    for ago in (14, 13, 12, 11):
        happen(desk, person, ago)
    assert proposed(desk) == set()

    choose_numbers(desk, Numbers(peace_days=11))

    assert peace(desk, person) is None
    assert proposed(desk) == {person}


def test_those_behind_many_who_are_in_peace_are_proposed_all_the_same(desk: Desk, distant: Distant):
    for number in range(25):
        resting = distant(f"Resting {number}", ago=200 - number)
        for ago in (4, 3, 2, 1):
            happen(desk, resting, ago)
    last = distant("Last", ago=30)

    assert proposed(desk) == {last}


def peace(desk: Desk, person: PersonId) -> Peace | None:
    page = person_page(desk.reader, person, DAY)
    assert page is not None
    return page.balance.peace


def change(desk: Desk, statement: str) -> None:
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(text(statement))
