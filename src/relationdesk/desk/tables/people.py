"""People: who they are, and what the law says of keeping their data."""

from datetime import date, datetime, time

from sqlalchemy import Index, Text, text
from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import (
    HourText,
    belongs_to,
    day_or_none,
    identity,
    moment,
    moment_or_none,
    part_of,
    plain_text,
    word,
    word_or_none,
)
from relationdesk.domain.vocabulary import Audience, FormOfAddress, LawfulBasis, PersonKind


class PersonRow(SQLModel, table=True):
    """A person. `names_key` holds every name, folded, for search; `sort_key` orders the list.

    `quiet_days` are the digits of weekdays, Monday is 0, and the quiet hours are on the clock of `time_zone`.
    """

    __tablename__ = "person"
    __table_args__ = (
        Index(
            "ix_person_listed",
            *("sort_key", "id", "trashed_at", "archived_at"),
            sqlite_where=text("trashed_at IS NULL AND archived_at IS NULL"),
        ),
        Index("ix_person_birthday", "birth_month", "birth_day", sqlite_where=text("birth_day IS NOT NULL")),
        Index("ix_person_trashed", "trashed_at", sqlite_where=text("trashed_at IS NOT NULL")),
        Index("ix_person_cadence", "ideal_gap_days", sqlite_where=text("ideal_gap_days IS NOT NULL")),
    )

    id: int = identity()
    display_name: str = plain_text()
    given_name: str = plain_text()
    family_name: str = plain_text()
    phonetic_name: str = plain_text()
    pronouns: str = plain_text()
    names_key: str = plain_text()
    sort_key: str = Field(default="", index=True)
    city: str = plain_text()
    country: str = plain_text()
    time_zone: str = plain_text()
    form_of_address: FormOfAddress | None = word_or_none(FormOfAddress)
    addressed_by_title: bool = False
    birth_year: int | None = None
    birth_month: int | None = None
    birth_day: int | None = None
    picture_hash: str | None = Field(default=None, foreign_key="blob.hash", index=True)
    how_met: str = plain_text()
    ideal_gap_days: int | None = None
    longest_gap_days: int | None = None
    lawful_basis: LawfulBasis | None = word_or_none(LawfulBasis)
    lawful_basis_note: str = plain_text()
    do_not_contact: bool = False
    do_not_contact_reason: str = plain_text()
    retain_until: date | None = day_or_none()
    quiet_days: str | None = Field(default=None, sa_type=Text)
    quiet_from: time | None = Field(default=None, sa_type=HourText)
    quiet_until: time | None = Field(default=None, sa_type=HourText)
    archived_at: datetime | None = moment_or_none()
    trashed_at: datetime | None = moment_or_none()
    created_at: datetime = moment()


class PersonKindRow(SQLModel, table=True):
    """One of the kinds a person is."""

    __tablename__ = "person_kind"

    person_id: int = part_of("person")
    kind: PersonKind = word(PersonKind, primary_key=True)


class PersonLanguageRow(SQLModel, table=True):
    """A language a person speaks (BCP 47 tag), the preferred one with rank 0."""

    __tablename__ = "person_language"

    person_id: int = part_of("person")
    language: str = Field(primary_key=True)
    rank: int = 0


class FieldAudienceRow(SQLModel, table=True):
    """Who may read one field of a person's record; a field without a row is for the user only."""

    __tablename__ = "field_audience"

    person_id: int = part_of("person")
    field: str = Field(primary_key=True)
    audience: Audience = word(Audience)


class ConsentRow(SQLModel, table=True):
    """What a person agreed to, when, and how the user knows."""

    __tablename__ = "consent"

    id: int = identity()
    person_id: int = belongs_to("person")
    what: str = plain_text()
    given_on: date | None = day_or_none()
    withdrawn_on: date | None = day_or_none()
    source: str = plain_text()
