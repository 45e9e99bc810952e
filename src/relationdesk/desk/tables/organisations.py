"""Organisations, and what people do for them."""

from datetime import date, datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import (
    belongs_to,
    day_or_none,
    identity,
    moment_or_none,
    plain_text,
    word,
)
from relationdesk.domain.vocabulary import Audience, OrganisationKind, RoleKind


class OrganisationRow(SQLModel, table=True):
    """A brand, client, agency or medium."""

    __tablename__ = "organisation"
    __table_args__ = (
        Index("ix_organisation_trashed", "trashed_at", sqlite_where=text("trashed_at IS NOT NULL")),
    )

    id: int = identity()
    name: str = plain_text()
    sort_key: str = Field(default="", index=True)
    kind: OrganisationKind = word(OrganisationKind)
    website: str = plain_text()
    notes: str = plain_text()
    trashed_at: datetime | None = moment_or_none()


class RoleRow(SQLModel, table=True):
    """What a person does for an organisation, or that it represents them."""

    __tablename__ = "role"

    id: int = identity()
    person_id: int = belongs_to("person")
    organisation_id: int = belongs_to("organisation")
    kind: RoleKind = word(RoleKind)
    title: str = plain_text()
    since: date | None = day_or_none()
    until: date | None = day_or_none()
    audience: Audience = word(Audience)
