"""Files of the user's, read to be kept."""

import hashlib
import mimetypes
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from relationdesk.domain.pictures import media_type_of
from relationdesk.work.attachments.errors import TooLargeFileError
from relationdesk.work.files import reading

LARGEST_FILE: Final = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is to be kept."""

    name: str
    media_type: str
    content: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """The hash under which its content is kept."""
        return hashlib.sha256(self.content).hexdigest()


def file_read(path: Path) -> NewFile:
    """A file that the user chose, under the last part of its name; needs no desk.

    Raises:
        MissingFileError: it is not there, is no file, or may not be read.
        TooLargeFileError: it is larger than a desk keeps.
    """
    with reading(path), path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise TooLargeFileError(path, LARGEST_FILE)
    return NewFile(_fit(path.name), _kind_of(path.name, content), content)


def _kind_of(name: str, content: bytes) -> str:
    told = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return media_type_of(content) or told


def _fit(name: str) -> str:
    """A name that a desk can hold: a letter the system could not read is replaced."""
    return name.encode("utf-8", "replace").decode()
