"""Topics people speak about, and the user's own tags."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import identity, part_of, plain_text


class TopicRow(SQLModel, table=True):
    """A topic, found again by its folded name, and how often to be in touch with its people."""

    __tablename__ = "topic"

    id: int = identity()
    name: str = plain_text()
    name_key: str = Field(default="", unique=True)
    ideal_gap_days: int | None = None
    longest_gap_days: int | None = None


class PersonTopicRow(SQLModel, table=True):
    """A topic of a person, the main one with rank 0."""

    __tablename__ = "person_topic"
    __table_args__ = (Index("ix_person_topic_people", "topic_id", "person_id"),)

    person_id: int = part_of("person")
    topic_id: int = part_of("topic")
    rank: int = 0


class TagRow(SQLModel, table=True):
    """A tag of the user's, found again by its folded name, and how often to be in touch with its people."""

    __tablename__ = "tag"

    id: int = identity()
    name: str = plain_text()
    name_key: str = Field(default="", unique=True)
    ideal_gap_days: int | None = None
    longest_gap_days: int | None = None


class PersonTagRow(SQLModel, table=True):
    """A tag on a person."""

    __tablename__ = "person_tag"
    __table_args__ = (Index("ix_person_tag_people", "tag_id", "person_id"),)

    person_id: int = part_of("person")
    tag_id: int = part_of("tag")
