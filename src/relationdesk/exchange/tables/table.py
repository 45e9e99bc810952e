"""A table that has been opened: its headers, its first rows, and the rest as a stream."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from relationdesk.exchange.encoding import sniff, text_of
from relationdesk.exchange.errors import Unreadable, UnreadableFileError
from relationdesk.exchange.reports import ReportKind, RowReport
from relationdesk.exchange.tables.dialect import Dialect, dialect, is_declaration
from relationdesk.exchange.tables.rows import Encodings, Row, TableLine, TableLines, rows

LARGEST_TABLE = 50 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 1_000
_FIRST_LINES = 400
_FIRST_CHARACTERS = 4 * 1024 * 1024
_SNIFFED = 64 * 1024


@dataclass(slots=True)
class Table:
    """A table being read; `rows` may be walked once, and begins with `first_rows`."""

    dialect: Dialect
    first_rows: tuple[Row, ...]
    rows: Iterator[Row | RowReport]
    codec: str
    head: bytes
    encodings: Encodings

    @property
    def headers(self) -> tuple[str, ...]:
        """The names of the columns; empty names where there is no header row."""
        return self.dialect.headers

    def encoding(self) -> str:
        """What the file was written in, as far as it has been read."""
        if self.codec != "utf-8" or not self.encodings.foreign:
            return self.codec.removesuffix("-sig")
        return "mixed" if self.encodings.utf8 else "cp1252"


def open_table(file: BinaryIO, *, codec: str = "") -> Table:
    """The table in `file`, in `codec` or in the encoding that its bytes show.

    Raises:
        UnreadableFileError: it has more than `MOST_COLUMNS` columns.
    """
    head = file.read(_SNIFFED)
    file.seek(-len(head), 1)
    chosen = codec or sniff(head)
    lines = TableLines(text_of(file, chosen, newline=""))
    stream = iter(lines)
    first_lines = _first(stream)
    shape = dialect(first_lines)
    if len(shape.headers) > MOST_COLUMNS:
        raise UnreadableFileError(Unreadable.TOO_MANY_COLUMNS, limit=MOST_COLUMNS)
    first = [row for row in _body(iter(first_lines), shape) if isinstance(row, Row)]
    body = _body(chain(first_lines, stream), shape)
    return Table(shape, tuple(first), _counted(body), chosen, head, lines.encodings)


def _first(stream: Iterator[TableLine]) -> list[TableLine]:
    taken: list[TableLine] = []
    size = 0
    for line in stream:
        taken.append(line)
        size += len(line.text)
        if len(taken) >= _FIRST_LINES or size >= _FIRST_CHARACTERS:
            break
    return taken


def _body(lines: Iterator[TableLine], shape: Dialect) -> Iterator[Row | RowReport]:
    """The rows below the header."""
    declared = (line for line in lines if not is_declaration(line))
    for row in rows(declared, shape.separator):
        if row.line > shape.header_line or (
            isinstance(row, RowReport) and row.kind is not ReportKind.UNCLOSED_QUOTE
        ):
            yield row


def _counted(body: Iterator[Row | RowReport]) -> Iterator[Row | RowReport]:
    for number, row in enumerate(body, start=1):
        if number > MOST_ROWS:
            raise UnreadableFileError(Unreadable.TOO_MANY_ROWS, limit=MOST_ROWS)
        yield row
