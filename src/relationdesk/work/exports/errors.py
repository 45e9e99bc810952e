"""What can stand in the way of writing people, and of reading an archive back."""

from pathlib import Path

from relationdesk.domain.errors import ExpectedError


class FullDeskError(ExpectedError):
    """An archive is a whole desk, and there are people on this one already."""


class WrongEndingError(ExpectedError):
    """A file's ending names a form that is not written here; `ending` names those that are."""

    def __init__(self, path: Path, ending: str) -> None:
        super().__init__(path.name)
        self.path = path
        self.ending = ending
