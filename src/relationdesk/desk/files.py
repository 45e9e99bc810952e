"""The files of a desk, and how any file is written so that it is whole or not there."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from relationdesk.desk.errors import FullDiskError
from relationdesk.domain.errors import ExpectedError

_OWNER_ONLY = 0o600
_PART_BYTES = 1024 * 1024
_BESIDE = (".vault", ".new", ".coming", ".ready", ".in-use", ".locked", ".moved", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class DeskFiles:
    """Where a desk and what belongs to it lie."""

    desk: Path

    @property
    def vault(self) -> Path:
        """The small file that holds the desk's key, locked."""
        return self.desk.with_name(self.desk.name + ".vault")

    @property
    def unfinished(self) -> Path:
        """A desk being made; it becomes the desk once its vault is written."""
        return self.desk.with_name(self.desk.name + ".new")

    @property
    def coming(self) -> Path:
        """A file being filled that is to take the place of the desk."""
        return self.desk.with_name(self.desk.name + ".coming")

    @property
    def ready(self) -> Path:
        """A whole file that takes the place of the desk, whatever stands there."""
        return self.desk.with_name(self.desk.name + ".ready")

    @property
    def in_use(self) -> Path:
        """The file that the process holding the desk keeps locked."""
        return self.desk.with_name(self.desk.name + ".in-use")

    @property
    def moved(self) -> Path:
        """A small file that says where a desk went which was here."""
        return self.desk.with_name(self.desk.name + ".moved")

    @property
    def locked(self) -> Path:
        """An empty file that is there while the user has the desk locked."""
        return self.desk.with_name(self.desk.name + ".locked")


def belongs_to_desk(path: Path) -> bool:
    """Whether `path` is a desk, or one of the files beside it; a desk is told by its vault."""
    names = {path.name.removesuffix(suffix) for suffix in ("", *_BESIDE)} - {""}
    return any(DeskFiles(path.with_name(name)).vault.is_file() for name in names)


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file that is either complete and on the disk, or as it was before.

    A temporary file beside it is filled, flushed to the disk and put in its place; only the owner may
    read it.

    Raises:
        OSError: it could not be written; nothing is left behind.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for part in (content,) if isinstance(content, bytes) else content:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_OWNER_ONLY)
        temporary.replace(path)
        sync_folder(path.parent)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def parts_of(path: Path) -> Iterator[bytes]:
    """The content of a file, a part at a time.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        while part := file.read(_PART_BYTES):
            yield part


@contextmanager
def full_or(refused: Callable[[], ExpectedError]) -> Iterator[None]:
    """Turn what the system refuses inside the block into an error of the world.

    Raises:
        FullDiskError: there was no room; for anything else what `refused` gives.
    """
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise FullDiskError from error
        raise refused() from error


def sync_file(path: Path) -> None:
    """Have what was written to a file on the disk before going on."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
