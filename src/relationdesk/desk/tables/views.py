"""Filters that the user kept under a name."""

from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import identity, plain_text


class SavedViewRow(SQLModel, table=True):
    """A filter of People as it was typed, found again by its folded name; `rank` is its place in the rail."""

    __tablename__ = "saved_view"

    id: int = identity()
    name: str = plain_text()
    name_key: str = Field(default="", unique=True)
    typed: str = plain_text()
    rank: int = 0
