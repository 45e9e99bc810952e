"""What is to be done with people, and what is owed."""

from datetime import date, datetime, time

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import (
    DayText,
    HourText,
    MomentText,
    belongs_to,
    day_or_none,
    identity,
    mentions,
    moment,
    part_of,
    plain_text,
    word,
    word_or_none,
)
from relationdesk.domain.vocabulary import (
    Action,
    Audience,
    FollowUpState,
    PromiseSide,
    PromiseState,
    RepeatAnchor,
)


class FollowUpRow(SQLModel, table=True):
    """Something to do with a person at a day, or at an hour of it in a named zone.

    `planned_on` is the day first chosen and `due_on` the day it stands at now, so a snooze shows.
    A day without an hour has no zone: it is a day wherever the user is. `repeat_rule` is an
    RFC 5545 RRULE.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        Index("ix_follow_up_open", "due_on", sqlite_where=text("state = 'open'")),
        Index("ix_follow_up_next", "person_id", "due_on", sqlite_where=text("state = 'open'")),
    )

    id: int = identity()
    person_id: int = belongs_to("person")
    action: Action = word(Action)
    reason: str = plain_text()
    planned_on: date = Field(sa_type=DayText)
    due_on: date = Field(sa_type=DayText)
    due_at: time | None = Field(default=None, sa_type=HourText)
    zone: str = plain_text()
    repeat_rule: str = plain_text()
    repeat_anchor: RepeatAnchor | None = word_or_none(RepeatAnchor)
    state: FollowUpState = word(FollowUpState)
    origin_interaction_id: int | None = mentions("interaction")
    closing_interaction_id: int | None = mentions("interaction")
    closing_word: str = plain_text()
    closed_on: date | None = day_or_none()
    created_at: datetime = moment()


class NotifiedRow(SQLModel, table=True):
    """The user was told that a follow-up was due at this moment; put off, it is due at another."""

    __tablename__ = "notified"

    follow_up_id: int = part_of("follow_up")
    moment: datetime = Field(primary_key=True, sa_type=MomentText)


class PromiseRow(SQLModel, table=True):
    """What one side owes the other until it is kept or released."""

    __tablename__ = "promise"
    __table_args__ = (Index("ix_promise_open", "due_on", sqlite_where=text("state = 'open'")),)

    id: int = identity()
    person_id: int = belongs_to("person")
    side: PromiseSide = word(PromiseSide)
    what: str = plain_text()
    made_on: date = Field(sa_type=DayText)
    due_on: date | None = day_or_none()
    state: PromiseState = word(PromiseState)
    origin_interaction_id: int | None = mentions("interaction")
    closed_on: date | None = day_or_none()
    audience: Audience = word(Audience)
