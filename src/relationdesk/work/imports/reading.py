"""What other programs' files hold, for the screens and commands above."""

from relationdesk.exchange.errors import Unreadable, UnreadableFileError
from relationdesk.exchange.reading import read_people
from relationdesk.exchange.reports import FileKind, IncomingCard, Reading, ReportKind, RowReport
from relationdesk.exchange.tables.columns import DATE_COLUMNS, Column, ColumnUse, DateOrder, Mapping

__all__ = [
    "DATE_COLUMNS",
    "Column",
    "ColumnUse",
    "DateOrder",
    "FileKind",
    "IncomingCard",
    "Mapping",
    "Reading",
    "ReportKind",
    "RowReport",
    "Unreadable",
    "UnreadableFileError",
    "read_people",
]
