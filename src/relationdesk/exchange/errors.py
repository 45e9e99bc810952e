"""Why a file from outside cannot be read at all, as opposed to a line of it that cannot."""

from enum import StrEnum

from relationdesk.domain.errors import ExpectedError


class Unreadable(StrEnum):
    """What stands in the way of reading a file."""

    MISSING = "missing"
    FOLDER = "folder"
    NOT_A_FILE = "not_a_file"
    EMPTY = "empty"
    TOO_BIG = "too_big"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    UNKNOWN_KIND = "unknown_kind"
    NO_PERMISSION = "no_permission"
    READ_FAILED = "read_failed"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    CHILD_DIED = "child_died"
    CHANGED = "changed"
    CANCELLED = "cancelled"


class UnreadableFileError(ExpectedError):
    """A file was not read; nothing of it was kept.

    `limit` is the cap it went over, in bytes, rows or columns, where there is one.
    """

    def __init__(self, reason: Unreadable, path: str = "", limit: int | None = None) -> None:
        super().__init__(f"{reason}: {path}")
        self.reason = reason
        self.path = path
        self.limit = limit
