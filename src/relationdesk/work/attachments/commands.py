"""Keeping files with people, renaming and removing them."""

from collections.abc import Sequence

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import AttachmentRow, InteractionRow, PersonRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import AttachmentId, InteractionId, PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.texts import one_line
from relationdesk.domain.vocabulary import Audience
from relationdesk.work.attachments.reading import NewFile
from relationdesk.work.blobs import kept
from relationdesk.work.rows import fetch, prove_there

_ASIDE = """INSERT INTO blob (hash, media_type, size, content) VALUES (:hash, :type, :size, :content)
    ON CONFLICT DO NOTHING"""


def attach_files(
    desk: Desk, person_id: PersonId, files: Sequence[NewFile], *, came_with: InteractionId | None = None
) -> tuple[AttachmentId, ...]:
    """Keep files with somebody, and with what happened when they came; only the user sees them at first.

    Raises:
        NotFoundError: the person or what happened was deleted meanwhile.
    """
    with desk.change(Label.ATTACH_FILE) as session:
        prove_there(session, PersonRow, person_id)
        if came_with is not None:
            prove_there(session, InteractionRow, came_with)
        rows = [
            AttachmentRow(
                id=desk.fresh_id(),
                person_id=person_id,
                interaction_id=came_with,
                blob_hash=kept(session, file.content, file.media_type),
                name=one_line(file.name),
                added_at=desk.clock.now(),
                audience=Audience.ONLY_ME,
            )
            for file in files
        ]
        session.add_all(rows)
    return tuple(AttachmentId(row.id) for row in rows)


def keep_aside(desk: Desk, files: Sequence[NewFile]) -> None:
    """Keep what is in files that a text names which is being typed; it is no step of undo.

    They come with what happened when it is noted. What no text names in the end goes by itself.
    """
    with desk.change_plainly(Label.ATTACH_FILE) as connection:
        for file in files:
            content = {"hash": file.digest, "type": file.media_type, "content": file.content}
            connection.execute(_ASIDE, content | {"size": len(file.content)})
        desk.kept_aside.update(file.digest for file in files)


def rename_file(desk: Desk, attachment_id: AttachmentId, name: str) -> None:
    """Give a file another name.

    Raises:
        EmptyTextError: the name is empty.
        NotFoundError: the file was removed meanwhile.
    """
    said = one_line(name)
    if not said:
        raise EmptyTextError("name")
    with desk.change(Label.CHANGE_FILE) as session:
        fetch(session, AttachmentRow, attachment_id).name = said


def remove_file(desk: Desk, attachment_id: AttachmentId) -> None:
    """Keep a file no longer; undo brings it back.

    Raises:
        NotFoundError: it was removed already.
    """
    with desk.change(Label.REMOVE_FILE) as session:
        session.delete(fetch(session, AttachmentRow, attachment_id))
