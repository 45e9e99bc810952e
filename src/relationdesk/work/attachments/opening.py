"""Looking at a file in another program: a copy for the user alone, gone at the next start, lock or end."""

import tempfile
from pathlib import Path
from typing import Final

from relationdesk.desk.files import write_whole
from relationdesk.system.paths import opened_folder
from relationdesk.work.attachments.queries import FileContent
from relationdesk.work.files import writing

_LOOKED_AT: Final = frozenset(
    [
        ".avif",
        ".bmp",
        ".csv",
        ".docx",
        ".flac",
        ".gif",
        ".heic",
        ".jpeg",
        ".jpg",
        ".m4a",
        ".md",
        ".mov",
        ".mp3",
        ".mp4",
        ".odp",
        ".ods",
        ".odt",
        ".ogg",
        ".opus",
        ".pdf",
        ".png",
        ".pptx",
        ".rtf",
        ".tif",
        ".tiff",
        ".txt",
        ".wav",
        ".webm",
        ".webp",
        ".xlsx",
    ]
)
"""Endings of what is only looked at; whatever may hold a program is not among them."""


def may_be_opened(name: str) -> bool:
    """Whether a file called so is of a kind that runs nothing when it is opened."""
    return Path(name).suffix.lower() in _LOOKED_AT


def copy_to_open(file: FileContent) -> Path:
    """A copy of a file that another program may be given to show.

    Raises:
        NoHomeError: the user has no folder for it.
        UnwritableFileError, FullDiskError: the copy cannot be written.
    """
    folder = opened_folder()
    with writing(folder / "copy"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        path = Path(tempfile.mkdtemp(dir=folder)) / f"copy{Path(file.name).suffix.lower()}"
        write_whole(path, file.content)
    return path
