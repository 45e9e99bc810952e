"""A person's picture: keeping one, and taking it away."""

from pathlib import Path
from typing import Final

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import PersonRow
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.pictures import media_type_of
from relationdesk.work.blobs import kept
from relationdesk.work.files import reading
from relationdesk.work.people.errors import UnfitPictureError
from relationdesk.work.rows import fetch

LARGEST_FILE: Final = 40 * 1024 * 1024


def picture_file(path: Path) -> bytes:
    """The content of a picture file that the user chose.

    Raises:
        MissingFileError: it is not there, is no file, or may not be read.
        UnfitPictureError: it is too large to be read, or begins as no picture does.
    """
    with reading(path), path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE or not media_type_of(content):
        raise UnfitPictureError
    return content


def set_picture(desk: Desk, person_id: PersonId, content: bytes, media_type: str) -> None:
    """Show a person by this picture from now on; the same content is stored once.

    Raises:
        NotFoundError: the person was deleted meanwhile.
        UnfitPictureError: the content does not begin as a picture of that type does.
    """
    if not media_type or media_type_of(content) != media_type:
        raise UnfitPictureError
    with desk.change(Label.EDIT_PERSON) as session:
        person = fetch(session, PersonRow, person_id)
        person.picture_hash = kept(session, content, media_type)


def remove_picture(desk: Desk, person_id: PersonId) -> None:
    """Show a person by their initials again.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.EDIT_PERSON) as session:
        fetch(session, PersonRow, person_id).picture_hash = None
