"""What is known about people: preferences, facts, what they said no to, and who is what to whom."""

from datetime import date
from decimal import Decimal

from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import (
    AmountText,
    belongs_to,
    day_or_none,
    identity,
    mentions,
    plain_text,
    word,
    word_or_none,
)
from relationdesk.domain.vocabulary import (
    Audience,
    Polarity,
    PreferenceCategory,
    RelationKind,
    Reward,
    Source,
)


class PreferenceRow(SQLModel, table=True):
    """What a person loves, likes, avoids or refuses.

    A reward may be named by its kind, with the amount that it starts from; `rank` orders channels from 0,
    the best one.
    """

    __tablename__ = "preference"

    id: int = identity()
    person_id: int = belongs_to("person")
    polarity: Polarity = word(Polarity)
    category: PreferenceCategory = word(PreferenceCategory)
    value: str = plain_text()
    amount: Decimal | None = Field(default=None, sa_type=AmountText)
    currency: str = plain_text()
    source: Source = word(Source)
    source_interaction_id: int | None = mentions("interaction")
    noted_on: date | None = day_or_none()
    audience: Audience = word(Audience)
    reward: Reward | None = word_or_none(Reward)
    rank: int | None = None


class RefusalRow(SQLModel, table=True):
    """A "no" to one thing: why, and until when, that day included; without a day it is for good.

    `said_by` is empty when they said it themselves; a client makes it a no to that client alone.
    """

    __tablename__ = "refusal"

    id: int = identity()
    person_id: int = belongs_to("person")
    what: str = plain_text()
    why: str = plain_text()
    said_by: str = plain_text()
    client_id: int | None = mentions("organisation")
    reward: Reward | None = word_or_none(Reward)
    said_on: date | None = day_or_none()
    until: date | None = day_or_none()
    source_interaction_id: int | None = mentions("interaction")
    audience: Audience = word(Audience)


class FactRow(SQLModel, table=True):
    """A small thing worth knowing; `label` is empty when the value says it all."""

    __tablename__ = "fact"

    id: int = identity()
    person_id: int = belongs_to("person")
    label: str = plain_text()
    value: str = plain_text()
    source: Source = word(Source)
    source_interaction_id: int | None = mentions("interaction")
    noted_on: date | None = day_or_none()
    audience: Audience = word(Audience)


class RelationRow(SQLModel, table=True):
    """What `person` is to `other`: it manages, introduced, knows them."""

    __tablename__ = "relation"

    id: int = identity()
    person_id: int = belongs_to("person")
    other_id: int = belongs_to("person")
    kind: RelationKind = word(RelationKind)
    note: str = plain_text()
    audience: Audience = word(Audience)
