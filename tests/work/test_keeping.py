"""Why and until when somebody is kept, what they agreed to, and who may read what of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from real_desk import DAY, FULL_CARD, archive_of, full_person
from relationdesk.desk.desk import Desk
from relationdesk.domain.errors import EmptyTextError, NotFoundError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.sharing import PersonField, Shareable
from relationdesk.domain.vocabulary import (
    Action,
    Audience,
    InteractionKind,
    LawfulBasis,
)
from relationdesk.work.follow_ups.commands import set_follow_up
from relationdesk.work.follow_ups.queries import open_follow_ups
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person, set_cadence
from relationdesk.work.people.editing.audiences import set_audience, set_field_audience
from relationdesk.work.people.editing.keeping import (
    change_consent,
    keep_until,
    note_consent,
    remove_consent,
    set_do_not_contact,
    set_lawful_basis,
    withdraw_consent,
)
from relationdesk.work.people.editing.told import Consent
from relationdesk.work.people.filtering import filtered_as_typed
from relationdesk.work.people.keeping import Audiences, audiences_of, consents_of, keeping_of
from relationdesk.work.people.merging import merge

Add = Callable[[str], PersonId]
BOOK = Consent("the newsletter", DAY - timedelta(days=90), None, "e-mail of 26 August")


@pytest.fixture
def full(desk: Desk) -> PersonId:
    """Somebody with a row of every kind that may be shared."""
    return full_person(desk)


def test_each_word_on_keeping_is_one_step_of_undo(desk: Desk, add: Add):
    lea = add("Léa")
    before = archive_of(desk)

    set_lawful_basis(desk, lea, LawfulBasis.LEGAL_OBLIGATION, "  invoices of ten years ")
    keep_until(desk, lea, date(2036, 12, 31))
    set_do_not_contact(desk, lea, asked=True, reason=" asked by phone ")

    kept = keeping_of(desk.reader, lea)
    assert kept is not None
    assert (kept.lawful_basis, kept.lawful_basis_note) == (
        LawfulBasis.LEGAL_OBLIGATION,
        "invoices of ten years",
    )
    assert kept.retain_until == date(2036, 12, 31)
    assert (kept.do_not_contact, kept.do_not_contact_reason) == (True, "asked by phone")
    for _ in range(3):
        desk.undo()
    assert archive_of(desk) == before


def test_whoever_may_be_contacted_again_has_no_reason_left(desk: Desk, add: Add):
    lea = add("Léa")
    set_do_not_contact(desk, lea, asked=True, reason="too many letters")
    set_do_not_contact(desk, lea, asked=False, reason="ignored")

    kept = keeping_of(desk.reader, lea)
    assert kept is not None
    assert (kept.do_not_contact, kept.do_not_contact_reason) == (False, "")


def test_a_consent_is_given_today_unless_told_otherwise_and_ends_once(desk: Desk, add: Add):
    lea = add("Léa")
    given = note_consent(desk, lea, Consent("  her  picture "))
    note_consent(desk, lea, BOOK)

    assert [(c.what, c.given_on) for c in consents_of(desk.reader, lea)] == [
        ("her picture", DAY),
        ("the newsletter", BOOK.given_on),
    ]
    withdraw_consent(desk, given)
    change_consent(desk, given, Consent("her picture", DAY, DAY - timedelta(days=1), "a call"))
    withdraw_consent(desk, given)

    last = consents_of(desk.reader, lea)[-1]
    assert (last.what, last.withdrawn_on, last.source) == ("her picture", DAY - timedelta(days=1), "a call")
    remove_consent(desk, given)
    assert [c.what for c in consents_of(desk.reader, lea)] == ["the newsletter"]
    desk.undo()
    assert len(consents_of(desk.reader, lea)) == 2


def test_a_consent_to_nothing_and_words_on_nobody_are_refused(desk: Desk, add: Add):
    lea = add("Léa")
    with pytest.raises(EmptyTextError):
        note_consent(desk, lea, Consent("   "))
    with pytest.raises(NotFoundError):
        note_consent(desk, PersonId(1), BOOK)
    with pytest.raises(NotFoundError):
        set_field_audience(desk, PersonId(1), PersonField.CITY, Audience.SHARED)
    with pytest.raises(NotFoundError):
        set_audience(desk, Shareable.FACT, 1, Audience.SHARED)


def test_whoever_must_not_be_contacted_grows_no_distant_but_keeps_their_follow_ups(desk: Desk, add: Add):
    lea = add("Léa")
    long_ago = DAY - timedelta(days=200)
    log_interaction(desk, people=[lea], kind=InteractionKind.MEETING, text="Lunch", happened_on=long_ago)
    set_cadence(desk, lea, ideal_days=30, longest_days=60)
    set_follow_up(desk, person_id=lea, action=Action.CALL, reason="the contract", due_on=DAY)

    def distant() -> list[PersonId]:
        return [PersonId(one) for one in filtered_as_typed(desk.reader, "is:distant", DAY, 9)]

    assert distant() == [lea]
    set_do_not_contact(desk, lea, asked=True)

    assert distant() == []
    assert [one.reason for one in open_follow_ups(desk.reader, lea)] == ["the contract"]
    desk.undo()
    assert distant() == [lea]


def test_everything_is_for_the_user_alone_until_it_is_shared(desk: Desk, full: PersonId):
    assert audiences_of(desk.reader, full) == Audiences(frozenset(), frozenset())


@pytest.mark.parametrize("field", list(PersonField))
def test_a_field_is_shared_with_all_its_parts_and_taken_back(desk: Desk, add: Add, field: PersonField):
    lea = add("Léa")
    before = archive_of(desk)

    set_field_audience(desk, lea, field, Audience.SHARED)
    assert audiences_of(desk.reader, lea).fields == {field}
    set_field_audience(desk, lea, field, Audience.SHARED)
    assert audiences_of(desk.reader, lea).of(field) is Audience.SHARED

    set_field_audience(desk, lea, field, Audience.ONLY_ME)
    assert audiences_of(desk.reader, lea).of(field) is Audience.ONLY_ME
    assert archive_of(desk) == before


@pytest.mark.parametrize("kind", list(Shareable))
def test_a_row_of_any_kind_is_shared_and_taken_back(desk: Desk, full: PersonId, kind: Shareable):
    if kind is Shareable.INTERACTION:
        (row,) = desk.reader.ids("SELECT interaction_id FROM participant WHERE person_id = :who", who=full)
    else:
        (row, *_more) = desk.reader.ids(f"SELECT id FROM {kind} WHERE person_id = :who", who=full)

    set_audience(desk, kind, row, Audience.SHARED)

    assert audiences_of(desk.reader, full).rows == {(kind, row)}
    set_audience(desk, kind, row, Audience.ONLY_ME)
    assert audiences_of(desk.reader, full).of((kind, row)) is Audience.ONLY_ME


def test_topics_into_which_those_of_somebody_else_came_are_shared_no_more(desk: Desk):
    lea, same = create_person(desk, FULL_CARD), create_person(desk, replace(FULL_CARD, topics=("caves",)))
    for field in (PersonField.TOPICS, PersonField.LANGUAGES, PersonField.CITY):
        set_field_audience(desk, lea, field, Audience.SHARED)

    merge(desk, lea, same, {})

    assert audiences_of(desk.reader, lea).fields == {PersonField.LANGUAGES, PersonField.CITY}
