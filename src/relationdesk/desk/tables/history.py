"""What happened, and with whom."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import DayText, belongs_to, identity, mentions, moment, plain_text, word
from relationdesk.domain.vocabulary import Audience, Direction, InteractionKind, Tone


class InteractionRow(SQLModel, table=True):
    """Something that happened on a day of the user's calendar; `text` is markdown."""

    __tablename__ = "interaction"

    id: int = identity()
    kind: InteractionKind = word(InteractionKind)
    happened_on: date = Field(sa_type=DayText, index=True)
    title: str = plain_text()
    text: str = plain_text()
    place: str = plain_text()
    direction: Direction = word(Direction)
    tone: Tone = word(Tone)
    partnership_id: int | None = mentions("partnership")
    audience: Audience = word(Audience)
    noted_at: datetime = moment()


class ParticipantRow(SQLModel, table=True):
    """A person in an interaction, with the line that only their history shows."""

    __tablename__ = "participant"
    __table_args__ = (UniqueConstraint("interaction_id", "person_id"),)

    id: int = identity()
    interaction_id: int = belongs_to("interaction")
    person_id: int = belongs_to("person")
    line: str = plain_text()


class MentionRow(SQLModel, table=True):
    """A person whom the text of an interaction names after an `@`, and how it is written there."""

    __tablename__ = "mention"
    __table_args__ = (UniqueConstraint("interaction_id", "name"),)

    id: int = identity()
    interaction_id: int = belongs_to("interaction")
    person_id: int = belongs_to("person")
    name: str = plain_text()
