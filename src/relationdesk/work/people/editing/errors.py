"""What can stand in the way of a change to the record."""

from relationdesk.domain.errors import ExpectedError


class TakenFieldNameError(ExpectedError):
    """Another field of the user's has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
