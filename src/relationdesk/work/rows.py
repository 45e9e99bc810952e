"""The rows that a command is about: fetched, put in order, moved to the trash and back."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import TypeVar

from sqlalchemy import Select, bindparam, select
from sqlmodel import Session, SQLModel

from relationdesk.desk.tables import (
    ContactPointRow,
    HandleRow,
    OrganisationRow,
    OwnFieldRow,
    PartnershipRow,
    PersonRow,
    SavedViewRow,
)
from relationdesk.domain.errors import NotFoundError

Row = TypeVar("Row", bound=SQLModel)
Ranked = TypeVar("Ranked", ContactPointRow, HandleRow, OwnFieldRow, SavedViewRow)
Trashable = type[PersonRow] | type[OrganisationRow] | type[PartnershipRow]


def prove_there(session: Session, table: type[SQLModel], *row_ids: int | None) -> None:
    """Make sure that rows of `table` have these identities, without loading them; None is no row to prove.

    Raises:
        NotFoundError: one of them is not there any more.
    """
    connection = session.connection()
    for row_id in row_ids:
        if row_id is not None and connection.execute(_one_of(table), {"wanted": row_id}).first() is None:
            raise NotFoundError(str(table.__tablename__), row_id)


@cache
def _one_of(table: type[SQLModel]) -> Select[tuple[int]]:
    key = SQLModel.metadata.tables[str(table.__tablename__)].columns["id"]
    return select(key).where(key == bindparam("wanted"))


def fetch(session: Session, table: type[Row], row_id: int) -> Row:
    """The row of `table` with this identity.

    Raises:
        NotFoundError: it is not there any more.
    """
    row = session.get(table, row_id)
    if row is None:
        raise NotFoundError(str(table.__tablename__), row_id)
    return row


def move_by(rows: Sequence[Ranked], row: Ranked, by: int) -> None:
    """Move one of the rows, which stand in their order, so many places down; up for a negative number.

    It goes no further than there are rows, and all are ranked anew.
    """
    place = rows.index(row)
    order = [one for one in rows if one is not row]
    order.insert(max(0, min(place + by, len(order))), row)
    for rank, one in enumerate(order):
        one.rank = rank


def move_to_trash(session: Session, table: Trashable, row_id: int, now: datetime) -> None:
    """Mark a row as put into the trash at this moment; one that is there already keeps its own.

    Raises:
        NotFoundError: it is not there any more.
    """
    row = fetch(session, table, row_id)
    row.trashed_at = row.trashed_at or now


def put_back(session: Session, table: Trashable, row_id: int) -> None:
    """Take the mark of the trash off a row.

    Raises:
        NotFoundError: it is not there any more.
    """
    fetch(session, table, row_id).trashed_at = None
