"""Texts that are being typed and were not kept yet."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import moment, plain_text, word
from relationdesk.domain.drafts import DraftField


class DraftRow(SQLModel, table=True):
    """What stands in one field, and what was chosen beside it; it goes with the person it tells of.

    One that `rests` is not offered by itself any more.
    """

    __tablename__ = "draft"

    field: DraftField = word(DraftField, primary_key=True)
    subject: int = Field(default=0, primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", ondelete="CASCADE", index=True)
    text: str = plain_text()
    aside: str = plain_text()
    typed_at: datetime = moment()
    rests: bool = False
