"""From text to rows: quotes, line breaks inside cells, and what to do when a quote never closes."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import TextIOWrapper
from typing import NamedTuple

from relationdesk.exchange.encoding import has_foreign_bytes, settled
from relationdesk.exchange.reports import ReportKind, RowReport

LONGEST_LINE = 1024 * 1024
"""Characters of a line, and of a row that goes over several lines."""

MOST_LINES_IN_ROW = 1_000
_DETAIL = 200
_PROTECTED = "=+-@\t\r\x00"
_UNICODE_LINE_ENDS = "\u2028\u2029\x85"


class TableLine(NamedTuple):
    """A line as it stands in the file, with its end; `cut` when it went over `LONGEST_LINE`."""

    number: int
    text: str
    cut: bool = False


class Row(NamedTuple):
    """The cells of a row and the line it begins on."""

    line: int
    cells: tuple[str, ...]


def unprotected(cell: str) -> str:
    """A cell without the quote mark that keeps spreadsheets from computing it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in _PROTECTED else cell


@dataclass(slots=True)
class Encodings:
    """How many lines were in which encoding, counted while reading."""

    utf8: int = 0
    foreign: int = 0
    first_foreign: int = 0


@dataclass(slots=True)
class TableLines:
    """The lines of a table, decoded; `encodings` grows as they are read, and the file stays open."""

    stream: TextIOWrapper
    encodings: Encodings = field(default_factory=Encodings)

    def __iter__(self) -> Iterator[TableLine]:
        try:
            yield from self._lines()
        finally:
            if not self.stream.closed:
                self.stream.detach()

    def _lines(self) -> Iterator[TableLine]:
        number = 0
        while text := self.stream.readline(LONGEST_LINE):
            cut = False
            while len(text) >= LONGEST_LINE and not text.endswith(("\n", "\r")):
                more = self.stream.readline(LONGEST_LINE)
                if not more:
                    break
                text, cut = text if not more.endswith(("\n", "\r")) else f"{text[:-1]}\n", True
            for piece in _pieces(self._decoded(number + 1, text)):
                number += 1
                yield TableLine(number, piece, cut)

    def _decoded(self, number: int, text: str) -> str:
        if text.isascii():
            return text
        if has_foreign_bytes(text):
            self.encodings.foreign += 1
            self.encodings.first_foreign = self.encodings.first_foreign or number
        else:
            self.encodings.utf8 += 1
        return settled(text)


def rows(lines: Iterable[TableLine], separator: str) -> Iterator[Row | RowReport]:
    """The rows of a table; blank lines are left out.

    A quote that is not closed within `MOST_LINES_IN_ROW` lines spoils its own line and no other.
    """
    csv.field_size_limit(LONGEST_LINE + 1)
    waiting = _Waiting(iter(lines))
    while group := waiting.group():
        if group[0].cut:
            yield RowReport(group[0].number, ReportKind.LINE_TOO_LONG, group[0].text[:_DETAIL])
        else:
            yield from _parsed(group, separator)


class _Waiting:
    """Lines put together until every quote in them is closed."""

    def __init__(self, lines: Iterator[TableLine]) -> None:
        self._lines = lines
        self._returned: list[TableLine] = []

    def group(self) -> list[TableLine]:
        """The lines that make the next row, mostly one; empty at the end."""
        first = self._next()
        if first is None:
            return []
        if first.text.count('"') % 2 == 0 or first.cut:
            return [first]
        group, size = [first], len(first.text)
        while len(group) < MOST_LINES_IN_ROW and size <= LONGEST_LINE:
            line = self._next()
            if line is None:
                break
            group.append(line)
            size += len(line.text)
            if line.cut:
                break
            if line.text.count('"') % 2:
                return group
        self._returned.extend(reversed(group[1:]))
        return group[:1]

    def _next(self) -> TableLine | None:
        return self._returned.pop() if self._returned else next(self._lines, None)


def _parsed(group: list[TableLine], separator: str) -> Iterator[Row | RowReport]:
    if group[0].text.count('"') % 2 and len(group) == 1:
        unclosed = _unclosed(group[0], separator)
        if unclosed:
            yield unclosed
    reader = csv.reader((line.text for line in group), delimiter=separator)
    begins = 0
    try:
        for cells in reader:
            if any(cell and not cell.isspace() for cell in cells):
                yield Row(group[begins].number, tuple(cells))
            begins = min(reader.line_num, len(group) - 1)
    except csv.Error:
        yield RowReport(group[begins].number, ReportKind.UNREADABLE_LINE, group[begins].text[:_DETAIL])


def _unclosed(line: TableLine, separator: str) -> RowReport | None:
    """A report when the line really ends inside quotes, and not only has an inch sign in it."""
    try:
        list(csv.reader([line.text], delimiter=separator, strict=True))
    except csv.Error:
        return RowReport(line.number, ReportKind.UNCLOSED_QUOTE, line.text[:_DETAIL].strip())
    return None


def _pieces(text: str) -> list[str]:
    """`text` cut at Unicode's own line ends where it has so many that they must be meant as such."""
    if text.isascii() or sum(text.count(mark) for mark in _UNICODE_LINE_ENDS) == 0 or '"' in text:
        return [text]
    if text.endswith(("\n", "\r")):
        return [text]
    pieces = text
    for mark in _UNICODE_LINE_ENDS:
        pieces = pieces.replace(mark, "\n")
    return [piece for piece in pieces.splitlines(keepends=True) if piece]
