"""The errors of the world, which the user is told about, as opposed to our own mistakes.

They carry data and no sentence; `ui` and `cli` put them into words.
"""


class ExpectedError(Exception):
    """Something outside the program's power went wrong, and there is a way on."""


class DamageError(ExpectedError):
    """Something of the desk cannot be trusted any more, whoever met it."""


class GivenUpError(Exception):
    """A question was left in the middle, because nobody waited for its answer any more."""


class NotFoundError(ExpectedError):
    """What a command was asked to change is no longer there."""

    def __init__(self, kind: str, row_id: int) -> None:
        super().__init__(f"{kind} {row_id}")
        self.kind = kind
        self.row_id = row_id


class EmptyTextError(ExpectedError):
    """A text that has to say something is empty."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class PastDayError(ExpectedError):
    """A day that has to lie ahead does not."""

    def __init__(self, day: object) -> None:
        super().__init__(str(day))
        self.day = day
