"""The archive: a whole desk as one JSON file that any program can read.

The form is documented in `docs/archive.md`. Bytes are written as `{"base64": "…"}`. The same content gives
the same bytes.
"""

import json
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

from relationdesk.domain.errors import ExpectedError

NAME = "relationdesk-archive"
VERSION = 1
Rows = Iterable[Mapping[str, Any]]


class BadArchiveError(ExpectedError):
    """A file is not an archive that this program can read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class NewerArchiveError(BadArchiveError):
    """An archive was written by a later version."""


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that was read: the schema of its desk, and its rows by table."""

    schema: int
    tables: Mapping[str, list[dict[str, Any]]]


def written(schema: int, tables: Iterable[tuple[str, Rows]]) -> Iterator[bytes]:
    """The bytes of an archive, piece by piece, one row on a line."""
    yield f'{{"archive": "{NAME}", "version": {VERSION}, "schema": {schema}, "tables": {{'.encode()
    for number, (table, rows) in enumerate(tables):
        yield f"{',' if number else ''}\n{json.dumps(table)}: [".encode()
        for line, row in enumerate(rows):
            yield f"{',' if line else ''}\n{_row_text(row)}".encode()
        yield b"\n]"
    yield b"\n}}\n"


def read_archive(path: Path) -> Archive:
    """Read an archive.

    Raises:
        OSError: the file cannot be read.
        NewerArchiveError: a later version wrote it.
        BadArchiveError: it is no archive, or a damaged one.
    """
    try:
        content = json.loads(path.read_bytes(), object_hook=_bytes_back)
    except (ValueError, RecursionError) as error:
        raise BadArchiveError(path) from error
    if not isinstance(content, dict) or content.get("archive") != NAME:
        raise BadArchiveError(path)
    version, schema, tables = (content.get(name) for name in ("version", "schema", "tables"))
    if not isinstance(version, int) or not isinstance(schema, int) or not _is_tables(tables):
        raise BadArchiveError(path)
    if version > VERSION:
        raise NewerArchiveError(path)
    return Archive(schema, tables)


def _row_text(row: Mapping[str, Any]) -> str:
    plain = {name: _plain(value) for name, value in row.items()}
    return json.dumps(plain, ensure_ascii=False)


def _plain(value: object) -> object:
    return {"base64": b64encode(value).decode()} if isinstance(value, bytes) else value


def _bytes_back(found: dict[str, Any]) -> Any:
    if set(found) != {"base64"}:
        return found
    try:
        return b64decode(found["base64"], validate=True)
    except (Base64Error, TypeError) as error:
        raise ValueError(error) from error


def _is_tables(tables: object) -> TypeGuard[dict[str, list[dict[str, Any]]]]:
    return isinstance(tables, dict) and all(
        isinstance(rows, list) and all(isinstance(row, dict) for row in rows) for rows in tables.values()
    )
