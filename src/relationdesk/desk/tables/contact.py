"""Ways to reach people, and their accounts with dated audience readings."""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import account_name, belongs_to, day_or_none, identity, plain_text, word
from relationdesk.domain.vocabulary import Audience, ContactKind, Source


class ContactPointRow(SQLModel, table=True):
    """An e-mail, phone, link or messenger name.

    `value` is as typed; `value_key` is what search and duplicates compare (E.164 for a phone);
    `doubtful` marks a value that failed its check and was kept all the same. `rank` orders those of a kind
    that the user put into an order.
    """

    __tablename__ = "contact_point"

    id: int = identity()
    person_id: int = belongs_to("person")
    kind: ContactKind = word(ContactKind)
    label: str = plain_text()
    value: str = plain_text()
    value_key: str = Field(default="", index=True)
    doubtful: bool = False
    preferred: bool = False
    rank: int | None = None
    audience: Audience = word(Audience)


class PostalAddressRow(SQLModel, table=True):
    """A postal address in its parts."""

    __tablename__ = "postal_address"

    id: int = identity()
    person_id: int = belongs_to("person")
    label: str = plain_text()
    street: str = plain_text()
    city: str = plain_text()
    region: str = plain_text()
    postcode: str = plain_text()
    country: str = plain_text()
    preferred: bool = False
    audience: Audience = word(Audience)


class HandleRow(SQLModel, table=True):
    """A person's account on a platform; `name` is without its `@`, and compared without case."""

    __tablename__ = "handle"
    __table_args__ = (Index("ix_handle_account", "platform", "name"),)

    id: int = identity()
    person_id: int = belongs_to("person")
    platform: str = plain_text()
    name: str = account_name()
    link: str = plain_text()
    rank: int = 0
    audience: Audience = word(Audience)


class ReadingRow(SQLModel, table=True):
    """How many people followed a handle on a day."""

    __tablename__ = "reading"

    id: int = identity()
    handle_id: int = belongs_to("handle")
    taken_on: date | None = day_or_none()
    followers: int
    source: Source = word(Source)
