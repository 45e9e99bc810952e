"""Fetching the row that a command is about."""

from typing import TypeVar

from sqlmodel import Session, SQLModel

from relationdesk.domain.errors import NotFoundError

Row = TypeVar("Row", bound=SQLModel)


def fetch(session: Session, table: type[Row], row_id: int) -> Row:
    """The row of `table` with this identity.

    Raises:
        NotFoundError: it is not there any more.
    """
    row = session.get(table, row_id)
    if row is None:
        raise NotFoundError(str(table.__tablename__), row_id)
    return row
