"""Fields that the user added to the record, and what stands in them."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import belongs_to, identity, plain_text, word
from relationdesk.domain.vocabulary import Audience, OwnKind


class OwnFieldRow(SQLModel, table=True):
    """A field of the user's, found again by its folded name; `rank` is its place among the others."""

    __tablename__ = "own_field"

    id: int = identity()
    name: str = plain_text()
    name_key: str = Field(default="", unique=True)
    kind: OwnKind = word(OwnKind)
    rank: int = 0


class OwnValueRow(SQLModel, table=True):
    """What an own field holds of a person, as `domain.own_values` writes it.

    Somebody made of two may have two values in a field.
    """

    __tablename__ = "own_value"
    __table_args__ = (Index("ix_own_value_held", "own_field_id", "value", "person_id"),)

    id: int = identity()
    person_id: int = belongs_to("person")
    own_field_id: int = Field(foreign_key="own_field.id", ondelete="CASCADE")
    value: str = plain_text()
    audience: Audience = word(Audience)
