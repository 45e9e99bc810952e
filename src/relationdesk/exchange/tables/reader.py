"""Rows to people, by a mapping that was guessed or chosen."""

from collections.abc import Iterator

from relationdesk.exchange.draft import card_of
from relationdesk.exchange.encoding import one_line
from relationdesk.exchange.reports import IncomingCard, ReportKind, RowReport
from relationdesk.exchange.tables.cells import take
from relationdesk.exchange.tables.columns import Column, ColumnUse, Mapping
from relationdesk.exchange.tables.person import finish
from relationdesk.exchange.tables.row_draft import RowDraft, read_label
from relationdesk.exchange.tables.rows import Row, unprotected
from relationdesk.exchange.tables.table import Table
from relationdesk.language.words import _

_DETAIL = 300


def cards(table: Table, mapping: Mapping) -> Iterator[IncomingCard | RowReport]:
    """The people of a table in order, and a report of every row that gave none.

    Cells beyond the last column are kept as facts, and said.

    Raises:
        UnreadableFileError: the table has too many rows.
    """
    labels = [(i, use) for i, use in enumerate(mapping.columns) if use.column is Column.LABEL]
    others = [
        (i, use) for i, use in enumerate(mapping.columns) if use.column not in {Column.LABEL, Column.IGNORE}
    ]
    for row in table.rows:
        if isinstance(row, RowReport):
            yield row
        else:
            yield _person(row, labels, others, len(mapping.columns))


def _person(
    row: Row, labels: list[tuple[int, ColumnUse]], others: list[tuple[int, ColumnUse]], width: int
) -> IncomingCard | RowReport:
    reading = RowDraft(row.line)
    cells = row.cells
    for index, use in labels:
        if index < len(cells) and cells[index]:
            read_label(reading, use, cells[index])
    for index, use in others:
        if index < len(cells) and (cell := cells[index]) and not cell.isspace():
            take(reading, use, unprotected(cell))
    for number, cell in enumerate(cells[width:], start=width + 1):
        if cell.strip():
            reading.draft.fact(_("Column {number}").format(number=number), one_line(cell))
            reading.draft.doubt(ReportKind.EXTRA_CELLS, one_line(cell))
    finish(reading)
    draft = reading.draft
    if not draft.display_name:
        text = " · ".join(one_line(cell) for cell in cells if cell.strip())
        return RowReport(row.line, ReportKind.NAMELESS, text[:_DETAIL])
    return IncomingCard(row.line, card_of(draft), tuple(draft.doubts))
