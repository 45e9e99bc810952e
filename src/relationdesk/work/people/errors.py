"""What can go wrong with people and their pictures."""

from relationdesk.domain.errors import ExpectedError


class UnfitPictureError(ExpectedError):
    """What was given is no JPEG, PNG or WebP picture, or one too large to be opened."""
