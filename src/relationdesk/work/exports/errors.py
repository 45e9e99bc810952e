"""What can stand in the way of reading an archive back."""

from relationdesk.domain.errors import ExpectedError


class FullDeskError(ExpectedError):
    """An archive is a whole desk, and there are people on this one already."""
