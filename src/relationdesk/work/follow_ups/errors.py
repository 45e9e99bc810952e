"""What can stand in the way of closing a follow-up or a promise."""

from relationdesk.domain.errors import ExpectedError


class AlreadyClosedError(ExpectedError):
    """A follow-up was done or dropped already, or a promise kept or released."""

    def __init__(self, kind: str, row_id: int) -> None:
        super().__init__(f"{kind} {row_id}")
        self.kind = kind
        self.row_id = row_id
