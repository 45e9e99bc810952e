"""Changing what a person is: their kinds, their birthday, the languages they speak and their topics."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import text
from sqlmodel import Session, col, select

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import PersonKindRow, PersonLanguageRow, PersonRow, PersonTopicRow
from relationdesk.domain.card import Birthday
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.folding import fold
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.texts import one_line
from relationdesk.domain.vocabulary import PersonKind
from relationdesk.work.rows import fetch, prove_there

Ranked = TypeVar("Ranked", PersonLanguageRow, PersonTopicRow)
_TOPIC = "INSERT INTO topic(id, name, name_key) VALUES (:id, :name, :key) ON CONFLICT DO NOTHING"
_TOPIC_ID = "SELECT id FROM topic WHERE name_key = :key"


def set_kind(desk: Desk, person_id: PersonId, kind: PersonKind, *, is_one: bool) -> None:
    """Say that a person is of a kind, or that they are not.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.SET_KINDS) as session:
        prove_there(session, PersonRow, person_id)
        row = session.get(PersonKindRow, (person_id, kind))
        if is_one and row is None:
            session.add(PersonKindRow(person_id=person_id, kind=kind))
        elif row is not None and not is_one:
            session.delete(row)


def set_birthday(desk: Desk, person_id: PersonId, birthday: Birthday | None) -> None:
    """Say when a person's birthday is, as it is told and no more; None forgets it.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.SET_BIRTHDAY) as session:
        person = fetch(session, PersonRow, person_id)
        person.birth_day = birthday.day if birthday else None
        person.birth_month = birthday.month if birthday else None
        person.birth_year = birthday.year if birthday else None


def add_language(desk: Desk, person_id: PersonId, language: str) -> None:
    """Say that a person speaks a language (BCP 47 tag), after those that are known already.

    Raises:
        EmptyTextError: no language is named.
        NotFoundError: the person was deleted meanwhile.
    """
    if not language.strip():
        raise EmptyTextError("language")
    with desk.change(Label.SET_LANGUAGES) as session:
        prove_there(session, PersonRow, person_id)
        rows = _languages(session, person_id)
        if language not in [row.language for row in rows]:
            _rank([*rows, PersonLanguageRow(person_id=person_id, language=language)], session)


def remove_language(desk: Desk, person_id: PersonId, language: str) -> None:
    """Say that a person does not speak a language; the next one is preferred then."""
    with desk.change(Label.SET_LANGUAGES) as session:
        rows = _languages(session, person_id)
        for row in rows:
            if row.language == language:
                session.delete(row)
        _rank([row for row in rows if row.language != language], session)


def put_language(desk: Desk, person_id: PersonId, language: str, *, at: int) -> None:
    """Have a language come at this rank, the preferred one is at 0."""
    with desk.change(Label.SET_LANGUAGES) as session:
        rows = _languages(session, person_id)
        _rank(_moved(rows, [row.language for row in rows], language, at), session)


def add_topic(desk: Desk, person_id: PersonId, name: str) -> None:
    """Give a person one more topic, made when it is new; it is the same whatever its accents and case.

    Raises:
        EmptyTextError: the topic is empty.
        NotFoundError: the person was deleted meanwhile.
    """
    key = _key(name)
    with desk.change(Label.SET_TOPICS) as session:
        prove_there(session, PersonRow, person_id)
        session.execute(text(_TOPIC), {"id": desk.fresh_id(), "name": one_line(name), "key": key})
        topic = _topic(session, key)
        rows = _topics(session, person_id)
        if topic is not None and topic not in [row.topic_id for row in rows]:
            _rank([*rows, PersonTopicRow(person_id=person_id, topic_id=topic)], session)


def remove_topic(desk: Desk, person_id: PersonId, name: str) -> None:
    """Take a topic from a person; the next one is the main one then.

    Raises:
        EmptyTextError: the topic is empty.
    """
    with desk.change(Label.SET_TOPICS) as session:
        topic, rows = _topic(session, _key(name)), _topics(session, person_id)
        for row in rows:
            if row.topic_id == topic:
                session.delete(row)
        _rank([row for row in rows if row.topic_id != topic], session)


def put_topic(desk: Desk, person_id: PersonId, name: str, *, at: int) -> None:
    """Have a topic come at this rank, the main one is at 0.

    Raises:
        EmptyTextError: the topic is empty.
    """
    with desk.change(Label.SET_TOPICS) as session:
        topic, rows = _topic(session, _key(name)), _topics(session, person_id)
        _rank(_moved(rows, [row.topic_id for row in rows], topic, at), session)


def _languages(session: Session, person_id: PersonId) -> list[PersonLanguageRow]:
    own = select(PersonLanguageRow).where(col(PersonLanguageRow.person_id) == person_id)
    return list(session.exec(own.order_by(col(PersonLanguageRow.rank), col(PersonLanguageRow.language))))


def _topics(session: Session, person_id: PersonId) -> list[PersonTopicRow]:
    own = select(PersonTopicRow).where(col(PersonTopicRow.person_id) == person_id)
    return list(session.exec(own.order_by(col(PersonTopicRow.rank), col(PersonTopicRow.topic_id))))


def _topic(session: Session, key: str) -> int | None:
    found = session.execute(text(_TOPIC_ID), {"key": key}).scalar()
    return None if found is None else int(found)


def _moved(rows: list[Ranked], names: Sequence[object], name: object, at: int) -> list[Ranked]:
    if name not in names:
        return rows
    one = rows[names.index(name)]
    moved = [row for row in rows if row is not one]
    moved.insert(at, one)
    return moved


def _rank(rows: Sequence[PersonLanguageRow | PersonTopicRow], session: Session) -> None:
    """Write the ranks of rows in this order, and the rows that are new."""
    for rank, row in enumerate(rows):
        if row.rank != rank or row not in session:
            row.rank = rank
            session.add(row)


def _key(name: str) -> str:
    key = fold(one_line(name))
    if not key:
        raise EmptyTextError("topic")
    return key
