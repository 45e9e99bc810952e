"""What is known about people: preferences, facts, and who is what to whom."""

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
)
from relationdesk.domain.vocabulary import Audience, Polarity, PreferenceCategory, RelationKind, Source


class PreferenceRow(SQLModel, table=True):
    """What a person loves, likes, avoids or refuses; a reward may name the amount it starts from."""

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
