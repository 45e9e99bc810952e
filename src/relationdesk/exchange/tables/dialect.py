"""The shape of a table, from its first lines: separator, preamble, header row."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from relationdesk.exchange.encoding import one_line
from relationdesk.exchange.tables.headers import is_name
from relationdesk.exchange.tables.rows import Row, TableLine, rows, unprotected

SEPARATORS = (",", ";", "\t", "|")
_DECLARED = re.compile(r"\s*sep=(.)\s*", re.IGNORECASE)
_LONGEST_PREAMBLE = 30
_LONGEST_HEADER = 120
_DATA = re.compile(r"\S+@\S+\.\S+|@\S+|https?://\S+|[+\d][\d .()/\-]{4,}")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written.

    `header_line` is the line of the header row, 0 where there is none; rows before it are preamble.
    """

    separator: str
    header_line: int
    headers: tuple[str, ...]


def dialect(lines: Sequence[TableLine]) -> Dialect:
    """The dialect of a table that begins with `lines`."""
    if lines and (declared := _DECLARED.fullmatch(lines[0].text)):
        return _with_separator(lines[1:], declared[1])
    best = max(SEPARATORS, key=lambda separator: _score(_rows(lines, separator)))
    return _with_separator(lines, best)


def is_declaration(line: TableLine) -> bool:
    """Whether the line is Excel's `sep=;`."""
    return line.number == 1 and _DECLARED.fullmatch(line.text) is not None


def _with_separator(lines: Sequence[TableLine], separator: str) -> Dialect:
    first = _rows(lines, separator)
    header = _header(first)
    if header is None:
        width = max((len(row.cells) for row in first), default=0)
        return Dialect(separator, 0, ("",) * width)
    return Dialect(separator, header.line, tuple(one_line(unprotected(cell)) for cell in header.cells))


def _rows(lines: Sequence[TableLine], separator: str) -> list[Row]:
    return [row for row in rows(lines, separator) if isinstance(row, Row)]


def _score(first: list[Row]) -> tuple[int, int]:
    """How much a separator explains: known headers in one row, then rows of one width."""
    known = max((_known(row) for row in first[:_LONGEST_PREAMBLE]), default=0)
    width, count = _common_width(first)
    return known, (width - 1) * count


def _common_width(first: list[Row]) -> tuple[int, int]:
    widths = Counter(len(row.cells) for row in first if len(row.cells) > 1)
    return widths.most_common(1)[0] if widths else (1, len(first))


def _known(row: Row) -> int:
    return sum(1 for cell in row.cells[:1000] if 0 < len(cell) <= _LONGEST_HEADER and is_name(one_line(cell)))


def _header(first: list[Row]) -> Row | None:
    candidates = first[:_LONGEST_PREAMBLE]
    if not candidates:
        return None
    best = max(candidates, key=_known)
    if _known(best):
        return best
    width, _ = _common_width(candidates)
    row = next((row for row in candidates if len(row.cells) == width), candidates[0])
    looks_like_data = any(_DATA.fullmatch(cell.strip()[:_LONGEST_HEADER]) for cell in row.cells)
    is_alone = len(row.cells) == 1 or len(candidates) == 1
    return None if looks_like_data or is_alone else row
