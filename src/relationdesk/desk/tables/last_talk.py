"""When one last talked with each person, and what happened with them at all, kept by `desk.last_talk`."""

from datetime import date

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import day_or_none


class LastTalkRow(SQLModel, table=True):
    """The day of the last two-way contact with a person, and from when on its absence counts.

    `distant_after` is the longest gap in days; empty for those who never grow distant: without a rhythm,
    not to be contacted, archived or in the trash. `contact` is the day of the last contact of any kind, and
    `kinds` adds up `KIND_BITS` of what happened. While a change is under way, a `stale` row waits for being
    counted again.
    """

    __tablename__ = "last_talk"
    __table_args__ = (
        Index(
            "ix_last_talk_distant",
            *("day", "person_id", "distant_after"),
            sqlite_where=text("distant_after IS NOT NULL"),
        ),
        Index("ix_last_talk_contact", "contact", "person_id", sqlite_where=text("contact IS NOT NULL")),
        Index("ix_last_talk_stale", "stale", sqlite_where=text("stale")),
    )

    person_id: int = Field(
        foreign_key="person.id",
        ondelete="CASCADE",
        primary_key=True,
        sa_column_kwargs={"autoincrement": False},
    )
    day: date | None = day_or_none()
    distant_after: int | None = None
    contact: date | None = day_or_none()
    kinds: int = 0
    stale: bool = False
