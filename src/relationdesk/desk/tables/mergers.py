"""Who was merged, so that they can be taken apart again, and who was found to be two."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import belongs_to, identity, moment, part_of, plain_text


class MergerRow(SQLModel, table=True):
    """One person taken for the same as another, whose record went into that of `kept_id`."""

    __tablename__ = "merger"

    id: int = identity()
    kept_id: int = belongs_to("person")
    other_id: int
    other_name: str = plain_text()
    merged_at: datetime = moment()


class MergedRow(SQLModel, table=True):
    """A row that a merge changed, as it was and as it became, in JSON; `after` is empty where it went.

    `picture_hash` keeps the content that `before` names.
    """

    __tablename__ = "merged_row"

    id: int = identity()
    merger_id: int = belongs_to("merger")
    table_name: str = plain_text()
    before: str = plain_text()
    after: str = plain_text()
    picture_hash: str | None = Field(default=None, foreign_key="blob.hash", index=True)


class NotSameRow(SQLModel, table=True):
    """Two people who look alike and are not the same; `person_id` is the smaller of both."""

    __tablename__ = "not_same"

    person_id: int = part_of("person")
    other_id: int = Field(foreign_key="person.id", ondelete="CASCADE", primary_key=True, index=True)
