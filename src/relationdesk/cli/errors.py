"""What can be wrong with what was typed."""

from pathlib import Path

from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.filters.clauses import Mistake


class UnknownPersonError(ExpectedError):
    """Nobody on the desk has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class AmbiguousPersonError(ExpectedError):
    """Several people could be meant; `names` are theirs."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.names = names


class WrongFilterError(ExpectedError):
    """A part of a filter is not understood."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.typed)
        self.mistake = mistake


class UnsoundDeskError(ExpectedError):
    """A check found something that it does not mend; what it is was told."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path
