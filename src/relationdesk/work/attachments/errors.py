"""What can go wrong with files that are kept with people."""

from pathlib import Path

from relationdesk.domain.errors import ExpectedError


class TooLargeFileError(ExpectedError):
    """A file is larger than what a desk keeps; `most` is in bytes."""

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(path.name)
        self.path = path
        self.most = most
