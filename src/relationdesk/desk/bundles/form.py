"""The bundle file: a line that says what it is, a line that says what is in it, the vault, the desk, a seal.

The form is documented in `docs/formats.md`. No part of it names a file, so that it can put nothing anywhere;
the desk inside is encrypted as it is on the disk, and only the second line can be read by everybody.
"""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from relationdesk.desk.bundles.errors import BadBundleError, Flaw, NewerBundleError
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.errors import FullDiskError
from relationdesk.desk.files import DeskFiles, write_whole
from relationdesk.desk.moments import moment_text

SUFFIX = ".reldesk"
VERSION = 1
_BEGINNING = b"relationdesk-bundle "
_DESK_ID = re.compile(r"[0-9a-f]{32}")
_LONGEST_LINE = 4096
_LARGEST_VAULT = 64 * 1024
_LARGEST_NUMBER = 2**53
_CHUNK = 1024 * 1024
_SEAL_BYTES = 65
"""A SHA-256 in hexadecimal and the end of its line."""
Put = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class BundleHead:
    """What a bundle says of itself to everybody: when and from which desk it was made, and how much is on it.

    `number` is the identity of this carrying; the desk inside knows it too.
    """

    desk_id: str
    number: int
    made_at: datetime
    schema: int
    people: int


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Where the parts of a bundle lie."""

    head: int
    vault: int
    desk: int

    @property
    def whole(self) -> int:
        return self.head + self.vault + self.desk + _SEAL_BYTES


def write_bundle(path: Path, head: BundleHead, copy: DeskFiles, step: Step = go_on) -> None:
    """Write a bundle that holds `copy`, which nobody changes meanwhile: whole, or not at all.

    Raises:
        OSError: it could not be written; what was there before is unharmed.
    """
    write_whole(path, _parts(head, copy, step))


def is_bundle(path: Path) -> bool:
    """Whether a file begins as a bundle does; what is wrong with it is told when it is read."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return False


def head_of(path: Path) -> BundleHead:
    """What a bundle says of itself; its size is checked, its content is not.

    Raises:
        BadBundleError, NewerBundleError: it is none that this program can read.
    """
    with _opened(path) as file:
        return _head_and_sizes(path, file)[0]


def unpack(path: Path, into: DeskFiles, step: Step = go_on) -> BundleHead:
    """Write the desk and the vault of a bundle to new files; what is left of them on failure is the caller's.

    That the content is what was written is proved; whose it is, and that it opens, is not.

    Raises:
        BadBundleError, NewerBundleError: it is none that this program can read.
        FullDiskError: there is no room for what is in it.
        OSError: the files could not be written.
    """
    with _opened(path) as source:
        head, sizes = _head_and_sizes(path, source)
        if sizes.desk + sizes.vault > shutil.disk_usage(into.desk.parent).free:
            raise FullDiskError
        with into.desk.open("wb") as desk, into.vault.open("wb") as vault:
            _split(path, source, sizes, (vault.write, desk.write), step)
    return head


def prove_bundle(path: Path, step: Step = go_on) -> BundleHead:
    """Read a bundle to its end, and prove that it is what was written.

    Raises:
        BadBundleError, NewerBundleError: it is not.
    """
    with _opened(path) as source:
        head, sizes = _head_and_sizes(path, source)
        _split(path, source, sizes, (_drop, _drop), step)
    return head


def _parts(head: BundleHead, copy: DeskFiles, step: Step) -> Iterator[bytes]:
    seal = hashlib.sha256()
    vault = copy.vault.read_bytes()
    total = copy.desk.stat().st_size
    told = {
        "desk": total,
        "desk_id": head.desk_id,
        "made_at": moment_text(head.made_at),
        "number": head.number,
        "people": head.people,
        "schema": head.schema,
        "vault": len(vault),
    }
    for part in (_BEGINNING + f"{VERSION}\n".encode(), f"{json.dumps(told)}\n".encode(), vault):
        seal.update(part)
        yield part
    done = 0
    with copy.desk.open("rb") as file:
        while part := file.read(_CHUNK):
            seal.update(part)
            yield part
            done += len(part)
            step(done, total)
    yield f"{seal.hexdigest()}\n".encode()


def _opened(path: Path) -> BinaryIO:
    try:
        if path.is_file():  # opening a pipe would wait for whoever writes to it
            return path.open("rb")
    except OSError as error:
        raise BadBundleError(path, Flaw.MISSING) from error
    raise BadBundleError(path, Flaw.MISSING)


def _head_and_sizes(path: Path, file: BinaryIO) -> tuple[BundleHead, _Sizes]:
    there = os.fstat(file.fileno()).st_size
    if there == 0:
        raise BadBundleError(path, Flaw.EMPTY)
    beginning = file.readline(_LONGEST_LINE)
    _prove_version(path, beginning)
    line = file.readline(_LONGEST_LINE)
    if not line.endswith(b"\n"):
        flaw = Flaw.CUT_OFF if len(line) < _LONGEST_LINE else Flaw.DAMAGED
        raise BadBundleError(path, flaw)
    try:
        head, vault, desk = _read_head(json.loads(line))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadBundleError(path, Flaw.DAMAGED) from error
    sizes = _Sizes(len(beginning) + len(line), vault, desk)
    if there != sizes.whole:
        raise BadBundleError(path, Flaw.CUT_OFF if there < sizes.whole else Flaw.DAMAGED)
    return head, sizes


def _prove_version(path: Path, beginning: bytes) -> None:
    version = beginning.removeprefix(_BEGINNING).removesuffix(b"\n")
    if not beginning.startswith(_BEGINNING) or not beginning.endswith(b"\n") or not version.isdigit():
        raise BadBundleError(path, Flaw.NO_BUNDLE)
    if int(version[:9]) > VERSION or len(version) > 9:  # noqa: PLR2004 - more digits than any version has
        raise NewerBundleError(path)
    if int(version) != VERSION:
        raise BadBundleError(path, Flaw.NO_BUNDLE)


def _read_head(told: dict[str, Any]) -> tuple[BundleHead, int, int]:
    """What the second line says, and the sizes of vault and desk.

    Raises:
        ValueError, KeyError, TypeError: it says nothing that can be true.
    """
    if not _DESK_ID.fullmatch(told["desk_id"]):
        raise ValueError(told["desk_id"])
    vault, desk, number, people, schema = (
        _whole_number(told[name]) for name in ("vault", "desk", "number", "people", "schema")
    )
    if vault > _LARGEST_VAULT or desk == 0:
        raise ValueError(vault, desk)
    made_at = datetime.fromisoformat(told["made_at"])
    if made_at.tzinfo is None:
        raise ValueError(made_at)
    return BundleHead(told["desk_id"], number, made_at, schema, people), vault, desk


def _whole_number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LARGEST_NUMBER:
        raise ValueError(value)
    return value


def _split(path: Path, source: BinaryIO, sizes: _Sizes, put: tuple[Put, Put], step: Step) -> None:
    """Hand vault and desk over, and prove the seal that ends the bundle."""
    vault, desk = put
    source.seek(0)
    seal = hashlib.sha256(source.read(sizes.head))
    part = _taken(path, source, sizes.vault)
    seal.update(part)
    vault(part)
    done = 0
    while done < sizes.desk:
        part = _taken(path, source, min(_CHUNK, sizes.desk - done))
        seal.update(part)
        desk(part)
        done += len(part)
        step(done, sizes.desk)
    if _taken(path, source, _SEAL_BYTES) != f"{seal.hexdigest()}\n".encode():
        raise BadBundleError(path, Flaw.DAMAGED)


def _drop(_part: bytes) -> None:
    """What is only proved goes nowhere."""


def _taken(path: Path, source: BinaryIO, size: int) -> bytes:
    try:
        part = source.read(size)
    except OSError as error:
        raise BadBundleError(path, Flaw.MISSING) from error
    if len(part) < size:
        raise BadBundleError(path, Flaw.CUT_OFF)
    return part
