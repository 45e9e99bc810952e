"""Which other copies of this desk were brought together with it."""

from datetime import datetime

from sqlmodel import SQLModel

from relationdesk.desk.tables.columns import identity, moment


class CarryingRow(SQLModel, table=True):
    """A bundle whose changes are on this desk; `id` is the number that it was given when it was made."""

    __tablename__ = "carrying"

    id: int = identity()
    made_at: datetime = moment()
    taken_over_at: datetime = moment()
