"""What has been read of one row, before its cells are seen together."""

from collections import defaultdict

from relationdesk.exchange.draft import Draft
from relationdesk.exchange.encoding import one_line
from relationdesk.exchange.reports import ReportKind
from relationdesk.exchange.tables.columns import ColumnUse

_KNOWN_LABELS = frozenset(("home", "work", "mobile", "fax", "main", "other", "pager", "profile", "blog"))


class RowDraft:
    """What has been read of one row."""

    def __init__(self, line: int) -> None:
        self.draft = Draft(line, own=False)
        self.labels: dict[str, str] = {}
        self.addresses: dict[str, dict[str, str]] = defaultdict(dict)
        self.platform = ""
        self.audiences: list[tuple[ColumnUse, str, int]] = []
        self.audience_days: list[tuple[ColumnUse, str]] = []

    def label(self, use: ColumnUse) -> str:
        """What the value is called: by its LABEL cell, or by its column."""
        return self.labels.get(use.group, use.label) if use.group else use.label

    def preference(self, use: ColumnUse) -> int:
        """1 when the LABEL cell marks the value with a star, as Google does."""
        return 1 if self.labels.get(f"*{use.group}") else 0

    def unread(self, use: ColumnUse, cell: str, kind: ReportKind) -> None:
        """Keep a cell that says something else than its column, as a fact with a mark."""
        self.draft.fact(use.header, cell.strip())
        self.draft.doubt(kind, f"{use.header}: {cell.strip()}")


def read_label(row: RowDraft, use: ColumnUse, cell: str) -> None:
    """A LABEL cell; read before the others."""
    text = one_line(cell)
    if text.startswith("*"):
        row.labels[f"*{use.group}"] = "*"
        text = text[1:].strip()
    row.labels[use.group] = text.lower() if text.lower() in _KNOWN_LABELS else text
