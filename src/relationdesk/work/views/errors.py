"""What can go wrong with views."""

from relationdesk.domain.errors import ExpectedError


class TakenNameError(ExpectedError):
    """Another view has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
