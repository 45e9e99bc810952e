"""What reading a file brought: people, and line by line what was doubtful or could not be read."""

from dataclasses import dataclass
from enum import StrEnum

from relationdesk.domain.card import Card
from relationdesk.exchange.tables.columns import Mapping


class ReportKind(StrEnum):
    """What happened to a line or a value; the words for it belong to the screen."""

    UNREADABLE_LINE = "unreadable_line"
    LINE_TOO_LONG = "line_too_long"
    CARD_TOO_LONG = "card_too_long"
    MISSING_END = "missing_end"
    EMPTY_CARD = "empty_card"
    NOT_A_PERSON = "not_a_person"
    OUTSIDE_CARD = "outside_card"
    NAMELESS = "nameless"
    NAME_BORROWED = "name_borrowed"
    REPEATED_IDENTITY = "repeated_identity"
    PICTURE_TOO_BIG = "picture_too_big"
    PICTURE_UNREADABLE = "picture_unreadable"
    PICTURE_ELSEWHERE = "picture_elsewhere"
    PICTURE_EXTRA = "picture_extra"
    BLOB_DROPPED = "blob_dropped"
    DOUBTFUL_EMAIL = "doubtful_email"
    DOUBTFUL_PHONE = "doubtful_phone"
    DOUBTFUL_LINK = "doubtful_link"
    IMPOSSIBLE_DATE = "impossible_date"
    AMBIGUOUS_DATE = "ambiguous_date"
    UNREADABLE_DATE = "unreadable_date"
    UNREADABLE_NUMBER = "unreadable_number"
    UNREADABLE_HANDLE = "unreadable_handle"
    UNREADABLE_ANSWER = "unreadable_answer"
    FIELD_TOO_LONG = "field_too_long"
    FIELD_NOT_MADE = "field_not_made"
    UNKNOWN_CURRENCY = "unknown_currency"
    UNKNOWN_PLATFORM = "unknown_platform"
    UNCLOSED_QUOTE = "unclosed_quote"
    EXTRA_CELLS = "extra_cells"
    MIXED_ENCODING = "mixed_encoding"


@dataclass(frozen=True, slots=True)
class RowReport:
    """One thing worth telling about one line; `line` counts from 1, `detail` quotes the file."""

    line: int
    kind: ReportKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class IncomingCard:
    """A person as the file tells of them, the line they begin on, and what is doubtful about it."""

    line: int
    card: Card
    doubts: tuple[RowReport, ...] = ()


class FileKind(StrEnum):
    """What sort of file people came from."""

    VCARD = "vcard"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that came out of one file.

    `reports` holds what belongs to no card: lines that gave no person. `mapping`, `headers` and
    `samples` (the first rows) are there for tables; `encoding_remark` is a second opinion on the
    encoding of a file that does not declare one, or empty.
    """

    kind: FileKind
    cards: tuple[IncomingCard, ...] = ()
    reports: tuple[RowReport, ...] = ()
    encoding: str = "utf-8"
    encoding_remark: str = ""
    mapping: Mapping | None = None
    headers: tuple[str, ...] = ()
    samples: tuple[tuple[str, ...], ...] = ()
