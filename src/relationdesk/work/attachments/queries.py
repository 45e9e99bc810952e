"""The files that are kept with somebody, and what is in them."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from relationdesk.desk.files import write_whole
from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import AttachmentId, InteractionId, PersonId
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.files import writing


@dataclass(frozen=True, slots=True)
class AttachmentLine:
    """A file, without what is in it; `came_with` is what happened when it came, of kind `came_by`."""

    id: AttachmentId
    name: str
    media_type: str
    size: int
    added_on: date
    came_with: InteractionId | None
    came_by: InteractionKind | None


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file with what is in it."""

    name: str
    content: bytes = field(repr=False)


_LINES = Statement(
    AttachmentLine,
    """
    SELECT attachment.id AS id, attachment.name AS name, blob.media_type AS media_type, blob.size AS size,
      substr(attachment.added_at, 1, 10) AS added_on,
      interaction.id AS came_with, interaction.kind AS came_by
    FROM attachment JOIN blob ON blob.hash = attachment.blob_hash
      LEFT JOIN interaction ON interaction.id = attachment.interaction_id
    WHERE attachment.person_id = :person ORDER BY attachment.added_at DESC, attachment.id DESC
    """,
)
_NAMED = Statement(
    AttachmentLine,
    """
    SELECT attachment.id AS id, attachment.name AS name, blob.media_type AS media_type, blob.size AS size,
      substr(attachment.added_at, 1, 10) AS added_on,
      interaction.id AS came_with, interaction.kind AS came_by
    FROM attachment JOIN blob ON blob.hash = attachment.blob_hash
      LEFT JOIN interaction ON interaction.id = attachment.interaction_id
    WHERE attachment.blob_hash = :digest AND (attachment.interaction_id = :interaction
      OR attachment.person_id IN (SELECT person_id FROM participant WHERE interaction_id = :interaction))
    ORDER BY attachment.interaction_id IS NOT :interaction, attachment.id LIMIT 1
    """,
)
_CONTENT = Statement(
    FileContent,
    """SELECT attachment.name AS name, blob.content AS content
    FROM attachment JOIN blob ON blob.hash = attachment.blob_hash WHERE attachment.id = :id""",
)


def attachments_of(reader: Reader, person_id: PersonId) -> list[AttachmentLine]:
    """The files of somebody, the newest first."""
    return reader.ask(_LINES, person=person_id)


def file_named(reader: Reader, interaction_id: InteractionId, digest: str) -> AttachmentLine | None:
    """The file that the text of what happened names by its hash; None for one that nobody in it has."""
    return reader.ask_one(_NAMED, interaction=interaction_id, digest=digest)


def file_content(reader: Reader, attachment_id: AttachmentId) -> FileContent:
    """A file with what is in it.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    found = reader.ask_one(_CONTENT, id=attachment_id)
    if found is None:
        raise NotFoundError("attachment", attachment_id)
    return found


def write_out(file: FileContent, path: Path) -> None:
    """Write what is in a file where the user asked for it, whole or not at all; needs no desk.

    Raises:
        UnwritableFileError, FullDiskError: it cannot be written; what was there is unharmed.
    """
    with writing(path):
        write_whole(path, file.content)
