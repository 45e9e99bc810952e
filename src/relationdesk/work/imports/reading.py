"""What other programs' files hold, for the screens and commands above."""

from relationdesk.exchange import reading
from relationdesk.exchange.errors import Unreadable, UnreadableFileError
from relationdesk.exchange.reports import FileKind, IncomingCard, Reading, ReportKind, RowReport
from relationdesk.exchange.tables.columns import DATE_COLUMNS, Column, ColumnUse, DateOrder, Mapping
from relationdesk.work.cycles import no_search_for_cycles

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

read_people = no_search_for_cycles()(reading.read_people)
"""`exchange.reading.read_people`, which gathers a whole file of people."""
