"""Keeping, changing and removing what is to be remembered of a person."""

from datetime import time
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import FactRow, InteractionRow, PersonRow, PreferenceRow, RefusalRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.texts import many_lines, one_line
from relationdesk.domain.vocabulary import Audience, OrganisationKind, PreferenceCategory, Source
from relationdesk.work.people.told import Fact, Preference, Refusal
from relationdesk.work.people.writing import CardWriter
from relationdesk.work.rows import fetch, prove_there
from relationdesk.work.settings.region import home_region


def remember_preference(desk: Desk, person_id: PersonId, told: Preference) -> int:
    """Keep what a person loves, likes, avoids or refuses, as of today where no day is told.

    Raises:
        EmptyTextError: it says nothing.
        NotFoundError: the person, or what happened when it was told, was deleted meanwhile.
    """
    with desk.change(Label.NOTE_PREFERENCE) as session:
        prove_there(session, PersonRow, person_id)
        prove_there(session, InteractionRow, told.interaction_id)
        values = _of(told) | {"noted_on": told.noted_on or desk.today()}
        row = PreferenceRow(id=desk.fresh_id(), person_id=person_id, audience=Audience.ONLY_ME, **values)
        session.add(row)
    return row.id


def change_preference(desk: Desk, preference_id: int, told: Preference) -> None:
    """Have a preference say something else; its rank and who may read it stay.

    Raises:
        EmptyTextError: it says nothing.
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.CHANGE_PREFERENCE) as session:
        fetch(session, PreferenceRow, preference_id).sqlmodel_update(_of(told))


def remove_preference(desk: Desk, preference_id: int) -> None:
    """Forget a preference.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.REMOVE_PREFERENCE) as session:
        session.delete(fetch(session, PreferenceRow, preference_id))


def prefer_channel(desk: Desk, preference_id: int) -> None:
    """Put a channel one place up among those of the same person, by which each gets its rank.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.CHANGE_PREFERENCE) as session:
        row = fetch(session, PreferenceRow, preference_id)
        ranked = _channels(session, row.person_id)
        place = ranked.index(row)
        ranked[max(place - 1, 0) : place + 1] = reversed(ranked[max(place - 1, 0) : place + 1])
        for rank, channel in enumerate(ranked):
            channel.rank = rank


def remember_fact(desk: Desk, person_id: PersonId, told: Fact) -> int:
    """Keep a small thing worth knowing, as of today where no day is told.

    Raises:
        EmptyTextError: it says nothing.
        NotFoundError: the person, or what happened when it was told, was deleted meanwhile.
    """
    with desk.change(Label.NOTE_PREFERENCE) as session:
        prove_there(session, PersonRow, person_id)
        prove_there(session, InteractionRow, told.interaction_id)
        values = _of_fact(told) | {"noted_on": told.noted_on or desk.today()}
        row = FactRow(id=desk.fresh_id(), person_id=person_id, audience=Audience.ONLY_ME, **values)
        session.add(row)
    return row.id


def change_fact(desk: Desk, fact_id: int, told: Fact) -> None:
    """Have a fact say something else.

    Raises:
        EmptyTextError: it says nothing.
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.CHANGE_PREFERENCE) as session:
        fetch(session, FactRow, fact_id).sqlmodel_update(_of_fact(told))


def remove_fact(desk: Desk, fact_id: int) -> None:
    """Forget a fact.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.REMOVE_PREFERENCE) as session:
        session.delete(fetch(session, FactRow, fact_id))


def note_refusal(desk: Desk, person_id: PersonId, told: Refusal) -> int:
    """Keep a "no", said today where no day is told.

    Raises:
        EmptyTextError: it is a no to nothing.
        NotFoundError: the person, or what happened when it was told, was deleted meanwhile.
    """
    with desk.change(Label.NOTE_REFUSAL) as session:
        prove_there(session, PersonRow, person_id)
        prove_there(session, InteractionRow, told.interaction_id)
        values = _of_refusal(desk, session, told) | {"said_on": told.said_on or desk.today()}
        row = RefusalRow(id=desk.fresh_id(), person_id=person_id, audience=Audience.ONLY_ME, **values)
        session.add(row)
    return row.id


def change_refusal(desk: Desk, refusal_id: int, told: Refusal) -> None:
    """Have a "no" say something else.

    Raises:
        EmptyTextError: it is a no to nothing.
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.CHANGE_REFUSAL) as session:
        row = fetch(session, RefusalRow, refusal_id)
        row.sqlmodel_update(_of_refusal(desk, session, told))


def remove_refusal(desk: Desk, refusal_id: int) -> None:
    """Take a "no" away, as if it had not been said.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.REMOVE_REFUSAL) as session:
        session.delete(fetch(session, RefusalRow, refusal_id))


def set_quiet_times(
    desk: Desk, person_id: PersonId, *, weekdays: tuple[int, ...], starts: time | None, ends: time | None
) -> None:
    """Say on which weekdays (Monday is 0) and between which hours to leave a person in peace.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.SET_QUIET_TIMES) as session:
        person = fetch(session, PersonRow, person_id)
        person.quiet_days = "".join(str(day) for day in sorted(set(weekdays))) or None
        person.quiet_from = starts if ends is not None else None
        person.quiet_until = ends if starts is not None else None


def _channels(session: Session, person_id: int) -> list[PreferenceRow]:
    of_person = select(PreferenceRow).where(col(PreferenceRow.person_id) == person_id)
    found = session.scalars(of_person.where(col(PreferenceRow.category) == PreferenceCategory.CHANNEL))
    return sorted(found, key=lambda row: (row.rank is None, row.rank or 0, row.id))


def _of(told: Preference) -> dict[str, Any]:
    is_reward = told.category is PreferenceCategory.REWARD
    reward = told.reward if is_reward else None
    money = told.money if is_reward else None
    return {
        "polarity": told.polarity,
        "category": told.category,
        "value": many_lines(told.value) if reward else _said(told.value),
        "reward": reward,
        "amount": money.amount if money else None,
        "currency": money.currency if money else "",
        "source": told.source,
        "source_interaction_id": told.interaction_id,
        "noted_on": told.noted_on,
    }


def _of_fact(told: Fact) -> dict[str, Any]:
    return {
        "label": one_line(told.label),
        "value": _said(told.value),
        "source": told.source,
        "source_interaction_id": told.interaction_id,
        "noted_on": told.noted_on,
    }


def _of_refusal(desk: Desk, session: Session, told: Refusal) -> dict[str, Any]:
    client = one_line(told.client)
    if not (one_line(told.what) or told.reward or client):
        raise EmptyTextError("what")
    return {
        "what": one_line(told.what),
        "why": one_line(told.why),
        "said_by": one_line(told.said_by),
        "client_id": _client(desk, session, client) if client else None,
        "reward": told.reward,
        "said_on": told.said_on,
        "until": told.until,
        "source_interaction_id": told.interaction_id,
    }


def _client(desk: Desk, session: Session, name: str) -> int:
    writer = CardWriter(desk, session, region=home_region(desk), source=Source.THEY_SAID)
    client = writer.organisation(name, OrganisationKind.CLIENT)
    writer.write()
    return client


def _said(value: str) -> str:
    if not many_lines(value):
        raise EmptyTextError("value")
    return many_lines(value)
