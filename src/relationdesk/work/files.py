"""The user's own files: what can go wrong with them, in the words of the program."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from relationdesk.desk.errors import FullDiskError
from relationdesk.desk.files import belongs_to_desk, write_whole
from relationdesk.domain.errors import ExpectedError


class UnwritableFileError(ExpectedError):
    """A file cannot be written where it was asked for."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class OwnFileError(UnwritableFileError):
    """A file that was asked for is a desk, or lies beside one to serve it."""


class MissingFileError(ExpectedError):
    """A file cannot be read, because it is not there or may not be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn the system's refusals to write `path` into errors that the user is told about.

    Raises:
        UnwritableFileError: the folder is missing or may not be written, or `path` is no ordinary file.
        OwnFileError: `path` is a desk, or belongs to one.
        FullDiskError: there is no room.
    """
    try:
        if path.exists() and not path.is_file():
            raise UnwritableFileError(path)
        if belongs_to_desk(path.resolve()):
            raise OwnFileError(path)
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise FullDiskError from error
        raise UnwritableFileError(path) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn the system's refusals to read `path` into an error that the user is told about.

    Raises:
        MissingFileError: it is not there, is no file, or may not be read.
    """
    try:
        if not path.is_file():
            raise MissingFileError(path)
        yield
    except OSError as error:
        raise MissingFileError(path) from error


def write_text(path: Path, text: str) -> None:
    """Write a text where the user asked for it, whole or not at all.

    Raises:
        UnwritableFileError, FullDiskError: it cannot be written; what was there is unharmed.
    """
    with writing(path):
        write_whole(path, text.encode())
