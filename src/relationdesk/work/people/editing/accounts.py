"""Changing a person's accounts and what is known of their audience."""

from datetime import date

from sqlalchemy import select
from sqlmodel import Session, col

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import HandleRow, PersonRow, ReadingRow
from relationdesk.domain.card import HandleEntry
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.profiles import platform_spelt
from relationdesk.domain.readings import Reading
from relationdesk.domain.texts import one_line
from relationdesk.domain.vocabulary import Audience, Source
from relationdesk.work.rows import fetch, move_by, prove_there


def add_account(desk: Desk, person_id: PersonId, told: HandleEntry) -> int:
    """Give a person one more account, after those that they have; one that they have already stays as it is.

    Raises:
        EmptyTextError: the account has no name.
        NotFoundError: the person was deleted meanwhile.
    """
    values = _values(told)
    with desk.change(Label.ADD_HANDLE) as session:
        prove_there(session, PersonRow, person_id)
        own = _accounts(session, person_id)
        for one in own:
            is_it = one.name.casefold() == values["name"].casefold()
            if is_it and platform_spelt(one.platform) == values["platform"]:
                return one.id
        rank = max((one.rank for one in own), default=-1) + 1
        row = HandleRow(
            id=desk.fresh_id(), person_id=person_id, rank=rank, audience=Audience.ONLY_ME, **values
        )
        session.add(row)
    return row.id


def change_account(desk: Desk, handle_id: int, told: HandleEntry) -> None:
    """Have an account be on another platform, under another name or with another link.

    Raises:
        EmptyTextError: the account has no name.
        NotFoundError: it was removed meanwhile.
    """
    values = _values(told)
    with desk.change(Label.CHANGE_HANDLE) as session:
        fetch(session, HandleRow, handle_id).sqlmodel_update(values)


def move_account(desk: Desk, handle_id: int, *, by: int) -> None:
    """Move an account up (negative) or down among the person's, as far as there are any; the first is shown.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.ORDER_HANDLES) as session:
        row = fetch(session, HandleRow, handle_id)
        move_by(_accounts(session, PersonId(row.person_id)), row, by)


def remove_account(desk: Desk, handle_id: int) -> None:
    """Forget an account and how many followed it.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.REMOVE_HANDLE) as session:
        session.delete(fetch(session, HandleRow, handle_id))


def add_reading(desk: Desk, handle_id: int, told: Reading, source: Source) -> int:
    """Note how many follow an account; a second number of one day takes the place of the first.

    Raises:
        NotFoundError: the account was removed meanwhile.
    """
    with desk.change(Label.ADD_READING) as session:
        prove_there(session, HandleRow, handle_id)
        same = select(ReadingRow).where(
            col(ReadingRow.handle_id) == handle_id, col(ReadingRow.taken_on) == told.taken_on
        )
        known = None if told.taken_on is None else session.scalars(same).first()
        if known is not None:
            known.followers, known.source = told.followers, source
            return known.id
        row = ReadingRow(
            id=desk.fresh_id(),
            handle_id=handle_id,
            taken_on=told.taken_on,
            followers=told.followers,
            source=source,
        )
        session.add(row)
    return row.id


def set_followers(desk: Desk, reading_id: int, followers: int) -> None:
    """Correct how many followed an account.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.CHANGE_READING) as session:
        fetch(session, ReadingRow, reading_id).followers = followers


def set_day(desk: Desk, reading_id: int, taken_on: date | None) -> None:
    """Correct the day on which so many followed an account.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.CHANGE_READING) as session:
        fetch(session, ReadingRow, reading_id).taken_on = taken_on


def set_source(desk: Desk, reading_id: int, source: Source) -> None:
    """Correct where a number of followers is known from.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.CHANGE_READING) as session:
        fetch(session, ReadingRow, reading_id).source = source


def remove_reading(desk: Desk, reading_id: int) -> None:
    """Forget how many followed an account on a day.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.REMOVE_READING) as session:
        session.delete(fetch(session, ReadingRow, reading_id))


def _values(told: HandleEntry) -> dict[str, str]:
    name = one_line(told.name).lstrip("@").strip()
    if not name:
        raise EmptyTextError("name")
    return {"platform": platform_spelt(one_line(told.platform)), "name": name, "link": one_line(told.link)}


def _accounts(session: Session, person_id: PersonId) -> list[HandleRow]:
    statement = (
        select(HandleRow)
        .where(col(HandleRow.person_id) == person_id)
        .order_by(col(HandleRow.rank), col(HandleRow.id))
    )
    return list(session.scalars(statement))
