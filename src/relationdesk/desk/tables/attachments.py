"""Pictures and files, each content stored once."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import belongs_to, identity, mentions, moment, plain_text, word
from relationdesk.domain.vocabulary import Audience


class BlobRow(SQLModel, table=True):
    """A content, named by its SHA-256 in hexadecimal; never changed once written."""

    __tablename__ = "blob"

    hash: str = Field(primary_key=True)
    media_type: str = plain_text()
    size: int
    content: bytes


class AttachmentRow(SQLModel, table=True):
    """A file kept with a person, and with the interaction it came with."""

    __tablename__ = "attachment"

    id: int = identity()
    person_id: int = belongs_to("person")
    interaction_id: int | None = mentions("interaction")
    blob_hash: str = Field(foreign_key="blob.hash", index=True)
    name: str = plain_text()
    added_at: datetime = moment()
    audience: Audience = word(Audience)
