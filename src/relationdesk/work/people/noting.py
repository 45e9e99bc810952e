"""Adding single things to a person's record: an account, a birthday."""

from sqlalchemy import func, select
from sqlmodel import col

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import HandleRow, PersonRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Audience
from relationdesk.work.rows import fetch, prove_there


def add_handle(desk: Desk, person_id: PersonId, *, platform: str, name: str) -> int:
    """Give a person one more account, after those that they have; one that they have already stays as it is.

    Raises:
        EmptyTextError: the account has no name.
        NotFoundError: the person was deleted meanwhile.
    """
    account = name.strip().lstrip("@")
    if not account:
        raise EmptyTextError("name")
    with desk.change(Label.ADD_HANDLE) as session:
        prove_there(session, PersonRow, person_id)
        own = col(HandleRow.person_id) == person_id
        is_it = own & (col(HandleRow.platform) == platform) & (col(HandleRow.name) == account)
        known = session.scalar(select(col(HandleRow.id)).where(is_it))
        if known is not None:
            return known
        last = session.scalar(select(func.max(col(HandleRow.rank))).where(own))
        row = HandleRow(
            id=desk.fresh_id(),
            person_id=person_id,
            platform=platform,
            name=account,
            link="",
            rank=0 if last is None else last + 1,
            audience=Audience.ONLY_ME,
        )
        session.add(row)
    return row.id


def set_birthday(desk: Desk, person_id: PersonId, *, day: int, month: int, year: int | None) -> None:
    """Say when a person's birthday is; without a year the one that is known stays.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.SET_BIRTHDAY) as session:
        person = fetch(session, PersonRow, person_id)
        person.birth_day, person.birth_month = day, month
        person.birth_year = year or person.birth_year
