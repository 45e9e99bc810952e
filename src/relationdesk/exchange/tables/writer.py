"""Writing people as tables: CSV, and XLSX."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from relationdesk.domain.card import Card
from relationdesk.domain.texts import clean
from relationdesk.exchange.tables.sheet import sheet

_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\0")
_LONGEST_CELL: Final = 32_767
"""Characters that a cell of a workbook holds (ECMA-376; Excel's own limit)."""


def csv_of(cards: Iterable[Card]) -> Iterator[bytes]:
    """People as CSV in UTF-8, marked as such for spreadsheet programs."""
    yield b"\xef\xbb\xbf"
    for row in sheet(cards):
        line = io.StringIO(newline="")
        csv.writer(line).writerow(map(harmless, row))
        yield line.getvalue().encode("utf-8", "replace")


def xlsx_of(cards: Iterable[Card]) -> bytes:
    """People as a workbook with one sheet; every cell is a text and none a formula or a link."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only when one is written

    content = io.BytesIO()
    kept = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(content, kept) as book:
        page = book.add_worksheet()
        page.freeze_panes(1, 1)
        bold = book.add_format({"bold": True})
        for line, row in enumerate(sheet(cards)):
            for place, cell in enumerate(row):
                if cell:
                    page.write_string(line, place, clean(cell)[:_LONGEST_CELL], None if line else bold)
    return content.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet program takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell
