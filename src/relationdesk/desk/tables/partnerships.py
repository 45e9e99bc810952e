"""Partnerships between a client and a person."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import (
    AmountText,
    belongs_to,
    day_or_none,
    identity,
    mentions,
    moment,
    moment_or_none,
    plain_text,
    word,
    word_or_none,
)
from relationdesk.domain.vocabulary import Audience, RewardKind, Stage


class PartnershipRow(SQLModel, table=True):
    """An agreement from first idea to thanks; money is exact and has its currency.

    Before the day `embargo_until` nothing may be published. What was lent is out until `returned_on`, and is
    to come back on `return_on`.
    """

    __tablename__ = "partnership"
    __table_args__ = (
        Index("ix_partnership_ends_on", "ends_on", sqlite_where=text("ends_on IS NOT NULL")),
        Index(
            "ix_partnership_embargo_until", "embargo_until", sqlite_where=text("embargo_until IS NOT NULL")
        ),
        Index(
            "ix_partnership_out_until",
            "return_on",
            sqlite_where=text("return_on IS NOT NULL AND returned_on IS NULL"),
        ),
        Index("ix_partnership_trashed", "trashed_at", sqlite_where=text("trashed_at IS NOT NULL")),
    )

    id: int = identity()
    person_id: int = belongs_to("person")
    client_id: int | None = mentions("organisation")
    title: str = plain_text()
    stage: Stage = word(Stage, index=True)
    stage_since: date | None = day_or_none()
    reward: RewardKind | None = word_or_none(RewardKind)
    reward_note: str = plain_text()
    amount: Decimal | None = Field(default=None, sa_type=AmountText)
    currency: str = plain_text()
    agreed_on: date | None = day_or_none()
    starts_on: date | None = day_or_none()
    ends_on: date | None = day_or_none()
    embargo_until: date | None = day_or_none()
    return_on: date | None = day_or_none()
    returned_on: date | None = day_or_none()
    published_on: date | None = day_or_none()
    closed_reason: str = plain_text()
    outcome: str = plain_text()
    lesson: str = plain_text()
    audience: Audience = word(Audience)
    trashed_at: datetime | None = moment_or_none()
    created_at: datetime = moment()
